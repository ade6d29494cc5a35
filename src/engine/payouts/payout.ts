// What a payout is and how it goes on: which word of an institution leads where, and what that moves in the journal. Pure.
// submitting → submitted → settled; or unknown, failed; what has settled can still fail.
import type { PayoutPosting, PayoutRow, PayoutStatus } from "../../store/payoutRows.ts";
import type { PayoutWrite } from "../../store/payouts.ts";

/** What an institution, or an operator in its place, says of a payout; `reason` is what it rests on. */
export type Said = { kind: "submitted" | "settled"; reference: string | null; reason?: string } | { kind: "failed"; reason: string } | { kind: "unknown"; reason: string };

export type PayoutFact = "PayoutMade" | "PayoutSubmitted" | "PayoutUnknown" | "PayoutSettled" | "PayoutFailed";

const leads: Record<PayoutStatus, Partial<Record<Said["kind"], PayoutFact>>> = {
  submitting: { submitted: "PayoutSubmitted", unknown: "PayoutUnknown", settled: "PayoutSettled", failed: "PayoutFailed" },
  unknown: { submitted: "PayoutSubmitted", settled: "PayoutSettled", failed: "PayoutFailed" },
  submitted: { settled: "PayoutSettled", failed: "PayoutFailed" },
  settled: { failed: "PayoutFailed" },
  failed: {},
};

export const statusAfter: Record<PayoutFact, PayoutStatus> = { PayoutMade: "submitting", PayoutSubmitted: "submitted", PayoutUnknown: "unknown", PayoutSettled: "settled", PayoutFailed: "failed" };

/** Whether that step can follow that status; `null` is before the first one. */
export const follows = (status: PayoutStatus | null, fact: string): fact is PayoutFact => (status === null ? fact === "PayoutMade" : Object.values(leads[status]).includes(fact as PayoutFact));

const IN_FLIGHT = "institution/payout/in-flight";
const FEES = "platform/payoutFees";

type Paid = Pick<PayoutRow, "sellerId" | "amountMinor" | "feeMinor">;

/** The lines of one step; `before` is the status that it leaves. Empty where no money moves. */
export function payoutPostings({ sellerId, amountMinor, feeMinor }: Paid, before: PayoutStatus | null, fact: PayoutFact): PayoutPosting[] {
  const seller = `seller/${sellerId}`;
  const bank = `${seller}/bank`;
  switch (fact) {
    case "PayoutMade":
      return [...move("payout", seller, IN_FLIGHT, amountMinor), ...move("fee", seller, FEES, feeMinor)];
    case "PayoutSettled":
      return move("payout", IN_FLIGHT, bank, amountMinor);
    case "PayoutFailed":
      // A payout that failed costs nothing.
      return [...move("payout", before === "settled" ? bank : IN_FLIGHT, seller, amountMinor), ...move("fee", FEES, seller, feeMinor)];
    case "PayoutSubmitted":
    case "PayoutUnknown":
      return [];
    default: {
      const never: never = fact;
      throw new Error(`no such step ${String(never)}`);
    }
  }
}

const move = (part: PayoutPosting["part"], from: string, to: string, amountMinor: number): PayoutPosting[] =>
  amountMinor === 0 ? [] : [{ part, account: from, amountMinor: -amountMinor }, { part, account: to, amountMinor }];

const DAY_MS = 86_400_000;
/** How long an operator has to find out what became of an unknown one. */
const DECIDE_WITHIN_MS = DAY_MS;
/** One that was accepted is asked about until it has arrived. */
const ASK_AFTER_MS = 7 * DAY_MS;

/** The payout after that word at `now`, or null where it says nothing new (twice, late, out of order). */
export function after(payout: PayoutRow, said: Said, by: string, now: number): PayoutWrite | null {
  const fact = leads[payout.status][said.kind];
  if (fact === undefined) return null;
  const status = statusAfter[fact];
  const reference = said.kind === "submitted" || said.kind === "settled" ? said.reference ?? payout.reference : payout.reference;
  const changed = { ...payout, status, reference, decideBy: null, dueAt: null };
  const step = { at: now, type: fact, by, reason: said.reason ?? null };
  const write = (row: PayoutRow): PayoutWrite => ({ payout: row, step, postings: payoutPostings(payout, payout.status, fact) });
  switch (said.kind) {
    case "submitted": return write({ ...changed, submittedAt: now, dueAt: now + ASK_AFTER_MS });
    case "settled": return write({ ...changed, submittedAt: payout.submittedAt ?? now, settledAt: now });
    case "failed": return write({ ...changed, failedAt: now, failedBecause: said.reason });
    case "unknown": return write({ ...changed, unknownAt: now, decideBy: now + DECIDE_WITHIN_MS });
    default: {
      const never: never = said;
      throw new Error(`no such word ${String(never)}`);
    }
  }
}

/** The same payout, to be sent or asked about at `dueAt`. */
export const again = (payout: PayoutRow, dueAt: number): PayoutWrite => ({ payout: { ...payout, dueAt }, step: null, postings: [] });

/** When one that was accepted is asked about next. */
export const askNext = (now: number): number => now + ASK_AFTER_MS;
