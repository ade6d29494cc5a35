// Where the link of a letter or an invitation leads: setting a password with its token, once. Then one signs in as always.
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type FormEvent, type ReactElement } from "react";
import { ApiProblem, client, got } from "../../api/client.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Head } from "../../parts/section.tsx";
import { useWords } from "../../words/words.ts";

const SHORTEST = 10;

/** The token stays in this page's address alone: no other site is told of it. */
const tokenIn = (address: string): string => new URLSearchParams(address).get("token") ?? "";

const isSpent = (error: unknown): boolean => error instanceof ApiProblem && error.problem.code === "INVALID_TOKEN";

export function SetPasswordPage(): ReactElement {
  const { t } = useWords();
  const [newPassword, setNewPassword] = useState("");
  const setting = useMutation({ mutationFn: async () => got(await client.POST("/v1/auth/reset-password", { body: { token: tokenIn(location.search), newPassword } })) });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setting.mutate();
  };
  return (
    <>
      <Head title={t("setPassword.title")} />
      {setting.isSuccess ? <p role="status">{t("setPassword.done")} <Link to="/sign-in">{t("signIn")}</Link></p> : (
        <form className="form" onSubmit={send}>
          <label><span className="label">{t("setPassword.new")}</span><input className="field" type="password" autoComplete="new-password" required minLength={SHORTEST} maxLength={128} value={newPassword} onChange={(event) => setNewPassword(event.target.value)} /></label>
          {isSpent(setting.error) ? <p className="wrong" role="alert">{t("setPassword.spent")} <Link to="/forgot-password">{t("setPassword.again")}</Link></p> : setting.error !== null && <ProblemNote error={setting.error} />}
          <div className="go"><button type="submit" className="button main" aria-disabled={setting.isPending}>{t("setPassword.go")}</button></div>
        </form>
      )}
    </>
  );
}
