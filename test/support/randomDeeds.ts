// What anybody could try on an order next, with inputs drawn from a stream of numbers: mostly what fits, sometimes what does not.
// Made for tests that try at random; knows the shapes of commands and nothing of the rules.
import type { Command } from "../../src/core/commands.ts";
import { deadlinesOf } from "../../src/core/deadlines.ts";
import type { Actor } from "../../src/core/event.ts";
import { permissionsOf } from "../../src/core/permissions.ts";
import type { Placement } from "../../src/core/place.ts";
import type { Policy } from "../../src/core/policy.ts";
import { totalMinor, type LinePart, type Method, type Order, type ScanStatus } from "../../src/core/state.ts";

/** Draws the next number below `below` from the stream. */
export type Draw = (below: number) => number;
export type Deal = { actor: Actor; command: Command };

/** A stream of numbers that repeats with its seed (mulberry32). */
export function stream(from: number): Draw {
  let state = from | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const DAY = 86_400_000;
const methods: Method[] = ["card", "alipay", "giftCard"];
const scans: ScanStatus[] = ["accepted", "inTransit", "delivered", "delivered", "returnedToSender", "lost"];
const one = <T>(draw: Draw, items: readonly T[]): T => items[draw(items.length)]!;

/** An order of one to three lines with discounts, taxes, shipping and commission. */
export function randomPlacement(draw: Draw, marketplace: string, country = "DE"): Placement {
  const lines = Array.from({ length: 1 + draw(3) }, (_, index) => {
    const quantity = 1 + draw(3);
    const unitPriceMinor = draw(5) === 0 ? draw(3) : 1 + draw(2_000);
    const discountMinor = draw(3) === 0 ? draw(unitPriceMinor * quantity + 1) : 0;
    return { sku: `SKU-${index}`, title: "Something", quantity, unitPriceMinor, discountMinor, discountBy: one(draw, ["seller", "platform"] as const), taxMinor: draw(3) === 0 ? draw(300) : 0, finalSale: draw(6) === 0 };
  });
  const goods = lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity - line.discountMinor + line.taxMinor, 0);
  const shippingMinor = draw(2) === 0 ? 0 : draw(700);
  return {
    id: "ord_00000000-0000-7000-8000-000000000001", marketplace, externalId: "P-1", buyer: { id: "ann", country, profile: null },
    seller: { id: "cactus", country: "CN", profile: null }, fulfilledBy: one(draw, ["seller", "platform"] as const), currency: "USD", locale: null,
    lines, shippingMinor, commissionMinor: draw(goods + shippingMinor + 1), shipWithin: draw(4) === 0 ? "P30D" : null, shipBy: null,
  };
}

/** The first steps of an ordinary order, as far as it gets by them: paid, verified, shipped in one or two parcels, delivered. */
export function usualRoad(draw: Draw, placement: Placement): Deal[] {
  const institution: Actor = { role: "institution", id: "sandbox" };
  const seller: Actor = { role: "seller", id: placement.seller.id };
  const total = placement.lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity - (line.discountMinor ?? 0) + (line.taxMinor ?? 0), placement.shippingMinor);
  const split = total > 1 && draw(3) === 0 ? 1 + draw(total - 1) : 0;
  const pay: Command = split === 0
    ? { type: "PayOrder", method: one(draw, methods) }
    : { type: "PayOrder", payments: [{ method: one(draw, methods), amountMinor: split }, { method: one(draw, methods), amountMinor: total - split }] };
  const ship = (number: string): Deal => ({ actor: seller, command: { type: "ShipOrder", carrier: "sandbox", trackingNumber: number } });
  const arrive = (number: string): Deal => ({ actor: { role: "carrier", id: "sandbox" }, command: { type: "RecordScan", trackingNumber: number, status: "delivered", country: "DE" } });
  const road: Deal[] = [{ actor: { role: "buyer", id: placement.buyer.id }, command: pay }, { actor: institution, command: { type: "ConfirmPayment" } }, ship("NUMBER-A"), arrive("NUMBER-A")];
  const first = placement.lines[0]!;
  if (draw(3) === 0) road.splice(2, 0, { actor: seller, command: { type: "ShipOrder", carrier: "sandbox", trackingNumber: "NUMBER-B", lines: [{ sku: first.sku, quantity: 1 }] } }, arrive("NUMBER-B"));
  return road.slice(0, draw(road.length + 3));
}

