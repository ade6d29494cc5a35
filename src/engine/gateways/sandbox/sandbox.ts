// The sandbox as whoever tries Rescind moves it: its clock, its institution, its carrier. Exists only where SANDBOX=1.
import type { Command } from "../../../core/commands.ts";
import type { Actor } from "../../../core/event.ts";
import type { Store } from "../../../store/store.ts";
import { advanced, type SandboxClock } from "../../clock.ts";
import type { Alone } from "../../alone.ts";
import type { Drain, Outside } from "../../drain.ts";
import type { Answer } from "../../engine.ts";
import { carriers, normaliseTrackingNumber } from "../../trackingNumbers.ts";
import { sandboxChargebacks, type SandboxChargebacks } from "./chargebacks.ts";
import type { InstitutionSettings, KeptSettings } from "./institutionSettings.ts";
import { sandboxPayouts, type SandboxPayouts } from "./payouts.ts";
import type { Payouts } from "../../payouts/payouts.ts";

type ClockState = { now: number; running: boolean };
type ExecutedRefund = { key: string; amountMinor: number; currency: string; to: string; at: number; status: string };
export type ScanInput = { trackingNumber: string; status: string; place?: string; country?: string; position?: { latitude: number; longitude: number }; at?: number };

export type SandboxControl = SandboxChargebacks & SandboxPayouts & {
  clock(): Promise<ClockState>;
  /** Moves the clock, or lets it run; answers once everything up to the new time has been acted on. */
  moveClock(move: { advance?: string; run?: boolean }): Promise<ClockState>;
  settings(): Promise<InstitutionSettings>;
  configure(change: Partial<InstitutionSettings>): Promise<InstitutionSettings>;
  confirmPayment(id: string): Promise<Answer>;
  rejectPayment(id: string): Promise<Answer>;
  /** Every refund that the institution has ever executed. */
  refunds(): Promise<ExecutedRefund[]>;
  settleRefund(key: string): Promise<Answer>;
  failRefund(key: string): Promise<Answer>;
  reverseRefund(key: string): Promise<Answer>;
  scan(scan: ScanInput): Promise<Answer>;
};

/** Gives a gateway's notice to the engine. */
export type Notice = (orderId: string, actor: Actor, command: Command) => Promise<Answer>;

const INSTITUTION: Actor = { role: "institution", id: "sandbox" };
const CARRIER: Actor = { role: "carrier", id: "sandbox" };
const AT_ONCE = 256;

/** What the institution does by itself when its time has come. */
export function sandboxOutside(store: Store, notice: Notice): Outside {
  const records = store.sandbox;
  return {
    earliestDue: () => records.earliestDue(),
    async actUpTo(now) {
      const payments = await records.duePayments(now, AT_ONCE);
      await Promise.all(payments.map(async ({ id, orderId }) => {
        await notice(orderId, INSTITUTION, { type: "ConfirmPayment", paymentId: id });
        await records.setPayment(id, "confirmed", null);
      }));
      const refunds = await records.dueRefunds(now, AT_ONCE);
      // Looked up before the first notice goes out: an order's notices of one instant always come in the same order.
      const orderIds = await Promise.all(refunds.map(({ key }) => store.findRefund(key)));
      await Promise.all(refunds.map(async ({ key, status }, index) => {
        const reversed = status === "reversing";
        const orderId = orderIds[index];
        if (orderId) await notice(orderId, INSTITUTION, { type: reversed ? "RecordRefundReversed" : "RecordRefundSettled", refundId: key });
        await records.setRefund(key, reversed ? "reversed" : "settled", null, status);
      }));
      return payments.length + refunds.length;
    },
  };
}

/** The controls. `settings` are those that the institution reads; `alone` moves the clock in the one order for all processes. */
export function openSandbox(store: Store, clock: SandboxClock, drain: Drain, settings: KeptSettings, alone: Alone, notice: Notice, payouts: Payouts): SandboxControl {
  const records = store.sandbox;
  const state = async (): Promise<ClockState> => {
    await clock.refresh();
    return { now: clock.now(), running: clock.running() };
  };

  async function payment(id: string, type: "ConfirmPayment" | "RejectPayment", status: string): Promise<Answer> {
    const orderId = await store.findPayment(id);
    if (!orderId) return { kind: "notFound" };
    const answer = await notice(orderId, INSTITUTION, { type, paymentId: id });
    if (answer.kind === "accepted") await records.setPayment(id, status, null);
    return answer;
  }

  async function refund(key: string, command: Command, status: string): Promise<Answer> {
    const orderId = (await records.refund(key)) ? await store.findRefund(key) : null;
    if (!orderId) return { kind: "notFound" };
    const answer = await notice(orderId, INSTITUTION, command);
    if (answer.kind === "accepted") await records.setRefund(key, status, null);
    return answer;
  }

  async function move({ advance, run }: { advance?: string; run?: boolean }): Promise<ClockState> {
    await clock.refresh();
    if (advance !== undefined) {
      const target = advanced(clock.now(), advance);
      await drain.upTo(target, (at) => clock.set(at));
      await clock.set(target);
    }
    if (run !== undefined) await clock.run(run);
    return state();
  }

  return {
    clock: state,
    moveClock: (wanted) => alone(() => move(wanted)),
    settings: () => settings.now(),
    configure: (change) => settings.change(change),
    confirmPayment: (id) => payment(id, "ConfirmPayment", "confirmed"),
    rejectPayment: (id) => payment(id, "RejectPayment", "rejected"),
    refunds: async () => (await records.refunds()).map(({ key, amountMinor, currency, to, at, status }) => ({ key, amountMinor, currency, to, at, status })),
    settleRefund: (key) => refund(key, { type: "RecordRefundSettled", refundId: key }, "settled"),
    failRefund: (key) => refund(key, { type: "RecordRefundFailed", refundId: key, reason: "the institution could not settle it" }, "failed"),
    reverseRefund: (key) => refund(key, { type: "RecordRefundReversed", refundId: key }, "reversed"),
    ...sandboxChargebacks(store, notice),
    ...sandboxPayouts(records, payouts),
    async scan(scan) {
      const trackingNumber = normaliseTrackingNumber(scan.trackingNumber);
      const [orderId] = await store.findParcel(carriers, trackingNumber);
      return orderId ? notice(orderId, CARRIER, { ...scan, type: "RecordScan", trackingNumber } as Command) : { kind: "notFound" };
    },
  };
}
