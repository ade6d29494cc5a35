// Plays a story over HTTP against a server in the sandbox: people by their tokens, the institution and the carrier by the sandbox's
// routes, the clock by advancing it. What the gateways do by themselves there (labels, hand-overs) is looked up in the history.
import assert from "node:assert/strict";
import type { Role } from "../../src/core/event.ts";
import type { Policy } from "../../src/core/policy.ts";
import { later } from "../../src/core/time.ts";
import type { Order } from "../../src/core/state.ts";
import { commandOf, placementOf } from "../../src/story/command.ts";
import { formatOutcome, formatStory } from "../../src/story/format.ts";
import { StoryError, type Outcome, type Step, type Story } from "../../src/story/story.ts";
import type { Client, Json, Reply, TestServer } from "./client.ts";
import { policyNamed } from "./coreOrder.ts";
import { checkClaim, type Seen, type SeenEvent } from "./storyClaims.ts";
import { Names } from "./storyNames.ts";

type HttpEvent = SeenEvent & { seq: number; at: string };
/** The order and its history, read since anything was last done here. */
type Look = { order: Json; events: HttpEvent[] };

/** What happens by the way: a story speaks of it only where it matters. */
const quiet = new Set(["PartyReminded", "RefundSubmitting", "RefundOverdue"]);
/** What the sandbox's gateways do by themselves, and the facts that follow. */
const byItself: Record<string, string> = { RecordRefundSubmitted: "RefundSubmitted", RecordLabel: "LabelIssued", RecordLabelVoided: "LabelVoided" };
/** The hand-over takes no time there: what is being handed over is handed over. */
const HANDED_OVER = /^refund #\w+ submitting/;
const MONDAY_NINE = Date.UTC(2024, 0, 1, 9);
const WEEK = 7 * 86_400_000;

/** The marketplace under which a story's settings run: its own name where it changes none. */
export function policyFor(story: Story, marketplace: string): Policy {
  const changes = Object.entries(story.setting.terms);
  if (changes.length === 0) return policyNamed(marketplace);
  return { ...policyNamed(marketplace, story.setting.terms), policy: [marketplace, ...changes.flat()].join("-").replaceAll(/[^a-zA-Z0-9-]/g, "-") };
}

/** Plays the story for one of its marketplaces. Throws with the line that is not so. */
export async function playOverHttp(story: Story, marketplace: string, server: TestServer): Promise<void> {
  const play = new HttpPlay(story, marketplace, server);
  try {
    await playSteps(play, story, marketplace);
  } finally {
    await play.end();
  }
}

async function playSteps(play: HttpPlay, story: Story, marketplace: string): Promise<void> {
  for (const [index, step] of story.steps.entries()) {
    try {
      await play.step(step, story.steps.slice(index));
    } catch (error) {
      const text = formatStory({ ...story, steps: story.steps.slice(0, index + 1) });
      const line = error instanceof StoryError ? "" : `line ${step.line}: `;
      throw new Error(`${marketplace} over HTTP, ${line}${(error as Error).message}\n\n${text}\n`, { cause: error });
    }
  }
}

class HttpPlay {
  readonly #story: Story;
  readonly #marketplace: string;
  readonly #server: TestServer;
  readonly #names = new Names();
  readonly #people = new Map<string, Client>();
  #id = "";
  #now = 0;
  #seen = 0;
  #look: Look | null = null;
  #history: HttpEvent[] = [];
  #rejecting = false;
  #clockDid: HttpEvent[] = [];
  #gatewaysDid: HttpEvent[] = [];

  constructor(story: Story, marketplace: string, server: TestServer) {
    this.#story = story;
    this.#marketplace = marketplace;
    this.#server = server;
  }

