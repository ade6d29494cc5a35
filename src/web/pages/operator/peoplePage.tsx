// Who has an account, inviting and closing, handing out what is kept of a person, and erasing what they wrote. Keys are not for sessions; the page says so.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { usePerson } from "../../api/person.ts";
import { usePersonExport, type Whose } from "../../api/personExport.ts";
import type { Person } from "../../api/openapi.d.ts";
import { ConfirmDialog } from "../../parts/confirmDialog.tsx";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Head, Section } from "../../parts/section.tsx";
import { useStaffWords } from "../../words/staffWords.ts";
import { Listed } from "../staff/pager.tsx";
import { Invite } from "./invite.tsx";
import "../../look/staff.css";

type Whom = { role: string; id: string; name: string };
type Asked = { act: "close" | "erase"; whom: Whom };

export function PeoplePage(): ReactElement {
  const { s } = useStaffWords();
  const me = usePerson();
  const reading = useQuery({ queryKey: ["people"], queryFn: async () => got(await client.GET("/v1/people", {})).people, enabled: me?.role === "operator" });
  const people = reading.data ?? [];
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState("");
  const exporting = usePersonExport();
  const exportOf = (whose: Whose): void => void (exporting.isPending || exporting.mutate(whose));
  return (
    <>
      <Head title={s("people.title")} sub={s("people.count", { count: people.length })} />
      <p role="status" className={said === "" ? "" : "still"}>{said}</p>
      {exporting.error !== null && <ProblemNote error={exporting.error} />}
      <Listed reading={reading} count={people.length}><Table people={people} ask={setAsked} exportOf={exportOf} busy={exporting.isPending} /></Listed>
      <Invite />
      <WithoutAccount ask={setAsked} exportOf={exportOf} busy={exporting.isPending} />
      <Section title={s("keys.title")}><p className="still">{s("keys.why")} <code>/v1/keys</code></p></Section>
      {asked && <Question asked={asked} say={setSaid} close={() => setAsked(null)} />}
    </>
  );
}

type Acting = { ask(asked: Asked): void; exportOf(whose: Whose): void; busy: boolean };

function Table({ people, ask, exportOf, busy }: Acting & { people: readonly Person[] }): ReactElement {
  const { s, t, say } = useStaffWords();
  return (
    <div className="wrap">
      <table className="table rows">
        <thead><tr><th>{s("people.name")}</th><th>{s("people.role")}</th><th>{s("people.id")}</th><th>{s("people.email")}</th><th>{s("ops.marketplace")}</th><th>{s("people.madeBy")}</th><th>{s("queue.answer")}</th></tr></thead>
        <tbody>
          {people.map((one) => (
            <tr key={`${one.role}/${one.id}`}>
              <td className="text"><b>{one.name}</b></td><td>{t(`role.${one.role}`)}</td><td className="text">{one.id}</td><td className="text">{one.email}{one.email !== null && !one.emailProven && <span className="faint"> {s("people.unproven")}</span>}</td>
              <td>{one.marketplace === null ? "" : say(one.marketplace, "marketplace")}</td><td>{s(`people.madeBy.${one.madeBy}`)}</td>
              <td className="whole"><div className="answers">{(["close", "erase"] as const).map((act) => <button key={act} type="button" className="link" onClick={() => ask({ act, whom: one })}>{s(`people.${act}`)}<span className="hidden"> {one.name}</span></button>)}{isExported(one) && <button type="button" className="link" aria-disabled={busy} onClick={() => exportOf({ role: one.role, id: one.id })}>{s("people.export")}<span className="hidden"> {one.name}</span></button>}</div></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Of the house itself nothing is handed out. */
const isExported = ({ role }: Person): boolean => role === "buyer" || role === "seller";

function Question({ asked: { act, whom }, say, close }: { asked: Asked; say(said: string): void; close(): void }): ReactElement {
  const { s, t } = useStaffWords();
  const queries = useQueryClient();
  const doing = useMutation({
    mutationFn: async () => {
      const path = { role: whom.role, id: whom.id };
      if (act === "close") return got(await client.DELETE("/v1/people/{role}/{id}", { params: { path } })).closed ? s("people.closed") : s("people.nothing");
      return got(await client.DELETE("/v1/people/{role}/{id}/words", { params: { path } })).erased ? s("people.erased") : s("people.nothing");
    },
    onSuccess: async (said) => {
      say(`${whom.name}: ${said}`);
      close();
      await queries.invalidateQueries();
    },
  });
  return <ConfirmDialog question={s(`people.${act}Question`, { name: whom.name })} sentence={s(`people.${act}Sentence`)} rows={[[s("people.role"), t(`role.${whom.role as Person["role"]}`)], [s("people.id"), whom.id]]} confirm={s(`people.${act}`)} keep={s("people.keep")} losing busy={doing.isPending} error={doing.error} onConfirm={() => doing.mutate()} onClose={close} />;
}

function WithoutAccount({ ask, exportOf, busy }: Acting): ReactElement {
  const { s, t } = useStaffWords();
  const [role, setRole] = useState<"buyer" | "seller">("buyer");
  const [id, setId] = useState("");
  const exportNamed = (form: HTMLFormElement | null): void => {
    if (form?.reportValidity() && id.trim() !== "") exportOf({ role, id: id.trim() });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (id.trim() !== "") ask({ act: "erase", whom: { role, id: id.trim(), name: id.trim() } });
  };
  return (
    <Section title={s("people.withoutAccount")}>
      <form className="inline" onSubmit={submit}>
        <label>{s("people.role")}<select className="field" value={role} onChange={(event) => setRole(event.target.value === "seller" ? "seller" : "buyer")}><option value="buyer">{t("role.buyer")}</option><option value="seller">{t("role.seller")}</option></select></label>
        <label>{s("people.id")}<input className="field" required value={id} onChange={(event) => setId(event.target.value)} /></label>
        <button type="submit" className="button">{s("people.erase")}</button>
        <button type="button" className="button" aria-disabled={busy} onClick={(event) => exportNamed(event.currentTarget.form)}>{s("people.export")}</button>
      </form>
      <p className="foots">{s("people.withoutAccountWhy")}</p>
    </Section>
  );
}

