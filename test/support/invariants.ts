// What must hold of an order after every fact, whatever happened (INVARIANTS.md): the books, the money, the goods, the progress.
// Recomputes everything from the facts and the journal; trusts no sum that the order carries.
import assert from "node:assert/strict";
import { deadlinesOf } from "../../src/core/deadlines.ts";
import type { OrderEvent } from "../../src/core/events.ts";
import type { Policy } from "../../src/core/policy.ts";
import { postings } from "../../src/core/postings.ts";
import { backOtherwiseMinor, isClaimOpen, isOwed, isReturnOpen, openCancellation, type Order, type Refund } from "../../src/core/state.ts";

/** The balance of every account, in minor units. */
export type Books = Map<string, number>;

const held: Refund["status"][] = ["approved", "submitting"];
const moving: Refund["status"][] = ["approved", "submitting", "submitted", "unknown"];
const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);
const amountsOf = (refunds: readonly Refund[], statuses: readonly string[]): number =>
  sum(refunds.filter((refund) => statuses.includes(refund.status)).map((refund) => refund.amountMinor));

/** Books the fact and checks what must hold after it (M1, M2, M4, M6, G2). `before` is null for the first fact. */
export function bookFact(books: Books, before: Order | null, fact: OrderEvent, after: Order): void {
  const lines = postings(before, fact);
  assert.equal(sum(lines.map((line) => line.amountMinor)), 0, `M1: the postings of ${fact.type} sum to zero`);
  for (const { account, amountMinor } of lines) {
    assert.ok(Number.isSafeInteger(amountMinor) && amountMinor !== 0, `whole minor units, and some, for ${account}`);
    books.set(account, (books.get(account) ?? 0) + amountMinor);
  }
  const { money } = after;
  const balance = (name: string): number => books.get(`${name}/${after.id}`) ?? 0;
  assert.equal(balance("escrow"), money.inEscrowMinor, `M4: the escrow account is what the order says, after ${fact.type}`);
  assert.equal(balance("subsidy"), money.subsidyMinor, `M4: the platform's discount that waits, after ${fact.type}`);
  const unknown = after.refunds.filter((refund) => refund.status === "unknown" && refund.institutionReference === null);
  assert.equal(balance("held"), amountsOf(after.refunds, held) + sum(unknown.map((refund) => refund.amountMinor)), `M2: held for refunds, after ${fact.type}`);
  assert.equal(money.paidMinor, money.inEscrowMinor + money.releasedMinor + money.refundingMinor + money.refundedMinor, `M2: nothing is lost by ${fact.type}`);
  for (const [name, minor] of Object.entries(money)) assert.ok(Number.isSafeInteger(minor) && minor >= 0, `M4: ${name} is ${minor} after ${fact.type}`);
  assert.ok(money.commissionPaidMinor <= money.releasedMinor, `M4: the seller never pays more than they get, after ${fact.type}`);
  checkPayments(after, fact);
  checkAccounts(books, after, fact, lines.map((line) => line.account));
  for (const line of after.lines) {
    const counts = [line.cancelled, line.shipped, line.delivered, line.returning, line.returned];
    assert.ok(counts.every((count) => count >= 0), `${line.sku} has ${counts.join()} after ${fact.type}`);
    assert.ok(line.cancelled + line.shipped <= line.quantity, `${line.sku}: no more units than were bought, after ${fact.type}`);
    assert.ok(line.delivered <= line.shipped && line.returned + line.returning <= line.shipped, `G2: ${line.sku} has ${counts.join()} after ${fact.type}`);
  }
}

function checkPayments(order: Order, fact: OrderEvent): void {
  for (const payment of order.payments) {
    const own = order.refunds.filter((refund) => refund.paymentId === payment.id);
    assert.equal(payment.refundingMinor, amountsOf(own, moving), `M5: what is on its way from ${payment.method}, after ${fact.type}`);
    assert.equal(payment.refundedMinor, amountsOf(own, ["settled"]) + backOtherwiseMinor(order, payment.id), `M5: what went back to ${payment.method}, after ${fact.type}`);
    assert.ok(payment.refundingMinor + payment.refundedMinor <= (payment.status === "captured" ? payment.amountMinor : 0), `M3: ${payment.method} gives no more than it holds, after ${fact.type}`);
  }
  assert.equal(order.money.refundingMinor, amountsOf(order.refunds, moving), `M2: refunding, after ${fact.type}`);
  assert.equal(order.money.refundedMinor, amountsOf(order.refunds, ["settled"]) + sum(order.payments.map((payment) => backOtherwiseMinor(order, payment.id))), `M2: refunded, after ${fact.type}`);
}

