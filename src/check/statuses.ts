// The statuses of each noun as a drawing needs them: in the order of a course without trouble, where a course begins and ends,
// and which of them a policy's arrows can reach. What a status means stands in core/state.ts.
import type { Noun } from "../core/commands.ts";
import type { Policy } from "../core/policy.ts";

export type Place = { noun: Noun; status: string };

export const nouns: readonly Noun[] = ["order", "cancellation", "return", "claim", "refund", "reversal", "chargeback", "sanction"];

/** From left to right: first those on the way, then the ends. */
const inOrder: Record<Noun, readonly string[]> = {
  order: ["awaitingPayment", "verifyingPayment", "awaitingShipment", "inTransit", "delivered", "returnStarted", "completed", "closed"],
  cancellation: ["requested", "accepted", "refused", "withdrawn"],
  return: ["requested", "authorized", "inTransit", "received", "closed", "declined", "cancelled", "expired"],
  claim: ["awaitingSeller", "awaitingBuyer", "inMediation", "decided", "awaitingGoods", "settled", "withdrawn", "lapsed"],
  refund: ["approved", "submitting", "unknown", "submitted", "settled", "failed", "stopped", "reversed"],
  reversal: ["requested", "underReview", "granted", "refused"],
  chargeback: ["open", "won", "withdrawn", "lost"],
  sanction: ["active", "appealed", "upheld", "lifted"],
};

/** Where one of them can come into being. */
const beginnings: Record<Noun, readonly string[]> = {
  order: ["awaitingPayment"],
  cancellation: ["requested"],
  return: ["requested", "authorized"],
  claim: ["awaitingSeller", "inMediation"],
  refund: ["approved"],
  reversal: ["requested", "granted"],
  chargeback: ["open"],
  sanction: ["active"],
};

const ends: Record<Noun, readonly string[]> = {
  order: ["completed", "closed"],
  cancellation: ["accepted", "refused", "withdrawn"],
  return: ["closed", "declined", "cancelled", "expired"],
  claim: ["settled", "withdrawn", "lapsed"],
  refund: ["settled", "stopped", "reversed"],
  reversal: ["granted", "refused"],
  chargeback: ["won", "withdrawn", "lost"],
  sanction: ["upheld", "lifted"],
};

export const isBeginning = ({ noun, status }: Place): boolean => beginnings[noun].includes(status);
export const isEnd = ({ noun, status }: Place): boolean => ends[noun].includes(status);

/** `order.delivered` as its two halves; the status may be `*`. */
export function placeOf(text: string): Place {
  const dot = text.indexOf(".");
  return { noun: text.slice(0, dot) as Noun, status: text.slice(dot + 1) };
}

/** What begins without an arrow: an order is placed, money is to go back, a fault is counted. */
export function begunByItself(policy: Policy, noun: Noun): boolean {
  return noun === "order" || noun === "refund" || (noun === "sanction" && policy.sanctions !== null);
}

/** The statuses of a noun that the policy can lead to, in order. A noun that cannot come into being has none. */
export function columnsOf(policy: Policy): ReadonlyMap<Noun, readonly string[]> {
  const reached = new Set(nouns.filter((noun) => begunByItself(policy, noun)).map((noun) => `${noun}.${beginnings[noun][0]}`));
  const exists = (noun: Noun): boolean => [...reached].some((text) => placeOf(text).noun === noun);
  const canStart = (text: string): boolean => (placeOf(text).status === "*" ? exists(placeOf(text).noun) : reached.has(text));
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const { from, to } of policy.arrows) {
      if (!from.some(canStart)) continue;
      for (const text of to) {
        const place = placeOf(text);
        if (place.status !== "*" && (isBeginning(place) || exists(place.noun))) reached.add(text);
      }
    }
  }
  const own = (noun: Noun): string[] => [...reached].map(placeOf).filter((place) => place.noun === noun).map((place) => place.status);
  return new Map(nouns.map((noun) => [noun, [...new Set([...inOrder[noun], ...own(noun)])].filter((status) => reached.has(`${noun}.${status}`))]));
}