  async step(step: Step, ahead: Step[]): Promise<void> {
    if (this.#now === 0) await this.#begin(step);
    if (step.after !== null && step.after !== "PT0S") await this.#advance(step.after, ahead);
    if (step.who.role === "clock") this.#compareClock(step);
    else {
      const untold = this.#clockDid.find((event) => !quiet.has(event.type));
      if (untold) throw new Error(`the clock did something meanwhile (${untold.type}), which the story does not tell`);
      this.#clockDid = [];
      if (step.command !== null) await this.#give(step);
    }
    if (this.#id !== "" && step.claims.length > 0) await this.#check(step);
  }

  /** Lets the order come to its end, so that it does not act in the plays after this one. */
  async end(): Promise<void> {
    const { operator } = this.#server;
    if (this.#id !== "") {
      assert.equal((await this.#journal()).reduce((sum, { amountMinor }) => sum + amountMinor, 0), 0, "the ledger sums to zero");
      const { order: { refunds, chargebacks, deadlines } } = await this.#looked();
      for (const { paymentId, status } of chargebacks as Json[]) if (status === "open") await operator.post(`/v1/sandbox/institution/payments/${paymentId}/chargeback`, { outcome: "won" });
      for (const { id, status } of refunds as Json[]) {
        if (status === "submitted") await operator.post(`/v1/sandbox/institution/refunds/${id}/settle`);
        else if (status === "settled" && deadlines.some((one: Json) => one.target === id)) await operator.post(`/v1/sandbox/institution/refunds/${id}/reverse`);
      }
    }
    await operator.post("/v1/sandbox/institution", { mode: "auto", settleAfter: "PT0S", next: [] });
    await this.#server.advance("P200D");
    await operator.post("/v1/sandbox/institution", { mode: "manual", settleAfter: null });
  }

  /** A Monday morning, and what the same people have in other orders. */
  async #begin(first: Step): Promise<void> {
    const now = await this.#moved("PT0S");
    const wait = Math.ceil((now - MONDAY_NINE) / WEEK) * WEEK + MONDAY_NINE - now;
    this.#now = await this.#moved(`PT${Math.floor(wait / 1000)}S`);
    const { unpaidOrders } = this.#story.setting.elsewhere;
    for (let made = 0; made < Math.min(unpaidOrders, 20); made += 1) assert.equal((await this.#place(`-${made}`)).status, 201);
    for (const number of this.#story.setting.elsewhere.trackingNumbers) await this.#useElsewhere(number);
    if (first.command !== "PlaceOrder") this.#placed(await this.#place());
  }

  #body(suffix = ""): Json {
    const { id, buyer, seller, marketplace: _, shipBy, shipWithin, locale: _locale, externalId: _externalId, ...rest } = placementOf(this.#story.setting, this.#marketplace, "order", this.#now);
    return {
      ...rest, marketplace: policyFor(this.#story, this.#marketplace).policy, externalId: `${id}-${this.#names.run}${suffix}`,
      buyer: { id: this.#names.real(buyer.id), country: buyer.country }, seller: { id: this.#names.real(seller.id), country: seller.country },
      ...(shipWithin === null ? {} : { shipWithin }), ...(shipBy === null ? {} : { shipBy: new Date(shipBy).toISOString() }),
    };
  }

  #place = (suffix = ""): Promise<Reply> => this.#server.operator.post("/v1/orders", this.#body(suffix));

  #placed({ status, body }: Reply): void {
    assert.equal(status, 201, JSON.stringify(body));
    this.#id = body.id as string;
  }

  async #useElsewhere(number: string): Promise<void> {
    const { body } = await this.#place("-elsewhere");
    const buyer = await this.#person("buyer", null);
    const { body: paid } = await buyer.command(body.id, { type: "PayOrder", method: "card" });
    await this.#server.operator.post(`/v1/sandbox/institution/payments/${paid.order.payments[0].id}/confirm`);
    const sent = await (await this.#person("seller", null)).command(body.id, { type: "ShipOrder", carrier: "s10", trackingNumber: this.#names.number("s10", number) });
    assert.equal(sent.status, 200, JSON.stringify(sent.body));
  }

  async #advance(by: string, ahead: Step[]): Promise<void> {
    const told = ahead.find((step) => step.who.role === "institution" && /^RecordRefund(Submitted|Failed)$/.test(step.command ?? ""));
    const rejects = told?.command === "RecordRefundFailed" && this.#id !== "" && (await this.#looked()).order.refunds.some((refund: Json) => refund.status === "approved");
    if (rejects || this.#rejecting) await this.#server.operator.post("/v1/sandbox/institution", { next: rejects ? ["reject"] : [] });
    this.#rejecting = rejects;
    await this.#moved(by);
    this.#now = later(this.#now, by, "UTC");
    await this.#lookUp();
  }

  /** Moves the clock; what time it is then there. */
  async #moved(by: string): Promise<number> {
    this.#look = null;
    const { status, body } = await this.#server.operator.post("/v1/sandbox/clock", { advance: by });
    assert.equal(status, 200);
    return Date.parse(body.now);
  }

  /** New facts of the history: what the clock did is told line by line, what gateways did where the story speaks of it. */
  async #lookUp(): Promise<void> {
    if (this.#id === "") return;
    for (const event of (await this.#looked()).events.slice(this.#seen)) {
      this.#seen = event.seq;
      if (event.by.role === "clock") this.#clockDid.push(event);
      else if (event.by.role === "institution" || event.by.role === "carrier") this.#gatewaysDid.push(event);
    }
  }

  #compareClock(step: Step): void {
    const expected = formatOutcome(step.outcome!).split(" ");
    while (this.#clockDid[0] && quiet.has(this.#clockDid[0].type) && this.#clockDid[0].type !== expected[0]) this.#clockDid.shift();
    const done = this.#clockDid.splice(0, expected.length);
    assert.equal(done.map((event) => event.type).join(" "), expected.join(" "), "what the clock did");
    assert.ok(step.after === null || this.#now - Date.parse(done[0]!.at) <= 1000, "the clock did it at its time");
  }

  async #give(step: Step): Promise<void> {
    if (step.command === "PlaceOrder") return this.#giveOrder(step);
    if (step.command! in byItself || (step.command === "RecordRefundFailed" && this.#gatewaysDid.some((event) => event.type === "RefundFailed"))) return this.#compareGateway(step);
    // What the gateways do by themselves comes a moment after what called for it.
    if (step.after === null || step.after === "PT0S") this.#look = null;
    await this.#lookUp();
    const { order } = await this.#looked();
    const evidence = new Map<string, string>();
    for (const [name, value] of step.input) if (name === "evidence" || name === "documents") for (const file of value.split(",")) evidence.set(file, await this.#upload(file, step));
    const command = commandOf(step, order as Order, { now: this.#now, seal: (text) => ({ sealed: text }), evidence: (name) => evidence.get(name)! });
    const reply = await this.#send(step, this.#plain(command as never), order);
    if (step.outcome!.kind === "refused") return this.#compareRefusal(step.outcome!, reply);
    assert.ok(reply.status === 200 || reply.status === 201, `${reply.status} ${JSON.stringify(reply.body)}`);
    const before = this.#seen;
    await this.#lookUp();
    const given = this.#history.slice(before).filter((event) => event.by.role === step.who.role).map((event) => event.type);
    assert.equal(given.filter((type, index) => type !== "PaymentConfirmed" || given.indexOf(type) === index).join(" ") || "nothing", formatOutcome(step.outcome!));
    this.#gatewaysDid = this.#gatewaysDid.filter((event) => event.by.role !== step.who.role);
  }

  async #giveOrder(step: Step): Promise<void> {
    const reply = await this.#place();
    if (step.outcome!.kind === "refused") return this.#compareRefusal(step.outcome!, reply);
    this.#placed(reply);
  }

  #compareGateway(step: Step): void {
    if (step.outcome!.kind === "refused") return;
    const wanted = byItself[step.command!] ?? "RefundFailed";
    const at = this.#gatewaysDid.findIndex((event) => event.type === wanted);
    assert.ok(at >= 0, `the gateway's ${wanted} is not in the history`);
    const label = (this.#gatewaysDid.splice(0, at + 1).at(-1)!.data as { label?: { trackingNumber: string } }).label;
    const told = step.input.find(([name]) => name === "number")?.[1];
    if (label && told) this.#names.pair(told, label.trackingNumber);
  }

  #compareRefusal(expected: Outcome & { kind: "refused" }, { status, body }: Reply): void {
    if (status === 422 || status === 404) return assert.ok(["ReasonUnknownHere", "MethodNotAccepted", "NoSuchParcel"].includes(expected.refusal), `${status} ${JSON.stringify(body)}`);
    assert.deepEqual([status, body.refusal], [409, expected.refusal]);
    if (expected.opensIn !== null) assert.ok(Math.abs(Date.parse(body.opensAt) - later(this.#now, expected.opensIn, "UTC")) <= 1000, `it opens at ${body.opensAt}`);
    if (expected.closedAgo !== null) assert.ok(Math.abs(this.#now - Date.parse(body.closedAt) - (later(this.#now, expected.closedAgo, "UTC") - this.#now)) <= 1000, `it closed at ${body.closedAt}`);
    if (expected.instead.length > 0) assert.deepEqual(body.instead, expected.instead);
  }

  /** The command as JSON: words in plain, times as text, this play's own tracking numbers. */
  #plain(command: Record<string, unknown>): { type: string; [field: string]: unknown } {
    const plain = Object.entries(command).map(([name, value]): [string, unknown] => {
      if (name === "at") return [name, new Date(value as number).toISOString()];
      if (name === "trackingNumber") return [name, this.#names.number(String(command.carrier ?? "sandbox"), value as string)];
      return [name, value !== null && typeof value === "object" && "sealed" in value ? (value as { sealed: string }).sealed : value];
    });
    return Object.fromEntries(plain) as never;
  }

  async #send(step: Step, command: { type: string; [field: string]: unknown }, order: Json): Promise<Reply> {
    const { role, id } = step.who;
    this.#look = null;
    const sandbox = (path: string, body?: unknown): Promise<Reply> => this.#server.operator.post(`/v1/sandbox/${path}`, body);
    if (role === "carrier") {
      const { type: _, ...scan } = command;
      return sandbox("carrier/scans", scan);
    }
    if (role === "institution") return this.#sendNotice(command, order, sandbox);
    const client = await this.#person(role, id);
    return command.type === "SendMessage" ? client.post(`/v1/orders/${this.#id}/messages`, { text: command.text }) : client.command(this.#id, command);
  }

  async #sendNotice(command: { type: string; [field: string]: unknown }, order: Json, sandbox: (path: string, body?: unknown) => Promise<Reply>): Promise<Reply> {
    if (/Payment$/.test(command.type)) {
      const ids = command.paymentId ? [command.paymentId] : order.payments.map((payment: Json) => payment.id);
      let reply: Reply | null = null;
      for (const id of ids) reply = await sandbox(`institution/payments/${String(id)}/${command.type === "ConfirmPayment" ? "confirm" : "reject"}`);
      return reply!;
    }
    if (/Chargeback$/.test(command.type)) {
      const { type: _type, chargebackId, paymentId = order.chargebacks.find((one: Json) => one.id === chargebackId)?.paymentId ?? order.chargebacks.at(-1)?.paymentId ?? order.payments[0].id, reference: _, ...wish } = command;
      return sandbox(`institution/payments/${String(paymentId)}/chargeback`, wish);
    }
    const verb = { RecordRefundSettled: "settle", RecordRefundFailed: "fail", RecordRefundReversed: "reverse" }[command.type];
    assert.ok(verb, `the sandbox's institution has no ${command.type}`);
    const moving = order.refunds.filter((refund: Json) => refund.status === "submitted" || (verb === "reverse" && refund.status === "settled"));
    return sandbox(`institution/refunds/${String(command.refundId ?? (moving[0] ?? order.refunds.at(-1)).id)}/${verb}`);
  }

  async #person(role: Role, id: string | null): Promise<Client> {
    const own = role === "buyer" || role === "seller" ? this.#names.real(id ?? this.#story.setting[role].id) : (id ?? `${role}-1`);
    const key = `${role}/${own}`;
    if (!this.#people.has(key)) this.#people.set(key, await this.#server.as(role as "buyer", own));
    return this.#people.get(key)!;
  }

  /** One file for each name; a stranger's is uploaded by somebody else. */
  async #upload(name: string, step: Step): Promise<string> {
    const uploader = name.startsWith("strangers") ? await this.#server.as("buyer", `stranger-${this.#names.run}`) : await this.#person(step.who.role, step.who.id);
    const form = new FormData();
    form.set("file", new Blob([`%PDF-1.4\n% ${name}\n`], { type: "application/pdf" }), `${name}.pdf`);
    const { status, body } = await uploader.call("POST", "/v1/evidence", undefined, { raw: { type: "multipart/form-data", bytes: form } });
    assert.equal(status, 201, JSON.stringify(body));
    this.#names.pair(`evi_${name}`, body.id as string);
    return body.id as string;
  }

  /** The order as it is now; its history is read again only where the order says that it has grown. */
  async #looked(): Promise<Look> {
    if (this.#look) return this.#look;
    const { operator } = this.#server;
    const order = (await operator.get(`/v1/orders/${this.#id}`)).body;
    if (order.version !== this.#history.length) this.#history = (await operator.get(`/v1/orders/${this.#id}/events`)).body.events;
    assert.ok(this.#history.length >= order.version && this.#history.every(({ seq }, index) => seq === index + 1), "the history is whole");
    return (this.#look = { order, events: this.#history });
  }

  #journal = async (): Promise<{ account: string; amountMinor: number }[]> => (await this.#server.operator.get(`/v1/orders/${this.#id}/journal`)).body.postings;

  async #check(step: Step): Promise<void> {
    const { order, events } = this.#names.told(await this.#looked());
    for (const refund of order.refunds) for (const own of ["failedBecause", "institutionReference"]) delete refund[own];
    const permissions = new Map<string, Json[]>();
    for (const role of new Set(step.claims.map((claim) => / may( not)? /.test(claim.subject) ? claim.subject.split(" ")[0]! : ""))) {
      if (role !== "") permissions.set(role, (await (await this.#person(role as Role, null)).get(`/v1/orders/${this.#id}`)).body.permissions);
    }
    const postings = step.claims.some((claim) => claim.subject.startsWith("account ")) ? this.#names.told(await this.#journal()) : [];
    const account = (name: string): number =>
      postings.filter((one) => one.account === name || one.account === `${name}/${this.#id}`).reduce((sum, one) => sum + one.amountMinor, 0);
    const seen: Seen = {
      partial: true, now: this.#now, currency: this.#story.setting.currency, order, deadlines: order.deadlines, events,
      permissions: (role) => permissions.get(role)! as never, account,
    };
    for (const claim of step.claims) checkClaim(HANDED_OVER.test(claim.subject) ? { ...claim, subject: claim.subject.replace("submitting", "submitted") } : claim, seen);
  }
}

