// Holds a store against itself and against the outside world after races and crashes: everything verified, every fact booked
// anew, every refund compared with what the institution says it executed. It repairs nothing.
import type { OrderEvent, Stamped } from "../../src/core/events.ts";
import { evolve } from "../../src/core/evolve.ts";
import type { Policy } from "../../src/core/policy.ts";
import type { Order, Refund } from "../../src/core/state.ts";
import { underLaw } from "../../src/core/law.ts";
import { openLaws, readShippedLaws } from "../../src/engine/laws.ts";
import { verify } from "../../src/engine/verify.ts";
import type { OrderInFull } from "../../src/store/orders.ts";
import type { SandboxRefund } from "../../src/store/sandboxRecords.ts";
import type { Store } from "../../src/store/store.ts";
import { bookFact, checkRest, type Books } from "./invariants.ts";

/** What was answered with success: the order, and the events that the answer showed. */
export type Acknowledged = { orderId: string; events: { seq: number; hash: string }[] };

export type AuditWish = {
  acknowledged?: readonly Acknowledged[];
  /** Everything has been given the time to end: no refund may be under way, no effect wait. */
  drained?: boolean;
  /** Under which the orders were bought, where it is not those that the store keeps. */
  policies?: readonly Policy[];
};

/** What was looked at, and one line for each thing that is not as it must be; `of` counts the gravest kinds among these lines. */
export type Audit = { orders: number; events: number; refunds: number; executed: number; of: { lost: number; doubled: number; stuck: number }; findings: string[] };

/** Looks at everything in the store. */
export async function audit(store: Store, { acknowledged = [], drained = false, policies: given }: AuditWish = {}): Promise<Audit> {
  const policies = new Map((given ?? (await store.policies.all()).map(({ body }) => body as Policy)).map((policy) => [policy.policy, policy]));
  const laws = await openLaws(store.laws, await readShippedLaws(), 0);
  const executed = await store.sandbox.refunds();
  const outside = new Map(executed.map((refund) => [refund.key, refund]));
  const seen: Audit = { orders: 0, events: 0, refunds: 0, executed: executed.length, of: { lost: 0, doubled: 0, stuck: 0 }, findings: [] };
  const hashes = new Map<string, string[]>();
  const known = new Set<string>();
  const numbers = new Set<string>();
  for (let last: string | null = null; ;) {
    const page: OrderInFull[] = await store.ordersAfter(last, 200);
    for (const row of page) {
      const own: string[] = [];
      const number = `${row.marketplace} ${row.externalId}`;
      if (numbers.has(number)) own.push(`${number} was placed twice`);
      numbers.add(number);
      attempt(own, () => checkBooks(row, underLaw(policies.get(row.marketplace)!, laws.over(row.state as Order))));
      const order = row.state as Order;
      for (const refund of order.refunds) own.push(...compareRefund(refund, order, outside.get(refund.id)));
      const stuck = drained ? [...order.refunds.flatMap((refund) => waits(refund, outside.get(refund.id))), ...(await store.outbox.pending(row.id)).map(({ kind }) => `effect ${kind} was never carried out`)] : [];
      const doubled = paidTwice(order, outside);
      seen.of.stuck += stuck.length;
      seen.of.doubled += doubled.length;
      own.push(...stuck, ...doubled);
      seen.orders += 1;
      seen.events += row.events.length;
      seen.refunds += order.refunds.length;
      hashes.set(row.id, row.events.map((event) => event.hash));
      for (const { id } of order.refunds) known.add(id);
      seen.findings.push(...own.map((finding) => `${row.id}: ${finding}`));
    }
    if (page.length < 200) break;
    last = page.at(-1)!.id;
  }
  for (const { key } of executed) if (!known.has(key)) seen.findings.push(`${key} was executed outside and is nobody's here`);
  seen.findings.push(...(await comparePayouts(store, drained)));
  seen.findings.push(...(await verify(store)).differences.map(({ orderId, what }) => `${orderId}: ${what}`));
  const gone = lost(acknowledged, hashes);
  seen.of.lost = gone.length;
  seen.findings.push(...gone);
  return seen;
}

function attempt(findings: string[], check: () => void): void {
  try {
    check();
  } catch (error) {
    findings.push((error as Error).message.replaceAll(/\s+/g, " ").slice(0, 500));
  }
}

/** Books every fact of an order anew, and looks at what it came to: M1, M2, M4, P1, G2. */
function checkBooks({ events }: OrderInFull, policy: Policy): void {
  const books: Books = new Map();
  let order: Order | null = null;
  for (const event of events) {
    const before = order;
    order = evolve(before, event as unknown as Stamped & { policyVersion: number });
    bookFact(books, before, event as unknown as OrderEvent, order);
  }
  checkRest(policy, order!, "the end");
}