/** How long until the next try, in milliseconds: often nothing, sometimes exactly to a deadline or just after it, sometimes long. */
export function randomJump(draw: Draw, policy: Policy, order: Order, now: number): number {
  switch (draw(16)) {
    case 0: case 1: case 2: case 3: case 4: case 5: case 6: return 0;
    case 7: case 8: return draw(3_600_000);
    case 9: case 10: return draw(3 * DAY);
    case 11: return draw(40 * DAY);
    default: {
      const ends = deadlinesOf(policy, order).map((deadline) => deadline.by).filter((by) => by >= now);
      return ends.length === 0 ? DAY : one(draw, ends) - now + draw(2);
    }
  }
}

/** Somebody's next command: often one that is open to them, sometimes any; the gateways' by what is under way. */
export function randomDeal(draw: Draw, policy: Policy, order: Order, now: number): Deal {
  const turn = draw(10);
  if (turn < 2) return { actor: { role: "institution", id: "sandbox" }, command: one(draw, institutionCommands(draw, policy, order)) };
  if (turn < 3) return { actor: { role: "carrier", id: "sandbox" }, command: one(draw, carrierCommands(draw, order)) };
  const actor = one<Actor>(draw, [
    { role: "buyer", id: order.buyer.id }, { role: "buyer", id: order.buyer.id }, { role: "seller", id: order.seller.id }, { role: "seller", id: order.seller.id },
    { role: "mediator", id: `mediator-${draw(2)}` }, { role: "operator", id: `operator-${draw(2)}` },
  ]);
  const all = [...buyerCommands(draw, policy, order), ...sellerCommands(draw, policy, order), ...officeCommands(draw, policy, order)];
  const open = permissionsOf(policy, order, actor, now, ["sandbox"]).filter((one) => one.allowed).map((one) => one.command);
  const wanted = turn < 4 || open.length === 0 ? null : one(draw, open);
  const fitting = all.filter((command) => command.type === wanted);
  return { actor, command: one(draw, fitting.length > 0 ? fitting : all) };
}

const units = (draw: Draw, order: Order): LinePart[] => order.lines.filter(() => draw(2) === 0).map((line) => ({ sku: line.sku, quantity: 1 + draw(line.quantity) }));
const someUnits = (draw: Draw, order: Order): { lines?: LinePart[] } => {
  const lines = units(draw, order);
  return draw(2) === 0 || lines.length === 0 ? {} : { lines };
};
const amount = (draw: Draw, order: Order): number => 1 + draw(Math.max(1, totalMinor(order) + 2));
const posted = (draw: Draw, order: Order): { carrier: string; trackingNumber: string } => ({ carrier: "sandbox", trackingNumber: `NUMBER-${order.parcels.length + (draw(8) === 0 ? 0 : 1)}` });
const idOf = (draw: Draw, list: readonly { id: string }[]): string | undefined => (list.length === 0 || draw(4) === 0 ? undefined : one(draw, list).id);
const rarely = <T>(draw: Draw, item: T): T[] => (draw(4) === 0 ? [item] : []);
const named = <K extends string>(key: K, id: string | undefined): Partial<Record<K, string>> => (id === undefined ? {} : ({ [key]: id } as Record<K, string>));

function payments(draw: Draw, order: Order): Command {
  const total = totalMinor(order);
  if (total < 2 || draw(2) === 0) return { type: "PayOrder", method: one(draw, methods) };
  const first = 1 + draw(total - 1);
  return { type: "PayOrder", payments: [{ method: one(draw, methods), amountMinor: first }, { method: one(draw, methods), amountMinor: total - first }] };
}

