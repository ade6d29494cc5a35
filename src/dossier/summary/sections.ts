// What the summary says, from the record to blocks: who, what, when, how much, why, and how to check it. It lays nothing out.
import type { Side } from "../../core/state.ts";
import { totalMinor } from "../../core/state.ts";
import { bodyHashOf } from "../../engine/hash.ts";
import { messagesOf } from "../files.ts";
import { standingOf } from "../ladder.ts";
import { ladderFor } from "../ladders.ts";
import { isHidden, seenEvents, type DossierRecord } from "../record.ts";
import type { Block, Summary } from "./blocks.ts";
import { wordingOf, type Wording } from "./wording.ts";

/** Rows of one table, and messages, that are printed; the rest stands in the files for machines. */
const MOST_ROWS = 1000;

/** The summary of a record, in its language. */
export function summaryOf(record: DossierRecord): Summary {
  const wording = wordingOf(record);
  const { order, language, madeAt, sandbox, policy } = record;
  const title = wording.say("title", { number: order.externalId });
  const blocks: Block[] = [
    { kind: "title", text: title },
    { kind: "text", text: `${wording.say("made", { time: wording.time(madeAt), who: wording.person(record.reader) })} ${wording.say("zone", { zone: policy.zone })}`, quiet: true },
    ...(sandbox ? [{ kind: "text", text: wording.say("sandbox") } as const] : []),
    ...partiesOf(record, wording), ...orderOf(record, wording), ...moneyOf(record, wording), ...historyOf(record, wording), ...decisionsOf(record, wording),
    ...messageBlocks(record, wording), ...evidenceOf(record, wording), ...rulesOf(record, wording), ...ladderOf(record, wording), ...proofOf(record, wording),
  ];
  return { language, title, author: order.marketplace, madeAt, footer: wording.say("page", { number: order.externalId, page: "{page}", pages: "{pages}" }), blocks };
}

const heading = (text: string): Block => ({ kind: "heading", text });

/** At most so many rows, and a line that says where the others are. */
function shortened<T>(rows: readonly T[], file: string, { say }: Wording, block: (rows: readonly T[]) => Block[]): Block[] {
  if (rows.length === 0) return [{ kind: "text", text: say("none") }];
  const more = rows.length - MOST_ROWS;
  return [...block(rows.slice(0, MOST_ROWS)), ...(more > 0 ? [{ kind: "text", text: say("more", { count: more, file }) } as const] : [])];
}

function partiesOf(record: DossierRecord, wording: Wording): Block[] {
  const seen = seenEvents(record.events);
  const others = new Set(seen.filter(({ by }) => !["buyer", "seller", "clock"].includes(by.role)).map(({ by }) => wording.person(by)));
  return [
    heading(wording.say("parties")),
    { kind: "pairs", rows: [...partyRows(record, "buyer", wording), ...partyRows(record, "seller", wording), ...(others.size > 0 ? [[wording.say("others"), [...others].join(", ")] as [string, string]] : [])] },
  ];
}

function partyRows({ order, openings, reader }: DossierRecord, side: Side, { say, code, pair, list }: Wording): [string, string][] {
  const { id, country, profile } = order[side];
  const opening = profile ? openings.get(profile.sealed) : undefined;
  const known: Record<string, string | undefined> = opening?.state === "part" ? opening.shown : opening?.state === "open" ? (JSON.parse(opening.words) as Record<string, string>) : {};
  const rows = (["name", "email", "address"] as const).flatMap((field): string[] => {
    if (opening?.state === "erased") return field === "name" ? [pair(say("name"), say("erased"))] : [];
    if (known[field] !== undefined) return [pair(say(field), known[field])];
    return opening?.state === "part" && !reader.profileFields[side].includes(field) ? [pair(say(field), say("notShown"))] : [];
  });
  return [[code(side), list([pair(say("id"), id), ...rows, pair(say("country"), country)])]];
}

function orderOf({ order, policy }: DossierRecord, wording: Wording): Block[] {
  const { say, code, time, money, pair } = wording;
  const status = order.closedBecause === null ? code(order.status) : pair(code(order.status), code(order.closedBecause));
  const lines = order.lines.map((line) => [`${line.title} (${line.sku})`, String(line.quantity), money(line.priceMinor)]);
  return [
    heading(say("order")),
    { kind: "pairs", rows: [[say("number"), `${order.externalId} (${order.id})`], [say("marketplace"), `${order.marketplace}, ${policy.policy} ${policy.version}`], [say("placed"), time(order.placedAt)], [say("status"), status]] },
    { kind: "table", columns: [{ title: say("goods"), width: 0.6 }, { title: say("quantity"), width: 0.15, align: "right" }, { title: say("price"), width: 0.25, align: "right" }],
      rows: [...lines, [say("shipping"), "", money(order.shippingMinor)], [say("total"), "", money(totalMinor(order))]] },
  ];
}

