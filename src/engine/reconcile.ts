// Reconciliation: the refunds, or the payouts, that an institution says it executed, against ours, each difference named. Changes nothing.
// Where the two disagree a person decides: the journal is what we did, the report what really left.
import type { Store } from "../store/store.ts";
import type { ReportedPayout, ReportedRefund } from "./gateways/gateway.ts";

/**
 * `missingHere`: money left that we know nothing of. `missingThere`: we believe that it was handed over. `amount`: another sum or currency.
 * `state`: it went otherwise. `twice`: the same key stands in the report twice. `openHere`: executed, while we still wait to hear of it.
 */
export type DifferenceKind = "missingHere" | "missingThere" | "amount" | "state" | "twice" | "openHere";
/** `orderId` is null of payouts, which belong to no order. */
export type MoneyDifference = { kind: DifferenceKind; key: string; orderId: string | null; here: string | null; there: string | null };
export type Reconciliation = { reported: number; compared: number; agreed: number; differences: MoneyDifference[] };

type Reported = { key: string; amountMinor: number; currency: string; status: string; at: number | null };
type Own = { id: string; orderId: string | null; amountMinor: number; currency: string; status: string };
type Period = { from: number; to: number };
/** What is compared: what each of our statuses allows there (null: it need not be there at all), ours page by page, and which of ours a period means. */
type Books<O extends Own> = {
  fits: Record<string, readonly (string | null)[]>;
  after(last: string | null): Promise<O[]>;
  within(own: O[], period: Period): Promise<O[]>;
};

/** We have not heard what became of these: that they were executed is news, not a contradiction. */
const unheard = new Set(["submitting", "unknown"]);
const AT_ONCE = 1_000;

/**
 * Compares a report with every refund of ours. Where all lines of the report say when, ours from outside that time are not missed.
 * Keeps the report in memory, reads ours page by page.
 */
export function reconcile(store: Store, report: Iterable<ReportedRefund> | AsyncIterable<ReportedRefund>): Promise<Reconciliation> {
  return compared(report, {
    fits: {
      approved: [null], stopped: [null], submitting: [null], unknown: [null], submitted: ["submitted"], settled: ["settled"], failed: [null, "failed"], reversed: ["reversed"],
    },
    after: (last) => store.refundsAfter(last, AT_ONCE),
    within: async (refunds, { from, to }) => {
      const handedOver = await store.eventsOf([...new Set(refunds.map(({ orderId }) => orderId))], "RefundSubmitting");
      return refunds.filter(({ id, orderId }) => {
        const at = handedOver.get(orderId)?.find((event) => (event.data as { refundId: string }).refundId === id)?.at;
        return at === undefined || (at >= from && at <= to);
      });
    },
  });
}

/** The same for payouts; the time of one is when it was made. */
export function reconcilePayouts(store: Store, report: Iterable<ReportedPayout> | AsyncIterable<ReportedPayout>): Promise<Reconciliation> {
  return compared(report, {
    fits: { submitting: [null], unknown: [null], submitted: ["submitted", "settled"], settled: ["settled"], failed: [null, "failed"] },
    after: async (last) => (await store.payouts.payoutsAfter(last, AT_ONCE)).map(({ id, amountMinor, currency, status, at }) => ({ id, orderId: null, amountMinor, currency, status, at })),
    within: async (payouts, { from, to }) => payouts.filter(({ at }) => at >= from && at <= to),
  });
}

async function compared<O extends Own>(report: Iterable<Reported> | AsyncIterable<Reported>, books: Books<O>): Promise<Reconciliation> {
  const there = new Map<string, Reported>();
  const differences: MoneyDifference[] = [];
  let reported = 0;
  for await (const one of report) {
    reported += 1;
    if (there.has(one.key)) differences.push({ kind: "twice", key: one.key, orderId: null, here: null, there: told(one) });
    else there.set(one.key, one);
  }
  const period = periodOf(there);
  let count = 0;
  const apart = new Set<string>();
  for (let last: string | null = null; ; ) {
    const page = await books.after(last);
    if (page.length === 0) break;
    last = page.at(-1)!.id;
    count += page.length;
    const missing: O[] = [];
    for (const own of page) {
      const other = there.get(own.id);
      there.delete(own.id);
      const found = other ? between(own, other, books.fits) : [];
      if (found.length > 0) apart.add(own.id);
      differences.push(...found);
      if (!other && !books.fits[own.status]!.includes(null)) missing.push(own);
    }
    for (const own of period && missing.length > 0 ? await books.within(missing, period) : missing) {
      apart.add(own.id);
      differences.push({ kind: "missingThere", key: own.id, orderId: own.orderId, here: told(own), there: null });
    }
  }
  for (const other of there.values()) differences.push({ kind: "missingHere", key: other.key, orderId: null, here: null, there: told(other) });
  return { reported, compared: count, agreed: count - apart.size, differences: differences.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)) };
}

function between(own: Own, other: Reported, fits: Books<Own>["fits"]): MoneyDifference[] {
  const found = (kind: DifferenceKind): MoneyDifference => ({ kind, key: own.id, orderId: own.orderId, here: told(own), there: told(other) });
  const sum = own.amountMinor === other.amountMinor && own.currency === other.currency ? [] : [found("amount")];
  if (fits[own.status]!.includes(other.status)) return sum;
  return [...sum, found(unheard.has(own.status) ? "openHere" : "state")];
}

const told = ({ amountMinor, currency, status }: { amountMinor: number; currency: string; status: string }): string => `${amountMinor} ${currency} ${status}`;

function periodOf(there: Map<string, Reported>): Period | null {
  const times = [...there.values()].map(({ at }) => at);
  if (times.length === 0 || times.includes(null)) return null;
  const known = times as number[];
  return { from: known.reduce((a, b) => Math.min(a, b)), to: known.reduce((a, b) => Math.max(a, b)) };
}
