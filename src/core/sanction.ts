// A sanction: points that weigh against a seller for what was their fault, and from a threshold on a fine (A12).
// active → appealed → upheld | lifted; the seller gets the reason and six months to appeal (L4).
import type { SanctionEvent } from "./events.ts";
import { portion } from "./money.ts";
import { durationTerm, type Reason } from "./policy.ts";
import { change, type Decisions, type Scene, type Transitions } from "./scene.ts";
import { totalMinor, type Order, type Sanction } from "./state.ts";
import { later } from "./time.ts";

export const sanctionDecisions: Decisions<"AppealSanction" | "UpholdSanction" | "LiftSanction"> = {
  AppealSanction: (scene, command) => scene.emit({ type: "SanctionAppealed", data: { sanctionId: command.sanctionId!, note: command.note ?? null } }),
  UpholdSanction: (scene, command) => scene.emit({ type: "SanctionUpheld", data: { sanctionId: command.sanctionId!, note: command.note ?? null } }),
  LiftSanction: (scene, command) => scene.emit({ type: "SanctionLifted", data: { sanctionId: command.sanctionId!, note: command.note ?? null } }),
};

/** Gives the seller the points of a reason that is their fault; from the policy's threshold on, counted over all orders, a fine too. */
export function sanctionFor(scene: Scene, code: string, reason: Reason | undefined): void {
  const { policy, order, known } = scene;
  const points = reason?.points ?? 0;
  if (!policy.sanctions || points === 0 || reason?.fault !== "seller") return;
  if (order.sanctions.some((sanction) => sanction.reason === code && sanction.status !== "lifted")) return;
  const fined = (known.sellerPoints ?? 0) + points >= policy.sanctions.threshold;
  const fineMinor = fined ? portion(totalMinor(order), policy.sanctions.finePerTenThousand, 10_000) : 0;
  const appealUntil = later(scene.now, durationTerm(policy, "sanction.appealWithin")!, policy.zone);
  scene.emit({ type: "SellerSanctioned", data: { sanctionId: scene.mint("snc"), points, fineMinor, reason: code, appealUntil } });
}

export const sanctionTransitions: Transitions<SanctionEvent> = {
  SellerSanctioned(order, event) {
    const { sanctionId, ...data } = event.data;
    const sanction: Sanction = { id: sanctionId, ...data, status: "active", at: event.at, appealedAt: null, endedAt: null, note: null };
    return { ...order, sanctions: [...order.sanctions, sanction] };
  },
  SanctionAppealed: (order, event) => patched(order, event.data.sanctionId, { status: "appealed", appealedAt: event.at, note: event.data.note }),
  SanctionUpheld: (order, event) => patched(order, event.data.sanctionId, { status: "upheld", endedAt: event.at }),
  SanctionLifted: (order, event) => patched(order, event.data.sanctionId, { status: "lifted", endedAt: event.at }),
};

function patched(order: Order, id: string, patch: Partial<Sanction>): Order {
  return { ...order, sanctions: change(order.sanctions, id, patch) };
}
