// Plays a story on the core alone: line by line, the clock first, and holds every word of it against what happens.
// Knows the notation and the checks; what an order does it learns from coreOrder.ts.
import assert from "node:assert/strict";
import type { Actor } from "../../src/core/event.ts";
import { schemaOf } from "../../src/core/asks.ts";
import type { Command } from "../../src/core/commands.ts";
import { nextDue } from "../../src/core/decide.ts";
import { deadlinesOf } from "../../src/core/deadlines.ts";
import type { Policy } from "../../src/core/policy.ts";
import { underLaw } from "../../src/core/law.ts";
import { permissionsOf } from "../../src/core/permissions.ts";
import { later } from "../../src/core/time.ts";
import { isChargedBack, type Order, type Refund } from "../../src/core/state.ts";
import { commandOf, placementOf } from "../../src/story/command.ts";
import { formatOutcome, formatStory } from "../../src/story/format.ts";
import { settingValue, StoryError, type Outcome, type Step, type Story } from "../../src/story/story.ts";
import { checkClock } from "./clockCheck.ts";
import { CoreOrder, lawOf, policyNamed, type Deed, type Given, type Witness } from "./coreOrder.ts";
import { checkPermissions } from "./permissionCheck.ts";
import { checkClaim, type Seen } from "./storyClaims.ts";

/** A Monday morning: business days count from here. */
export const STORY_BEGINS = Date.UTC(2026, 2, 2, 9);

const defaultIds: Record<string, string> = { mediator: "mia", operator: "olga", institution: "sandbox", carrier: "sandbox", clock: "clock" };
/** What the clock does by the way; a story speaks of it only where it matters. */
const quiet = new Set(["RemindParty", "SubmitRefund"]);

/** Plays the story for one of its marketplaces. Throws with the line that is not so. */
export function playOnCore(story: Story, marketplace: string, witness: Witness): CoreOrder {
  return playUnder(underLaw(policyNamed(marketplace, story.setting.terms), lawOf(story.setting.buyer.country)), story, witness);
}

/** Plays the story under that policy; `trusted` is false for one that is known to be bad: then only what the story says is checked. */
export function playUnder(policy: Policy, story: Story, witness: Witness = {}, trusted = true): CoreOrder {
  const marketplace = policy.policy;
  const { unpaidOrders, points, trackingNumbers, counted } = story.setting.elsewhere;
  const player = new CoreOrder(policy, STORY_BEGINS, { unpaidOrders, points, trackingNumbers, foreignEvidence: new Set(), ...(counted ? { counted } : {}) }, witness, trusted);
  const play = new Play(story, marketplace, player, trusted);
  for (const step of story.steps) {
    try {
      play.step(step);
    } catch (error) {
      const text = formatStory({ ...story, steps: story.steps.slice(0, story.steps.indexOf(step) + 1) });
      const line = error instanceof StoryError ? "" : `line ${step.line}: `;
      throw new Error(`${marketplace}, ${line}${(error as Error).message}\n\n${text}\n`, { cause: error });
    }
  }
  return player;
}

class Play {
  readonly #story: Story;
  readonly #marketplace: string;
  readonly #player: CoreOrder;
  readonly #trusted: boolean;
  #told: number;
  #deeds: Deed[] = [];

  constructor(story: Story, marketplace: string, player: CoreOrder, trusted: boolean) {
    this.#trusted = trusted;
    this.#story = story;
    this.#marketplace = marketplace;
    this.#player = player;
    this.#told = player.now;
    if (story.steps[0]?.command !== "PlaceOrder") this.#place();
  }

