// The real phase of a refund: approved, held (can be taken back), handed over (cannot), arrived. A refund that was stopped says so.
import type { ReactElement } from "react";
import type { Order, Refund } from "../api/queries.ts";
import { useWords } from "../words/words.ts";
import { Instant } from "./instant.tsx";
import { Steps, type Step } from "./steps.tsx";

const broken: ReadonlySet<string> = new Set(["stopped", "failed", "reversed"]);

export function RefundSteps({ order, refund }: { order: Order; refund: Refund }): ReactElement {
  const { t, say } = useWords();
  const { status } = refund;
  // Somebody must look at it first: until then, at the latest, it waits.
  const lookedAtBy = refund.hold?.open ? order.deadlines.find(({ target, owes }) => target === refund.id && owes === "ReleaseHold")?.by : undefined;
  const handedOver = refund.submittedAt !== null;
  const steps: Step[] = [{ name: t("refund.approved"), state: "done", at: <Instant at={refund.approvedAt} /> }];
  if (status === "stopped") steps.push({ name: say(order.marketplace, "status.refund.stopped"), state: "here", what: t("refund.stoppedWhat"), at: refund.endedAt && <Instant at={refund.endedAt} /> });
  else {
    steps.push({ name: t("refund.held"), state: status === "approved" ? "here" : "done", what: status === "approved" ? t("refund.heldWhat") : undefined, at: <>{t("until")} <Instant at={lookedAtBy ?? refund.cancellableUntil} kind={status === "approved" ? "due" : "plain"} /></> });
    steps.push({ name: t("refund.handedOver"), state: status === "submitting" || status === "unknown" || status === "submitted" ? "here" : handedOver ? "done" : "ahead", what: status === "unknown" ? t("refund.unknownWhat") : t("refund.handedOverWhat"), at: refund.submittedAt && <Instant at={refund.submittedAt} /> });
    if (broken.has(status)) steps.push({ name: say(order.marketplace, `status.refund.${status}`), state: "here", what: t("refund.backInEscrow"), at: refund.endedAt && <Instant at={refund.endedAt} /> });
    else steps.push({ name: say(order.marketplace, "status.refund.settled"), state: status === "settled" ? "here" : "ahead", what: say(order.marketplace, `method.${refund.to}`), at: refund.settledAt === null ? <>{t("by")} <Instant at={refund.promisedBy} kind="day" /></> : <Instant at={refund.settledAt} /> });
  }
  return <Steps steps={steps} />;
}
