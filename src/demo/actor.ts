// One order of the demonstration while its story is played: places it, gives each step to the engine the way its person, the
// institution or the carrier would, under names and numbers of its own.
import { randomUUIDv7 } from "node:crypto";
import type { Actor } from "../core/event.ts";
import type { Order } from "../core/state.ts";
import type { Answer, Engine, OrderInput } from "../engine/engine.ts";
import { personOf } from "../engine/sealing.ts";
import { commandOf, placementOf } from "../story/command.ts";
import type { Step } from "../story/story.ts";
import type { Plot } from "./agenda.ts";
import { goodsOf, type Goods } from "./goods.ts";
import { journeys } from "./journeys.ts";
import { demoPersonOf } from "./people.ts";
import { pictureOf } from "./picture.ts";
import { saidIn } from "./said.ts";
import type { Said } from "./scenes.ts";

type Given = { type: string } & Record<string, unknown>;

const OPERATOR: Actor = { role: "operator", id: "demo-olga" };
const COMMISSION_PER_CENT = 5;

/** `number` tells one run's orders and parcels from another's. */
export class DemoOrder {
  readonly #engine: Engine;
  readonly #plot: Plot;
  readonly #goods: Goods;
  readonly #number: string;
  readonly #evidence = new Map<string, string>();
  #id = "";

  constructor(engine: Engine, plot: Plot, index: number, number: string) {
    this.#engine = engine;
    this.#plot = plot;
    const all = goodsOf[plot.scene.marketplace]!;
    this.#goods = all[index % all.length]!;
    this.#number = number;
  }

  async place(): Promise<void> {
    const placed = await this.#engine.place(this.#input(), OPERATOR);
    if (placed.kind !== "placed") throw new Error(`the order could not be placed: ${placed.kind}`);
    this.#id = placed.order.id;
  }

  /** Gives the step. Throws where it is not accepted; what the clock and the gateways do by themselves is left to them. */
  async give(step: Step): Promise<void> {
    const order = await this.#order();
    const answer = await this.#answer(step, order);
    if (answer !== null && answer.kind !== "accepted") throw new Error(`${step.command} was not accepted: ${answer.kind === "refused" ? answer.refusal.refusal : answer.kind}`);
  }

  /** A scan on the way; a place that the carrier may not tell any more is left out. */
  async scan(leg: number): Promise<void> {
    const { parcels, buyer } = await this.#order();
    const halt = journeys[buyer.country]?.[leg];
    if (parcels[0] && halt) await this.#engine.sandbox!.scan({ trackingNumber: parcels[0].trackingNumber, ...halt });
  }

  async say([who, text]: Said): Promise<void> {
    const { [who]: id } = this.#plot.scene;
    const answer = await this.#engine.command({ orderId: this.#id, actor: { role: who, id }, command: { type: "SendMessage", text } });
    if (answer.kind !== "accepted") throw new Error(`the ${who}'s message was not accepted`);
  }

