// The history of one played order as a story: what people did and what the clock did, line by line, in the notation of src/story.
// A story names no order's id and no title of goods; it can be played again under the policy that it names.
import { arrowsOf, type Policy } from "../../core/policy.ts";
import type { Order, Payment, ReturnLine } from "../../core/state.ts";
import { formatAmount, partNouns } from "../../story/command.ts";
import { settingValue, type Outcome, type Setting, type Step, type Story } from "../../story/story.ts";
import type { Variant } from "../variant.ts";
import type { Deed, Run } from "./coreRun.ts";

/** The story of a run. `sold` is the order as it was placed, from whichever run of it there is; `ending` says in words how it ended. */
export function storyOf({ deeds, order, policy }: Run, { name, terms }: Variant, sold: Order, ending: string): Story {
  const told = deeds.filter(({ command, facts }) => command.type !== "RemindParty" && (command.type !== "PlaceOrder" || facts === null));
  let now = sold.placedAt;
  let clockActed = false;
  const steps = told.map((deed) => {
    clockActed ||= deed.by.role === "clock";
    // The clock acts right after the instant, so a story tells it a second later; and so what the institution answers to that.
    const afterwards = deed.by.role === "clock" || (clockActed && deed.by.role === "institution");
    const at = Math.max(now, deed.at + (afterwards ? SECOND : 0));
    const step = stepOf(deed, at - now, order);
    now = at;
    return step;
  });
  const title = `Order ${sold.externalId} under ${name}: ${ending}`;
  return { rules: [ruleOf(policy, deeds)], title, setting: settingOf(sold, policy, terms), steps, line: 1 };
}

/** The rule by which the order ended, or else by which the last thing was done. */
function ruleOf(policy: Policy, deeds: readonly Deed[]): string {
  const ends = deeds.findLast(({ facts }) => facts?.some(({ type }) => type === "OrderClosed" || type === "OrderCompleted")) ?? deeds.at(-1)!;
  const { command, by } = ends;
  if (command.type === "PlaceOrder") return "A6";
  return arrowsOf(policy, command.type).find((arrow) => arrow.by.includes(by.role))?.rule ?? "A1";
}

function settingOf(order: Order, { policy }: Policy, terms: Variant["terms"]): Setting {
  const amount = (minor: number): string | null => (minor === 0 ? null : formatAmount(minor, order.currency));
  return {
    marketplaces: [policy], terms: Object.fromEntries(Object.entries(terms).map(([term, value]) => [term, settingValue(value)])), currency: order.currency,
    lines: order.lines.map((line) => ({
      sku: line.sku, quantity: line.quantity, price: formatAmount(line.unitPriceMinor, order.currency), less: amount(line.discountMinor),
      lessBy: line.discountBy, tax: amount(line.taxMinor), finalSale: line.finalSale,
    })),
    shipping: amount(order.shippingMinor), commission: amount(order.commissionMinor), shipsWithin: order.shipWithin,
    shipsBy: order.shipBy === null ? null : durationOf(order.shipBy - order.placedAt), fulfilledBy: order.fulfilledBy,
    buyer: { id: order.buyer.id, country: order.buyer.country }, seller: { id: order.seller.id, country: order.seller.country },
    elsewhere: { unpaidOrders: 0, points: 0, trackingNumbers: [] },
  };
}

function stepOf({ by, command, facts, refusal }: Deed, afterMs: number, order: Order | null): Step {
  const outcome: Outcome = facts === null
    ? { kind: "refused", refusal: refusal, opensIn: null, closedAgo: null, instead: [] }
    : { kind: "events", events: facts.map(({ type }) => type) };
  const { type, ...carried } = command;
  // What the clock acts on follows from the deadline; a story need not say it.
  const input = by.role === "clock" ? [] : Object.entries(carried).flatMap(([name, value]) => wordsOf(name, value, order!));
  return { after: durationOf(afterMs), who: { role: by.role, id: null }, command: type, input, outcome, claims: [], line: 1 };
}

/** What a command carries, as a story writes it. A part that is the only one of its kind needs no name. */
function wordsOf(name: string, value: unknown, order: Order): [string, string][] {
  const noun = name.replace(/Id$/, "");
  if (name.endsWith("Id") && partNouns.includes(noun)) {
    const parts = order[`${noun}s` as "refunds"] as { id: string }[];
    return parts.length > 1 ? [[noun, `#${parts.findIndex((part) => part.id === value) + 1}`]] : [];
  }
  switch (name) {
    case "payments":
      return [[name, (value as Pick<Payment, "method" | "amountMinor">[]).map((one) => `${one.method}:${formatAmount(one.amountMinor, order.currency)}`).join(",")]];
    case "lines":
      return [[name, (value as ReturnLine[]).map(({ sku, quantity, reason }) => `${sku}×${quantity}${reason ? `:${reason}` : ""}`).join(",")]];
    case "trackingNumber":
      return [["number", String(value)]];
    default:
      return value === undefined ? [] : [[name, String(value)]];
  }
}

const SECOND = 1_000;

/** Whole seconds as an ISO 8601 duration; what is before the beginning counts as at once. */
function durationOf(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const parts: [number, string][] = [[Math.floor(seconds / 3600) % 24, "H"], [Math.floor(seconds / 60) % 60, "M"], [seconds % 60, "S"]];
  const time = parts.filter(([value]) => value > 0).map(([value, unit]) => `${value}${unit}`).join("");
  const days = Math.floor(seconds / 86_400);
  return days === 0 && time === "" ? "PT0S" : `P${days > 0 ? `${days}D` : ""}${time === "" ? "" : `T${time}`}`;
}
