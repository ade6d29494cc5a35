// What somebody may do with an order now, and why not (X1): every command that the policy has for their role, allowed or explained.
import { admit, nothingToActOn, targetField, withNextSteps } from "./admit.ts";
import { givenCommands, schemaOf, codes, type CodeList, type Schema } from "./asks.ts";
import { putRightFirst } from "./claim.ts";
import { groundsAt, stageOf } from "./claimEnding.ts";
import type { CommandType } from "./commands.ts";
import { targetsOf } from "./deadlines.ts";
import type { Actor, Role } from "./event.ts";
import { edgeOf, type Target } from "./moments.ts";
import { arrowsOf, putsRight, type Arrow, type Policy, type Remedy, type Stage } from "./policy.ts";
import { preview, type Preview } from "./preview.ts";
import { refundWays } from "./refunding.ts";
import type { RefusalCode } from "./refusals.ts";
import { groundsByRole } from "./reversal.ts";
import type { Claim, Order } from "./state.ts";

/** Times are epoch milliseconds. `target` is null where the command concerns the order as a whole, or nothing is there to act on. */
export type Permission = {
  command: CommandType; target: string | null; allowed: boolean; refusal: RefusalCode | null; because: string | null;
  opensAt: number | null; closedAt: number | null; instead: CommandType[]; effect: Preview | null; asks: Schema;
};

/** All permissions of the actor. Pure; the schemas are shared objects and must not be changed. */
export function permissionsOf(policy: Policy, order: Order, actor: Actor, now: number, carriers: readonly string[]): Permission[] {
  const all: Permission[] = [];
  for (const command of commandsFor(policy, actor.role)) {
    const aimed = targetField[command];
    const targets = aimed ? targetsOf(order, aimed.noun) : [];
    if (targets.length === 0) all.push(permission(policy, order, command, null, actor, now, carriers));
    for (const target of targets) all.push(permission(policy, order, command, target, actor, now, carriers));
  }
  return all;
}

function permission(policy: Policy, order: Order, command: CommandType, target: Target | null, actor: Actor, now: number, carriers: readonly string[]): Permission {
  const missing = target === null && targetField[command] !== undefined;
  const { arrow, refused: reason } = missing ? { arrow: null, refused: nothingToActOn(targetField[command]!.noun) } : admit(policy, order, command, target, actor, now, null);
  const refused = reason && withNextSteps(policy, command, actor.role, reason);
  return {
    command, target: target?.id ?? null, allowed: arrow !== null, refusal: refused?.refusal ?? null, because: refused?.because ?? null,
    opensAt: refused?.opensAt ?? (command === "OpenClaim" ? claimOpensAt(policy, order, now) : null), closedAt: refused?.closedAt ?? null, instead: refused?.instead ?? [],
    effect: arrow ? preview(policy, order, command, target, arrow, actor.role, now) : null,
    asks: asksOf(policy, order, command, target, arrow, actor.role, carriers),
  };
}

/** When the other grounds of a claim open, while only the graver ones can be raised already (A11). */
function claimOpensAt(policy: Policy, order: Order, now: number): number | null {
  const status = `order.${order.status}`;
  const edges = arrowsOf(policy, "OpenClaim").filter((arrow) => arrow.opens && arrow.from.includes(status)).map((arrow) => edgeOf(policy, order, null, arrow.opens!).at);
  const next = edges.find((at) => at !== null && at > now);
  return next ?? null;
}

const byRole = new WeakMap<Policy, Map<Role, CommandType[]>>();

/** The commands that a policy has for a role. */
export function commandsFor(policy: Policy, role: Role): CommandType[] {
  let roles = byRole.get(policy);
  if (!roles) byRole.set(policy, (roles = new Map()));
  let commands = roles.get(role);
  if (!commands) roles.set(role, (commands = givenCommands.filter((command) => arrowsOf(policy, command).some((arrow) => arrow.by.includes(role)))));
  return commands;
}

const schemas = new WeakMap<Policy, Map<string, Schema>>();

function asksOf(policy: Policy, order: Order, command: CommandType, target: Target | null, arrow: Arrow | null, role: Role, carriers: readonly string[]): Schema {
  let built = schemas.get(policy);
  if (!built) schemas.set(policy, (built = new Map()));
  const stage = stageOf(order);
  const onlyGraver = arrow?.when?.includes("graverGround") ?? false;
  const onlyGuarantee = arrow?.when?.includes("guaranteeGround") ?? false;
  const ways = command === "RequestReturn" || command === "ReissueRefund" ? refundWays(policy, order) : [];
  const changes = role === "buyer" && (command === "MakeOffer" || command === "ReviseClaim") && target !== null;
  const onlyPutRight = (onlyGuarantee || changes) && putRightFirst(order, changes ? (target as Claim) : null);
  const key = `${command}|${stage}|${onlyGraver}|${onlyGuarantee}|${onlyPutRight}|${role}|${ways.join()}`;
  let schema = built.get(key);
  if (!schema) {
    schema = schemaOf(command, carriers, (list) => possible(policy, stage, list, { onlyGraver, onlyGuarantee, onlyPutRight, role, ways }))!;
    built.set(key, schema);
  }
  return schema;
}

function possible(policy: Policy, stage: Stage, list: CodeList, at: { onlyGraver: boolean; onlyGuarantee: boolean; onlyPutRight: boolean; role: Role; ways: string[] }): readonly string[] {
  const some = (codesNow: readonly string[]): readonly string[] => (codesNow.length > 0 ? codesNow : codes[list]);
  switch (list) {
    case "method": return policy.methods;
    case "cancellationReason": return some(Object.keys(policy.reasons.cancellation));
    case "returnReason": return some(Object.keys(policy.reasons.return));
    case "decisionReason": return some(policy.reasons.decision);
    case "ground": {
      const grounds = Object.entries(groundsAt(policy, stage));
      return some(grounds.filter(([code, ground]) => (!at.onlyGraver || ground.graver) && (!at.onlyGuarantee || policy.law?.guarantee?.grounds.includes(code))).map(([code]) => code));
    }
    case "remedy":
      if (stage === "beforeShipment") return ["money"];
      if (at.onlyPutRight) return codes.remedy.filter((one) => putsRight(one as Remedy));
      return policy.law?.guarantee && stage === "afterDelivery" ? codes.remedy : codes.remedy.filter((one) => one === "money" || one === "goodsAndMoney");
    case "reversalGround": return some(policy.reasons.reversal.filter((code) => groundsByRole[at.role]?.includes(code)));
    case "refundTo": return some(at.ways);
    case "buyerFault": return some(Object.keys(policy.risk?.reasons ?? {}));
    case "chargebackOutcome": case "refundOutcome": case "returnRemedy": case "condition": case "scanStatus": return codes[list];
    default: {
      const never: never = list;
      throw new Error(`no such list ${String(never)}`);
    }
  }
}
