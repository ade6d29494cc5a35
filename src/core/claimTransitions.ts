// How a claim moves by its facts. What may happen to it stands in claim.ts.
import type { ClaimEvent } from "./events.ts";
import { change, type Transitions } from "./scene.ts";
import type { Claim, Order } from "./state.ts";

export const claimTransitions: Transitions<ClaimEvent> = {
  ClaimOpened(order, event) {
    const { claimId, ...data } = event.data;
    const claim: Claim = {
      id: claimId, ...data, offers: [], openedAt: event.at, askedAt: event.at, answeredAt: null,
      escalatedAt: data.status === "inMediation" ? event.at : null, overdueAt: null, decisions: [], appealedBy: null, agreed: null, endedAt: null,
    };
    return { ...order, claims: [...order.claims, claim] };
  },
  ClaimRevised(order, event) {
    const { claimId, ...data } = event.data;
    return patched(order, claimId, { ...data, status: "awaitingSeller", askedAt: event.at });
  },
  ClaimRefused: (order, event) => patched(order, event.data.claimId, { status: "awaitingBuyer", answeredAt: event.at }),
  OfferMade(order, event) {
    const offer = { ...event.data.offer, at: event.at };
    return patched(order, event.data.claimId, (claim) => ({
      offers: [...claim.offers, offer],
      ...(offer.by === "seller"
        ? { status: "awaitingBuyer", answeredAt: event.at }
        : { status: "awaitingSeller", askedAt: event.at, remedy: offer.remedy, amountMinor: offer.amountMinor }),
    }));
  },
  ClaimAgreed(order, event) {
    const { claimId, remedy, amountMinor, returnId } = event.data;
    const waits: Partial<Claim> = returnId !== null ? { status: "awaitingGoods", returnId } : {};
    return patched(order, claimId, { agreed: { remedy, amountMinor }, ...waits });
  },
  ClaimWithdrawn: (order, event) => patched(order, event.data.claimId, { status: "withdrawn", endedAt: event.at }),
  ClaimLapsed: (order, event) => patched(order, event.data.claimId, { status: "lapsed", endedAt: event.at }),
  ClaimSettled: (order, event) => patched(order, event.data.claimId, { status: "settled", endedAt: event.at }),
  ClaimEscalated: (order, event) => patched(order, event.data.claimId, { status: "inMediation", escalatedAt: event.at, overdueAt: null }),
  ClaimOverdue: (order, event) => patched(order, event.data.claimId, { overdueAt: event.at }),
  EvidenceAdded: (order, event) =>
    patched(order, event.data.claimId, (claim) => ({ evidence: [...new Set([...claim.evidence, ...event.data.evidence])] })),
  ClaimDecided(order, event) {
    const { claimId, ...data } = event.data;
    const decision = { ...data, by: event.by.id, at: event.at };
    return patched(order, claimId, (claim) => ({ status: "decided", decisions: [...claim.decisions, decision] }));
  },
  DecisionAppealed: (order, event) =>
    patched(order, event.data.claimId, { status: "inMediation", appealedBy: event.data.side, escalatedAt: event.at, overdueAt: null }),
};

function patched(order: Order, id: string, patch: Partial<Claim> | ((claim: Claim) => Partial<Claim>)): Order {
  return { ...order, claims: change(order.claims, id, patch) };
}
