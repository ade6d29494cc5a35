// What a mail about an event says, before it looks like anything: every part is plain text, and what people wrote is only ever a value.
import { deadlinesOf } from "../core/deadlines.ts";
import type { Sealed } from "../core/event.ts";
import type { Order } from "../core/state.ts";
import { isRefundMoving, totalMinor, type HoldReason } from "../core/state.ts";
import { acknowledgementText, type Language } from "../engine/acknowledgement.ts";
import { eventWords } from "../words/eventWords.ts";
import type { EventOf, EventType } from "../core/events.ts";
import { roleWords } from "../words/codeWords.ts";
import { inLanguage, label, type Label } from "./labels.ts";
import type { Seen } from "./rules/conditions.ts";
import type { Rule } from "./rules/rule.ts";
import { wordingOf, type Told, type Wording } from "./wording.ts";

/** `said` are somebody's own words; `document` is kept as it is, line by line; `why` says why it came. */
export type Content = {
  language: Language; brand: string; subject: string; title: string; greeting: string; means: string; facts: [name: string, value: string][];
  said: { by: string; text: string } | null; deadlines: string[]; document: string | null; link: { href: string; text: string } | null; why: string;
};

/** What a mail is written from. `words` are the order's words in plain; a missing one was erased. `name` is the reader's. */
export type Telling = { seen: Seen; rule: Rule; language: Language; words: ReadonlyMap<string, string | null>; name: string | null; email: string | null; baseUrl: string };

const MOST_DEADLINES = 6;
const MOST_LINES = 5;

/** The content of the mail by that rule about that event. */
export async function contentOf({ seen, rule, language, words, name, email, baseUrl }: Telling): Promise<Content> {
  const { event, order, policy } = seen;
  const wording = await wordingOf(order, policy, language);
  const what = event.type === "PartyReminded" ? label(language, "reminder", { owes: wording.owes(remindedOf(event.data as Reminded)) }) : inLanguage(eventWords[event.type as EventType], language);
  const shown = deadlinesFor(seen, rule.to);
  const asked = event.type === "PartyReminded" && event.data.question === "haveYouReceivedIt" && rule.to === "buyer";
  return {
    language, brand: wording.say("marketplace"), title: what, subject: label(language, "subject", { what, number: order.externalId }),
    greeting: name === null ? label(language, "greetingNobody") : label(language, "greeting", { name }),
    means: asked ? label(language, "haveYouReceivedIt") : inLanguage(rule.means, language),
    facts: factsOf(seen, wording), said: saidIn(seen, rule.to, words, wording),
    deadlines: shown.map((deadline) => wording.deadline(deadline, rule.to)),
    document: event.type === "ContractWithdrawn" && rule.to === "buyer" ? acknowledgementOf(seen, language, name, email) : null,
    link: { href: baseUrl + pathFor(seen, rule.to), text: label(language, rule.to === "mediator" && "claimId" in event.data ? "openCase" : "open") },
    why: label(language, !rule.required ? "optional" : rule.to === "mediator" || rule.to === "operator" ? "requiredHere" : "required"),
  };
}

/** The deadlines that the reader should know of: a reminder's own; otherwise their own first, then what the others owe. */
function deadlinesFor({ event, order, policy }: Seen, reader: string): Told[] {
  if (event.type === "PartyReminded") return [remindedOf(event.data as Reminded)];
  const running = deadlinesOf(policy, order).filter(({ target, who }) => who !== "clock" && !(reader === "buyer" && order.sanctions.some(({ id }) => id === target)));
  const begun = running.filter(({ who, since }) => who !== reader && since === event.at);
  return [...running.filter(({ who }) => who === reader), ...begun].slice(0, MOST_DEADLINES);
}

type Reminded = EventOf<"PartyReminded">["data"];

/** The deadline that a reminder speaks of, by what the fact itself says: its name is `consequence:target@instant/when`. */
function remindedOf({ reminder, who, owes, by }: Reminded): Told {
  const [otherwise = "", target = null] = reminder.slice(0, reminder.indexOf("@")).split(":");
  return { who, owes, by, otherwise, target } as Told;
}

type Fields = Record<string, unknown>;
type Write = (value: never, wording: Wording) => string | null;
const money: Write = (value: number, wording) => wording.money(value);
const time: Write = (value: number, wording) => wording.time(value);
const code: Write = (value: unknown, wording) => (typeof value === "string" ? wording.code(value) : null);
const codes: Write = (value: string[], wording) => (value.length === 0 ? null : value.map(wording.code).join(", "));
const asIs: Write = (value: unknown) => (value === "" ? null : String(value));

/** The fields of facts that a reader wants to see, in this order. */
const fields: readonly [field: string, name: Label, write: Write][] = [
  ["totalMinor", "total", money], ["amountMinor", "amount", money], ["commissionMinor", "commission", (value: number, wording) => (value === 0 ? null : wording.money(value))], ["to", "method", code],
  ["ground", "ground", code], ["reason", "reason", code], ["reasons", "reason", codes], ["closedBecause", "because", code], ["remedy", "remedy", code], ["condition", "condition", code],
  ["rma", "rma", asIs], ["trackingNumber", "tracking", asIs], ["reference", "reference", asIs], ["cancellableUntil", "stoppable", time], ["promisedBy", "promised", time],
  ["points", "points", asIs], ["fineMinor", "fine", (value: number, wording) => (value === 0 ? null : wording.money(value))], ["appealUntil", "appeal", time], ["buyerMayAnswerUntil", "answer", time],
];