/** Every account but the seller's and the platform's discounts, whose sum follows, holds what the order's parts say (ARCHITECTURE, Money). */
function checkAccounts(books: Books, order: Order, fact: OrderEvent, moved: readonly string[]): void {
  const { money } = order;
  const chargebacks = order.chargebacks ?? [];
  const openMinor = (paymentIds: readonly string[]): number => sum(chargebacks.filter((one) => one.status === "open" && paymentIds.includes(one.paymentId)).map((one) => one.amountMinor));
  const expected = new Map<string, number>([
    ["platform/disputed", 0 - openMinor(order.payments.map(({ id }) => id))], ["platform/losses", 0 - sum([...chargebacks, ...order.refunds.flatMap(({ stray }) => stray ?? [])].map((one) => one.lossMinor))],
    ["platform/commission", money.commissionPaidMinor], ["platform/fines", sum(order.sanctions.filter((one) => one.status !== "lifted").map((one) => one.fineMinor))],
    [`seller/${order.seller.id}/owed`, money.owedByBuyerMinor], [`buyer/${order.buyer.id}/owed`, 0 - money.owedByBuyerMinor],
  ]);
  for (const method of new Set([...order.payments.map((payment) => payment.method), ...order.refunds.map((refund) => refund.to)])) {
    const paid = order.payments.filter((payment) => payment.method === method);
    const back = order.refunds.filter((refund) => refund.to === method);
    const pending = sum(paid.filter((payment) => payment.status === "pending").map((payment) => payment.amountMinor));
    const captured = sum(paid.filter((payment) => payment.status === "captured").map((payment) => payment.amountMinor));
    const settled = back.filter((refund) => refund.status === "settled");
    const away = back.filter((refund) => refund.institutionReference !== null && (refund.status === "submitted" || refund.status === "unknown"));
    const reversing = settled.filter((refund) => refund.reversingSince !== null);
    const reversingMinor = amountsOf(reversing, ["settled"]);
    expected.set(`institution/${method}/in-flight`, pending + amountsOf(away, moving) + reversingMinor);
    const lost = sum(chargebacks.filter((one) => one.status === "lost" && paid.some(({ id }) => id === one.paymentId)).map((one) => one.amountMinor));
    expected.set(`institution/${method}/disputed`, openMinor(paid.map(({ id }) => id)));
    expected.set(`buyer/${order.buyer.id}/${method}`, amountsOf(settled, ["settled"]) + sum(back.map(({ stray }) => stray?.amountMinor ?? 0)) + lost - reversingMinor - pending - captured);
  }
  for (const [account, minor] of expected) assert.equal(books.get(account) ?? 0, minor, `M4: ${account} after ${fact.type}`);
  const others = [`escrow/${order.id}`, `held/${order.id}`, `subsidy/${order.id}`, `seller/${order.seller.id}`, "platform/discounts"];
  for (const account of moved) assert.ok(expected.has(account) || others.includes(account), `${account} is an account, after ${fact.type}`);
}

const isFinal = (order: Order): boolean => order.status === "closed" || order.status === "completed";

/** What must hold once a command is done: somebody owes the next step (P1), and what has ended is whole. */
export function checkRest(policy: Policy, order: Order, after: string): void {
  const deadlines = deadlinesOf(policy, order);
  assert.ok(order.claims.filter(isClaimOpen).length <= 1, `one claim at a time, after ${after}`);
  assert.ok(order.cancellations.filter((one) => one.status === "requested").length <= 1, `one cancellation at a time, after ${after}`);
  for (const claim of order.claims.filter((one) => one.status === "awaitingGoods")) {
    assert.ok(order.returns.some((ret) => ret.id === claim.returnId && isReturnOpen(ret)), `a claim that waits for goods has a return open, after ${after}`);
  }
  if (!isFinal(order)) {
    assert.ok(deadlines.length > 0, `P1: ${order.status} has no deadline after ${after}`);
    return;
  }
  assert.equal(openCancellation(order), undefined, `a ${order.status} order has no cancellation open, after ${after}`);
  assert.deepEqual(order.returns.filter(isReturnOpen), [], `a ${order.status} order has no return open, after ${after}`);
  const owed = sum(order.refunds.filter(isOwed).map((refund) => refund.amountMinor));
  const disputed = order.claims.some(isClaimOpen);
  if (!disputed) assert.equal(order.money.inEscrowMinor, owed, `a ${order.status} order keeps nothing in escrow, after ${after}`);
  assert.equal(order.status === "closed" && order.money.releasedMinor > 0, false, `a closed order has paid the seller nothing, after ${after}`);
}
