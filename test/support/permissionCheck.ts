// Whether what a person is shown is what they get: every action shown as open is not refused for who asks or when, every refused one
// is refused, and the money announced is the money that moves (X1, X2). Tries the commands without keeping what follows.
import assert from "node:assert/strict";
import type { Command } from "../../src/core/commands.ts";
import { decide } from "../../src/core/decide.ts";
import { deadlinesOf } from "../../src/core/deadlines.ts";
import type { Actor } from "../../src/core/event.ts";
import { targetField } from "../../src/core/admit.ts";
import { permissionsOf, type Permission } from "../../src/core/permissions.ts";
import type { Policy } from "../../src/core/policy.ts";
import type { RefusalCode } from "../../src/core/refusals.ts";
import { totalMinor, type Order } from "../../src/core/state.ts";
import { countingMint } from "./coreOrder.ts";

/** Refusals of what is filled in, which nobody can know before. */
const ofContent = new Set<RefusalCode>([
  "ReasonUnknownHere", "MethodNotAccepted", "RemedyNotPossible", "EvidenceNeeded", "TrackingNumberNeeded", "NothingSaid", "RefundGoesBackTheWayItCame",
  "AmountTooHigh", "QuantityTooHigh", "UnknownLine", "PaymentsDoNotAddUp", "PriceNotLower", "ProtectionExtendedEnough", "DeadlineOnlyLater", "NoExtension", "TooLateToTakeBack", "FinalSale",
  "NoSuchDeadline", "RepairOrReplacementFirst", "PaymentBeingVerified", "NotPaidYet",
]);
const people: Actor[] = [{ role: "buyer", id: "ann" }, { role: "seller", id: "cactus" }, { role: "mediator", id: "mia" }, { role: "operator", id: "olga" }];
const evidence = ["evi_00000000-0000-7000-8000-0000000000ff"];
const posted = { carrier: "sandbox", trackingNumber: "TRIED-0001" };

/** Checks every permission of everybody at `now`. */
export function checkPermissions(policy: Policy, order: Order, now: number): void {
  for (const actor of people) {
    for (const permission of permissionsOf(policy, order, actor, now, ["sandbox"])) {
      if (permission.allowed) assert.ok(permission.effect, `${permission.command} is open and says what it does`);
      const tries = inputsFor(permission, order, policy).map((input) => attempt(policy, order, permission, actor, now, input));
      const fine = tries.some((one) => one.refused === null || ofContent.has(one.refused.refusal));
      const codes = tries.map((one) => one.refused?.refusal ?? "accepted").join();
      if (permission.allowed) assert.ok(fine, `X1: ${actor.role} may ${permission.command}, yet it is refused with ${codes}`);
      else assert.ok(!tries.some((one) => one.refused === null), `X1: ${actor.role} may not ${permission.command} (${permission.refusal!}), yet it is accepted`);
      if (permission.allowed) checkMoney(permission, tries);
    }
  }
}

type Tried = ReturnType<typeof decide>;

function attempt(policy: Policy, order: Order, permission: Permission, actor: Actor, now: number, input: object): Tried {
  const field = targetField[permission.command]?.field;
  const command = { type: permission.command, ...input, ...(field && permission.target ? { [field]: permission.target } : {}) } as Command;
  return decide(policy, order, command, { now, actor, mint: countingMint(), known: {} });
}

const exact = new Set(["AcceptCancellation", "AcceptClaim", "AcceptOffer", "ReceiveReturn", "ApproveRefund", "ReissueRefund", "ConfirmReceipt", "CancelOrder", "WithdrawFromContract"]);

function checkMoney(permission: Permission, tries: Tried[]): void {
  const { command, effect } = permission;
  if (!exact.has(command) || effect?.if) return;
  const outcome = tries.find((one) => one.refused === null);
  if (!outcome?.facts) return;
  let refundMinor = 0;
  let releaseMinor = 0;
  for (const fact of outcome.facts) {
    if (fact.type === "RefundApproved") refundMinor += fact.data.amountMinor;
    if (fact.type === "EscrowReleased") releaseMinor += fact.data.amountMinor;
  }
  assert.deepEqual({ refundMinor: effect!.refundMinor, releaseMinor: effect!.releaseMinor ?? 0 }, { refundMinor, releaseMinor }, `X2: what ${command} says beforehand`);
}

const enumOf = (permission: Permission, name: string): string[] => {
  const property = (permission.asks.properties as Record<string, { enum?: string[] }> | undefined)?.[name];
  return property?.enum ?? [];
};

/** Inputs that a person could fill in; for closed lists one for each choice. */
function inputsFor(permission: Permission, order: Order, policy: Policy): object[] {
  const each = (name: string, rest: object = {}): object[] => enumOf(permission, name).map((code) => ({ [name]: code, ...rest }));
  switch (permission.command) {
    case "PayOrder": return each("method");
    case "ReducePrice": return [{ totalMinor: Math.max(0, totalMinor(order) - 1) }];
    case "CancelOrder": return each("reason");
    case "RequestCancellation": return [...each("reason", { sellerAtFault: false }), ...each("reason", { sellerAtFault: true })];
    case "RefuseCancellation": return [posted];
    case "ShipOrder": case "PostReturn": case "ShipReplacement": return [posted];
    case "ExtendProtection": return [{ by: "PT1S" }];
    case "RequestReturn": return order.lines.map((line) => ({ lines: [{ sku: line.sku, quantity: 1, reason: "defective" }] }));
    case "ReceiveReturn": return [{ condition: "asSent" }];
    case "OpenClaim": return enumOf(permission, "ground").flatMap((ground) => [{ ground, evidence }, { ground, evidence, remedy: "goodsAndMoney" }]);
    case "MakeOffer": return [{ remedy: "money", amountMinor: 1 }];
    case "ReviseClaim": return [{ evidence }, ...each("ground", { evidence }), ...each("ground", { evidence, remedy: "goodsAndMoney" })];
    case "AddEvidence": return [{ evidence }];
    case "DecideClaim": return [{ amountMinor: 0 }];
    case "RequestReversal": return each("ground");
    case "ExtendDeadline": return deadlinesOf(policy, order).map((one) => ({ deadline: one.key, by: "P1D" })).concat([{ deadline: "none", by: "P1D" }]);
    case "TakeBackExtension": return (order.extended ?? []).map(({ deadline }) => ({ deadline })).concat([{ deadline: "none" }]);
    default: return [{}];
  }
}
