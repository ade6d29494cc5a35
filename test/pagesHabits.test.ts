// How the buyer's pages behave for everybody: readable by machines for the blind, in both themes and three languages, on a narrow phone,
// without a net, and with little to load. What can be done on them stands in pages.test.ts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { cutOff, goWithin, keepPicture, openChromium, settled, startWithPages, violationsInBothThemes, visit, visitAs } from "./support/chromium.ts";
import type { Client, Json, TestServer } from "./support/client.ts";

const LARGEST_FIRST_LOAD_BYTES = 200_000;

let server: TestServer;
let browser: Browser;
let ann: Client;
let addresses: string[] = [];
/** An order that is delivered and nothing else: its main action has the longest name. */
let delivered = "";

before(async () => {
  [server, browser] = await Promise.all([startWithPages(), openChromium()]);
  ann = await server.as("buyer", "ann");
  addresses = await everyPage();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Makes an order with a claim, a return and a refund, and one on which much can be done; answers with the addresses of all pages. */
async function everyPage(): Promise<string[]> {
  const cactus = await server.as("seller", "cactus");
  const give = async (who: Client, id: string, command: { type: string; [field: string]: unknown }): Promise<Json> => {
    const { status, body } = await who.command(id, command);
    assert.equal(status, 200, JSON.stringify(body));
    return body.order;
  };
  const made = await Promise.all(["aliexpress", "amazon", "amazon"].map((marketplace) => server.place({ marketplace })));
  for (const { id } of made) await give(ann, id, { type: "PayOrder", method: "card" });
  await server.advance("PT2H");
  for (const { id, externalId } of made) {
    await give(cactus, id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: `IN-${externalId}` });
    await server.operator.post("/v1/sandbox/carrier/scans", { trackingNumber: `IN-${externalId}`, status: "delivered", country: "DE", place: "Berlin" });
  }
  await server.advance("P7D");
  const [one, other, untouched] = made as [Json, Json, Json];
  delivered = `/orders/${untouched.id}`;
  const returned = await give(ann, other.id, { type: "RequestReturn", lines: [{ sku: "SEED-1", quantity: 1, reason: "defective" }] });
  await give(ann, one.id, { type: "OpenClaim", ground: "other", remedy: "money", amountMinor: 500, note: "One bag was empty" });
  await give(cactus, one.id, { type: "MakeOffer", remedy: "money", amountMinor: 300 });
  const claimed = await give(ann, one.id, { type: "AcceptOffer" });
  const order = (id: string): string => `/orders/${id}`;
  return [
    "/orders", order(one.id), order(other.id), `${order(one.id)}/claims/${claimed.claims[0].id}`, `${order(one.id)}/refunds/${claimed.refunds[0].id}`,
    `${order(other.id)}/returns/${returned.returns[0].id}`, `${order(other.id)}/do/RequestReturn`, `${order(other.id)}/do/WithdrawFromContract`, "/withdraw", "/sign-in", "/forgot-password", "/",
  ];
}

test("every page on a desktop and on a phone: axe finds nothing in either theme, nothing is wider than the screen, nothing is reported broken", async () => {
  const { page, context, faults } = await visitAs(browser, server, "buyer", "ann", "/orders");
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 860 });
    for (const address of addresses) {
      await goWithin(page, address);
      assert.deepEqual(await violationsInBothThemes(page), [], `${address}, ${width} wide`);
      assert.equal(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0, `${address} is wider than ${width}`);
      await keepPicture(page, "buyer");
    }
  }
  assert.deepEqual(faults, []);
  await context.close();
});