  async #order(): Promise<Order> {
    const order = await this.#engine.order(this.#id);
    if (!order) throw new Error("the order was not placed");
    return order;
  }

  #input(): OrderInput {
    const { scene, story } = this.#plot;
    const { id: _, lines, buyer, seller, ...rest } = this.#scaled(placementOf(story.setting, scene.marketplace, "order", this.#engine.clock.now()));
    const total = lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor - (line.discountMinor ?? 0), rest.shippingMinor);
    const person = (id: string) => {
      const { name, country } = demoPersonOf(id)!;
      return { id, name, country, email: `${id}@example.com` };
    };
    return {
      ...rest, externalId: this.#number, locale: demoPersonOf(scene.buyer)!.locale, buyer: person(scene.buyer), seller: person(scene.seller),
      lines: lines.map((line, at) => ({ ...line, title: at === 0 ? this.#goods.title : this.#goods.also, ...(at === 0 && this.#goods.model3dUrl !== undefined ? { model3dUrl: this.#goods.model3dUrl } : {}) }) as OrderInput["lines"][number]),
      commissionMinor: Math.floor((total * COMMISSION_PER_CENT) / 100),
    };
  }

  async #answer(step: Step, order: Order): Promise<Answer | null> {
    const { role } = step.who;
    if (role === "clock") return null;
    if (role === "institution") return this.#notice(step.command!, order);
    const wanted = step.input.filter(([name]) => name === "evidence" || name === "documents").flatMap(([, names]) => names.split(","));
    for (const name of wanted) if (!this.#evidence.has(name)) this.#evidence.set(name, await this.#upload(name, this.#actor(step)));
    const command = this.#command(step, order);
    if (role !== "carrier") return this.#engine.command({ orderId: order.id, actor: this.#actor(step), command });
    const { type, ...scan } = command;
    // The sandbox's carrier makes labels by itself.
    return type === "RecordScan" ? this.#engine.sandbox!.scan(scan as Parameters<NonNullable<Engine["sandbox"]>["scan"]>[0]) : null;
  }

  /** What the institution does where it has not done so by itself. */
  async #notice(command: string, { payments, refunds }: Order): Promise<Answer | null> {
    const sandbox = this.#engine.sandbox!;
    const pending = payments.find(({ status }) => status === "pending");
    const submitted = refunds.find(({ status }) => status === "submitted");
    if (command === "ConfirmPayment" && pending) return sandbox.confirmPayment(pending.id);
    if (command === "RecordRefundSettled" && submitted) return sandbox.settleRefund(submitted.id);
    return null;
  }

  /** The step's command in plain words, its amounts as this order's, its numbers, files and country its own. */
  #command(step: Step, order: Order): Given {
    const now = this.#engine.clock.now();
    const made = commandOf(step, order, { now, seal: (text) => ({ sealed: text }), evidence: (name) => this.#evidence.get(name)! });
    const command = this.#scaled(made as Given);
    for (const [name, value] of Object.entries(command)) {
      if (value !== null && typeof value === "object" && "sealed" in value) command[name] = saidIn(String(value.sealed), this.#languageOf(step));
    }
    // An office's own numbers exist once: here every parcel goes by the sandbox's carrier.
    if (command.carrier === "s10") command.carrier = "sandbox";
    if (typeof command.trackingNumber === "string") command.trackingNumber = this.#trackingNumber(command.trackingNumber, order);
    if (command.type === "RecordScan" && command.country === this.#plot.story.setting.buyer.country) command.country = order.buyer.country;
    return command;
  }

  #trackingNumber(told: string, order: Order): string {
    const labelled = told.startsWith("LABEL") ? order.returns.at(-1)?.label?.trackingNumber : undefined;
    return labelled ?? `${told.replaceAll(" ", "")}-${this.#number}`;
  }

  /** Buyers and sellers write in their own language, the house in the buyer's. */
  #languageOf({ who: { role } }: Step): string {
    const { buyer, seller } = this.#plot.scene;
    return demoPersonOf(role === "seller" ? seller : buyer)!.locale;
  }

  #actor({ who: { role, id } }: Step): Actor {
    const { buyer, seller } = this.#plot.scene;
    if (role === "buyer") return { role, id: buyer };
    if (role === "seller") return { role, id: seller };
    const [first, second] = role === "mediator" ? ["demo-mia", "demo-chen"] : ["demo-olga", "demo-omar"];
    return { role, id: id === null || id === "mia" || id === "olga" ? first : second };
  }

  async #upload(name: string, uploader: Actor): Promise<string> {
    const kept = await this.#engine.store.evidence.put({
      id: `evi_${randomUUIDv7()}`, uploader, person: personOf(uploader), mediaType: "image/png", name: `${name}.png`, bytes: pictureOf(name), atMs: this.#engine.clock.now(),
    });
    return kept.id;
  }

  /** The same with every amount as many times as the goods cost. */
  #scaled<T>(part: T): T {
    if (Array.isArray(part)) return part.map((one: unknown) => this.#scaled(one)) as T;
    if (part === null || typeof part !== "object") return part;
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, typeof value === "number" && name.endsWith("Minor") ? value * this.#goods.times : this.#scaled(value as unknown)])) as T;
  }
}
