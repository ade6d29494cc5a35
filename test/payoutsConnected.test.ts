// Payouts through Stripe and PayPal, the real adapters against stand-ins that speak the published contracts: whatever the call meets,
// each payout is executed once, goes where the seller's account was when it first left, and is compared with what the institution says.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openInstitution } from "../src/engine/gateways/connect.ts";
import type { ReportedPayout } from "../src/engine/gateways/gateway.ts";
import { reconcilePayouts } from "../src/engine/reconcile.ts";
import { verify } from "../src/engine/verify.ts";
import type { Fault } from "./standIns/standIn.ts";
import type { Json } from "./support/client.ts";
import { openPayPalWorld, openStripeWorld, paypalSettings, stripeSettings, type Connected } from "./support/connected.ts";

type World = Connected<Awaited<ReturnType<typeof openStripeWorld>>["there"]> | Connected<Awaited<ReturnType<typeof openPayPalWorld>>["there"]>;
/** What a stand-in executed, told alike. */
type Executed = { reference: string; key: string; account: string };
type Side = {
  name: string; open(): Promise<World>; account: string; another: string; wrong: string;
  executed(world: World): Executed[]; arrive(world: World, reference: string): void; comeBack(world: World, reference: string): void; list(world: World): Promise<AsyncIterable<ReportedPayout>>;
};

const faults: Record<string, { fault: Fault; ends: "submitted" | "unknown" | "settled"; executed: number }> = {
  hangAfter: { fault: "hangAfter", ends: "submitted", executed: 1 }, resetAfter: { fault: "resetAfter", ends: "submitted", executed: 1 }, twice: { fault: "twice", ends: "submitted", executed: 1 },
  resetBefore: { fault: "resetBefore", ends: "submitted", executed: 1 }, unauthorized401: { fault: "unauthorized401", ends: "submitted", executed: 1 }, busy429: { fault: "busy429", ends: "submitted", executed: 1 },
};

const asStripe = (world: World) => world as Awaited<ReturnType<typeof openStripeWorld>>;
const asPayPal = (world: World) => world as Awaited<ReturnType<typeof openPayPalWorld>>;
const clock = { now: () => Date.now() };

const sides: Side[] = [
  {
    name: "stripe", open: openStripeWorld, account: "acct_1PgafTB7WZ01zgkW", another: "acct_2PgafTB7WZ01zgkW", wrong: "DE02120300000000202051",
    executed: (world) => [...asStripe(world).there.transfers.values()].map((one) => ({ reference: one.id, key: one.metadata.rescindPayout!, account: String(one.destination) })),
    arrive: (world, id) => asStripe(world).there.messages.push(asStripe(world).there.signed(asStripe(world).there.event("transfer.updated", asStripe(world).there.transfers.get(id)!))),
    comeBack: (world, id) => asStripe(world).there.reverseTransfer(id),
    list: async (world) => (await openInstitution(stripeSettings(asStripe(world).there), world.server.engine.store, clock)).payouts!.list!(),
  },
  {
    name: "paypal", open: openPayPalWorld, account: "cactus@shop.example", another: "QWERTY1234567", wrong: "not an account",
    executed: (world) => [...asPayPal(world).there.payouts.values()].map((one) => ({ reference: one.batchId, key: one.key, account: one.receiver })),
    arrive: (world, id) => asPayPal(world).there.payoutBecomes(id, "SUCCESS"), comeBack: (world, id) => asPayPal(world).there.payoutBecomes(id, "RETURNED"),
    list: async (world) => (await openInstitution(paypalSettings(asPayPal(world).there), world.server.engine.store, clock)).payouts!.list!(),
  },
];

let tracked = 0;

