// The ledger in a real browser: what the accounts of the house hold, an order found and its journal as a picture and as a table that say
// the same, in three languages, wide and narrow.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import type { Client, Json, TestServer } from "./support/client.ts";
import { openChromium, settled, startWithPages, violationsInBothThemes, visitAs } from "./support/chromium.ts";

let server: TestServer;
let browser: Browser;
let order: Json;
let ann: Client;
before(async () => {
  [server, browser] = await Promise.all([startWithPages(), openChromium()]);
  ann = await server.as("buyer", "ann");
  order = await server.place({ externalId: "LEDGER-1" });
  assert.equal((await ann.command(order.id, { type: "PayOrder", method: "card" })).status, 200);
  await server.advance("PT2H");
  assert.equal((await ann.command(order.id, { type: "RequestCancellation", reason: "noLongerWanted" })).status, 200);
  assert.equal((await (await server.as("seller", "cactus")).command(order.id, { type: "AcceptCancellation" })).status, 200);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test("the accounts stand by currency and sum to zero; what is refunded moves from one to another while the page is open", async () => {
  const { page, context, faults } = await visitAs(browser, server, "operator", "olga", "/operations/ledger");
  await settled(page);
  const section = page.locator("section").filter({ has: page.getByRole("heading", { name: "USD" }) });
  const row = (account: string) => section.locator("tr").filter({ hasText: account }).locator(".num");
  const total = (order.money.totalMinor / 100).toFixed(2);
  assert.equal(await row("held/*").innerText(), total);
  assert.equal(await row("buyer/*/card").innerText(), `-${total}`);
  assert.equal(await section.locator("tr.sum .num").innerText(), "0.00");
  assert.deepEqual(await violationsInBothThemes(page), []);
  await server.advance("PT3H");
  await row("institution/card/in-flight").waitFor({ timeout: 5_000 });
  assert.equal(await row("held/*").count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

for (const [locale, width, found, fact] of [["en-GB", 1280, "Orders found", "Payment made"], ["ru-RU", 390, "Найденные заказы", "Платёж внесён"], ["zh-CN", 390, "找到的订单", "已付款"]] as const) {
  test(`${locale}, ${width}: an order is found, and its journal is drawn as arrows of the sums that the table says`, async () => {
    const { page, context, faults } = await visitAs(browser, server, "operator", "olga", "/operations/ledger", { locale, width });
    await page.getByRole("searchbox").fill("LEDGER-1");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: found }).waitFor();
    assert.match(page.url(), /\?q=LEDGER-1$/);
    await page.getByRole("link", { name: "LEDGER-1" }).click();
    await page.locator(".flow-fact").filter({ hasText: fact }).first().waitFor();
    await settled(page);
    const arrows = await page.locator(".flow text").allTextContents();
    const taken = (await page.locator(".table.rows td.num").allInnerTexts()).filter((text) => !text.startsWith("-"));
    assert.deepEqual(arrows.map((sum) => `${sum} USD`), taken);
    assert.ok(arrows.length >= 3);
    assert.deepEqual(await violationsInBothThemes(page), []);
    assert.equal(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), false);
    assert.deepEqual(faults, []);
    await context.close();
  });
}
