// What both sides show and say. Pictures and videos are drawn from bytes whose type the server has checked, never as a document that could act;
// everything else is a file to fetch. What people wrote is text only.
import { useQueries, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useMemo, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { messagesQuery, type Claim, type Order } from "../../api/queries.ts";
import { Instant } from "../../parts/instant.tsx";
import { Money } from "../../parts/money.tsx";
import { begun } from "../../parts/people.ts";
import { Section } from "../../parts/section.tsx";
import { useStaffWords } from "../../words/staffWords.ts";
import { remedyText } from "../buyer/remedy.ts";

const drawn: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);

export function EvidenceFiles({ order, claim }: { order: Order; claim: Claim }): ReactElement {
  const { s } = useStaffWords();
  const ids = [...new Set([...claim.evidence, ...order.cancellations.flatMap(({ evidence }) => evidence)])];
  const read = useQueries({
    queries: ids.map((id) => ({
      queryKey: ["evidence", id], staleTime: Infinity,
      queryFn: async () => got(await client.GET("/v1/evidence/{id}", { params: { path: { id } }, parseAs: "blob" }) as never) as Blob,
    })),
  });
  const { data: alike = [] } = useQuery({ queryKey: ["order", order.id, "alike"], enabled: ids.length > 0, queryFn: async () => got(await client.GET("/v1/orders/{id}/alike", { params: { path: { id: order.id } } })).alike });
  return (
    <Section title={s("case.evidenceTitle")} aside={s("case.evidence", { count: ids.length })}>
      {ids.length === 0 && <p className="still">{s("case.noEvidence")}</p>}
      {ids.length > 0 && <div className="files">{ids.map((id, index) => <File key={id} id={id} number={index + 1} file={read[index]?.data} shownOn={[...new Set(alike.filter(({ evidenceId }) => evidenceId === id).map(({ orderId }) => orderId))]} />)}</div>}
    </Section>
  );
}

function File({ id, number, file, shownOn }: { id: string; number: number; file: Blob | undefined; shownOn: readonly string[] }): ReactElement {
  const { s } = useStaffWords();
  const address = useMemo(() => (file ? URL.createObjectURL(file) : null), [file]);
  useEffect(() => () => {
    if (address !== null) URL.revokeObjectURL(address);
  }, [address]);
  const name = s("case.file", { number });
  return (
    <figure>
      {address !== null && file && drawn.has(file.type) && <img src={address} alt={name} />}
      <figcaption><b>{name}</b> {address !== null && file && <a href={address} download={`${id}.${file.type.split("/").at(-1)}`}>{s("case.download")}<span className="hidden"> {name}</span></a>}</figcaption>
      {shownOn.length > 0 && <p className="still loss">{s("risk.alike")}: {shownOn.map((orderId) => <Link key={orderId} className="id" to="/orders/$orderId" params={{ orderId }}>{`…${orderId.slice(-12)}`} </Link>)}</p>}
    </figure>
  );
}

type Said = { at: string; who: string; what: ReactElement; text: string | null };

export function Statements({ order, claim }: { order: Order; claim: Claim }): ReactElement {
  const words = useStaffWords();
  const { s, t } = words;
  const { data: messages = [] } = useQuery(messagesQuery(order.id));
  const { currency } = order.money;
  const name = (role: string): string => (role === "buyer" ? (order.buyer.name ?? t("role.buyer")) : role === "seller" ? (order.seller.name ?? t("role.seller")) : begun(words.say(order.marketplace, `role.${role}`)));
  const all: Said[] = [
    { at: claim.openedAt, who: name("buyer"), what: <>{s("case.asks", { remedy: remedyText(order, claim.remedy, words) })}, <Money amountMinor={claim.amountMinor} currency={currency} /></>, text: claim.note },
    ...claim.offers.map(({ at, by, remedy, amountMinor, note }) => ({ at, who: name(by), what: <>{s(by === "buyer" ? "case.asks" : "case.offers", { remedy: remedyText(order, remedy, words) })}, <Money amountMinor={amountMinor} currency={currency} /></>, text: note })),
    ...messages.map(({ at, by, text }) => ({ at, who: name(by.role), what: <>{s("case.wrote")}</>, text: text ?? t("erased") })),
  ].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return (
    <Section title={s("case.said")}>
      <ol className="record">
        {all.map(({ at, who, what, text }, index) => <li key={index}><Instant at={at} /><div><b>{who}</b> {what}{text !== null && <p className="said">{text}</p>}</div></li>)}
      </ol>
    </Section>
  );
}
