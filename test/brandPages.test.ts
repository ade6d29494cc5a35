// The masthead in a real browser: a marketplace's buyers and sellers see its name, picture and accent, those of another theirs, the house ours.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { policyNamed } from "./support/coreOrder.ts";
import type { Json, TestServer } from "./support/client.ts";
import { openChromium, settled, startWithPages, violationsInBothThemes, visitAs } from "./support/chromium.ts";

const picture = `data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><script>document.title="run"</script><rect width="10" height="10"/></svg>').toString("base64")}`;
const look = { name: "Pottery Market", logo: picture, accent: { light: "#7A2E8E", dark: "#D9A6E8" } };
const words = { en: { "command.CancelOrder": "Call the whole thing off" }, zh: { "command.CancelOrder": "不要了" } };
const accent = "rgb(122, 46, 142)";

let server: TestServer;
let browser: Browser;
let order: Json;
let other: Json;
before(async () => {
  [server, browser] = await Promise.all([startWithPages({ policies: [{ ...policyNamed("aliexpress"), look: { ...look, words } }, policyNamed("amazon")] }), openChromium()]);
  order = await server.place();
  other = await server.place({ marketplace: "amazon" });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const buttonColour = (page: Page): Promise<string> => page.evaluate("getComputedStyle(document.querySelector('.button.main')).backgroundColor");

for (const width of [1280, 390]) {
  test(`at ${width}: an order's page is the marketplace's own, in both themes to be read, and another marketplace's is not`, async () => {
    const { page, context, faults } = await visitAs(browser, server, "buyer", "ann", `/orders/${order.id}`, { width });
    const brand = page.locator("header .brand");
    await brand.getByText("Pottery Market").waitFor();
    await settled(page);
    assert.equal(await brand.locator("img").getAttribute("src"), picture);
    assert.equal(await page.title(), `Order ${order.externalId} · Pottery Market`);
    assert.equal(await buttonColour(page), accent);
    assert.deepEqual(await violationsInBothThemes(page), []);
    assert.equal(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), false);
    await page.goto(`/orders/${other.id}`);
    await page.locator(".button.main").first().waitFor();
    await settled(page);
    assert.equal(await brand.innerText(), "Rescind");
    assert.notEqual(await buttonColour(page), accent);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("what the marketplace's policy calls things its pages call so, in its languages; the diagram and another marketplace's pages do as they do", async () => {
  for (const [locale, called, elsewhere] of [["en-GB", "Call the whole thing off", "Cancel items"], ["zh-CN", "不要了", null]] as const) {
    const { page, context, faults } = await visitAs(browser, server, "buyer", "ann", `/orders/${order.id}`, { locale });
    await page.getByRole("heading", { name: called, exact: true }).waitFor();
    if (elsewhere !== null) {
      await page.goto(`/orders/${other.id}`);
      await page.getByRole("heading", { name: elsewhere, exact: true }).waitFor();
      assert.equal(await page.getByText(called).count(), 0);
    }
    assert.deepEqual(faults, []);
    await context.close();
  }
  assert.match((await server.operator.get("/v1/policies/aliexpress/diagram.svg?language=zh")).body as string, /不要了/);
});

test("the house sees its own name on every order", async () => {
  const { page, context } = await visitAs(browser, server, "operator", "olga", `/orders/${order.id}`);
  await settled(page);
  assert.equal(await page.locator("header .brand").innerText(), "Rescind");
  assert.equal(await page.title(), `Order ${order.externalId} · Rescind`);
  await context.close();
});