/** One refund of ours against the institution's record of its key. */
function compareRefund(refund: Refund, { currency }: Order, outside: SandboxRefund | undefined): string[] {
  const { status, amountMinor } = refund;
  const says = nameOf(refund, outside);
  if (!outside) return ["approved", "stopped", "failed", "submitting", "unknown"].includes(status) ? [] : [`${says} was never executed`];
  const findings: string[] = [];
  if (outside.amountMinor !== amountMinor || outside.currency !== currency) findings.push(`${says}: ${amountMinor} ${currency} here, ${outside.amountMinor} ${outside.currency} outside`);
  if (status === "approved" || status === "stopped") findings.push(`${says} was executed although it was never handed over`);
  if (status === "failed" && outside.status !== "failed") findings.push(`${says} failed here only`);
  if (status === "settled" && !wasPaid(outside)) findings.push(`${says} settled here only`);
  if (status === "reversed" && outside.status !== "reversed") findings.push(`${says} reversed here only`);
  return findings;
}

/** Every payout of ours against the institution's record of its key, and the other way round. */
async function comparePayouts(store: Store, drained: boolean): Promise<string[]> {
  const outside = new Map((await store.sandbox.executedPayouts()).map((payout) => [payout.key, payout]));
  const findings: string[] = [];
  for (let last: string | undefined; ;) {
    const page = await store.payouts.list({ before: last, limit: 200 });
    for (const { id, status, amountMinor, currency, sellerId } of page) {
      const executed = outside.get(id);
      outside.delete(id);
      const says = `${id} (${status}, ${executed?.status ?? "unknown"} outside)`;
      if (executed && `${executed.amountMinor} ${executed.currency} ${executed.sellerId}` !== `${amountMinor} ${currency} ${sellerId}`) findings.push(`${says} is another payout outside`);
      if (!executed && (status === "submitted" || status === "settled")) findings.push(`${says} was never executed`);
      if (status === "failed" && executed && executed.status !== "failed") findings.push(`${says} failed here only`);
      if (drained && (status === "submitting" || status === "unknown" || (status === "submitted" && executed?.status === "settled"))) findings.push(`${says} still waits`);
    }
    if (page.length < 200) break;
    last = page.at(-1)!.id;
  }
  return [...findings, ...[...outside.keys()].map((key) => `${key} was paid out outside and is nobody's here`)];
}

const nameOf = ({ id, status }: Refund, outside: SandboxRefund | undefined): string => `${id} (${status}${outside ? `, ${outside.status} outside` : ", unknown outside"})`;
const wasPaid = ({ status }: SandboxRefund): boolean => ["settled", "reversing", "reversed"].includes(status);

/** What has had the time to end and did not. */
function waits(refund: Refund, outside: SandboxRefund | undefined): string[] {
  const says = nameOf(refund, outside);
  if (refund.status === "submitted" && outside && wasPaid(outside)) return [`${says} settled outside only`];
  return ["approved", "submitting", "unknown"].includes(refund.status) ? [`${says} still waits`] : [];
}

/** By the institution's record alone: no payment gives back more than it brought, and no refund is paid beside the one that replaced it. */
function paidTwice(order: Order, outside: ReadonlyMap<string, SandboxRefund>): string[] {
  const stands = (id: string): SandboxRefund | undefined => {
    const there = outside.get(id);
    return there && there.status !== "failed" && there.status !== "reversed" ? there : undefined;
  };
  const overpaid = order.payments.flatMap(({ id, amountMinor }) => {
    const backMinor = order.refunds.reduce((sum, refund) => sum + (refund.paymentId === id ? (stands(refund.id)?.amountMinor ?? 0) : 0), 0);
    return backMinor > amountMinor ? [`${id} brought ${amountMinor} and ${backMinor} went back outside`] : [];
  });
  const beside = order.refunds.filter(({ id, replacedBy }) => replacedBy !== null && stands(id) && stands(replacedBy)).map(({ id, replacedBy }) => `${id} and ${replacedBy}, which replaced it, were both executed`);
  return [...overpaid, ...beside];
}

/** E5: what was acknowledged is there, word for word. */
function lost(acknowledged: readonly Acknowledged[], hashes: Map<string, string[]>): string[] {
  return acknowledged.flatMap(({ orderId, events }) => {
    const kept = hashes.get(orderId);
    if (!kept) return [`${orderId} was acknowledged and is lost`];
    return events.filter(({ seq, hash }) => kept[seq - 1] !== hash).map(({ seq }) => `${orderId}: event ${seq} was acknowledged and is lost`);
  });
}