function buyerCommands(draw: Draw, policy: Policy, order: Order): Command[] {
  const reason = one(draw, Object.keys(policy.reasons.cancellation));
  const ground = one(draw, [...Object.keys(policy.grounds.beforeShipment), ...Object.keys(policy.grounds.onTheWay), ...Object.keys(policy.grounds.afterDelivery)]);
  const returnReasons = Object.keys(policy.reasons.return);
  const evidence = draw(3) === 0 ? {} : { evidence: ["evi_1"] };
  const remedy = one(draw, ["money", "goodsAndMoney", "repair", "replacement", "lowerPrice"] as const);
  const commands: Command[] = [
    payments(draw, order), payments(draw, order), { type: "CancelOrder", reason, ...someUnits(draw, order) }, { type: "DeleteOrder" }, { type: "RestoreOrder" }, ...rarely<Command>(draw, { type: "ConfirmReceipt" }),
    { type: "RequestCancellation", reason, sellerAtFault: draw(2) === 0, ...someUnits(draw, order) }, { type: "WithdrawCancellation" },
    { type: "OpenClaim", ground, ...evidence, ...(draw(2) === 0 ? { remedy } : {}), ...(draw(2) === 0 ? { amountMinor: amount(draw, order) } : {}), ...someUnits(draw, order) },
    { type: "ReviseClaim", amountMinor: amount(draw, order), ...(draw(3) === 0 ? { ground } : {}), ...(draw(3) === 0 ? { remedy } : {}), ...evidence },
    { type: "MakeOffer", remedy, amountMinor: amount(draw, order) }, { type: "AcceptOffer" }, { type: "WithdrawClaim", ...named("claimId", idOf(draw, order.claims)) },
    { type: "EscalateClaim" }, { type: "AppealDecision" }, { type: "AddEvidence", evidence: ["evi_2"] }, { type: "WithdrawFromContract", ...someUnits(draw, order) },
    { type: "CancelReturn", ...named("returnId", idOf(draw, order.returns)) }, { type: "PostReturn", ...posted(draw, order), ...named("returnId", idOf(draw, order.returns)) },
    { type: "RequestReversal", ground: one(draw, ["fraud", "misleading", "givenBack"]), ...named("refundId", idOf(draw, order.refunds)) },
    { type: "AnswerReversal" }, { type: "AppealReversal", ...named("reversalId", idOf(draw, order.reversals)) }, { type: "AnswerSanction", note: { sealed: "words" } }, { type: "AppealSanction" },
  ];
  if (returnReasons.length > 0) {
    const lines = units(draw, order).map((part) => ({ ...part, reason: one(draw, returnReasons) }));
    const wanted: Command = { type: "RequestReturn", lines, remedy: one(draw, ["refund", "refund", "replacement"] as const), refundTo: one(draw, ["sameMethod", "giftCard", "card"]) };
    if (lines.length > 0) commands.push(wanted, wanted, wanted);
  }
  return commands;
}

function sellerCommands(draw: Draw, policy: Policy, order: Order): Command[] {
  const ret = named("returnId", idOf(draw, order.returns));
  return [
    { type: "ReducePrice", totalMinor: draw(totalMinor(order) + 1) },
    ...rarely<Command>(draw, { type: "CancelOrder", reason: one(draw, Object.keys(policy.reasons.cancellation)), ...someUnits(draw, order) }),
    { type: "BeginDispatch" }, { type: "ShipOrder", ...posted(draw, order), ...someUnits(draw, order) }, { type: "ShipOrder", ...posted(draw, order) },
    { type: "AcceptCancellation" }, { type: "RefuseCancellation", ...posted(draw, order) }, { type: "ExtendProtection", by: one(draw, ["P5D", "P60D"]) },
    { type: "AuthorizeReturn", ...ret }, { type: "DeclineReturn", ...ret }, { type: "CallOffReturn", ...ret }, { type: "ShipReplacement", ...posted(draw, order), ...ret },
    { type: "ApproveRefund", ...ret, ...(draw(2) === 0 ? { amountMinor: amount(draw, order) } : {}) },
    { type: "ReceiveReturn", ...ret, condition: one(draw, ["asSent", "asSent", "damaged", "empty"] as const) },
    { type: "AcceptClaim" }, { type: "RefuseClaim", ...(draw(2) === 0 ? posted(draw, order) : {}) }, { type: "EscalateClaim" }, { type: "AcceptOffer" },
    { type: "MakeOffer", remedy: one(draw, ["money", "goodsAndMoney", "repair"] as const), amountMinor: amount(draw, order) }, { type: "AppealDecision" },
    { type: "StopRefund", ...named("refundId", idOf(draw, order.refunds)) }, { type: "AnswerSanction", note: { sealed: "words" } }, { type: "AppealSanction" },
    { type: "RequestReversal", ground: one(draw, ["fraud", "misleading"]), ...named("refundId", idOf(draw, order.refunds)) }, { type: "AnswerReversal" },
  ];
}

