// Recomputes payouts: each one's status, journal and lines from its steps, and every seller's balance from what no payout covers.
// Says what differs and changes nothing.
import type { PayoutInFull, PayoutStatus } from "../../store/payoutRows.ts";
import type { Store } from "../../store/store.ts";
import { follows, payoutPostings, statusAfter } from "./payout.ts";

const AT_ONCE = 200;
const LOOKS = 3;

/** Verifies every payout; `report` is told the faults of one. Resolves with how many there are. */
export async function verifyPayouts(store: Store, mostReported: number, report: (id: string, faults: readonly string[]) => void): Promise<number> {
  let count = 0;
  let last: string | null = null;
  for (let page = await store.payouts.payoutsAfter(null, AT_ONCE); page.length > 0; page = await store.payouts.payoutsAfter(last, AT_ONCE)) {
    for (const payout of page) {
      const faults = await settledFaults(store, payout, last);
      if (faults.length > 0) report(payout.id, faults);
      last = payout.id;
      count += 1;
    }
  }
  for (const { payoutId, orderId, eventSeq } of await store.payouts.wrongLines(mostReported)) report(payoutId, [`payout: its line of event ${eventSeq} of ${orderId} is not that posting, or is paid twice`]);
  for (const { sellerId, currency, ledgerMinor, openMinor } of await store.payouts.wrongBalances(mostReported)) report(`seller/${sellerId}`, [`balance: the ledger has ${ledgerMinor} ${currency}, what no payout covers comes to ${openMinor}`]);
  return count;
}

/** The faults that are still there when it is read again: one that goes on meanwhile can look torn, but not time and again. It comes right after `before`. */
async function settledFaults(store: Store, payout: PayoutInFull, before: string | null): Promise<string[]> {
  let faults = payoutFaults(payout);
  for (let look = 1; look < LOOKS && faults.length > 0; look += 1) {
    const [again] = await store.payouts.payoutsAfter(before, 1);
    if (again?.id !== payout.id) return faults;
    faults = payoutFaults(again);
  }
  return faults;
}

/** All that is wrong with one payout. */
export function payoutFaults(payout: PayoutInFull): string[] {
  const faults: string[] = [];
  let status: PayoutStatus | null = null;
  const moved = Map.groupBy(payout.postings, ({ stepSeq }) => stepSeq);
  for (const [index, { seq, type }] of payout.steps.entries()) {
    if (seq !== index + 1 || !follows(status, type)) return [...faults, `payout: step ${seq}, ${type}, cannot follow`];
    const lines = (moved.get(seq) ?? []).map(({ part, account, amountMinor }) => ({ part, account, amountMinor }));
    if (JSON.stringify(lines) !== JSON.stringify(payoutPostings(payout, status, type)) || (moved.get(seq) ?? []).some(({ currency }) => currency !== payout.currency)) faults.push(`payout: postings of step ${seq} are not what it moves`);
    status = statusAfter[type];
  }
  if (status !== payout.status || payout.version !== payout.steps.length) faults.push(`payout: ${payout.status} in version ${payout.version}, its steps say ${status} in version ${payout.steps.length}`);
  const covered = payout.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (covered !== payout.balanceMinor || payout.feeMinor + payout.amountMinor !== payout.balanceMinor) faults.push(`payout: pays ${payout.amountMinor} and a fee of ${payout.feeMinor} of lines that sum to ${covered}`);
  if (payout.lines.some(({ live }) => live !== (payout.status !== "failed"))) faults.push(`payout: ${payout.status}, but its lines say otherwise`);
  return faults;
}
