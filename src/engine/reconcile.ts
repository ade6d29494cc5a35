// Reconciliation: the refunds that an institution says it executed, against ours, each difference named. Changes nothing.
// Where the two disagree a person decides: the journal is what we did, the report what really left.
import type { RefundStatusRow } from "../store/orders.ts";
import type { Store } from "../store/store.ts";
import type { ReportedRefund } from "./gateways/gateway.ts";

/**
 * `missingHere`: money left that we know nothing of. `missingThere`: we believe that it was handed over. `amount`: another sum or currency.
 * `state`: it went otherwise. `twice`: the same key stands in the report twice. `openHere`: executed, while we still wait to hear of it.
 */
export type DifferenceKind = "missingHere" | "missingThere" | "amount" | "state" | "twice" | "openHere";
export type RefundDifference = { kind: DifferenceKind; key: string; orderId: string | null; here: string | null; there: string | null };
export type Reconciliation = { reported: number; compared: number; agreed: number; differences: RefundDifference[] };

/** What each of our statuses allows there; null: it need not be there at all. */
const fits: Record<string, readonly (ReportedRefund["status"] | null)[]> = {
  approved: [null], stopped: [null], submitting: [null], unknown: [null], submitted: ["submitted"], settled: ["settled"], failed: [null, "failed"], reversed: ["reversed"],
};
/** We have not heard what became of these: that they were executed is news, not a contradiction. */
const unheard = new Set(["submitting", "unknown"]);
const AT_ONCE = 1_000;

/**
 * Compares a report with every refund of ours. Where all lines of the report say when, ours from outside that time are not missed.
 * Keeps the report in memory, reads ours page by page.
 */
export async function reconcile(store: Store, report: Iterable<ReportedRefund> | AsyncIterable<ReportedRefund>): Promise<Reconciliation> {
  const there = new Map<string, ReportedRefund>();
  const differences: RefundDifference[] = [];
  let reported = 0;
  for await (const refund of report) {
    reported += 1;
    if (there.has(refund.key)) differences.push({ kind: "twice", key: refund.key, orderId: null, here: null, there: told(refund) });
    else there.set(refund.key, refund);
  }
  const period = periodOf(there);
  let compared = 0;
  for (let last: string | null = null; ; ) {
    const page = await store.refundsAfter(last, AT_ONCE);
    if (page.length === 0) break;
    last = page.at(-1)!.id;
    compared += page.length;
    const missing: RefundStatusRow[] = [];
    for (const own of page) {
      const other = there.get(own.id);
      there.delete(own.id);
      if (other) differences.push(...between(own, other));
      else if (!fits[own.status]!.includes(null)) missing.push(own);
    }
    differences.push(...(await within(store, missing, period)).map((own): RefundDifference => ({ kind: "missingThere", key: own.id, orderId: own.orderId, here: told(own), there: null })));
  }
  for (const other of there.values()) differences.push({ kind: "missingHere", key: other.key, orderId: null, here: null, there: told(other) });
  const apart = new Set(differences.filter(({ orderId }) => orderId !== null).map(({ key }) => key));
  return { reported, compared, agreed: compared - apart.size, differences: differences.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)) };
}

function between(own: RefundStatusRow, other: ReportedRefund): RefundDifference[] {
  const found = (kind: DifferenceKind): RefundDifference => ({ kind, key: own.id, orderId: own.orderId, here: told(own), there: told(other) });
  const sum = own.amountMinor === other.amountMinor && own.currency === other.currency ? [] : [found("amount")];
  if (fits[own.status]!.includes(other.status)) return sum;
  return [...sum, found(unheard.has(own.status) ? "openHere" : "state")];
}

const told = ({ amountMinor, currency, status }: { amountMinor: number; currency: string; status: string }): string => `${amountMinor} ${currency} ${status}`;

function periodOf(there: Map<string, ReportedRefund>): { from: number; to: number } | null {
  const times = [...there.values()].map(({ at }) => at);
  if (times.length === 0 || times.includes(null)) return null;
  const known = times as number[];
  return { from: known.reduce((a, b) => Math.min(a, b)), to: known.reduce((a, b) => Math.max(a, b)) };
}

/** Those that were handed over in the period; all of them where there is none. */
async function within(store: Store, refunds: RefundStatusRow[], period: { from: number; to: number } | null): Promise<RefundStatusRow[]> {
  if (!period || refunds.length === 0) return refunds;
  const handedOver = await store.eventsOf([...new Set(refunds.map(({ orderId }) => orderId))], "RefundSubmitting");
  return refunds.filter(({ id, orderId }) => {
    const at = handedOver.get(orderId)?.find((event) => (event.data as { refundId: string }).refundId === id)?.at;
    return at === undefined || (at >= period.from && at <= period.to);
  });
}