function officeCommands(draw: Draw, policy: Policy, order: Order): Command[] {
  const remedy = one(draw, ["money", "goodsAndMoney", "repair", "replacement", "lowerPrice"] as const);
  const deadlines = deadlinesOf(policy, order);
  return [
    { type: "DecideClaim", amountMinor: draw(3) === 0 ? 0 : amount(draw, order), remedy, reasons: ["evidence"] }, { type: "UpholdSanction" }, { type: "LiftSanction" }, { type: "InquireRefund", ...named("refundId", idOf(draw, order.refunds)) },
    { type: "ReissueRefund", ...named("refundId", idOf(draw, order.refunds)), ...(draw(2) === 0 ? { to: "giftCard" } : {}) }, { type: "AskForMore" }, { type: "GrantReversal" }, { type: "RefuseReversal" },
    { type: "SendMessage", text: { sealed: "words" }, offPlatform: draw(2) === 0 },
    ...rarely<Command>(draw, { type: "HoldRefund", ...named("refundId", idOf(draw, order.refunds)) }), { type: "TakeHold" }, { type: "ReleaseHold", ...named("refundId", idOf(draw, order.refunds)) },
    ...rarely<Command>(draw, { type: "SanctionBuyer", reason: one(draw, [...Object.keys(policy.risk?.reasons ?? {}), "other"]) }),
    { type: "ResolveRefund", outcome: one(draw, ["settled", "failed"] as const), note: { sealed: "words" }, ...named("refundId", idOf(draw, order.refunds)) },
    { type: "ConfirmRefundFailure" }, { type: "DismissRefundFailure" },
    { type: "TakeBackExtension", deadline: order.extended?.at(-1)?.deadline ?? "PayOrder" },
    { type: "ExtendDeadline", deadline: deadlines.length > 0 ? one(draw, deadlines).key : "PayOrder", by: "P2D" },
  ];
}

function institutionCommands(draw: Draw, policy: Policy, order: Order): Command[] {
  const refundId = order.refunds.length === 0 ? "rfd_none" : one(draw, order.refunds).id;
  const commands: Command[] = [
    { type: "ConfirmPayment" }, { type: "ConfirmPayment" }, { type: "ConfirmPayment", ...named("paymentId", idOf(draw, order.payments)) }, ...rarely<Command>(draw, { type: "RejectPayment" }),
    { type: "RecordRefundSubmitted", refundId, reference: "ref-1" }, { type: "RecordRefundSettled", refundId }, { type: "RecordRefundSettled", refundId },
    { type: "RecordRefundFailed", refundId, reason: "closed" }, { type: "RecordRefundUnknown", refundId }, { type: "RecordRefundReversed", refundId },
  ];
  if (policy.reasons.reversal.length > 0) commands.push({ type: "RequestReversal", refundId, ground: "risk" }, { type: "GrantReversal" }, { type: "RefuseReversal" });
  return commands;
}

function carrierCommands(draw: Draw, order: Order): Command[] {
  const labelled = order.returns.find((ret) => ret.labelWanted && ret.label === null && ret.authorizedAt !== null);
  const label = { id: "lbl_1", carrier: "sandbox", trackingNumber: `LABEL-${order.parcels.length}`, url: null };
  const useless = order.returns.find((ret) => ret.label !== null && ret.label.voidedAt === null && ret.endedAt !== null);
  const parcel = order.parcels.length === 0 ? undefined : draw(2) === 0 ? order.parcels.at(-1) : one(draw, order.parcels);
  const scan: Command = { type: "RecordScan", trackingNumber: parcel?.trackingNumber ?? "NONE-1", status: one(draw, scans), country: one(draw, ["DE", "CN"]) };
  return [scan, ...(labelled ? [{ type: "RecordLabel" as const, returnId: labelled.id, label }] : []), ...(useless ? [{ type: "RecordLabelVoided" as const, returnId: useless.id }] : [])];
}
