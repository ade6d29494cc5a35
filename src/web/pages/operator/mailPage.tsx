// Mails and what became of them: what did not arrive first of all. Trying one again asks the server; nothing is written here.
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { usePerson, useSandbox } from "../../api/person.ts";
import type { Mail } from "../../api/openapi.d.ts";
import { Instant } from "../../parts/instant.tsx";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Head } from "../../parts/section.tsx";
import { mailKind } from "../../words/mailKind.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { Listed } from "../staff/pager.tsx";
import "../../look/staff.css";

const statuses = ["refused", "givenUp", "waiting", "notSent", "sent", "kept"] as const;
type Status = (typeof statuses)[number];
const again = new Set<Status>(["refused", "givenUp", "waiting", "notSent"]);

export function MailPage(): ReactElement {
  const { s } = useStaffWords();
  const person = usePerson();
  const sandbox = useSandbox();
  const [status, setStatus] = useState<Status | "">("");
  const reading = useInfiniteQuery({
    queryKey: ["mails", status], enabled: person?.role === "operator", initialPageParam: "", getNextPageParam: ({ next }: { next: string | null }) => next ?? undefined,
    queryFn: async ({ pageParam }) => got(await client.GET("/v1/mails", { params: { query: { ...(status === "" ? {} : { status }), ...(pageParam === "" ? {} : { cursor: pageParam }) } } })),
  });
  const mails = reading.data?.pages.flatMap((page) => page.mails) ?? [];
  return (
    <>
      <Head title={s("mail.title")} sub={s("mail.sub")} subRight={sandbox ? <Link to="/sandbox/mail">{s("mail.sandbox")}</Link> : undefined} />
      <div className="inline">
        <label>{s("mail.status")}
          <select className="field" value={status} onChange={(event) => setStatus(event.target.value as Status | "")}>
            <option value="">{s("mail.all")}</option>
            {statuses.map((one) => <option key={one} value={one}>{s(`mail.status.${one}`)}</option>)}
          </select>
        </label>
      </div>
      <Listed reading={reading} count={mails.length} none={s("mail.none")}>
        <div className="wrap">
          <table className="table rows">
            <thead><tr><th>{s("mail.made")}</th><th>{s("mail.kind")}</th><th>{s("mail.person")}</th><th>{s("mail.status")}</th><th className="num">{s("ops.attempts")}</th><th>{s("mail.answer")}</th><th>{s("queue.order")}</th><th>{s("queue.answer")}</th></tr></thead>
            <tbody>{mails.map((one) => <Row key={one.id} mail={one} />)}</tbody>
          </table>
        </div>
      </Listed>
    </>
  );
}

function Row({ mail }: { mail: Mail }): ReactElement {
  const { s, language } = useStaffWords();
  const queries = useQueryClient();
  const trying = useMutation({ mutationFn: async () => got(await client.POST("/v1/mails/{id}/again", { params: { path: { id: mail.id } } })), onSettled: () => queries.invalidateQueries({ queryKey: ["mails"] }) });
  const { kind, person, status, attempts, answer, madeAt, orderId } = mail;
  return (
    <tr>
      <td><Instant at={madeAt} /></td><td className="text">{mailKind(kind, language)}</td><td className="text">{person}</td><td className={status === "refused" || status === "givenUp" ? "loss" : ""}>{s(`mail.status.${status}`)}</td>
      <td className="num">{attempts}</td><td className="text">{answer}</td><td className="id">{orderId !== null && <Link to="/orders/$orderId" params={{ orderId }}>{`…${orderId.slice(-12)}`}</Link>}</td>
      <td className="whole">{again.has(status) && <button type="button" className="link" aria-disabled={trying.isPending} onClick={() => trying.mutate()}>{s("mail.again")}<span className="hidden"> {mailKind(kind, language)} {person}</span></button>}{trying.error !== null && <ProblemNote error={trying.error} />}</td>
    </tr>
  );
}
