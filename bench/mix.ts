// The orders that the benchmarks put through: made-up lives of twenty orders on three marketplaces, again and again.
// The mix stands here as data; it is the same in every run, only ids and names differ.
import type { Actor, Role } from "../src/core/event.ts";
import type { OrderInput } from "../src/engine/engine.ts";

/** A command of a life: who gives it, and its body. */
export type Step = { role: Role; command: { type: string } & Record<string, unknown> };
export type Life = { input: OrderInput; steps: Step[] };
type Story = (life: Stage) => Step[];
type Stage = { marketplace: string; number: number; trackingNumber: string };

export const shop: Actor = { role: "operator", id: "shop" };

const by = (role: Role, type: string, rest: Record<string, unknown> = {}): Step => ({ role, command: { type, ...rest } });

const paid = (): Step[] => [by("buyer", "PayOrder", { method: "alipay" }), by("institution", "ConfirmPayment")];
const paidByCard = (): Step[] => [by("buyer", "PayOrder", { method: "card" }), by("institution", "ConfirmPayment")];
const paidOn = ({ marketplace }: Stage): Step[] => (marketplace === "amazon" ? paidByCard() : paid());
const shipped = (life: Stage): Step[] => [...paidOn(life), by("seller", "ShipOrder", { carrier: "s10", trackingNumber: life.trackingNumber })];
const scan = ({ trackingNumber }: Stage, status: string): Step => by("carrier", "RecordScan", { trackingNumber, status, country: "DE" });
const delivered = (life: Stage): Step[] => [...shipped(life), scan(life, "accepted"), scan(life, "inTransit"), scan(life, "delivered")];
/** Amazon's policy pays out by time alone; on the others the buyer confirms. */
const received = (life: Stage): Step[] => [...delivered(life), ...(life.marketplace === "amazon" ? [] : [by("buyer", "ConfirmReceipt")])];
const talkedOf = (life: Stage): Step[] => {
  const [pay, confirm, ...rest] = received(life);
  return [pay!, by("buyer", "SendMessage", { text: "When will you send it? I leave on the 20th." }), confirm!, by("seller", "SendMessage", { text: "Tomorrow morning, with a tracking number." }), ...rest];
};
const neverPaid = (): Step[] => [by("buyer", "CancelOrder", { reason: "noLongerWanted" })];
const cancelled: Story = (life) => {
  switch (life.marketplace) {
    case "amazon": return [...paidByCard(), by("buyer", "CancelOrder", { reason: "noLongerWanted" })];
    case "aliexpress": return [...paid(), by("buyer", "RequestCancellation", { reason: "noLongerWanted" }), by("seller", "AcceptCancellation")];
    default: return [...paid(), by("buyer", "OpenClaim", { ground: "noLongerWanted" }), by("seller", "AcceptClaim")];
  }
};
const contested: Story = (life) => {
  if (life.marketplace === "amazon") {
    const lines = [{ sku: "POT-1", quantity: 1, reason: "noLongerWanted" }];
    return [...delivered(life), by("buyer", "RequestReturn", { lines }), by("buyer", "CancelReturn")];
  }
  return [...shipped(life), by("buyer", "OpenClaim", { ground: "falseTracking" }), by("seller", "RefuseClaim"), by("buyer", "WithdrawClaim"), scan(life, "delivered"), by("buyer", "ConfirmReceipt")];
};

/** Of twenty orders: how many live so. */
export const shares: readonly { name: string; of20: number; story: Story }[] = [
  { name: "bought, shipped, received", of20: 13, story: received },
  { name: "the same with two messages", of20: 2, story: talkedOf },
  { name: "cancelled before payment", of20: 1, story: neverPaid },
  { name: "cancelled after payment, money back", of20: 2, story: cancelled },
  { name: "a claim or a return, withdrawn", of20: 2, story: contested },
];

const stories: Story[] = shares.flatMap(({ of20, story }) => Array.from({ length: of20 }, () => story));
const marketplaces = ["aliexpress", "amazon", "taobao"];
const BUYERS = 5_000;
const SELLERS = 200;

/** The life of the order with that number; `run` keeps the names of two runs apart. */
export function lifeOf(number: number, run: string): Life {
  const marketplace = marketplaces[number % marketplaces.length]!;
  // 7 and 20 have no common divisor: every twenty orders meet each story as often as it says, and not in blocks.
  const story = stories[(number * 7) % stories.length]!;
  const input: OrderInput = {
    marketplace, externalId: `${run}-${number}`, fulfilledBy: "seller", currency: "USD", locale: "en",
    buyer: { id: `buyer-${number % BUYERS}`, country: "DE", name: "Ann Example", email: `ann${number % BUYERS}@example.org`, address: "Lindenstrasse 1, 10969 Berlin" },
    seller: { id: `seller-${number % SELLERS}`, country: "CN" },
    lines: [
      { sku: "CACTUS-7", title: "Cactus seeds, 100 pieces", quantity: 2, unitPriceMinor: 625 },
      { sku: "POT-1", title: "Clay pot, 12 cm", quantity: 1, unitPriceMinor: 1_990, discountMinor: 190, discountBy: "seller" },
    ],
    shippingMinor: 499, commissionMinor: 160, shipWithin: null, shipBy: null,
  };
  return { input, steps: story({ marketplace, number, trackingNumber: s10(number) }) };
}

/** Who speaks in that role for this order. */
export function actorOf(role: Role, input: OrderInput): Actor {
  if (role === "buyer") return { role, id: input.buyer.id };
  return { role, id: role === "seller" ? input.seller.id : role };
}

/** A postal item number (UPU S10) with its check digit. */
function s10(number: number): string {
  const digits = String(number).padStart(8, "0");
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const rest = 11 - ([...digits].reduce((sum, digit, index) => sum + Number(digit) * weights[index]!, 0) % 11);
  return `RR${digits}${rest === 10 ? 0 : rest === 11 ? 5 : rest}CN`;
}
