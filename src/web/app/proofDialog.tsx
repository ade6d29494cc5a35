// The question for a newer proof: a password, the marketplace's own sign-in, or for demo people a press of a button.
import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactElement } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components/Modal";
import { client, got } from "../api/client.ts";
import { sessionQuery, usePerson } from "../api/person.ts";
import { ProblemNote } from "../parts/problemNote.tsx";
import { useWords } from "../words/words.ts";

export function ProofDialog({ answer }: { answer(proven: boolean): void }): ReactElement {
  const { t } = useWords();
  const queries = useQueryClient();
  const person = usePerson();
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>(null);
  const byPassword = person?.provesBy === "password";
  const prove = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      const { signInAt } = got(await client.POST("/v1/session/proof", { body: { ...(byPassword ? { password } : {}), returnTo: location.pathname + location.search } }));
      if (signInAt !== null) return location.assign(signInAt);
      void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      answer(true);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={(open) => !open && answer(false)}>
      <Modal className="sheet">
        <Dialog>
          <Heading slot="title" level={2}>{t("proof.title")}</Heading>
          <p>{t("proof.why")}</p>
          <form onSubmit={(event) => void prove(event)}>
            {byPassword && <label className="form"><span className="label">{t("password")}</span><input className="field" type="password" autoComplete="current-password" autoFocus required value={password} onChange={(event) => setPassword(event.target.value)} /></label>}
            {error !== null && <ProblemNote error={error} />}
            <div className="go">
              <button type="button" className="button" onClick={() => answer(false)}>{t("proof.later")}</button>
              <button type="submit" className="button main" autoFocus={!byPassword}>{t("proof.go")}</button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
