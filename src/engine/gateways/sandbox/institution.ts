// The sandbox's payment institution. Keeps a durable record of its own of what it executed, so that a crash of ours can be
// compared with it; confirms, settles and fails by the sandbox clock, and misbehaves on request (API.md, Sandbox).
import { later } from "../../../core/time.ts";
import type { SandboxRecords, SandboxRefund } from "../../../store/sandboxRecords.ts";
import type { Clock } from "../../clock.ts";
import type { Institution, RefundAnswer, RefundCall } from "../gateway.ts";
import type { KeptSettings } from "./institutionSettings.ts";

const CONFIRMS_AFTER = "PT1H";
const REVERSES_AFTER = "P1D";
const HANG_MS = 5_000;
/** How long after it was handed over a refund settles, by method, where nothing else is set. */
export const usualSettlement: Record<string, string> = { card: "P5D", bankAccount: "P3D", westernUnion: "P3D", eWallet: "P2D", alipay: "PT1H", giftCard: "PT0S" };

export function openSandboxInstitution(records: SandboxRecords, clock: Clock, settings: KeptSettings): Institution {
  const soon = async (after: string): Promise<number | null> => ((await settings.now()).mode === "auto" ? later(clock.now(), after, "UTC") : null);

  async function execute(call: RefundCall): Promise<SandboxRefund> {
    const { settleAfter } = await settings.now();
    const { key, amountMinor, currency, to } = call;
    const dueAt = await soon(settleAfter ?? usualSettlement[to] ?? "P5D");
    const { refund } = await records.executeRefund({ key, amountMinor, currency, to, at: clock.now(), status: "submitted", dueAt });
    return refund;
  }

  return {
    name: "sandbox",
    abilities: { cancelRefund: Object.fromEntries(Object.keys(usualSettlement).map((method) => [method, Infinity])), keepsKeysMs: Infinity, lookUp: true },

    async requestPayment({ id, orderId, method, amountMinor, currency }) {
      await records.addPayment({ id, orderId, method, amountMinor, currency, at: clock.now(), status: "pending", dueAt: await soon(CONFIRMS_AFTER) });
    },

    async voidPayment({ id }) {
      await records.setPayment(id, "voided", null);
    },

    async submitRefund(call): Promise<RefundAnswer> {
      const fault = await settings.takeFault();
      // A key that was executed stays executed: it cannot be rejected afterwards.
      if (fault === "reject" && !(await records.refund(call.key))) return { kind: "rejected", reason: "the institution rejects this refund" };
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

    async findChargeback({ paymentId, reference }) {
      const known = reference === null ? await records.chargebackOf(paymentId) : await records.chargeback(reference);
      return (known?.status as "open" | "won" | "lost" | "withdrawn" | undefined) ?? null;
    },

    async reverseRefund({ key }) {
      await records.setRefund(key, "reversing", await soon(REVERSES_AFTER));
      return { kind: "asked" };
    },
  };
}

/** The institution's own reference of a refund. */
export const referenceOf = (key: string): string => `SBX-${key.slice(4, 12).toUpperCase()}-${key.slice(-12).toUpperCase()}`;
