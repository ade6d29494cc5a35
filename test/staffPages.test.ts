// The staff's pages in a real browser: every page of seller, mediator and operator at both widths, and what is done most on each.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { goWithin, keepPicture, openChromium, settled, startWithPages, violations, violationsInBothThemes, visitAsDemo, type Visitor } from "./support/chromium.ts";
import type { Json, TestServer } from "./support/client.ts";

let server: TestServer;
let browser: Browser;

before(async () => {
  [server, browser] = await Promise.all([startWithPages(), openChromium()]);
  assert.equal((await server.operator.post("/v1/demo")).status, 200);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** That demo person at a browser, signed in by a session. */
const be = (person: string, path: string, width = 1280, locale = "en-GB"): Promise<Visitor> => visitAsDemo(browser, server, person, path, { width, locale });

const listed = async (search: string): Promise<Json[]> => (await server.operator.get(`/v1/orders?limit=200&${search}`)).body.orders as Json[];
const openClaim = (order: Json): Json => order.claims.find(({ endedAt }: Json) => endedAt === null);

/** A case that this mediator may decide. */
async function caseFor(mediator: string): Promise<Json> {
  const { body } = await (await server.as("mediator", mediator)).get("/v1/orders?owes=mediator&open=claims&sort=deadline");
  return (body.orders as Json[]).find(({ permissions }) => permissions.some(({ command }: Json) => command === "DecideClaim"))!;
}

/** What each member of the staff has a page for. */
let hook: string;
async function everyPage(): Promise<Record<string, readonly string[]>> {
  const [order] = await listed("status=completed");
  const one = await caseFor("demo-mia");
  const [waiting] = await listed("owes=buyer&status=awaitingPayment");
  assert.equal((await (await server.as("operator", "olga")).command(waiting.id, { type: "ExtendDeadline", deadline: waiting.deadlines[0].id, by: "P1D", batch: "holidays" })).status, 200);
  const { mails } = (await server.operator.get("/v1/sandbox/mail")).body as { mails: Json[] };
  hook = (await server.operator.post("/v1/webhooks", { url: "http://127.0.0.1:9/nobody-listens", description: "" })).body.id as string;
  assert.equal((await (await server.as("operator", "olga")).command(waiting.id, { type: "ExtendDeadline", deadline: waiting.deadlines[0].id, by: "P1D", batch: "holidays" })).status, 200);
  return {
    "demo-papermill": ["/seller", "/seller?open=refunds", "/seller/balance", `/orders/${order.id}`, "/sessions"],
    "demo-mia": ["/mediation", `/mediation/${one.id}/${openClaim(one).id}`],
    "demo-omar": [
      "/operations", `/operations/journal/${order.id}`, "/operations/policies", "/operations/policies/amazon", "/operations/deadlines", "/operations/deadlines/holidays", `/orders/${waiting.id}`, "/orders",
      "/operations/people", "/operations/audit", "/operations/webhooks", `/operations/webhooks/${hook}`, "/operations/mail", "/operations/payouts", "/operations/risk", "/sandbox/mail", `/sandbox/mail/${mails[0].id as string}`,
    ],
  };
}

const looks = [{ width: 1280, language: "en" }, { width: 390, language: "ru" }];

test("every page of the staff opens without a fault, is accessible on a desktop and on a phone in both themes, and scrolls in one direction only", async () => {
  for (const [person, paths] of Object.entries(await everyPage())) {
    const { page, faults, leave } = await be(person, paths[0]!);
    for (const { width, language } of looks) {
      await page.setViewportSize({ width, height: 860 });
      await page.locator("header select").selectOption(language);
      for (const path of paths) {
        await goWithin(page, path);
        if (path.endsWith(hook)) await page.locator("tbody tr").first().waitFor();
        assert.deepEqual(await violationsInBothThemes(page), [], `${person} at ${path}, ${width} wide`);
        assert.equal(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), false, `${path} is wider than ${width}`);
        await keepPicture(page, person);
      }
      // On a phone the name in the masthead gives way to a link among the pages.
      await page.locator("header a[href='/sessions']:visible").click();
      await page.waitForURL(/\/sessions$/);
    }
    assert.deepEqual(faults, [], person);
    await leave();
  }
  assert.equal((await server.operator.call("DELETE", `/v1/webhooks/${hook}`)).status, 204);
});

test("a seller ships: the number is checked for that carrier while it is typed, in what is wrong and in what is right", async () => {
  const order = (await listed("status=awaitingShipment&seller=demo-greenhouse"))[0]!;
  const { page, faults, leave } = await be("demo-greenhouse", `/orders/${order.id}/do/ShipOrder`);
  await page.getByLabel("Carrier").selectOption("s10");
  const number = page.getByLabel("Tracking number");
  for (const [typed, said] of [["RR12", "This is not a tracking number of that carrier."], ["RR123456789CN", "The check digit of the tracking number is wrong."], ["RR123456785CN", "The number has the form of this carrier’s."]] as const) {
    await number.fill(typed);
    await page.getByRole("status").filter({ hasText: said }).waitFor({ timeout: 5_000 });
  }
  assert.deepEqual(await violationsInBothThemes(page), []);
  assert.equal((await server.operator.get(`/v1/orders/${order.id}`)).body.status, "awaitingShipment", "to ask is not to ship");
  assert.deepEqual(faults, []);
  await leave();
});

test("a seller selects orders, reads how many can be answered and what it costs, answers them at once, and has a result for each", async () => {
  const waiting = (await (await server.as("seller", "demo-papermill")).get("/v1/orders?owes=seller&sort=deadline")).body.orders as Json[];
  const asked = waiting.find(({ cancellations }) => cancellations.some(({ status }: Json) => status === "requested"))!;
  const { page, faults, leave } = await be("demo-papermill", "/seller");
  await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
  const bulk = page.getByRole("region", { name: "Selection" });
  await bulk.getByText(`${waiting.length} selected`).waitFor();
  await bulk.getByText(`Agree to cancel: 1 of ${waiting.length} can.`).waitFor();
  assert.match(await bulk.innerText(), /US\$30\.00 goes back to the buyers\./);
  assert.match(await bulk.innerText(), new RegExp(`${waiting.length - 1} cannot: .+: .+`));
  await bulk.getByRole("button", { name: "Agree to cancel: 1" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Agree to cancel: 1" }).click();
  await page.getByText("1 done, 0 refused").waitFor();
  const after = (await server.operator.get(`/v1/orders/${asked.id}`)).body;
  assert.equal(after.status, "closed");
  assert.equal(after.money.refundingMinor, 3000);
  assert.deepEqual(faults, []);
  await leave();
});

test("a mediator sees what a decision does to the money before it is made, decides, and hears no appeal against themselves", async () => {
  const one = await caseFor("demo-mia");
  const claim = openClaim(one);
  const { page, faults, leave } = await be("demo-mia", `/mediation/${one.id}/${claim.id}`);
  const stake = (one.money.inEscrowMinor / 100).toFixed(2);
  await page.getByLabel("Amount to the buyer", { exact: true }).first().fill("1.25");
  const row = (name: string) => page.getByRole("row", { name });
  assert.match(await row("To the buyer").innerText(), /1\.25$/);
  assert.match(await row("Left for the seller").innerText(), new RegExp(`${((one.money.inEscrowMinor - 125) / 100).toFixed(2).replace(".", "\\.")}$`));
  assert.ok((await row("Sum").innerText()).includes(stake));
  await page.getByLabel("No evidence").check();
  await page.getByLabel("Reasons in words").fill("Neither side has shown it.");
  await page.getByRole("button", { name: /^Decide: / }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Decide" }).click();
  await page.waitForURL("**/mediation");
  const [decision] = openClaimOrLast((await server.operator.get(`/v1/orders/${one.id}`)).body, claim.id).decisions;
  assert.deepEqual([decision.amountMinor, decision.reasons, decision.note], [125, ["noEvidence"], "Neither side has shown it."]);
  const [appeal] = (await listed("owes=mediator&open=claims")).filter(({ claims }) => claims.some(({ appealedBy, endedAt }: Json) => appealedBy !== null && endedAt === null));
  assert.ok(appeal, "the demonstration has an appeal");
  await page.goto(`/mediation/${appeal.id}/${openClaim(appeal).id}`);
  await settled(page);
  await page.getByText("You cannot decide this").waitFor();
  assert.deepEqual(faults, []);
  await leave();
});

const openClaimOrLast = (order: Json, id: string): Json => order.claims.find((claim: Json) => claim.id === id);

test("an operator registers a receiver, sees what was delivered, and sends it again", async () => {
  const heard: string[] = [];
  const receiver = createServer((request, response) => {
    heard.push(String(request.headers["webhook-id"]));
    request.resume().on("end", () => response.end());
  });
  await new Promise<void>((resolve) => void receiver.listen(0, "127.0.0.1", resolve));
  try {
    const { page, faults, leave } = await be("demo-omar", "/operations/webhooks");
    await page.getByLabel("Address").fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/told`);
    await page.getByRole("button", { name: "Register" }).click();
    await page.getByText(/^whsec_/).waitFor();
    await server.place();
    await page.getByRole("link", { name: "Deliveries" }).click();
    await page.getByText("delivered", { exact: true }).first().waitFor();
    const before = heard.length;
    await page.getByRole("button", { name: /^Send again/ }).first().click();
    await page.getByText("Sent again: it is on its way.").waitFor();
    for (let tried = 0; heard.length === before && tried < 100; tried += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(new Set(heard).size < heard.length, true, "the same message came once more");
    assert.deepEqual(faults, []);
    await leave();
  } finally {
    receiver.closeAllConnections();
    receiver.close();
  }
});

test("an operator extends a seller's deadlines in bulk after looking at what changes", async () => {
  const before = await listed("owes=seller&sort=deadline");
  const { page, faults, leave } = await be("demo-omar", "/operations/deadlines");
  await page.getByLabel("Days later").fill("3");
  await page.getByRole("button", { name: /^Extend \d+/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: /^Extend \d+/ }).click();
  await page.getByText(/\d+ extended, \d+ refused/).waitFor();
  const after = await listed("owes=seller&sort=deadline");
  const dueOf = (orders: Json[]): Map<string, number> => new Map(orders.map((order) => [order.id, Math.min(...order.deadlines.filter(({ who }: Json) => who === "seller").map(({ by }: Json) => Date.parse(by)))]));
  const later = [...dueOf(before)].filter(([id, by]) => (dueOf(after).get(id) ?? 0) - by === 3 * 86_400_000);
  assert.ok(later.length > 0, "at least one deadline is three days later");
  assert.deepEqual(faults, []);
  await leave();
});

test("what was extended together is found again after a reload and taken back, but for what was extended otherwise since", async () => {
  const dueOf = (orders: Json[]): Map<string, string> => new Map(orders.flatMap(({ id, deadlines }) => deadlines.map((one: Json) => [`${id}/${one.id}`, one.by])));
  const before = dueOf(await listed("owes=mediator&sort=deadline"));
  const { page, faults, leave } = await be("demo-omar", "/operations/deadlines?owes=mediator");
  await page.getByLabel("Days later").fill("5");
  await page.getByLabel("Reason, kept in every order").fill("The office is closed");
  const all = (await page.getByRole("button", { name: /^Extend \d+/ }).innerText()).replace(/\D+/, "");
  await page.getByRole("button", { name: /^Extend \d+/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: /^Extend \d+/ }).click();
  await page.getByText(`${all} extended, 0 refused`).waitFor();
  const extended = await listed("owes=mediator&sort=deadline");
  const again = extended[0]!;
  const due = again.deadlines.find(({ who }: Json) => who === "mediator");
  assert.equal((await (await server.as("operator", "olga")).command(again.id, { type: "ExtendDeadline", deadline: due.id, by: "P1D" })).status, 200);
  await page.reload();
  await page.getByRole("link", { name: "Look and take back" }).first().click();
  await page.getByRole("heading", { name: "Take extensions back" }).waitFor();
  await page.getByRole("row", { name: new RegExp(again.externalId) }).getByText("The last extension of this deadline is another one.").waitFor({ timeout: 30_000 });
  await page.reload();
  const taking = page.getByRole("button", { name: /^Take back [1-9]/ });
  const possible = (await taking.innerText()).replace(/\D+/, "");
  await taking.click();
  await page.getByRole("alertdialog").getByRole("button", { name: /^Take back \d+/ }).click();
  await page.getByText(`${possible} taken back, 0 refused`).waitFor();
  const after = await listed("owes=mediator&sort=deadline");
  for (const [key, by] of dueOf(after.filter(({ id }) => id !== again.id))) assert.equal(by, before.get(key), key);
  assert.equal(Date.parse(dueOf(after).get(`${again.id}/${due.id}`)!) - Date.parse(before.get(`${again.id}/${due.id}`)!), 6 * 86_400_000);
  const { events } = (await server.operator.get(`/v1/orders/${after.find(({ id }) => id !== again.id)!.id}/events`)).body as { events: Json[] };
  assert.equal(events.at(-1)!.type, "DeadlineExtensionTakenBack");
  assert.deepEqual(faults, []);
  await leave();
});

test("a seller keeps the filters under a name, finds them again with their count, renames and deletes the view", async () => {
  const { page, faults, leave } = await be("demo-papermill", "/seller");
  await page.getByText("Filters", { exact: true }).click();
  await page.getByLabel("Whose turn").selectOption("buyer");
  await page.waitForURL(/owes=buyer/);
  await page.getByLabel("Status").selectOption("awaitingPayment");
  await page.waitForURL(/status=awaitingPayment/);
  const { body } = await (await server.as("seller", "demo-papermill")).get("/v1/orders?owes=buyer&status=awaitingPayment&limit=200");
  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByLabel("Name of the view").fill("Not paid yet");
  await page.keyboard.press("Enter");
  const tabs = page.getByRole("navigation", { name: "Saved views" });
  await tabs.getByRole("link", { name: `Not paid yet ${body.orders.length}`, exact: true }).waitFor();
  await page.goto("/seller");
  await tabs.getByRole("link", { name: /^Not paid yet/ }).click();
  await page.waitForURL(/owes=buyer/);
  await page.getByRole("button", { name: "Rename view" }).click();
  await page.getByLabel("Name of the view").fill("Unpaid");
  await page.keyboard.press("Enter");
  await tabs.getByRole("link", { name: /^Unpaid/ }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Delete view" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete view" }).click();
  await tabs.getByRole("link", { name: /^Unpaid/ }).waitFor({ state: "detached" });
  assert.deepEqual((await (await server.as("seller", "demo-papermill")).get("/v1/me/views")).body.views, []);
  assert.deepEqual(faults, []);
  await leave();
});
