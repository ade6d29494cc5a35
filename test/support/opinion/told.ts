// A story that shows a difference, told in the notation of src/story: what the core says to each line. What that notation has no words
// for (two at once, an old key, the institution's faults) stands beside it as remarks.
import { durationOf, inputOf } from "../../../src/check/tell.ts";
import type { Order } from "../../../src/core/state.ts";
import { formatAmount } from "../../../src/story/command.ts";
import { formatStory } from "../../../src/story/format.ts";
import type { Setting, Step } from "../../../src/story/story.ts";
import { variants } from "../marketplaces.ts";
import type { Recorded } from "../coreOrder.ts";
import { filledIn, type Ask, type Outcome } from "./ask.ts";
import type { Difference, Story } from "./batch.ts";
import { nameOf } from "./book.ts";
import { World } from "./world.ts";

const BEGINS = Date.UTC(2026, 2, 2, 9);

/** The text: a story, remarks behind `#`, and at the end what differs. */
export function toldStory({ story, faults, message }: Difference): string {
  const steps: Step[] = [];
  const remarks: string[] = [];
  let now = 0;
  let after = 0;
  const world = new World(story.policy, story.placement, BEGINS, (at) => faults.get(Math.ceil(at / 1000) * 1000 - BEGINS) ?? null, {});
  const tell = (step: Step): number => steps.push(step);
  const pass = (at: number): void => {
    const seen = world.history.length;
    try {
      world.moveTo(BEGINS + at);
    } finally {
      for (const event of world.history.slice(seen)) if (event.type !== "PartyReminded") remarks.push(remarkOn(event, now));
    }
    after += at - now;
    now = at;
  };
  try {
    for (const { at, turn } of story.entries) {
      pass(at);
      const before = world.order;
      const outcomes = world.askAtOnce(turn.asks, { reversed: false, labelsBetween: false });
      for (const [index, ask] of turn.asks.entries()) {
        const number = tell(stepOf(ask, outcomes[index]!, before, story, steps.length === 0 || after > 0 ? durationOf(after) : null));
        if (index === 0 && turn.trick) remarks.push(`line ${number}: ${turn.trick}`);
        after = 0;
      }
    }
    pass(now + 420 * 86_400_000);
  } catch (error) {
    remarks.push(`then the core throws: ${(error as Error).message.replaceAll("\n", " ")}`);
  }
  for (const [at, fault] of faults) remarks.push(`${durationOf(at)} after the beginning the institution meets: ${fault}`);
  const text = formatStory({ rules: ["X4"], title: "All opinions are the same", setting: settingOf(story), steps: steps.length > 0 ? steps : [silence], line: 1 });
  return `${text}\n${[...remarks, ...message.split("\n")].map((line) => `# ${line}`).join("\n")}\n`;
}

/** What the clock or a gateway did by itself, as a story would tell it: the clock a second after its deadline. */
function remarkOn({ at, by, type }: Recorded, now: number): string {
  const due = Math.max(now, Math.ceil((at - BEGINS) / 1000) * 1000 + (by.role === "clock" ? 1000 : 0));
  return `${durationOf(due)}: the ${by.role}'s ${type}`;
}

const silence: Step = { after: "PT0S", who: { role: "buyer", id: null }, command: null, input: [], outcome: null, claims: [], line: 0 };

function stepOf(wanted: Ask, outcome: Outcome, before: Order, { placement }: Story, after: string | null): Step {
  const { actor, command } = filledIn(wanted, before, placement.externalId);
  const isParty = actor.role === "buyer" || actor.role === "seller" || actor.id === "sandbox";
  return {
    after, who: { role: actor.role, id: isParty ? null : actor.id }, command: command.type, input: inputOf(command, before),
    outcome: outcome.kind === "accepted"
      ? { kind: "events", events: outcome.events.map((event) => event.split(" ")[1]!) }
      : { kind: "refused", refusal: outcome.kind === "refused" ? outcome.refusal : outcome.kind, opensIn: null, closedAgo: null, instead: [] },
    claims: [], line: 0,
  };
}

function settingOf({ policy, placement }: Story): Setting {
  const { marketplace, terms } = variants.find((one) => nameOf(one) === policy.policy)!;
  const amount = (minor: number | undefined): string | null => (minor ? formatAmount(minor, placement.currency) : null);
  return {
    marketplaces: [marketplace], terms, currency: placement.currency,
    lines: placement.lines.map(({ sku, quantity, unitPriceMinor, discountMinor, discountBy, taxMinor, finalSale }) => ({
      sku, quantity, price: formatAmount(unitPriceMinor, placement.currency), less: amount(discountMinor), lessBy: discountBy ?? null, tax: amount(taxMinor), finalSale: finalSale ?? false,
    })),
    shipping: amount(placement.shippingMinor), commission: amount(placement.commissionMinor), shipsWithin: placement.shipWithin, shipsBy: null, fulfilledBy: placement.fulfilledBy,
    buyer: { id: "ann", country: placement.buyer.country }, seller: { id: "cactus", country: placement.seller.country }, elsewhere: { unpaidOrders: 0, points: 0, trackingNumbers: [] },
  };
}
