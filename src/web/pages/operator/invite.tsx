// Inviting a member of the house or a trader: the link that sets their password is shown once, to be handed over by hand.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Section } from "../../parts/section.tsx";
import { useStaffWords } from "../../words/staffWords.ts";

/** An operator is invited with a key only. */
const roles = ["mediator", "seller", "buyer"] as const;
const empty = { role: "mediator" as (typeof roles)[number], id: "", name: "", email: "" };

export function Invite(): ReactElement {
  const { s, t } = useStaffWords();
  const queries = useQueryClient();
  const [values, setValues] = useState(empty);
  const inviting = useMutation({
    mutationFn: async () => got(await client.POST("/v1/people", { body: values })),
    onSuccess: async () => {
      setValues(empty);
      await queries.invalidateQueries({ queryKey: ["people"] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    inviting.mutate();
  };
  return (
    <Section title={s("people.invite")}>
      <form className="inline" onSubmit={submit}>
        <label>{s("people.role")}<select className="field" value={values.role} onChange={(event) => setValues({ ...values, role: roles.find((one) => one === event.target.value) ?? "mediator" })}>{roles.map((one) => <option key={one} value={one}>{t(`role.${one}`)}</option>)}</select></label>
        {(["name", "id", "email"] as const).map((field) => <label key={field}>{s(`people.${field}`)}<input className="field" type={field === "email" ? "email" : "text"} required maxLength={200} autoComplete="off" value={values[field]} onChange={(event) => setValues({ ...values, [field]: event.target.value })} /></label>)}
        <button type="submit" className="button" aria-disabled={inviting.isPending}>{s("people.inviteGo")}</button>
      </form>
      <div role="status">{inviting.data && <p>{s("people.link")} <span className="secret">{inviting.data.link}</span></p>}</div>
      {inviting.error !== null && <ProblemNote error={inviting.error} />}
    </Section>
  );
}
