// Gift cards beside an institution that has none: our own stored value executes what is paid with them and back to them. Where there is
// no stored value, nothing is paid to or from gift cards at all: the policies are read as if they had none, so that nobody is offered it.
import type { Policy } from "../../core/policy.ts";
import type { Institution } from "./gateway.ts";

const CARD = "giftCard";

/** The institution, with gift cards executed by `stored`. */
export function withStoredValue(institution: Institution, stored: Institution): Institution {
  return {
    ...institution,
    abilities: { ...institution.abilities, cancelRefund: { ...institution.abilities.cancelRefund, [CARD]: stored.abilities.cancelRefund[CARD] ?? 0 } },
    requestPayment: (payment) => (payment.method === CARD ? stored : institution).requestPayment(payment),
    // Whose it is its method says no more; each knows its own.
    async voidPayment(payment) {
      await stored.voidPayment(payment);
      await institution.voidPayment(payment);
    },
    submitRefund: (call) => (call.to === CARD ? stored : institution).submitRefund(call),
    async findRefund(key) {
      const found = await stored.findRefund(key);
      return found.kind === "notFound" ? institution.findRefund(key) : found;
    },
    reverseRefund: async (call) => ((await stored.findRefund(call.key)).kind === "notFound" ? institution : stored).reverseRefund(call),
  };
}

const without = new WeakMap<Policy, Policy>();

/** The same policy with no gift cards in it: the same object for the same policy, for what is derived from one is kept by it. */
export function withoutGiftCards(policy: Policy): Policy {
  let known = without.get(policy);
  if (!known) {
    const { methods, refund } = policy;
    const same = !methods.includes(CARD) && !refund.to.includes(CARD);
    known = same ? policy : { ...policy, methods: methods.filter((one) => one !== CARD), refund: { ...refund, to: refund.to.filter((one) => one !== CARD) } };
    without.set(policy, known);
  }
  return known;
}
