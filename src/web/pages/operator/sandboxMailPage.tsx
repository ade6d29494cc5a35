// The sandbox's mail: what people would have been sent, and each mail as it would look. The mail itself stands in a frame that can
// run nothing and reach nothing.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { usePerson } from "../../api/person.ts";
import { Instant } from "../../parts/instant.tsx";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Head, Section } from "../../parts/section.tsx";
import { mailKind } from "../../words/mailKind.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { Listed } from "../staff/pager.tsx";
import "../../look/staff.css";

/** Mail is not told of on the stream: it is read again as long as the page is open. */
const AGAIN_MS = 5000;

export function SandboxMailPage(): ReactElement {
  const { s, language } = useStaffWords();
  const person = usePerson();
  const reading = useInfiniteQuery({
    queryKey: ["sandboxMail"], enabled: person?.role === "operator", initialPageParam: "", refetchInterval: AGAIN_MS, getNextPageParam: ({ next }: { next: string | null }) => next ?? undefined,
    queryFn: async ({ pageParam }) => got(await client.GET("/v1/sandbox/mail", { params: { query: pageParam === "" ? {} : { cursor: pageParam } } })),
  });
  const mails = reading.data?.pages.flatMap((page) => page.mails) ?? [];
  return (
    <>
      <Head title={s("mail.sandbox")} sub={s("mail.sandboxSub")} crumb={<Link to="/operations/mail">{s("mail.title")}</Link>} />
      <Listed reading={reading} count={mails.length} none={s("mail.none")}>
        <div className="wrap">
          <table className="table rows">
            <thead><tr><th>{s("mail.time")}</th><th>{s("mail.to")}</th><th>{s("mail.subject")}</th><th>{s("mail.kind")}</th><th>{s("mail.status")}</th></tr></thead>
            <tbody>
              {mails.map(({ id, at, to, subject, kind, status, required }) => (
                <tr key={id}>
                  <td><Instant at={at} /></td><td className="text">{to}</td><td className="text whole"><Link to="/sandbox/mail/$mailId" params={{ mailId: id }}>{subject ?? s("mail.erased")}</Link></td>
                  <td className="text">{mailKind(kind, language)}{required ? "" : ` · ${s("mail.optional")}`}</td><td>{s(`mail.status.${status}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Listed>
    </>
  );
}

/** The document's own nonce: the frame's styles are let in by it, and by nothing else. */
const nonce = (): string => document.querySelector<HTMLElement>("meta[property=csp-nonce]")?.nonce ?? "";

export function SandboxMailOnePage(): ReactElement {
  const { s, language } = useStaffWords();
  const person = usePerson();
  const { mailId: id } = useParams({ from: "/sandbox/mail/$mailId" });
  const { data: mail, error } = useQuery({ queryKey: ["sandboxMail", id], queryFn: async () => got(await client.GET("/v1/sandbox/mail/{id}", { params: { path: { id } } })), enabled: person?.role === "operator" });
  return (
    <>
      <Head title={mail ? (mail.subject ?? s("mail.erased")) : s("mail.sandbox")} sub={mail && <>{s("mail.to")}: {mail.to} · {mailKind(mail.kind, language)} · <Instant at={mail.at} zone /></>} crumb={<Link to="/sandbox/mail">{s("mail.sandbox")}</Link>} />
      {error !== null && <ProblemNote error={error} />}
      {mail?.html != null && (
        <Section title={s("mail.asHtml")}>
          <iframe className="letter" sandbox="" tabIndex={0} title={mail.subject ?? ""} srcDoc={mail.html.replace("<style>", `<style nonce="${nonce()}">`)} />
        </Section>
      )}
      {mail?.text != null && <Section title={s("mail.asText")}><pre className="tale" tabIndex={0}>{mail.text}</pre></Section>}
    </>
  );
}
