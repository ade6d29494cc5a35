// What everybody could try on an order: each command of the policy with inputs that stand for all others of their class
// (a reason of each fault, no, part and all of the units and the money). Knows the shapes of commands, nothing of the rules.
import { targetField } from "../core/admit.ts";
import { groundsAt, stageOf } from "../core/claimEnding.ts";
import type { Command, CommandType } from "../core/commands.ts";
import { deadlinesOf, targetsOf } from "../core/deadlines.ts";
import type { Actor } from "../core/event.ts";
import type { Target } from "../core/moments.ts";
import type { Ground, Policy, Reason } from "../core/policy.ts";
import { refundable, returnable } from "../core/return.ts";
import { groundsByRole } from "../core/reversal.ts";
import { totalMinor, type Claim, type Order, type Return } from "../core/state.ts";
import { gatewayInputs } from "./gatewayMoves.ts";
import { isEnd } from "./rest.ts";
import type { Bound, Course } from "./shapes.ts";

/** Somebody's command, all the ways in which it could be given. `target` is null where the order has nothing of that kind. */
export type Deed = { actor: Actor; type: CommandType; target: Target | null; inputs: object[] };

/** Time passing, among the moves: no list of deeds is ever that long. */
export const TIME_PASSES = 0xffff;

const posted = (order: Order): object => ({ carrier: "sandbox", trackingNumber: `PARCEL-${order.parcels.length + 1}` });
const half = (minor: number): number => Math.floor(minor / 2);

/** Everybody who can act. A second mediator and operator are there for what the first may not do twice. */
export function actorsOf(policy: Policy, order: Order): Actor[] {
  const heard = order.claims.some((claim) => claim.decisions.length > 0) || order.reversals.length > 0 || order.refunds.some((refund) => refund.failureProposed !== undefined || refund.hold !== undefined);
  const people: Actor[] = [
    { role: "buyer", id: order.buyer.id }, { role: "seller", id: order.seller.id }, { role: "mediator", id: "mia" }, { role: "operator", id: "olga" },
    { role: "institution", id: "sandbox" }, { role: "carrier", id: "sandbox" },
  ];
  if (heard) people.push({ role: "mediator", id: "max" }, { role: "operator", id: "otto" });
  return people.filter(({ role }) => policy.arrows.some((arrow) => arrow.by.includes(role)));
}

/** Everything that this actor could try, allowed or not. Deterministic: the same order gives the same list. */
export function deedsOf(course: Course, policy: Policy, order: Order, actor: Actor): Deed[] {
  const deeds: Deed[] = [];
  for (const type of commandsOf(policy, actor.role)) {
    const aimed = targetField[type];
    const targets: (Target | null)[] = aimed ? [...targetsOf(order, aimed.noun)] : [null];
    for (const target of targets.length > 0 ? targets : [null]) deeds.push({ actor, type, target, inputs: inputsOf(course, policy, order, actor, type, target) });
  }
  return deeds;
}

/** What has nothing to do with a refund that the institution leaves unanswered, and is explored on every other order. */
const beside = new Set<CommandType>(["ReducePrice", "BeginDispatch", "StopRefund", "InquireRefund", "DeleteOrder", "SendMessage"]);

/** Whether this command would begin one more of its kind than the bound has room for: it is not given then. */
export function isBeyond(bound: Bound, type: CommandType, order: Order, target: Target | null): boolean {
  const stopped = order.refunds.filter(({ status }) => status === "stopped").length;
  const strays = order.refunds.some(({ stray }) => stray !== undefined && stray.amountMinor > 0);
  const faults = order.refunds.filter((refund) => refund.unknownAt !== null || refund.status === "failed" || refund.status === "reversed" || refund.replacedBy !== null || refund.irreversible).length;
  if (bound.resolutions > 0 && beside.has(type)) return true;
  switch (type) {
    // Where the seller is at fault it is a claim.
    case "RequestCancellation": return order.cancellations.length >= bound.cancellations || order.claims.length >= bound.cancellations + bound.claims;
    case "RequestReturn": return order.returns.length >= bound.returns;
    case "WithdrawFromContract": return (order.withdrawals?.length ?? 0) >= bound.returns;
    case "OpenClaim": return order.claims.length >= bound.claims;
    case "RequestReversal": return order.reversals.length >= bound.reversals;
    case "OpenChargeback": return (order.chargebacks?.length ?? 0) >= bound.chargebacks;
    case "HoldRefund": return order.refunds.filter(({ hold }) => hold !== undefined).length >= bound.holds;
    case "SanctionBuyer": return !isEnd(order) || bound.holds === 0 || order.sanctions.some(({ party }) => party === "buyer");
    case "ShipOrder": return order.parcels.filter((parcel) => parcel.kind === "order").length >= bound.parcels;
    case "RecordReversalImpossible": return faults >= bound.faults;
    // Money that comes back unasked is a fault like any other; what was asked for may always come.
    case "RecordRefundReversed": return faults >= bound.faults && !strays && !order.refunds.some(({ reversingSince }) => reversingSince !== null);
    case "StopRefund": return stopped >= bound.stops;
    // Of a refund that operators ended as failed the institution may say something else, which stops the one in its place: not again and again.
    case "RecordRefundSubmitted": case "RecordRefundSettled": return target?.status === "failed" && stopped >= bound.resolutions;
    case "RecordRefundFailed": case "RecordRefundUnknown": return faults >= bound.faults && !strays;
    case "ExtendDeadline": return Object.keys(order.extensions).length >= bound.extensions;
    case "ExtendProtection": return order.extraProtectionMs > 0;
    case "ReducePrice": return order.lines.some((line) => line.priceMinor < line.unitPriceMinor * line.quantity);
    case "MakeOffer": return order.claims.some((claim) => claim.offers.length >= 2 * bound.claims);
    case "DeleteOrder": case "AppealSanction": case "AnswerSanction": return !isEnd(order);
    case "ResolveRefund": return order.refunds.filter((refund) => refund.failureProposed || refund.resolved).length >= bound.resolutions;
    case "InquireRefund": return order.refunds.some((refund) => refund.inquiredAt !== null);
    case "InquireChargeback": return (order.chargebacks ?? []).some((one) => one.inquiredAt !== null);
    default: return false;
  }
}

