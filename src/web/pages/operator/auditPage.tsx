// The audit: who of the house did what, the latest first. It is read here and nowhere changed.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type FormEvent, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { usePerson } from "../../api/person.ts";
import type { AuditEntry } from "../../api/openapi.d.ts";
import { Instant } from "../../parts/instant.tsx";
import { Head } from "../../parts/section.tsx";
import { actText } from "../../words/acts.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { Listed } from "../staff/pager.tsx";
import "../../look/staff.css";

export function AuditPage(): ReactElement {
  const { s } = useStaffWords();
  const person = usePerson();
  const { by } = useSearch({ from: "/operations/audit" });
  const reading = useInfiniteQuery({
    queryKey: ["audit", by ?? ""], enabled: person?.role === "operator", initialPageParam: "", getNextPageParam: ({ next }: { next: string | null }) => next ?? undefined,
    queryFn: async ({ pageParam }) => got(await client.GET("/v1/audit", { params: { query: { ...(by === undefined ? {} : { by }), ...(pageParam === "" ? {} : { before: pageParam }) } } })),
  });
  const entries = reading.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      <Head title={s("audit.title")} sub={s("audit.sub")} />
      <Whose key={by} by={by} />
      <Listed reading={reading} count={entries.length} none={s("audit.none")}>
        <div className="wrap">
          <table className="table rows">
            <thead><tr><th>{s("audit.when")}</th><th>{s("audit.who")}</th><th>{s("audit.what")}</th><th>{s("audit.about")}</th><th>{s("audit.outcome")}</th></tr></thead>
            <tbody>{entries.map((entry, place) => <Row key={place} entry={entry} />)}</tbody>
          </table>
        </div>
      </Listed>
    </>
  );
}

/** Whose acts are shown stands in the address, so that it can be kept and sent. */
function Whose({ by }: { by: string | undefined }): ReactElement {
  const { s } = useStaffWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(by ?? "");
  const show = (event: FormEvent): void => {
    event.preventDefault();
    const id = typed.trim();
    void navigate({ to: "/operations/audit", search: id === "" ? {} : { by: id } });
  };
  return (
    <form className="inline" onSubmit={show}>
      <label>{s("audit.whoId")}<input className="field" maxLength={200} value={typed} onChange={(event) => setTyped(event.target.value)} /></label>
      <button type="submit" className="button">{s("audit.show")}</button>
      {by !== undefined && <Link to="/operations/audit" search={{}}>{s("audit.everybody")}</Link>}
    </form>
  );
}

function Row({ entry: { at, by, act, about, orderId, externalId, status } }: { entry: AuditEntry }): ReactElement {
  const { s, t, language } = useStaffWords();
  return (
    <tr>
      <td><Instant at={at} /></td>
      <td className="text" data-label={s("audit.who")}><Link to="/operations/audit" search={{ by: by.id }}>{by.id}</Link> <span className="faint">{t(by.role === "mediator" ? "role.mediator" : "role.operator")}</span></td>
      <td className="text whole">{actText(act, language)}</td>
      <td className="text any" data-label={orderId === null && about === null ? undefined : s("audit.about")}>
        {orderId !== null && <Link to="/orders/$orderId" params={{ orderId }}>{externalId ?? orderId}</Link>}{orderId !== null && about !== null && " "}{about}
      </td>
      <td className="text" data-label={s("audit.outcome")}><Outcome status={status} /></td>
    </tr>
  );
}

function Outcome({ status }: { status: number | null }): ReactElement {
  const { s } = useStaffWords();
  if (status === null) return <span className="due">{s("audit.unknown")}</span>;
  if (status < 400) return <>{s("audit.done")}</>;
  return <span className={status < 500 ? undefined : "loss"}>{s(status < 500 ? "audit.refused" : "audit.failed")} <span className="faint">{status}</span></span>;
}
