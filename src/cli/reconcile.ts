// `rescind reconcile`: an institution's report of refunds or payouts as a file, its own list, or the sandbox's record, against the journal.
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { openInstitution } from "../engine/gateways/connect.ts";
import type { ReportedPayout, ReportedRefund } from "../engine/gateways/gateway.ts";
import { reconcile, reconcilePayouts, type Reconciliation } from "../engine/reconcile.ts";
import type { ConnectionSettings } from "../settings.ts";
import type { Store } from "../store/store.ts";
import type { Wish } from "./wish.ts";

/** A report that cannot be read. The message names the line. */
export class BadReport extends Error {
  constructor(line: number, problem: string) {
    super(`line ${line}: ${problem}`);
    this.name = "BadReport";
  }
}

const statuses = ["submitted", "settled", "failed", "reversed"] as const;
const payoutStatuses = ["submitted", "settled", "failed"] as const;
const columns = ["key", "amountMinor", "currency", "status"];

/** Compares and says what differs; the answer is the exit code. `connected` is asked where it is named. Throws `BadReport`. */
export async function reconcileWith(store: Store, wish: Extract<Wish, { command: "reconcile" }>, say: (text: string) => void, connected: ConnectionSettings | null = null): Promise<number> {
  const result = wish.payouts
    ? await reconcilePayouts(store, wish.file !== null ? fileReport(wish.file, payoutStatuses) : connected ? await listedPayouts(store, connected) : await sandboxPayoutReport(store))
    : await reconcile(store, wish.file !== null ? fileReport(wish.file, statuses) : connected ? await listed(store, connected) : await sandboxReport(store));
  say(wish.json ? JSON.stringify(result) : reconciliationText(result, wish.payouts ? "payouts" : "refunds"));
  return result.differences.length === 0 ? 0 : 1;
}

/** What a connected institution lists, page after page. */
async function listed(store: Store, settings: ConnectionSettings): Promise<AsyncIterable<ReportedRefund>> {
  const institution = await openInstitution(settings, store, { now: () => Date.now() });
  if (!institution.refunds) throw new Error(`${institution.name} cannot list its refunds: give its report as a file`);
  return withCards(store, institution.refunds());
}

/** Gift cards beside the institution are the sandbox's: what went to them stands in its record alone. */
async function* withCards(store: Store, listed: AsyncIterable<ReportedRefund>): AsyncGenerator<ReportedRefund> {
  yield* listed;
  yield* await sandboxReport(store);
}

async function listedPayouts(store: Store, settings: ConnectionSettings): Promise<AsyncIterable<ReportedPayout>> {
  const { name, payouts } = await openInstitution(settings, store, { now: () => Date.now() });
  if (!payouts?.list) throw new Error(`${name} cannot list its payouts: give its report as a file`);
  return payouts.list();
}

async function sandboxPayoutReport(store: Store): Promise<ReportedPayout[]> {
  return (await store.sandbox.executedPayouts()).map(({ key, amountMinor, currency, status, at }) => ({ key, amountMinor, currency, at, status: status as ReportedPayout["status"] }));
}

/** What the sandbox's institution has executed. Money on its way back counts as settled until it is back. */
async function sandboxReport(store: Store): Promise<ReportedRefund[]> {
  return (await store.sandbox.refunds()).map(({ key, amountMinor, currency, status, at }) =>
    ({ key, amountMinor, currency, at, status: status === "reversing" ? "settled" : (status as ReportedRefund["status"]) }));
}

/** CSV with a head: `key`, `amountMinor`, `currency`, `status`, and `at` (ISO 8601) where it is known. */
async function* fileReport<S extends string>(file: string, possible: readonly S[]): AsyncGenerator<{ key: string; amountMinor: number; currency: string; status: S; at: number | null }> {
  const rows = createReadStream(file).pipe(parse({ columns: true, bom: true, trim: true, info: true }));
  for await (const { record, info } of rows as AsyncIterable<{ record: Record<string, string>; info: { lines: number } }>) {
    const missing = columns.find((column) => !(column in record));
    if (missing) throw new BadReport(1, `there is no column ${missing}; needed are ${columns.join(", ")}`);
    const { key, amountMinor, currency, status, at = "" } = record as Record<"key" | "amountMinor" | "currency" | "status" | "at", string>;
    if (!/^\d{1,15}$/.test(amountMinor)) throw new BadReport(info.lines, `amountMinor is a whole number of minor units, not ${amountMinor}`);
    if (!possible.includes(status as never)) throw new BadReport(info.lines, `status is one of ${possible.join(", ")}, not ${status}`);
    if (at !== "" && Number.isNaN(Date.parse(at))) throw new BadReport(info.lines, `at is an instant, not ${at}`);
    yield { key, amountMinor: Number(amountMinor), currency, status: status as S, at: at === "" ? null : Date.parse(at) };
  }
}

const sentences: Record<Reconciliation["differences"][number]["kind"], string> = {
  missingHere: "was executed there and is not known here", missingThere: "was handed over here and is not known there", amount: "has another amount",
  state: "went otherwise", twice: "stands in the report twice", openHere: "was executed there, while we wait to hear of it",
};

function reconciliationText({ reported, compared, agreed, differences }: Reconciliation, what: string): string {
  const lines = differences.map(({ kind, key, orderId, here, there }) => `${key}  ${sentences[kind]}  (here: ${here ?? "nothing"}; there: ${there ?? "nothing"}${orderId ? `; ${orderId}` : ""})`);
  return [...lines, `${compared.toLocaleString("en")} ${what} here, ${reported.toLocaleString("en")} reported, ${agreed.toLocaleString("en")} agree, ${differences.length.toLocaleString("en")} differences`].join("\n");
}
