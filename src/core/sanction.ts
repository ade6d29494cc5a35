// A sanction: points that weigh against a seller for what was their fault, and from a threshold on a fine (A12); or against a buyer for
// abuse, given by an operator (risk.ts). active → appealed → upheld | lifted; who has one gets the reason, can answer, and six months to appeal (L4).
import type { Sealed } from "./event.ts";
import type { SanctionEvent } from "./events.ts";
import { portion } from "./money.ts";
import { durationTerm, type Reason } from "./policy.ts";
import { byId, change, type Decisions, type Scene, type Transitions } from "./scene.ts";
import { sanctioned, totalMinor, type Order, type Sanction } from "./state.ts";
import { later } from "./time.ts";

export const sanctionDecisions: Decisions<"AnswerSanction" | "AppealSanction" | "UpholdSanction" | "LiftSanction"> = {
  AnswerSanction: (scene, command) => say(scene, "SanctionAnswered", command),
  AppealSanction: (scene, command) => say(scene, "SanctionAppealed", command),
  UpholdSanction: (scene, command) => say(scene, "SanctionUpheld", command),
  LiftSanction: (scene, command) => say(scene, "SanctionLifted", command),
};

/** Says what became of a sanction, and of whose where it is not a seller's. */
function say(scene: Scene, type: "SanctionAnswered" | "SanctionAppealed" | "SanctionUpheld" | "SanctionLifted", { sanctionId, note = null }: { sanctionId?: string; note?: Sealed | null }): void {
  const { party } = byId(scene.order.sanctions, sanctionId);
  scene.emit({ type, data: { sanctionId: sanctionId!, note, ...(party ? { party } : {}) } });
}

/** Gives the seller the points of a reason that is their fault; from the policy's threshold on, counted over all orders, a fine too. */
export function sanctionFor(scene: Scene, code: string, reason: Reason | undefined): void {
  const { policy, order, known } = scene;
  const points = reason?.points ?? 0;
  if (!policy.sanctions || points === 0 || reason?.fault !== "seller") return;
  if (order.sanctions.some((sanction) => sanctioned(sanction) === "seller" && sanction.reason === code && sanction.status !== "lifted")) return;
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
  BuyerSanctioned(order, event) {
    const { sanctionId, ...data } = event.data;
    const sanction: Sanction = { id: sanctionId, ...data, party: "buyer", fineMinor: 0, status: "active", at: event.at, appealedAt: null, endedAt: null };
    return { ...order, sanctions: [...order.sanctions, sanction] };
  },
  SanctionAnswered: (order, event) => patched(order, event.data.sanctionId, { answer: event.data.note!, answeredAt: event.at }),
  SanctionAppealed: (order, event) => patched(order, event.data.sanctionId, { status: "appealed", appealedAt: event.at, note: event.data.note }),
  SanctionUpheld: (order, event) => patched(order, event.data.sanctionId, { status: "upheld", endedAt: event.at }),
  SanctionLifted: (order, event) => patched(order, event.data.sanctionId, { status: "lifted", endedAt: event.at }),
};

function patched(order: Order, id: string, patch: Partial<Sanction>): Order {
  return { ...order, sanctions: change(order.sanctions, id, patch) };
}
