// The buyer's pages in a real browser: what they show, keep and survive. What the three marketplaces' texts tell step by step stands in
// textFlows.test.ts, how the pages look and read in pagesHabits.test.ts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { entriesOf } from "../src/web/parts/balances.ts";
import { openChromium, startWithPages, visit, visitAs } from "./support/chromium.ts";
import { ageProof } from "./support/browser.ts";
import type { Client, Json, TestServer } from "./support/client.ts";
import { openStages, type Stages } from "./support/stages.ts";

let server: TestServer;
let browser: Browser;
let [ann, cactus]: Client[] = [];
let stages: Stages;

before(async () => {
  [server, browser] = await Promise.all([startWithPages(), openChromium()]);
  [ann, cactus] = await Promise.all([server.as("buyer", "ann"), server.as("seller", "cactus")]);
  stages = openStages(server, ann, cactus);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name, exact: typeof name === "string" }).first();
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name }).first().waitFor();
/** The button that changes nothing has the focus. */
const safeButton = (page: Page, name: string) => page.locator("button:focus", { hasText: name }).waitFor();
const types = async (id: string): Promise<string[]> => (await ann!.get(`/v1/orders/${id}/events`)).body.events.map((event: Json) => event.type);

test("the token of a link leaves the address; a question says what it costs, and its safe button has the focus", async () => {
  const order = await stages.paid();
  const { page, context, faults } = await visitAs(browser, server, "buyer", "ann", `/orders/${order.id}`, { width: 390 });
  assert.equal(new URL(page.url()).hash, "", "the token has left the address");
  await link(page, "Ask to cancel").click();
  await page.getByLabel("Wrong product ordered").check();
  await button(page, "Ask to cancel").click();
  const question = page.getByRole("alertdialog");
  await question.waitFor();
  assert.match(await question.innerText(), /US\$12\.50[^]*Bank card/);
  await safeButton(page, "Keep it as it is");
  await question.getByRole("button", { name: "Ask to cancel" }).click();
  await heading(page, /^Order T-/);
  assert.match(await page.locator(".band").first().innerText(), /Cactus Shop[^]*agreed/);
  assert.deepEqual(faults, []);
  await context.close();
});

test("every action stands on the order's page, allowed or with its reason", async () => {
  const order = await stages.paid();
  const { page, context } = await visitAs(browser, server, "buyer", "ann", `/orders/${order.id}`, { width: 390 });
  const { body } = await ann!.get(`/v1/orders/${order.id}`);
  const rows = page.locator("section").filter({ has: page.getByRole("heading", { name: "What you can do" }) }).locator(".actions > li");
  await rows.first().waitFor();
  await page.getByText(/^\d+ more, for what this order does not have$/).click();
  assert.equal(await rows.count(), body.permissions.length + 2, "all that is allowed or not, the parcel to track and the seller to write to");
  for (const text of await page.locator(".actions .not").allInnerTexts()) assert.match(text, /\n.+\./, `a reason stands at: ${text}`);
  await context.close();
});

test("what the other side does is seen within a second, without a reload", async () => {
  const order = await stages.paid();
  await ann!.command(order.id, { type: "RequestCancellation", reason: "noLongerWanted" });
  const { page, context } = await visitAs(browser, server, "buyer", "ann", `/orders/${order.id}`);
  await link(page, "Take request back").waitFor();
  await cactus!.command(order.id, { type: "AcceptCancellation" });
  await page.locator(".ledger").getByText("Cancellation accepted").first().waitFor({ timeout: 3000 });
  await context.close();
});

test("a return: faults are named at their fields, a draft survives a reload, the return has its page, and is cancelled there", async () => {
  const order = await stages.delivered({ marketplace: "amazon" });
  const { page, context } = await visitAs(browser, server, "buyer", "ann", `/orders/${order.id}`, { width: 390 });
  await link(page, "Return or replace items").click();
  await button(page, "Return or replace items").click();
  await page.getByText("Choose at least one item.").waitFor();
  await page.getByLabel("Cactus seeds").check();
  await page.getByLabel("Reason").selectOption({ label: "No longer wanted" });
  await page.reload();
  await page.waitForSelector("h1");
  assert.equal(await page.getByLabel("Cactus seeds").isChecked(), true, "the draft is there");
  await button(page, "Return or replace items").click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Return or replace items" }).click();
  await heading(page, /^Return RMA-/);
  await link(page, "Cancel this return").click();
  const question = page.getByRole("alertdialog");
  await question.waitFor();
  await safeButton(page, "Keep return");
  await question.getByRole("button", { name: "Cancel this return" }).click();
  await page.locator(".ledger").getByText("Return cancelled").waitFor();
  await context.close();
});