const commands = new WeakMap<Policy, Map<string, CommandType[]>>();

function commandsOf(policy: Policy, role: Actor["role"]): CommandType[] {
  let roles = commands.get(policy);
  if (!roles) commands.set(policy, (roles = new Map()));
  let own = roles.get(role);
  if (!own) roles.set(role, (own = [...new Set(policy.arrows.filter((arrow) => arrow.by.includes(role)).map((arrow) => arrow.command))]));
  return own;
}

function inputsOf(course: Course, policy: Policy, order: Order, actor: Actor, type: CommandType, target: Target | null): object[] {
  const claim = target as Claim;
  switch (type) {
    case "PayOrder": return [paying(course, order)];
    case "ReducePrice": return [{ totalMinor: half(totalMinor(order)) }];
    case "CancelOrder": return [...classes(policy.reasons.cancellation).map((reason) => ({ reason })), ...someUnit(order, { reason: first(policy.reasons.cancellation) })];
    case "RequestCancellation":
      return [
        ...classes(policy.reasons.cancellation).flatMap((reason) => [{ reason, sellerAtFault: false }, { reason, sellerAtFault: true }]),
        ...someUnit(order, { reason: first(policy.reasons.cancellation), sellerAtFault: false }),
      ];
    case "RefuseCancellation": case "PostReturn": case "ShipReplacement": return [label(type, target) ?? posted(order)];
    case "ShipOrder": return [posted(order), ...someUnit(order, posted(order))];
    case "ExtendProtection": return [{ by: "P5D" }];
    case "RequestReturn": return returns(policy, order);
    case "WithdrawFromContract": return [{}, ...someUnit(order, {})];
    case "ApproveRefund": return [{}, { amountMinor: Math.max(1, half((target as Return | null)?.amountMinor ?? 2)) }];
    case "ReceiveReturn": return [{ condition: "asSent" }, { condition: "damaged" }];
    case "OpenClaim": return claims(policy, order);
    case "RefuseClaim": return stageOf(order) === "beforeShipment" ? [{}, posted(order)] : [{}];
    case "MakeOffer": return offers(order, claim);
    case "ReviseClaim": return target && claim.amountMinor > half(refundable(order)) ? [{ amountMinor: Math.max(1, half(refundable(order))) }] : [{ amountMinor: refundable(order) }];
    case "AddEvidence": return [{ evidence: ["evi_2"] }];
    case "DecideClaim": return decisions(policy, order);
    case "ResolveRefund": return [{ outcome: "settled", note: { sealed: "words" } }, { outcome: "failed", note: { sealed: "words" } }];
    case "ReissueRefund": return [{}, ...(policy.refund.to.includes("giftCard") ? [{ to: "giftCard" }] : [])];
    case "RequestReversal": return (groundsByRole[actor.role] ?? []).filter((ground) => policy.reasons.reversal.includes(ground)).map((ground) => ({ ground }));
    case "ExtendDeadline": return deadlinesOf(policy, order).slice(0, 1).map((deadline) => ({ deadline: deadline.owes, by: "P2D" }));
    case "SanctionBuyer": return [{ reason: Object.keys(policy.risk?.reasons ?? {})[0] ?? "other" }];
    case "AnswerSanction": return [{ note: { sealed: "words" } }];
    case "TakeBackExtension": return (order.extended ?? [{ deadline: "none" }]).slice(-1).map(({ deadline }) => ({ deadline }));
    case "SendMessage": return [{ text: { sealed: "words" }, offPlatform: false }];
    default: return gatewayInputs(order, type, target) ?? [{}];
  }
}

