// The outside world where no gateway is configured: nothing leaves, and every refund's outcome stays unknown until an
// adapter answers. Used with a real database before an institution is connected.
import type { Gateways } from "./gateway.ts";

class NoGateway extends Error {
  constructor(what: string) {
    super(`no gateway is configured for ${what}`);
    this.name = "NoGateway";
  }
}

export const noGateways: Gateways = {
  institution: {
    name: "none",
    abilities: { cancelRefund: {}, keepsKeysMs: Infinity, lookUp: false },
    requestPayment: async () => undefined,
    voidPayment: async () => undefined,
    submitRefund: () => Promise.reject(new NoGateway("refunds")),
    findRefund: async () => ({ kind: "notFound" }),
    findChargeback: async () => null,
    reverseRefund: () => Promise.reject(new NoGateway("reversals")),
  },
  carrier: {
    name: "none", abilities: { ownLabels: false, refunds: "none", tracking: [] },
    makeLabel: () => Promise.reject(new NoGateway("labels")),
    voidLabel: () => Promise.reject(new NoGateway("labels")),
  },
};
