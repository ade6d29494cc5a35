// A small form in one line that makes something whose secret is shown once: an invitation's link, a webhook's secret. It keeps
// what is typed until it was sent, and never the secret.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent, ReactElement } from "react";
import { useDraft } from "../../api/draft.ts";
import { usePerson } from "../../api/person.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Section } from "../../parts/section.tsx";

/** `options` make the field a choice; `begins` is what it holds at first. */
export type Field = { name: string; label: string; begins?: string; options?: readonly { value: string; name: string }[]; type?: "text" | "email" | "url"; optional?: boolean; longest?: number };
type Values = Record<string, string>;
/** `make` answers with the secret; what is read under `makesOld` is read anew. */
type Props = { title: string; fields: readonly Field[]; go: string; shown: string; makesOld: string; make(values: Values): Promise<string> };

const LONGEST = 200;

export function ShownOnceForm({ title, fields, go, shown, makesOld, make }: Props): ReactElement {
  const queries = useQueryClient();
  const empty: Values = Object.fromEntries(fields.map(({ name, begins = "" }) => [name, begins]));
  const person = usePerson();
  const [values, setValues, forget] = useDraft<Values>(`${person?.id ?? ""}.${makesOld}.new`, empty);
  const making = useMutation({
    mutationFn: () => make(values),
    onSuccess: async () => {
      forget();
      await queries.invalidateQueries({ queryKey: [makesOld] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    making.mutate();
  };
  return (
    <Section title={title}>
      <form className="inline" onSubmit={submit}>
        {fields.map((field) => <label key={field.name}>{field.label}<Input field={field} value={values[field.name] ?? ""} onChange={(value) => setValues({ ...values, [field.name]: value })} /></label>)}
        <button type="submit" className="button" aria-disabled={making.isPending}>{go}</button>
      </form>
      <div role="status">{making.data !== undefined && <p>{shown} <span className="secret">{making.data}</span></p>}</div>
      {making.error !== null && <ProblemNote error={making.error} />}
    </Section>
  );
}

function Input({ field: { options, type = "text", optional = false, longest = LONGEST }, value, onChange }: { field: Field; value: string; onChange(value: string): void }): ReactElement {
  if (options) return <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>{options.map((one) => <option key={one.value} value={one.value}>{one.name}</option>)}</select>;
  return <input className="field" type={type} required={!optional} maxLength={longest} autoComplete="off" value={value} {...(type === "url" ? { size: 40 } : {})} onChange={(event) => onChange(event.target.value)} />;
}
