// An order: what was bought, and where it stands as a whole (A1). Ends closed, with a reason, or completed, with the seller paid.
// Decisions that concern the order itself; payments, parcels and what people ask for have files of their own.
import { extendable } from "./deadlines.ts";
import { cancelUnits, closeOrder, isLast, releaseEscrow, unshipped, unshippedParts } from "./ending.ts";
import { requestCancellation } from "./cancellation.ts";
import { takenBack } from "./extension.ts";
import { dueReminders } from "./reminders.ts";
import { checkParts, mergedParts } from "./parts.ts";
import { durationTerm } from "./policy.ts";
import { refuse } from "./refusals.ts";
import { sanctionFor } from "./sanction.ts";
import { shares } from "./money.ts";
import type { Decisions, Scene } from "./scene.ts";
import { openCancellation, totalMinor } from "./state.ts";
import { lengthFrom } from "./time.ts";

type OrderCommand =
  | "ReducePrice" | "CancelOrder" | "DeleteOrder" | "RestoreOrder" | "ConfirmReceipt" | "ExtendProtection" | "ExpirePayment"
  | "ExpireShipment" | "ReleaseEscrow" | "ExtendDeadline" | "TakeBackExtension" | "SendMessage" | "RemindParty";

export const orderDecisions: Decisions<OrderCommand> = {
  ReducePrice(scene, command) {
    const { order } = scene;
    if (command.totalMinor >= totalMinor(order)) return refuse("PriceNotLower");
    const weights = [...order.lines.map((line) => line.priceMinor), order.shippingMinor];
    const spread = shares(command.totalMinor, weights);
    scene.emit({ type: "PriceReduced", data: { totalMinor: command.totalMinor, linePricesMinor: spread.slice(0, -1), shippingMinor: spread.at(-1)! } });
  },

  CancelOrder(scene, command) {
    const { order, policy, arrow } = scene;
    if (arrow.to.includes("cancellation.requested")) return requestCancellation(scene, command);
    const reason = policy.reasons.cancellation[command.reason];
    if (!reason) return refuse("ReasonUnknownHere");
    const because = scene.actor.role === "seller" ? "cancelledBySeller" : "cancelledByBuyer";
    const parts = command.lines ? mergedParts(command.lines) : unshippedParts(order);
    const refused = checkParts(order, parts, unshipped);
    if (refused) return refused;
    if (order.confirmedAt === null && !isLast(order, parts)) return refuse(order.status === "verifyingPayment" ? "PaymentBeingVerified" : "NotPaidYet");
    if (scene.actor.role === "seller") sanctionFor(scene, command.reason, reason);
    cancelUnits(scene, parts, because, { kind: "order", id: null });
  },

  DeleteOrder: (scene) => scene.emit({ type: "OrderDeleted", data: {} }),
  RestoreOrder: (scene) => scene.emit({ type: "OrderRestored", data: {} }),

  ConfirmReceipt(scene) {
    scene.emit({ type: "ReceiptConfirmed", data: {} });
    releaseEscrow(scene);
    scene.emit({ type: "OrderCompleted", data: {} });
  },

  ExtendProtection(scene, command) {
    const { order, policy, now } = scene;
    const byMs = lengthFrom(now, command.by, policy.zone);
    const most = durationTerm(policy, "protection.extendable");
    if (byMs <= 0) return refuse("DeadlineOnlyLater");
    if (most !== null && order.extraProtectionMs + byMs > lengthFrom(now, most, policy.zone)) return refuse("ProtectionExtendedEnough");
    scene.emit({ type: "ProtectionExtended", data: { byMs } });
  },

  ExpirePayment: (scene) => closeOrder(scene, "unpaid"),

  ExpireShipment(scene) {
    sanctionFor(scene, "notShippedOnTime", scene.policy.reasons.cancellation.notShippedOnTime);
    const cancellation = openCancellation(scene.order);
    if (cancellation) scene.emit({ type: "CancellationAccepted", because: "notShipped", data: { cancellationId: cancellation.id } });
    cancelUnits(scene, null, "notShipped", { kind: "order", id: null });
  },

  ReleaseEscrow(scene) {
    releaseEscrow(scene);
    if (scene.arrow.to.includes("order.completed")) scene.emit({ type: "OrderCompleted", data: {} });
  },

  ExtendDeadline(scene, command) {
    const deadline = extendable(scene.policy, scene.order, command.deadline);
    if (!deadline) return refuse("NoSuchDeadline");
    const byMs = lengthFrom(deadline.by, command.by, scene.policy.zone);
    if (byMs <= 0) return refuse("DeadlineOnlyLater");
    scene.emit({ type: "DeadlineExtended", data: { deadline: deadline.key, byMs, reason: command.reason ?? null, ...together(command.batch) } });
  },

  TakeBackExtension(scene, command) {
    const { deadline, extension, refused } = takenBack(scene.policy, scene.order, command.deadline, command.batch, scene.now);
    if (refused) return refused;
    scene.emit({ type: "DeadlineExtensionTakenBack", data: { deadline: deadline.key, byMs: extension.byMs, reason: command.reason ?? null, ...together(extension.batch) } });
  },

  SendMessage(scene, command) {
    const warning = command.offPlatform ? ("offPlatformPayment" as const) : null;
    scene.emit({ type: "MessageSent", data: { text: command.text, warning, about: command.about ?? null } });
  },

  RemindParty: (scene) => remind(scene),
};

/** The name of what was extended together; a fact that stands alone leaves it out. */
const together = (batch: string | undefined): { batch?: string } => (batch === undefined ? {} : { batch });

function remind(scene: Scene): void {
  for (const { key, deadline, question } of dueReminders(scene.policy, scene.order, scene.now)) {
    scene.emit({ type: "PartyReminded", data: { reminder: key, who: deadline.who, owes: deadline.owes, by: deadline.by, question } });
  }
}