for (const [locale, orders] of [["en-GB", "Orders"], ["zh-CN", "订单"], ["ru-RU", "Заказы"]] as const) {
  test(`in ${locale} on a phone no page shows a name that is meant for machines, and nothing is cut off`, async () => {
    const { page, context } = await visitAs(browser, server, "buyer", "ann", "/orders", { locale, width: 360 });
    assert.equal(await page.locator("h1").innerText(), orders);
    assert.equal(await page.locator("html").getAttribute("lang"), locale.slice(0, 2));
    for (const address of [...addresses, delivered]) {
      await goWithin(page, address);
      assert.deepEqual(await cutOff(page), [], address);
      const text = await page.locator("body").innerText();
      assert.deepEqual(text.match(/\b[a-z]+[A-Z]\w+\b|\b[a-z]+\.[a-z]+[A-Z]\w*\b|\{\w+\}/g) ?? [], [], `${address}:\n${text}`);
    }
    await context.close();
  });
}

test("the language is changed on the page and kept", async () => {
  const { page, context } = await visitAs(browser, server, "buyer", "ann", "/orders");
  await page.getByLabel("Language").selectOption("ru");
  await page.getByRole("heading", { name: "Заказы" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Заказы" }).waitFor();
  await context.close();
});

test("filters are links: the address holds them, and finds the same again", async () => {
  const { page, context } = await visitAs(browser, server, "buyer", "ann", "/orders");
  await page.getByRole("link", { name: "Return started", exact: true }).or(page.getByRole("link", { name: "Returns", exact: true })).last().click();
  await page.waitForURL(/\/orders\?/);
  await page.getByRole("link", { name: /^Take off/ }).waitFor();
  await settled(page);
  const found = await page.locator(".orders > li").count();
  await page.reload();
  await page.locator("h1").waitFor();
  await page.getByRole("link", { name: /^Take off/ }).waitFor();
  await settled(page);
  assert.equal(await page.locator(".orders > li").count(), found);
  await context.close();
});

test("by keyboard alone: the skip link, an order, an action, and back out of its question", async () => {
  const { page, context } = await visitAs(browser, server, "buyer", "ann", addresses[1]!);
  await page.getByRole("link", { name: "Confirm receipt" }).or(page.locator(".actions .button")).first().waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await page.locator(":focus").innerText(), "Skip to content");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.locator("main :focus").count(), 1);
  await page.locator("main a.button").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/do\/|claims|refunds/);
  await page.locator("h1:focus, [role=alertdialog] button:focus").waitFor();
  await context.close();
});

test("without a net the page says so, keeps what was typed, and holds back what moves money", async () => {
  const { page, context } = await visitAs(browser, server, "buyer", "ann", addresses[6]!);
  await page.getByLabel("Cactus seeds").check();
  await context.setOffline(true);
  await page.getByText(/^You are offline/).waitFor();
  await page.getByLabel("Reason").selectOption({ label: "Defective" });
  assert.equal(await page.locator("button[type=submit].main").getAttribute("aria-disabled"), "true");
  await page.locator("button[type=submit].main").dispatchEvent("click");
  assert.equal(await page.getByRole("alertdialog").count(), 0);
  await context.setOffline(false);
  await page.locator("button[type=submit].main").click();
  await page.getByRole("alertdialog").waitFor();
  await context.close();
});

test("the first load of a buyer's page is below 200 kB of compressed script, and nothing comes from elsewhere", async () => {
  const { page, context } = await visit(browser, server);
  let scripts = 0;
  const elsewhere: string[] = [];
  page.on("response", (answer) => {
    if (!answer.url().startsWith(server.url)) elsewhere.push(answer.url());
    if (/\.js$/.test(new URL(answer.url()).pathname)) scripts += Number(answer.headers()["content-length"] ?? Number.NaN);
  });
  const { body } = await server.operator.post("/v1/tokens", { role: "buyer", id: "ann", ttl: "PT1H" });
  await page.goto(`${addresses[1]!}#token=${body.token as string}`);
  await page.locator("h1").waitFor();
  await settled(page);
  assert.ok(scripts > 10_000 && scripts < LARGEST_FIRST_LOAD_BYTES, `${scripts} bytes`);
  assert.deepEqual(elsewhere, []);
  await context.close();
});