test("a shop, an amount and dates narrow the list; they stand in the address and find the same again", async () => {
  const [dear, cheap] = [await server.place({ lines: [{ sku: "SEED-1", title: "Dear seeds", quantity: 1, unitPriceMinor: 90_000 }] }), await server.place({ seller: { id: "pots", name: "Pot Shop", country: "CN" } })];
  const { page, context, faults } = await visitAs(browser, server, "buyer", "ann", "/orders", { width: 390 });
  const shows = (order: Json) => page.locator(".orders > li").filter({ hasText: order.externalId });
  await page.getByText("More filters").click();
  await page.getByLabel("Amount from").fill("a lot");
  await page.getByLabel("Amount from").press("Enter");
  assert.equal(new URL(page.url()).search, "", "what is no amount narrows nothing");
  await page.getByLabel("Amount from").fill("800.00");
  await page.getByLabel("Amount from").press("Enter");
  await page.waitForURL(/amountFrom=80000/);
  await shows(cheap).waitFor({ state: "detached" });
  await page.reload();
  await shows(dear).waitFor();
  assert.equal(await page.getByLabel("Amount from").inputValue(), "800.00");
  await page.getByLabel("Amount from").fill("");
  await page.getByLabel("Placed from").focus();
  await shows(cheap).waitFor();
  await page.getByRole("combobox", { name: "Seller" }).selectOption({ label: "Pot Shop" });
  await page.waitForURL(/seller=pots/);
  await shows(dear).waitFor({ state: "detached" });
  await page.getByLabel("Placed until").fill("2001-01-01");
  await page.getByText("No order fits this.").waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("an answer that is lost on the way is asked for again with the same key, and the deed is done once", async () => {
  const order = await stages.paid();
  const { page, context } = await visitAs(browser, server, "buyer", "ann", `/orders/${order.id}/do/RequestCancellation`);
  let lost = 0;
  await page.route("**/commands", async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.getByLabel("Other", { exact: true }).check();
  await button(page, "Ask to cancel").click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Ask to cancel" }).click();
  await heading(page, /^Order T-/);
  assert.equal(lost, 1);
  assert.equal((await types(order.id)).filter((type) => type === "CancellationRequested").length, 1);
  await context.close();
});

test("a session whose proof is old is asked anew, and what was being done goes on", async () => {
  const order = await server.place({ buyer: { id: "demo-jonas", name: "Jonas", country: "DE" } });
  const { page, context } = await visit(browser, server);
  assert.equal((await context.request.post("/v1/session/demo", { data: { person: "demo-jonas" } })).status(), 200);
  await ageProof(server, 3_600_000);
  await page.goto(`/orders/${order.id}/do/PayOrder`);
  await page.getByLabel("Bank card").check();
  await button(page, "Pay").click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Pay" }).click();
  await button(page, "It is me").click();
  await page.locator(".ledger").getByText("Payment made").waitFor();
  await context.close();
});

test("whose session has ended is led to sign in and back to the same page, what was typed is there, and a wrong password says so", async () => {
  const { page, context, faults } = await visit(browser, server, { width: 390 });
  const account = { email: "late@example.org", password: "a long enough password", name: "Lena" };
  assert.equal((await context.request.post("/v1/auth/sign-up/email", { data: account })).status(), 200);
  const { person } = await (await context.request.get("/v1/session")).json() as Json;
  const order = await server.place({ buyer: { id: person.id, name: "Lena", country: "DE" } });
  const path = `/orders/${order.id}/do/PayOrder`;
  await page.goto(path);
  await page.getByLabel("Bank account").check();
  await context.clearCookies();
  await button(page, "Pay").click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Pay" }).click();
  await page.getByText("Nobody is signed in here, or no longer.").waitFor();
  await link(page, "Sign in, and go on here").click();
  await heading(page, "Sign in");
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password").fill("not this password");
  await button(page, "Sign in").last().click();
  await page.getByText("This e-mail with this password lets nobody in.").waitFor();
  assert.equal(await page.getByRole("link", { name: "Sign in, and go on here" }).count(), 0);
  await page.getByLabel("Password").fill(account.password);
  await button(page, "Sign in").last().click();
  await page.waitForURL(`**${path}`);
  await page.getByLabel("Bank account").waitFor();
  assert.equal(await page.getByLabel("Bank account").isChecked(), true, "what was chosen is there");
  await button(page, "Pay").click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Pay" }).click();
  await page.locator(".ledger").getByText("Payment made").waitFor();
  for (const elsewhere of ["https://evil.example/", "//evil.example/", "/\\evil.example"]) {
    await page.goto(`/sign-in?returnTo=${encodeURIComponent(elsewhere)}`);
    await page.waitForURL(`${server.url}/orders`);
  }
  assert.deepEqual(faults, []);
  await context.close();
});

test("what people wrote is shown as text, and a message past the marketplace is warned of", async () => {
  const script = "<img src=x onerror='globalThis.broken=1'>";
  const order = await stages.paid({ lines: [{ sku: "S", title: script, quantity: 1, unitPriceMinor: 1000 }], seller: { id: "cactus", name: script, country: "CN" } });
  await stages.done(ann!, order, { type: "RequestCancellation", reason: "other", note: script });
  await cactus!.post(`/v1/orders/${order.id}/messages`, { text: `${script} Take it back, then I send the money by PayPal.` });
  const { page, context } = await visitAs(browser, server, "buyer", "ann", `/orders/${order.id}`);
  await page.getByText("Do not agree to this.").waitFor();
  for (const place of [".stream", ".ledger", ".head", "#payment"]) assert.ok((await page.locator(place).innerText()).includes(script), `${place} shows it as it was written`);
  assert.equal(await page.evaluate(() => (globalThis as { broken?: number }).broken), undefined);
  await page.getByLabel(/^Your message to/).fill("No, thank you.");
  await button(page, "Send").click();
  await page.locator(".stream").getByText("No, thank you.").waitFor();
  await context.close();
});

test("somebody without an account withdraws from a contract and gets the acknowledgement", async () => {
  const { page, context } = await visit(browser, server, { width: 390 });
  await page.goto("/withdraw");
  await page.getByLabel("Order number").fill("T-1");
  await page.getByLabel("Your name").fill("Ann");
  await page.getByLabel("E-mail of the order").fill("ann@example.org");
  await button(page, "Withdraw from contract here").click();
  await button(page, "Confirm withdrawal").click();
  await heading(page, "Your withdrawal was received");
  assert.match(await page.locator(".acknowledgement").innerText(), /T-1/);
  await context.close();
});

test("the time machine moves the clock, and tells what has happened to the reader's orders", async () => {
  const order = await stages.paid();
  await ann!.command(order.id, { type: "RequestCancellation", reason: "noLongerWanted" });
  const { page, context } = await visitAs(browser, server, "buyer", "ann", `/orders/${order.id}`);
  const now = async (): Promise<number> => Date.parse((await server.operator.get("/v1/sandbox/clock")).body.now);
  const before = await now();
  for (const _week of [1, 2, 3]) {
    await button(page, "+7 days").click();
    await page.locator(".happened b").waitFor();
    await button(page, "Close").click();
  }
  assert.equal((await now()) - before, 21 * 86_400_000);
  await page.locator(".ledger").getByText("By time").first().waitFor();
  await context.close();
});

test("the timeline's money columns end where the order has them", async () => {
  const order = await stages.delivered();
  await server.advance("P7D");
  assert.equal((await ann!.command(order.id, { type: "OpenClaim", ground: "other", remedy: "money", amountMinor: 500 })).status, 200);
  assert.equal((await cactus!.command(order.id, { type: "AcceptClaim" })).status, 200);
  await server.advance("P30D");
  const [{ body: { events } }, { body: { postings } }, { body: { money } }] = await Promise.all(["/events", "/journal", ""].map((part) => ann!.get(`/v1/orders/${order.id}${part}`))) as [Json, Json, Json];
  assert.deepEqual(entriesOf(events, postings).at(-1)?.balances, { paid: money.paidMinor, escrow: money.inEscrowMinor, refunding: money.refundingMinor, refunded: money.refundedMinor });
  assert.equal(money.refundedMinor, 500);
});

test("the label of a return is printed from its page: a PDF in a tab of its own, on a desktop and on a phone", async () => {
  const order = await stages.delivered({ marketplace: "amazon" });
  assert.equal((await ann!.command(order.id, { type: "RequestReturn", lines: [{ sku: "SEED-1", quantity: 1, reason: "damagedInTransit" }] })).status, 200);
  if ((await ann!.get(`/v1/orders/${order.id}`)).body.returns[0].status === "requested") await cactus!.command(order.id, { type: "AuthorizeReturn" });
  const [returned] = (await ann!.get(`/v1/orders/${order.id}`)).body.returns;
  for (const width of [1280, 390]) {
    const { page, context, faults } = await visitAs(browser, server, "buyer", "ann", `/orders/${order.id}/returns/${returned.id}`, { width });
    const [answer, tab] = await Promise.all([page.waitForResponse((one) => one.url().includes("/label.pdf")), context.waitForEvent("page"), button(page, "Print label").click()]);
    assert.deepEqual([answer.status(), answer.headers()["content-type"]], [200, "application/pdf"]);
    assert.match(tab.url(), /^blob:/);
    assert.ok(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), `nothing is wider than ${width}`);
    assert.deepEqual(faults, []);
    await context.close();
  }
});
