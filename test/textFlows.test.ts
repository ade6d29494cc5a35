// The step lists of the marketplaces' three texts, click by click in a real browser: on a desktop and on a phone, in English, Chinese and Russian.
// What the other side does is clicked where the text tells it, and given over HTTP where it does not.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openChromium, startWithPages } from "./support/chromium.ts";
import type { Client, Json, TestServer } from "./support/client.ts";
import { openStages, type Stages } from "./support/stages.ts";
import { openWalkers, walked, walks, type Walk, type Walker } from "./support/walk.ts";

let server: TestServer;
let browser: Browser;
let [ann, cactus]: Client[] = [];
let stages: Stages;
let people: ReturnType<typeof openWalkers>;

before(async () => {
  [server, browser] = await Promise.all([startWithPages(), openChromium()]);
  [ann, cactus] = await Promise.all([server.as("buyer", "ann"), server.as("seller", "cactus")]);
  stages = openStages(server, ann, cactus);
  people = openWalkers(browser, server, { buyer: "ann", seller: "cactus" });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** The flow in each language, as the buyer whose order `prepare` makes. */
function flow(name: string, prepare: () => Promise<Json>, walk: (buyer: Walker, order: Json, as: Walk) => Promise<void>): void {
  for (const as of walks) {
    test(`${name} (${as.language}, ${as.width})`, async () => {
      const order = await prepare();
      const buyer = await people.as("buyer", `/orders/${order.id}`, as);
      await walked(buyer, () => walk(buyer, order, as));
    });
  }
}

/** Delivered so long ago that a dispute can be opened. */
async function disputable(): Promise<Json> {
  const order = await stages.delivered();
  await server.advance("P7D");
  return order;
}

/** The same order on the seller's screen, at the same time. */
async function withSeller(order: Json, as: Walk, walk: (seller: Walker) => Promise<void>): Promise<void> {
  const seller = await people.as("seller", `/orders/${order.id}`, as);
  await walked(seller, () => walk(seller));
}

/** One white point. */
const picture = { name: "pot.png", mimeType: "image/png", buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4////fwAJ+wP9KobjigAAAABJRU5ErkJggg==", "base64") };
const amazon = { marketplace: "amazon" };
const taobao = { marketplace: "taobao", currency: "CNY", buyer: { id: "ann", name: "Ann", country: "CN" } };

/** A refund that was asked for, agreed to, and has arrived. */
async function refunded(): Promise<Json> {
  const order = await stages.paid(taobao);
  await stages.done(ann!, order, { type: "OpenClaim", ground: "noLongerWanted", remedy: "money" });
  await stages.done(cactus!, order, { type: "AcceptClaim" });
  await server.advance("P20D");
  return order;
}

/** A return that was asked for and authorized. */
async function returning(): Promise<Json> {
  const order = await stages.delivered(amazon);
  const { order: { returns: [returned] } } = await stages.done(ann!, order, { type: "RequestReturn", lines: [{ sku: "SEED-1", quantity: 2, reason: "noLongerWanted" }] });
  if (returned.status === "requested") await stages.done(cactus!, order, { type: "AuthorizeReturn" });
  return order;
}

// 001: AliExpress

flow("an unpaid order is found under Awaiting payment, cancelled with a reason, deleted with the trash can, and can be restored", () => server.place(), async (buyer, { externalId }) => {
  await buyer.go("/orders");
  await buyer.follow("Awaiting payment");
  await buyer.openOrder(externalId);
  await buyer.take("Cancel order", () => buyer.choose("Reason", "Other"));
  await buyer.reads("Order closed");
  await buyer.take("Delete");
  await buyer.take("Restore");
  await buyer.take("Delete");
  await buyer.go("/orders");
  assert.equal(await buyer.page.getByText(externalId, { exact: true }).count(), 0, "it has left the list");
});

flow("cancelling says when it opens; then it is asked for, the seller agrees, and the payment says what comes back and when it is there", () => stages.beingVerified(), async (buyer, order, as) => {
  await buyer.cannot("Request order cancellation");
  await server.advance("PT2H");
  await buyer.follow("Ask to cancel");
  await buyer.choose("Reason", "Wrong product ordered");
  await buyer.press("Ask to cancel");
  await buyer.isAsked(/12[.,]50/);
  await buyer.confirm("Ask to cancel");
  await buyer.reads("Buyer asked to cancel");
  await withSeller(order, as, (other) => other.take("Agree to cancel"));
  await buyer.reads("Money is on its way back");
  await server.advance("P20D");
  await buyer.reads("arrived {at}");
});

flow("whose seller is at fault says so, and has a dispute at once", () => stages.paid(), async (buyer) => {
  await buyer.take("Ask to cancel", async () => {
    await buyer.choose("Reason", "Supplier refuses to ship");
    await buyer.tick("It is the seller’s fault");
  });
  await buyer.arrives("Seller to answer");
  await buyer.reads("Supplier refuses to ship");
});

flow("a request is taken back before the seller has answered", () => stages.paid(), async (buyer, order) => {
  await stages.done(ann!, order, { type: "RequestCancellation", reason: "noLongerWanted" });
  await buyer.take("Take request back");
  await buyer.reads("Cancellation request withdrawn");
});

flow("a seller refuses with a tracking number: cancelling is over, the parcel is tracked, and receipt is confirmed", () => stages.paid(), async (buyer, order, as) => {
  await stages.done(ann!, order, { type: "RequestCancellation", reason: "noLongerWanted" });
  await withSeller(order, as, async (other) => {
    await other.take("Refuse to cancel", async () => {
      await other.choose("Carrier", "sandbox");
      await other.write("Tracking number", `OUT-${order.externalId}`);
    });
  });
  await buyer.reads("Cancellation refused");
  await buyer.cannot("Request order cancellation");
  await buyer.follow("Track");
  await buyer.page.locator("#parcels").getByText(`OUT-${order.externalId}`).waitFor();
  await buyer.take("Confirm receipt");
  await buyer.reads("Buyer confirmed receipt");
});

flow("goods that are not wanted: a dispute for goods and money, the seller agrees, the goods go back, then the money", disputable, async (buyer, order, as) => {
  await buyer.cannot("Request order cancellation");
  await buyer.take("Open dispute", async () => {
    await buyer.choose("What is wrong", "No longer wanted");
    await buyer.choose("What you ask for", "return of goods and money");
    await buyer.write("Amount", "10");
    await buyer.write("What happened, in your words", "I ordered it by mistake. I will buy another model.");
  });
  await buyer.arrives("Seller to answer");
  await withSeller(order, as, async (other) => {
    await other.take("Accept the dispute");
    await buyer.take("Enter tracking number", async () => {
      await buyer.choose("Carrier", "sandbox");
      await buyer.write("Tracking number", `BACK-${order.externalId}`);
    });
    await stages.arrived(`BACK-${order.externalId}`, "CN");
    await other.take("Confirm the goods are back", () => other.choose("Condition", "As it was sent"));
  });
  await buyer.reads("Money is on its way back");
});

flow("a defect is shown with a picture, an offer is answered with another, the administration decides, and the decision is appealed", disputable, async (buyer, order, as) => {
  await buyer.take("Open dispute", async () => {
    await buyer.choose("What is wrong", "Defective");
    await buyer.choose("What you ask for", "money only");
    await buyer.attach(picture);
  });
  await buyer.arrives("Seller to answer");
  await withSeller(order, as, async (other) => {
    await other.take("Offer something else", async () => {
      await other.choose("What you ask for", "money only");
      await other.write("Amount", "2");
    });
  });
  await buyer.take("Offer something else", async () => {
    await buyer.choose("What you ask for", "money only");
    await buyer.write("Amount", "9");
  });
  await buyer.take("Escalate to the administration");
  const mia = await server.as("mediator", "mia");
  await stages.done(mia, order, { type: "DecideClaim", remedy: "money", amountMinor: 300, reasons: ["evidence"], note: "The picture shows little." });
  await buyer.open("See");
  await buyer.arrives("Decided");
  await buyer.take("Appeal");
});

flow("a dispute is withdrawn, and one more can be opened", disputable, async (buyer, order) => {
  await stages.done(ann!, order, { type: "OpenClaim", ground: "other", remedy: "money" });
  await buyer.open("See");
  await buyer.take("Withdraw the dispute");
  await buyer.open("See");
  await buyer.arrives("Withdrawn");
  await buyer.go(`/orders/${order.id}`);
  await buyer.follow("Open dispute");
});

// 002: Amazon

flow("a return is asked for, found by its filter, its status viewed, and cancelled: the label is void and the order delivered again", () => stages.delivered(amazon), async (buyer, { id, externalId }) => {
  await buyer.take("Return or replace items", async () => {
    await buyer.tick(/Cactus/);
    await buyer.choose("Reason", "No longer wanted");
  });
  await buyer.arrives("Return {rma}");
  await buyer.go("/orders");
  await buyer.follow("Returns");
  await buyer.openOrder(externalId);
  await buyer.open("View return/refund status");
  await buyer.arrives("Return {rma}");
  await buyer.take("Cancel this return");
  await buyer.reads("Return cancelled");
  assert.equal((await ann!.get(`/v1/orders/${id}`)).body.status, "delivered");
});

flow("the merchant has authorized the refund: the buyer writes to the seller, who calls it off; after the hand-over nobody can", returning, async (buyer, order, as) => {
  await stages.done(cactus!, order, { type: "ApproveRefund" });
  await buyer.cannot("Cancel this return");
  await buyer.follow("Write");
  await buyer.write("Your message to {name}", "I would like to keep it.");
  await buyer.press("Send");
  await withSeller(order, as, (other) => other.take("Stop the refund"));
  await buyer.reads("Nothing is on its way back");
});

flow("once the refund has been handed over, cancelling the return says why it is over", returning, async (buyer, order) => {
  await stages.done(cactus!, order, { type: "ApproveRefund" });
  await server.advance("P3D");
  await buyer.open("View return/refund status");
  await buyer.cannot("Cancel this return");
});

flow("a replacement that is on its way ends the cancelling of its return", () => stages.delivered(amazon), async (buyer, order) => {
  await buyer.take("Return or replace items", async () => {
    await buyer.tick(/Cactus/);
    await buyer.choose("Reason", "Defective");
    await buyer.choose("What you ask for", "replacement");
  });
  await buyer.arrives("Return {rma}");
  if ((await ann!.get(`/v1/orders/${order.id}`)).body.returns[0].status === "requested") await stages.done(cactus!, order, { type: "AuthorizeReturn" });
  await stages.done(cactus!, order, { type: "ShipReplacement", carrier: "sandbox", trackingNumber: `NEW-${order.externalId}` });
  await buyer.cannot("Cancel this return");
});

// 000: Taobao

flow("Refund in progress, Cancel application, OK, Refund closed", () => stages.paid(taobao), async (buyer, { id }) => {
  await buyer.take("Apply for a refund", () => buyer.choose("What is wrong", "No longer wanted"));
  await buyer.arrives("Refund in progress");
  await buyer.go(`/orders/${id}`);
  await buyer.open("Refund in progress");
  await buyer.arrives("Refund in progress");
  await buyer.take("Cancel application", undefined, "OK");
  await buyer.open("See");
  await buyer.arrives("Refund closed");
});

flow("the seller refuses; the application is changed, then the platform is called in", () => stages.paid(taobao), async (buyer, order) => {
  await stages.done(ann!, order, { type: "OpenClaim", ground: "noLongerWanted", remedy: "money" });
  await stages.done(cactus!, order, { type: "RefuseClaim" });
  await buyer.open("Refund in progress");
  await buyer.take("Change the application", () => buyer.write("Amount", "5"));
  await stages.done(cactus!, order, { type: "RefuseClaim" });
  await buyer.take("Call the platform in");
  await buyer.open("Refund in progress");
  await buyer.arrives("Platform steps in");
});

flow("a refund that has arrived is given back: the application names its amount, and the order goes on", refunded, async (buyer) => {
  await buyer.open("See");
  await buyer.take("Apply to cancel the refund", () => buyer.choose("What is wrong", "The receiver gives it back"));
  await server.advance("P6D");
  await buyer.reads("Refund cancelled");
});