  step(step: Step): void {
    this.#told = step.after === null ? this.#told : later(this.#told, step.after, "UTC");
    this.#deeds.push(...this.#player.moveTo(this.#told));
    if (step.who.role === "clock") this.#clockDid(step);
    else {
      const untold = this.#deeds.find((deed) => !quiet.has(deed.command));
      if (untold) throw new Error(`the clock did ${untold.command} meanwhile (${untold.events.map((event) => event.type).join(" ")}), which the story does not tell`);
      this.#deeds = [];
      if (step.command !== null) this.#compare(step.outcome!, this.#give(step));
      this.#deeds.push(...this.#player.moveTo(this.#player.now));
    }
    if (!this.#player.order) return;
    for (const claim of step.claims) checkClaim(claim, this.#seen());
    if (!this.#trusted) return;
    checkPermissions(this.#player.policy, this.#player.order, this.#player.now);
    checkClock(this.#player.policy, this.#player.order, this.#player.now);
  }

  #place(): Given {
    const placement = placementOf(this.#story.setting, this.#marketplace, "ord_00000000-0000-7000-8000-000000000001", this.#player.now);
    return this.#player.place(placement, { role: "operator", id: "olga" });
  }

  #clockDid(step: Step): void {
    while (this.#deeds[0] && quiet.has(this.#deeds[0].command) && this.#deeds[0].command !== step.command) this.#deeds.shift();
    const deed = this.#deeds.shift();
    assert.equal(deed?.command, step.command, "what the clock did");
    assert.ok(step.after === null || this.#told - deed!.at <= 1000, `the clock did it ${(this.#told - deed!.at) / 1000} s before: say when it was due, and a second more`);
    this.#compare(step.outcome!, { events: deed!.events, refused: null });
  }

  #give(step: Step): Given {
    if (step.command === "PlaceOrder") return this.#place();
    if (step.command === "PublishPolicy") return publish(this.#marketplace, this.#player, step);
    const order = this.#player.order!;
    const command = commandOf(step, order, { now: this.#player.now, seal: (text) => ({ sealed: text }), evidence: (name) => this.#evidence(name) });
    if (command.type === "RecordLabel") {
      command.label = { id: "lbl_1", carrier: "sandbox", trackingNumber: (command as unknown as { trackingNumber: string }).trackingNumber, url: null };
    }
    return this.#player.give(withNote(command), this.#actor(step, order));
  }

  #evidence(name: string): string {
    const id = `evi_${name}`;
    if (name.startsWith("strangers")) this.#player.outside.foreignEvidence.add(id);
    return id;
  }

  #actor(step: Step, order: Order): Actor {
    const { role, id } = step.who;
    if (role === "buyer" || role === "seller") return { role, id: id ?? order[role].id };
    return { role, id: id ?? defaultIds[role]! };
  }

  #compare(expected: Outcome, given: Given): void {
    if (given.refused === null) {
      assert.equal(given.events.map((event) => event.type).join(" ") || "nothing", formatOutcome(expected));
      return;
    }
    const { refusal, opensAt, closedAt, instead } = given.refused;
    if (expected.kind === "events") assert.equal(`refused ${refusal}`, formatOutcome(expected));
    else {
      assert.equal(refusal, expected.refusal);
      const now = this.#player.now;
      if (expected.opensIn !== null) assert.ok(opensAt !== null && Math.abs(opensAt - later(now, expected.opensIn, "UTC")) <= 1000, `it opens ${written(opensAt, now)}`);
      if (expected.closedAgo !== null) assert.ok(closedAt !== null && Math.abs(now - closedAt - (later(now, expected.closedAgo, "UTC") - now)) <= 1000, `it closed ${written(closedAt, now)}`);
      if (expected.instead.length > 0) assert.deepEqual(instead, expected.instead);
    }
  }

  #seen(): Seen {
    const { order, policy, now, books, history } = this.#player;
    return {
      now, currency: order!.currency, order: order as unknown as Record<string, unknown>, deadlines: deadlinesOf(policy, order!), events: history,
      permissions: (role) =>
        permissionsOf(policy, order!, this.#actor({ who: { role: role as Actor["role"], id: null } } as Step, order!), now, ["sandbox"]) as never,
      account: (name) => books.get(name) ?? books.get(`${name}/${order!.id}`) ?? 0,
    };
  }
}

const written = (at: number | null, now: number): string =>
  at === null ? "at no time" : `${Temporal.Duration.from({ milliseconds: at - now }).round({ largestUnit: "days" }).toString()} from now`;

/** People say something with whatever lets them: where a story does not tell what, they say this. A claim that is revised is revised by its words alone. */
function withNote(command: Command): Command {
  const asks = schemaOf(command.type, [])?.properties as Record<string, { type?: string; maxLength?: number }> | undefined;
  const said = Object.fromEntries(["note", "reason"].filter((name) => asks?.[name]?.maxLength === 4000).map((name) => [name, { sealed: "what was said" }]));
  return command.type === "ReviseClaim" ? command : { ...said, ...command };
}

/** A new version of the policy: orders bought before keep theirs (X5). */
function publish(marketplace: string, player: CoreOrder, step: Step): Given {
  const [name = "", ...value] = (step.input.find(([key]) => key === "setting")?.[1] ?? "").split("=");
  const next = underLaw(policyNamed(marketplace, { [name]: settingValue(value.join("=")) }), lawOf(player.order!.buyer.country));
  assert.equal(player.order!.policyVersion, player.policy.version);
  assert.notDeepEqual(next.terms[name], player.policy.terms[name], "the new version differs");
  return { events: [], refused: null };
}

const awaitsInstitution = ({ status, reversingSince }: Refund): boolean =>
  status === "submitting" || status === "unknown" || status === "submitted" || reversingSince !== null;

/** Everybody falls silent but the institution: what the clock then does brings the order to its end (P1, P2, X3). */
export function silenceEnds(player: CoreOrder, days: number): void {
  const end = player.now + days * 86_400_000;
  const institution: Actor = { role: "institution", id: "sandbox" };
  const DAY = 86_400_000;
  while (player.now < end) {
    // Where the institution has nothing to answer, the next thing to happen is what is due next.
    const due = nextDue(player.policy, player.order!);
    const next = player.order!.refunds.some(awaitsInstitution) || isChargedBack(player.order!) ? player.now + DAY : Math.max(due?.actsAt ?? end, player.now + DAY);
    player.moveTo(Math.min(end, next));
    for (const { id, status, reversingSince } of player.order!.refunds) {
      if (status === "submitting" || status === "unknown") player.give({ type: "RecordRefundSubmitted", refundId: id, reference: "ref-1" }, institution);
      else if (status === "submitted") player.give({ type: "RecordRefundSettled", refundId: id }, institution);
      else if (reversingSince !== null) player.give({ type: "RecordRefundReversed", refundId: id }, institution);
    }
    for (const { id, status } of player.order!.chargebacks ?? []) if (status === "open") player.give({ type: "CloseChargeback", chargebackId: id, outcome: "won" }, institution);
  }
  const order = player.order!;
  assert.ok(order.status === "closed" || order.status === "completed", `P2: after ${days} days of silence it has ended: ${player.describe()}`);
  assert.equal(order.money.inEscrowMinor, 0, `P2: nothing waits in escrow: ${player.describe()}`);
  assert.equal(order.money.refundingMinor, 0, `P2: no refund is on its way: ${player.describe()}`);
}