function moneyOf(record: DossierRecord, wording: Wording): Block[] {
  const { say, money, time, account, signed, event } = wording;
  const sums = record.order.money;
  const types = new Map(seenEvents(record.events).map(({ seq, type }) => [seq, type]));
  const columns = [{ title: say("event"), width: 0.07 }, { title: say("time"), width: 0.25 }, { title: say("what"), width: 0.25 }, { title: say("account"), width: 0.25 }, { title: say("amount"), width: 0.18, align: "right" as const }];
  return [
    heading(say("money")),
    { kind: "pairs", rows: [[say("paid"), money(sums.paidMinor)], [say("inEscrow"), money(sums.inEscrowMinor)], [say("released"), money(sums.releasedMinor)], [say("refunding"), money(sums.refundingMinor)], [say("refundedSum"), money(sums.refundedMinor)]] },
    { kind: "text", text: say("moneyNote"), quiet: true },
    ...shortened(record.postings, "journal.json", wording, (postings) => [{
      kind: "table", columns,
      rows: postings.map((one) => [String(one.eventSeq), time(one.at), event(types.get(one.eventSeq) ?? ""), account(one.account), signed(one.amountMinor)]),
    }]),
  ];
}

function historyOf(record: DossierRecord, wording: Wording): Block[] {
  const { say, time, person, event, details } = wording;
  const hidden = record.events.filter(isHidden).length;
  const columns = [{ title: say("event"), width: 0.07 }, { title: say("time"), width: 0.24 }, { title: say("who"), width: 0.17 }, { title: say("what"), width: 0.52 }];
  return [
    heading(say("history")),
    ...(hidden > 0 ? [{ kind: "text", text: say("hiddenEvent", { count: hidden, all: record.events.length }), quiet: true } as const] : []),
    ...shortened(seenEvents(record.events), "events.json", wording, (events) => [{
      kind: "table", columns,
      rows: events.map((one) => {
        const more = one.type === "MessageSent" ? "" : details(one);
        return [String(one.seq), time(one.at), person(one.by), more === "" ? event(one.type) : `${event(one.type)}\n${more}`];
      }),
    }]),
  ];
}

/** What somebody decided who could also have decided otherwise. */
const decisive: ReadonlySet<string> = new Set([
  "ClaimDecided", "CancellationRefused", "ClaimRefused", "ReturnDeclined", "ReversalGranted", "ReversalUpheld", "ReversalRefused", "SanctionUpheld", "SanctionLifted",
]);

function decisionsOf(record: DossierRecord, wording: Wording): Block[] {
  const { say, time, person, event, details, pair, list } = wording;
  const made = seenEvents(record.events).filter(({ type }) => decisive.has(type));
  return [heading(say("decisions")), ...shortened(made, "events.json", wording, (events) => events.map((one) => ({
    kind: "quote", head: list([event(one.type), time(one.at), pair(say("decidedBy"), person(one.by)), ...(one.data.final === true ? [say("final")] : [])]), text: details(one),
  })))];
}

function messageBlocks(record: DossierRecord, wording: Wording): Block[] {
  const { say, time, person, code } = wording;
  return [heading(say("messages")), ...shortened(messagesOf(record), "messages.json", wording, (messages) => messages.map((one) => ({
    kind: "quote", head: `${person(one.by as Parameters<typeof person>[0])}, ${time(Date.parse(one.at))}`, text: one.text ?? say("erased"), ...(one.warning === null ? {} : { warning: code(one.warning) }),
  })))];
}

function evidenceOf(record: DossierRecord, wording: Wording): Block[] {
  const { say, time, person, pair, list } = wording;
  return [heading(say("evidence")), ...shortened(record.evidence, "evidence.json", wording, (entries) => entries.map((one) => ({
    kind: "quote",
    head: list([one.path ?? one.id, time(one.at), say("uploaded", { who: person(one.by as Parameters<typeof person>[0]) })]),
    text: list([
      ...(one.name === null ? [] : [pair(say("fileName"), one.name)]), pair(say("type"), one.mediaType), pair(say("size"), String(one.size)),
      ...(one.sha256 === null ? [] : [pair("SHA-256", one.sha256)]), ...(one.state === "erased" ? [say("erased")] : one.state === "leftOut" ? [say("leftOut")] : []),
    ]),
  })))];
}

function rulesOf({ policy }: DossierRecord, { say }: Wording): Block[] {
  return [heading(say("rules")), { kind: "text", text: say("policyIs", { name: policy.policy, version: policy.version, source: policy.source }) }];
}

function ladderOf(record: DossierRecord, { say, time }: Wording): Block[] {
  const { language, order } = record;
  const { ladder, rungs, next } = standingOf(ladderFor(order.buyer.country), order, seenEvents(record.events));
  return [
    heading(say("next")),
    { kind: "text", text: ladder.name[language] },
    { kind: "text", text: `${ladder.note[language]} ${say("lawNote", { date: ladder.checkedOn })}`, quiet: true },
    ...rungs.map((rung, index): Block => {
      const standing = rung.id === next ? say("nextStep") : say(rung.state);
      const since = rung.trace ? `, ${time(rung.trace.firstAt)}` : "";
      const sources = rung.sources.map(({ title, url }) => (url === null ? title : `${title}, ${url}`)).join("; ");
      return { kind: "quote", head: `${index + 1}. ${rung.title[language]} (${standing}${since})`, text: `${rung.text[language]}\n${sources}` };
    }),
  ];
}

function proofOf({ events, policy, key }: DossierRecord, { say }: Wording): Block[] {
  return [
    heading(say("proof")), { kind: "text", text: say("proofChain") }, { kind: "text", text: say("proofHow") },
    { kind: "pairs", rows: [[say("eventsCount"), String(events.length)], [say("lastHash"), events.at(-1)!.hash], [say("policyHash"), bodyHashOf(policy)], [say("key"), key.id]] },
  ];
}
