// The sandbox's payment institution. Keeps a durable record of its own of what it executed, so that a crash of ours can be
// compared with it; confirms, settles and fails by the sandbox clock, and misbehaves on request (API.md, Sandbox).
import { later } from "../../../core/time.ts";
import type { SandboxRecords, SandboxRefund } from "../../../store/sandboxRecords.ts";
import type { Clock } from "../../clock.ts";
import type { Institution, RefundAnswer, RefundCall } from "../gateway.ts";

export type Fault = "timeoutAfterAccept" | "error500AfterAccept" | "reject" | "hang";
export type Mode = "auto" | "manual";
/** `settleAfter` stands instead of each method's usual time; `next` are the faults of the coming refund calls, in order. */
export type InstitutionSettings = { mode: Mode; settleAfter: string | null; next: Fault[] };

const CONFIRMS_AFTER = "PT1H";
const REVERSES_AFTER = "P1D";
const HANG_MS = 5_000;
/** How long after it was handed over a refund settles, by method, where nothing else is set. */
export const usualSettlement: Record<string, string> = { card: "P5D", bankAccount: "P3D", westernUnion: "P3D", eWallet: "P2D", alipay: "PT1H", giftCard: "PT0S" };

export function openSandboxInstitution(records: SandboxRecords, clock: Clock, settings: InstitutionSettings): Institution {
  const soon = (after: string): number | null => (settings.mode === "auto" ? later(clock.now(), after, "UTC") : null);

  async function execute(call: RefundCall): Promise<SandboxRefund> {
    const settles = settings.settleAfter ?? usualSettlement[call.to] ?? "P5D";
    const { key, amountMinor, currency, to } = call;
    const { refund } = await records.executeRefund({ key, amountMinor, currency, to, at: clock.now(), status: "submitted", dueAt: soon(settles) });
    return refund;
  }

  return {
    async requestPayment({ id, orderId, method, amountMinor, currency }) {
      await records.addPayment({ id, orderId, method, amountMinor, currency, at: clock.now(), status: "pending", dueAt: soon(CONFIRMS_AFTER) });
    },

    async voidPayment({ id }) {
      await records.setPayment(id, "voided", null);
    },

    async submitRefund(call): Promise<RefundAnswer> {
      const fault = settings.next.shift();
      if (fault === "reject") return { kind: "rejected", reason: "the institution rejects this refund" };
      const refund = await execute(call);
      if (fault === "timeoutAfterAccept") return { kind: "unknown", reason: "no answer in time" };
      if (fault === "error500AfterAccept") return { kind: "unknown", reason: "status 500" };
      if (fault === "hang") await new Promise((resolve) => setTimeout(resolve, HANG_MS));
      if (refund.amountMinor !== call.amountMinor || refund.currency !== call.currency) return { kind: "rejected", reason: "the key was used for another refund" };
      return { kind: "accepted", reference: referenceOf(refund.key) };
    },

    async findRefund(key) {
      const refund = await records.refund(key);
      if (!refund) return { kind: "notFound" };
      if (refund.status === "failed") return { kind: "failed", reason: "the institution could not settle it" };
      const kind = refund.status === "reversed" ? "reversed" : refund.status === "submitted" ? "submitted" : "settled";
      return { kind, reference: referenceOf(key) };
    },

    async reverseRefund({ key }) {
      await records.setRefund(key, "reversing", soon(REVERSES_AFTER));
    },
  };
}

/** The institution's own reference of a refund. */
export const referenceOf = (key: string): string => `SBX-${key.slice(4, 12).toUpperCase()}-${key.slice(-12).toUpperCase()}`;