for (const { name, open, account, another, wrong, executed, arrive, comeBack, list } of sides) {
  describe(`payouts through ${name}`, () => {
    let world: World;
    before(async () => {
      world = await open();
    });
    after(() => world.close());

    const say = (seller: string, to: string) => world.server.operator.put(`/v1/sellers/${seller}/payout-account`, { account: to });
    /** An order of that seller's whose money is released. */
    async function released(seller: string): Promise<void> {
      const { id } = await world.paid({ seller: { id: seller, country: "CN" } });
      assert.equal((await (await world.server.as("seller", seller)).command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: `PC${process.pid}N${++tracked}` })).status, 200);
      await world.advance("P1D");
      assert.equal((await world.buyer.command(id, { type: "ConfirmReceipt" })).status, 200);
    }
    async function paid(seller: string, fault?: Fault): Promise<Json> {
      if (fault) world.there.faults.push(fault);
      const { status, body } = await world.server.operator.post("/v1/payouts", { marketplace: "aliexpress" });
      assert.equal(status, 201, JSON.stringify(body));
      return ended(seller);
    }
    /** The payout once its outcome is known. It leaves beside the answer, and again as time goes by. */
    async function ended(seller: string): Promise<Json> {
      for (let tries = 1; tries < 100; tries += 1) {
        const made = await payout(seller);
        if (made && made.status !== "submitting" && made.status !== "unknown") return made;
        await sleep(40);
        if (tries % 5 === 0) await world.advance("PT6H");
      }
      return payout(seller);
    }
    const payout = async (seller: string): Promise<Json> => (await world.server.operator.get(`/v1/payouts?seller=${seller}`)).body.payouts[0];
    const of = (key: string) => executed(world).filter((one) => one.key === key);
    const verified = async () => assert.deepEqual((await verify(world.server.engine.store)).differences, []);

    test("without an account nothing is sent and the money waits; with one it leaves with the next batch", async () => {
      await released("early");
      const first = await paid("early");
      assert.deepEqual([first.status, of(first.id).length], ["failed", 0]);
      assert.match(first.failedBecause, /no account/);
      assert.equal((await say("early", wrong)).status, 422);
      assert.equal((await say("early", account)).status, 200);
      const second = await paid("early");
      assert.deepEqual([second.status, of(second.id).map((one) => one.account)], ["submitted", [account]]);
      await verified();
    });

    for (const [title, { fault, ends, executed: times }] of Object.entries(faults)) {
      test(`${title}: executed ${times} time, and in the end ${ends}`, async () => {
        await say(title, account);
        await released(title);
        const made = await paid(title, fault);
        assert.equal(world.there.faults.length, 0, "the call met the fault");
        assert.deepEqual([made.status, of(made.id).length], [ends, times]);
        await verified();
      });
    }

    test("error500After: the same key again or a look-up finds it, and it is executed once", async () => {
      await say("error", account);
      await released("error");
      const made = await paid("error", "error500After");
      assert.ok(made.status === "submitted" || made.status === "settled", made.status);
      assert.equal(of(made.id).length, 1);
    });

    test("an attempt that is sent again goes where the first one went, whatever was said meanwhile", async () => {
      await say("moved", account);
      await released("moved");
      world.there.faults.push("resetBefore", "resetBefore");
      assert.equal((await world.server.operator.post("/v1/payouts", { marketplace: "aliexpress" })).status, 201);
      for (let tries = 0; tries < 200 && world.there.faults.length === 2; tries += 1) await sleep(20);
      assert.equal((await say("moved", another)).status, 200);
      const made = await ended("moved");
      assert.deepEqual(of(made.id).map((one) => one.account), [account]);
      const { accounts, institution } = (await world.server.operator.get("/v1/sellers/moved/payout-account")).body;
      assert.deepEqual([institution, accounts.map((one: Json) => one.account)], [name, [another, account]]);
    });

    test("its messages say that it arrived and that it came back; of other money they have no effect", async () => {
      await say("told", account);
      await released("told");
      await world.hear();
      const made = await paid("told");
      await world.hear();
      const [{ reference }] = of(made.id) as [Executed];
      arrive(world, reference);
      const [message] = world.there.messages.slice(-1);
      assert.deepEqual(new Set(await world.hear()), new Set([200]));
      assert.equal((await payout("told")).status, "settled");
      await world.give([message!]);
      comeBack(world, reference);
      await world.hear();
      const back = await payout("told");
      assert.equal(back.status, "failed");
      assert.notEqual(back.settledAt, null);
      await verified();
    });

    test("compared with its list: agrees, and each planted difference is found", async () => {
      const there: ReportedPayout[] = [];
      for await (const one of await list(world)) there.push(one);
      const { store } = world.server.engine;
      const found = async (lines: ReportedPayout[]) => (await reconcilePayouts(store, lines.map((one) => ({ ...one, at: null })))).differences.map(({ kind, key }) => `${kind} ${key}`);
      assert.deepEqual(await found(there), []);
      const settled = await payout("hangAfter");
      const changed = (change: Partial<ReportedPayout>) => there.map((one) => (one.key === settled.id ? { ...one, ...change } : one));
      assert.deepEqual(await found(there.filter(({ key }) => key !== settled.id)), [`missingThere ${settled.id}`]);
      assert.deepEqual(await found(changed({ amountMinor: settled.amountMinor + 1 })), [`amount ${settled.id}`]);
      assert.deepEqual(await found(changed({ currency: "EUR" })), [`amount ${settled.id}`]);
      assert.deepEqual(await found(changed({ status: "failed" })), [`state ${settled.id}`]);
      assert.deepEqual(await found([...there, there.find(({ key }) => key === settled.id)!]), [`twice ${settled.id}`]);
      assert.deepEqual(await found([...there, { key: "tr_nobody", amountMinor: 5, currency: "USD", status: "settled", at: null }]), ["missingHere tr_nobody"]);
    });
  });
}