function factsOf(seen: Seen, wording: Wording): Content["facts"] {
  const { event, order } = seen;
  const say = (name: Label): string => label(wording.language, name);
  const goods = order.lines.slice(0, MOST_LINES).map(({ quantity, title }) => `${quantity} × ${title}`).join("; ") + (order.lines.length > MOST_LINES ? "; …" : "");
  const known = fieldsOf(seen);
  const told = fields.flatMap(([field, name, write]): [string, string][] => {
    const value = known[field];
    const text = value === null || value === undefined ? null : write(value as never, wording);
    return text === null ? [] : [[say(name), text]];
  });
  const because: [string, string][] = event.because === null || event.because === known.closedBecause ? [] : [[say("because"), wording.code(event.because)]];
  return [[say("order"), order.externalId], [say("goods"), goods], [say("at"), wording.time(event.at)], ...told, ...because];
}

/** What the fact holds, over what is known of the thing that it is about. */
function fieldsOf({ event: { type, data }, order }: Seen): Fields {
  const { offer, label: issued, status: _, ...own } = data as Fields & { offer?: Fields; label?: Fields };
  const of = aboutOf(order, data);
  if (type === "OrderPlaced" || type === "PaymentConfirmed") return { totalMinor: totalMinor(order), reason: null };
  if (type === "OrderClosed" || type === "OrderShipped" || type === "OrderDelivered") return { totalMinor: totalMinor(order), ...own };
  // What an institution calls its reason is in nobody's language.
  if (type === "RefundFailed" || type === "ReversalImpossible") return of;
  // What is counted of the seller is not told the buyer.
  if (type === "RefundHeld") return { ...of, reasons: (data.reasons as HoldReason[]).filter((one) => one.of !== "seller").map(({ fact }) => fact) };
  return { ...of, ...own, ...offer, ...(issued === undefined ? {} : { trackingNumber: issued.trackingNumber }) };
}

function aboutOf(order: Order, data: Fields): Fields {
  const refund = order.refunds.find(({ id }) => id === data.refundId);
  if (refund) return { amountMinor: refund.amountMinor, to: refund.to, promisedBy: isRefundMoving(refund) ? refund.promisedBy : null };
  const claim = order.claims.find(({ id }) => id === data.claimId);
  if (claim) return { amountMinor: claim.amountMinor, remedy: claim.remedy, ground: claim.ground };
  const reversal = order.reversals.find(({ id }) => id === data.reversalId);
  if (reversal) return { amountMinor: reversal.amountMinor, ground: reversal.ground };
  const chargeback = order.chargebacks?.find(({ id }) => id === data.chargebackId);
  if (chargeback) return { amountMinor: chargeback.amountMinor };
  const ret = order.returns.find(({ id }) => id === data.returnId);
  if (ret) return { rma: ret.rma, amountMinor: ret.amountMinor };
  const sanction = order.sanctions.find(({ id }) => id === data.sanctionId);
  if (sanction) return { points: sanction.points, fineMinor: sanction.fineMinor, reason: sanction.reason };
  const cancellation = order.cancellations.find(({ id }) => id === data.cancellationId);
  return cancellation ? { reason: cancellation.reason } : {};
}

/** What somebody wrote with it, where their words are still there. */
function saidIn({ event, order }: Seen, reader: string, words: Telling["words"], { say, language }: Wording): Content["said"] {
  const { note, text, reason, offer } = event.data as { note?: Sealed | null; text?: Sealed; reason?: unknown; offer?: { note: Sealed | null } };
  const sealed = [text, note, offer?.note, reason].find((one): one is Sealed => typeof one === "object" && one !== null && "sealed" in one);
  const plain = sealed && words.get(sealed.sealed);
  if (!plain) return null;
  const { role, id } = event.by;
  const own = role === reader && (role === "buyer" || role === "seller") && id === order[role].id;
  const who = own ? label(language, "you") : say(`role.${role}`, inLanguage(roleWords[role]!, language));
  return { by: label(language, "said", { who }), text: plain };
}

function acknowledgementOf({ event, order }: Seen, language: Language, name: string | null, email: string | null): string | null {
  const withdrawal = order.withdrawals?.find(({ id }) => id === event.data.withdrawalId);
  return withdrawal ? acknowledgementText({ reference: withdrawal.id, at: withdrawal.at, orderNumber: order.externalId, name, email, lines: withdrawal.lines }, language) : null;
}

function pathFor({ event, order }: Seen, reader: string): string {
  const id = encodeURIComponent(order.id);
  return reader === "mediator" && typeof event.data.claimId === "string" ? `/mediation/${id}/${encodeURIComponent(event.data.claimId)}` : `/orders/${id}`;
}
