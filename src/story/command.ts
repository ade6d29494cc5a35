// What the words of a story's line mean for an order: amounts, units, ids and times become a command and a placement of the core.
// Pure; ids come from the order itself (#2 is its second, #last the latest), sealed words and evidence from whoever plays the story.
import type { Command } from "../core/commands.ts";
import { minorUnits } from "../core/currency.ts";
import type { Sealed } from "../core/event.ts";
import type { Placement } from "../core/place.ts";
import type { Excepted, LinePart, Order } from "../core/state.ts";
import { later } from "../core/time.ts";
import { StoryError, type Setting, type Step } from "./story.ts";

/** How the player of a story keeps words and files, and what time it is there (epoch milliseconds). */
export type Props = { now: number; seal: (text: string) => Sealed; evidence: (name: string) => string };

/** Amounts as people write them (12.50) in minor units of the currency. Throws on more decimals than it has. */
export function amountMinor(text: string, currency: string): number {
  const digits = minorUnits(currency) ?? 2;
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const fraction = found?.[3] ?? "";
  if (!found || fraction.length > digits) throw new Error(`not an amount of ${currency}: ${text}`);
  const value = Number(found[2] + fraction.padEnd(digits, "0"));
  return found[1] ? -value : value;
}

/** Minor units as people write them. */
export function formatAmount(minor: number, currency: string): string {
  const digits = minorUnits(currency) ?? 2;
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return minor < 0 ? `-${whole}` : whole;
}

/** The order that a story opens with, as a marketplace places it at `now`. */
export function placementOf(setting: Setting, marketplace: string, id: string, now: number): Placement {
  const amount = (text: string | null): number => (text === null ? 0 : amountMinor(text, setting.currency));
  return {
    id, marketplace, externalId: id, fulfilledBy: setting.fulfilledBy, currency: setting.currency, locale: null,
    buyer: { ...setting.buyer, profile: null }, seller: { ...setting.seller, profile: null },
    lines: setting.lines.map((line) => ({
      sku: line.sku, title: line.sku, quantity: line.quantity, unitPriceMinor: amount(line.price), taxMinor: amount(line.tax), finalSale: line.finalSale,
      ...(line.excepted === undefined ? {} : { excepted: line.excepted as Excepted }),
      ...(line.less === null ? {} : { discountMinor: amount(line.less), discountBy: line.lessBy }),
    })),
    shippingMinor: amount(setting.shipping), commissionMinor: amount(setting.commission), shipWithin: setting.shipsWithin,
    shipBy: setting.shipsBy === null ? null : later(now, setting.shipsBy, "UTC"),
  };
}

/** The command of a line, for this order. Throws StoryError where a word means nothing. */
export function commandOf(step: Step, order: Order, props: Props): Command {
  const command: Record<string, unknown> = { type: step.command };
  for (const [name, value] of step.input) {
    try {
      Object.assign(command, meaning(name, value, step, order, props));
    } catch (error) {
      throw new StoryError(step.line, `${name}=${value}: ${(error as Error).message}`);
    }
  }
  return command as Command;
}

function meaning(name: string, value: string, step: Step, order: Order, props: Props): Record<string, unknown> {
  switch (name) {
    case "amount": case "total":
      return { [`${name}Minor`]: amountMinor(value, order.currency) };
    case "number":
      return { trackingNumber: value };
    case "note": case "text":
      return { [name]: props.seal(value) };
    case "reason":
      return { reason: step.command === "StopRefund" || step.command === "ExtendDeadline" || step.command === "TakeBackExtension" ? props.seal(value) : value };
    case "sellerAtFault": case "offPlatform":
      return { [name]: value === "yes" };
    case "lines":
      return { lines: value.split(",").map(unitsOf) };
    case "payments":
      return { payments: value.split(",").map((one) => paymentOf(one, order.currency)) };
    case "evidence": case "documents":
      return { [name]: value.split(",").map(props.evidence) };
    case "at":
      return { at: value.startsWith("-") ? 2 * props.now - later(props.now, value.slice(1), "UTC") : later(props.now, value, "UTC") };
    case "position":
      return { position: { latitude: Number(value.split("/")[0]), longitude: Number(value.split("/")[1]) } };
    case "reasons":
      return { reasons: value.split(",") };
    case "return": case "claim": case "refund": case "cancellation": case "reversal": case "chargeback": case "sanction": case "payment":
      return { [`${name}Id`]: partOf(order, name, value).id };
    default:
      return { [name]: value };
  }
}

function unitsOf(text: string): LinePart & { reason?: string } {
  const found = /^(.+)×(\d+)(?::(\w+))?$/.exec(text);
  if (!found) throw new Error("units are written SEED-1×2, with a reason SEED-1×2:defective");
  return { sku: found[1]!, quantity: Number(found[2]), ...(found[3] ? { reason: found[3] } : {}) };
}

function paymentOf(text: string, currency: string): { method: string; amountMinor: number } {
  const [method = "", amount = ""] = text.split(":");
  return { method, amountMinor: amountMinor(amount, currency) };
}

type PartList = { id: string; status: string }[];
const lists: Record<string, (order: Order) => PartList> = {
  payment: (order) => order.payments, parcel: (order) => order.parcels, cancellation: (order) => order.cancellations, return: (order) => order.returns,
  claim: (order) => order.claims, refund: (order) => order.refunds, reversal: (order) => order.reversals, chargeback: (order) => order.chargebacks ?? [], sanction: (order) => order.sanctions,
};

const prefixes: Record<string, string> = {
  payment: "pay", parcel: "prc", cancellation: "can", return: "ret", claim: "clm", refund: "rfd", reversal: "rev", chargeback: "cbk", sanction: "snc",
};

/** The nouns whose parts an order numbers: `claim #2`. */
export const partNouns: readonly string[] = Object.keys(lists);

/** The part that a story names: `#2` the second of its kind, `#last` the latest, `#none` one that no order has. Throws where there is none. */
export function partOf(order: Order, noun: string, name: string): { id: string; status: string } {
  const all = lists[noun]!(order);
  if (name === "#none") return { id: `${prefixes[noun]!}_00000000-0000-7000-8000-ffffffffffff`, status: "none" };
  const found = name === "#last" ? all.at(-1) : all[Number(name.slice(1)) - 1];
  if (!found) throw new Error(`the order has no ${noun} ${name}`);
  return found;
}