function paying({ shape }: Course, order: Order): object {
  const [one, other] = shape.methods;
  const total = totalMinor(order);
  if (!other || total < 2) return { method: one };
  return { payments: [{ method: one, amountMinor: total - half(total) }, { method: other, amountMinor: half(total) }] };
}

const first = (reasons: Record<string, Reason>): string => Object.keys(reasons)[0] ?? "other";

const kinds = new WeakMap<object, string[]>();

/** One reason of each kind that the rules can tell apart. */
function classes<T extends Reason>(reasons: Record<string, T>): string[] {
  const known = kinds.get(reasons);
  if (known) return known;
  const seen = new Map<string, string>();
  for (const [name, { points, ...rest }] of Object.entries(reasons)) {
    const kind = JSON.stringify([rest, points !== undefined && points > 0]);
    if (!seen.has(kind)) seen.set(kind, name);
  }
  const all = [...seen.values()];
  kinds.set(reasons, all);
  return all;
}

/** The same for one unit of the first line that has several, or of the first of several lines. */
function someUnit(order: Order, rest: object): object[] {
  const line = order.lines[0]!;
  const part = line.quantity > 1 || order.lines.length > 1;
  return part ? [{ ...rest, lines: [{ sku: line.sku, quantity: 1 }] }] : [];
}

function returns(policy: Policy, order: Order): object[] {
  const seller = Object.keys(policy.reasons.return).find((name) => policy.reasons.return[name]!.fault === "seller");
  const whim = Object.keys(policy.reasons.return).find((name) => policy.reasons.return[name]!.fault === "buyer");
  const held = order.lines.filter((line) => returnable(line) > 0);
  const line = held[0] ?? order.lines[0]!;
  const all = (reason: string): object[] => (held.length > 0 ? held : [line]).map(({ sku }) => ({ sku, quantity: Math.max(1, returnable(order.lines.find((one) => one.sku === sku)!)), reason }));
  const inputs: object[] = [];
  for (const reason of [whim, seller]) if (reason) inputs.push({ lines: all(reason) });
  if (seller) inputs.push({ lines: all(seller), remedy: "replacement" });
  if (seller && (returnable(line) > 1 || held.length > 1)) inputs.push({ lines: [{ sku: line.sku, quantity: 1, reason: seller }] });
  if (whim && policy.refund.to.includes("giftCard")) inputs.push({ lines: all(whim), refundTo: "giftCard" });
  return inputs.length > 0 ? inputs : [{ lines: all("other") }];
}

function claims(policy: Policy, order: Order): object[] {
  const grounds: Record<string, Ground> = groundsAt(policy, stageOf(order));
  const evidence = ["evi_1"];
  const inputs: object[] = [];
  for (const ground of classes(grounds)) {
    for (const remedy of grounds[ground]!.remedies ?? (["money", "goodsAndMoney"] as const)) inputs.push({ ground, remedy, evidence });
  }
  const part = half(refundable(order));
  const forMoney = Object.keys(grounds).find((name) => (grounds[name]!.remedies ?? ["money"]).includes("money"));
  if (forMoney && part > 0) inputs.push({ ground: forMoney, remedy: "money", amountMinor: part, evidence });
  return inputs.length > 0 ? inputs : [{ ground: "other" }];
}

function decisions(policy: Policy, order: Order): object[] {
  const reasons = policy.reasons.decision.slice(0, 1);
  const all = refundable(order);
  const shipped = order.shippedAt !== null;
  return [
    { amountMinor: 0, remedy: "money", reasons }, { amountMinor: all, remedy: "money", reasons }, ...(all > 1 ? [{ amountMinor: half(all), remedy: "money", reasons }] : []),
    ...(shipped ? [{ amountMinor: all, remedy: "goodsAndMoney", reasons }] : []),
  ];
}

/** Under the guarantee repair comes first: that has no arrow of its own, so it is an input. */
function offers(order: Order, claim: Claim | null): object[] {
  const all = refundable(order);
  return [
    { remedy: "money", amountMinor: half(all) }, ...(order.shippedAt ? [{ remedy: "goodsAndMoney", amountMinor: all }] : []),
    ...(claim?.guarantee ? [{ remedy: "repair", amountMinor: all }] : []),
  ];
}

/** The label that came with a return, where there is one. */
function label(type: CommandType, target: Target | null): object | null {
  const own = type === "PostReturn" ? (target as Return | null)?.label : null;
  return own && own.voidedAt === null ? { carrier: own.carrier, trackingNumber: own.trackingNumber } : null;
}

/** The command that a deed gives with one of its inputs. */
export function commandOf({ type, target }: Deed, input: object): Command {
  const field = targetField[type]?.field;
  return { type, ...input, ...(field && target ? { [field]: target.id } : {}) } as Command;
}
