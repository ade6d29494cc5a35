// The sandbox's institution as it pays out: a durable record of its own, the same faults as for refunds, settled by the sandbox clock
// or when it is told to.
import { later } from "../../../core/time.ts";
import type { PayoutRow } from "../../../store/payoutRows.ts";
import type { SandboxPayout, SandboxPayoutRecords } from "../../../store/sandboxPayouts.ts";
import type { Clock } from "../../clock.ts";
import type { Outside } from "../../drain.ts";
import type { Payouts } from "../../payouts/payouts.ts";
import type { PayoutAbility, PayoutAnswer, PayoutCall } from "../gateway.ts";
import { referenceOf } from "./institution.ts";
import type { KeptSettings } from "./institutionSettings.ts";

const SETTLES_AFTER = "P2D";
const HANG_MS = 5_000;
const AT_ONCE = 256;

export function sandboxPayoutAbility(records: SandboxPayoutRecords, clock: Clock, settings: KeptSettings): PayoutAbility {
  async function execute({ key, sellerId, amountMinor, currency }: PayoutCall): Promise<SandboxPayout> {
    const { mode, settleAfter } = await settings.now();
    const dueAt = mode === "auto" ? later(clock.now(), settleAfter ?? SETTLES_AFTER, "UTC") : null;
    return records.executePayout({ key, sellerId, amountMinor, currency, at: clock.now(), status: "submitted", dueAt });
  }
  return {
    async submitPayout(call): Promise<PayoutAnswer> {
      const fault = await settings.takeFault();
      // A key that was executed stays executed: it cannot be rejected afterwards.
      if (fault === "reject" && !(await records.executedPayout(call.key))) return { kind: "rejected", reason: "the institution rejects this payout" };
      const payout = await execute(call);
      if (fault === "timeoutAfterAccept") return { kind: "unknown", reason: "no answer in time" };
      if (fault === "error500AfterAccept") return { kind: "unknown", reason: "status 500" };
      if (fault === "hang") await new Promise((resolve) => setTimeout(resolve, HANG_MS));
      if (payout.amountMinor !== call.amountMinor || payout.currency !== call.currency || payout.sellerId !== call.sellerId) return { kind: "rejected", reason: "the key was used for another payout" };
      return { kind: "accepted", reference: referenceOf(call.key) };
    },
    async findPayout(key) {
      const payout = await records.executedPayout(key);
      if (!payout) return { kind: "notFound" };
      if (payout.status === "failed") return { kind: "failed", reason: "the institution could not settle it" };
      return { kind: payout.status === "settled" ? "settled" : "submitted", reference: referenceOf(key) };
    },
  };
}

/** What the institution does with payouts by itself when its time has come. */
export function sandboxPayoutsOutside(records: SandboxPayoutRecords, payouts: Payouts): Outside {
  return {
    earliestDue: () => records.earliestPayoutDue(),
    async actUpTo(now) {
      const due = await records.duePayouts(now, AT_ONCE);
      for (const { key } of due) {
        await payouts.notice(key, { kind: "settled", reference: referenceOf(key) });
        await records.setPayout(key, "settled");
      }
      return due.length;
    },
  };
}

export type SandboxPayouts = {
  /** Every payout that the institution has ever executed. */
  payouts(): Promise<SandboxPayout[]>;
  /** Null where it never executed that key. */
  settlePayout(key: string): Promise<PayoutRow | null>;
  /** Lets a payout fail, also one that has settled. */
  failPayout(key: string): Promise<PayoutRow | null>;
};

/** The controls over them. */
export function sandboxPayouts(records: SandboxPayoutRecords, payouts: Payouts): SandboxPayouts {
  const moved = async (key: string, status: "settled" | "failed"): Promise<PayoutRow | null> => {
    const known = await records.executedPayout(key);
    if (!known) return null;
    // What has failed there does not come back to life.
    if (known.status !== "failed") await records.setPayout(key, status);
    return payouts.notice(key, (await records.executedPayout(key))!.status === "failed" ? { kind: "failed", reason: "the institution could not settle it" } : { kind: "settled", reference: referenceOf(key) });
  };
  return { payouts: () => records.executedPayouts(), settlePayout: (key) => moved(key, "settled"), failPayout: (key) => moved(key, "failed") };
}
