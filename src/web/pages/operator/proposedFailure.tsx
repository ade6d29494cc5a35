// What an operator has proposed who wants a refund ended as failed: who, when, on whose word and with which letter. A second operator
// reads it before they confirm or dismiss it.
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { eventsQuery, type Order } from "../../api/queries.ts";
import { Instant } from "../../parts/instant.tsx";
import { Facts } from "../../parts/section.tsx";
import { useWords } from "../../words/words.ts";
import { EvidenceList } from "../buyer/evidenceList.tsx";

type Proposal = { refundId?: string; reference?: string | null; note?: { words?: string | null } | null; evidence?: readonly string[] };

export function ProposedFailure({ order, refundId }: { order: Order; refundId: string | null }): ReactElement | null {
  const { t } = useWords();
  const { data: events = [] } = useQuery(eventsQuery(order.id));
  const proposed = events.findLast(({ type, data }) => type === "RefundFailureProposed" && (refundId === null || (data as Proposal).refundId === refundId));
  if (proposed === undefined) return null;
  const { reference = null, note, evidence = [] } = proposed.data as Proposal;
  return (
    <Facts rows={[
      [t("refund.failureProposed"), proposed.by.id, <Instant key="at" at={proposed.at} />],
      [t("field.ResolveRefund.note"), <span key="note" className="said">{note?.words ?? t("erased")}</span>],
      ...(reference === null ? [] : [[t("field.ResolveRefund.reference"), reference] as const]),
      [t("field.ResolveRefund.evidence"), <EvidenceList key="evidence" ids={evidence} />],
    ]} />
  );
}
