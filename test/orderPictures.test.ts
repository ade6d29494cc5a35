// What stands on an order's page beside rules and money, in a real browser: the shop's cart, the map of a parcel's way, a product's
// model, and evidence, which is never shown inside the page.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { pictureOf } from "../src/demo/picture.ts";
import type { Client, Json, TestServer } from "./support/client.ts";
import { openChromium, settled, startWithPages, violations, visitAs } from "./support/chromium.ts";

const CART = "https://shop.example/cart?product={sku}&n={quantity}";
const SHOP = "https://models.shop.example";
/** Some 10 kB for the parts of the page itself, and much more for the map or the model. */
const LARGE_BYTES = 100_000;
/** Without a graphics card the machine draws by itself, which takes a while. */
const DRAWN_MS = 60_000;

let server: TestServer;
let browser: Browser;
let ann: Client;
let cactus: Client;

before(async () => {
  [server, browser] = await Promise.all([startWithPages({ cartLinks: { aliexpress: CART }, modelOrigins: [SHOP] }), openChromium()]);
  [ann, cactus] = await Promise.all([server.as("buyer", "ann"), server.as("seller", "cactus")]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** An order on its way, scanned three times at two known places and once nowhere. */
async function underway(change: Record<string, unknown> = {}): Promise<Json> {
  const order = await server.place(change);
  assert.equal((await ann.command(order.id, { type: "PayOrder", method: "card" })).status, 200);
  await server.advance("PT2H");
  const trackingNumber = `WAY-${order.externalId}`;
  assert.equal((await cactus.command(order.id, { type: "ShipOrder", carrier: "sandbox", trackingNumber })).status, 200);
  const shenzhen = { place: "Shenzhen", country: "CN", position: { latitude: 22.54, longitude: 114.06 } };
  for (const scan of [{ status: "accepted", ...shenzhen }, { status: "inTransit", ...shenzhen }, { status: "inTransit", place: "Leipzig", country: "DE", position: { latitude: 51.42, longitude: 12.24 } }, { status: "outForDelivery", country: "DE" }]) {
    await server.advance("PT6H");
    assert.equal((await server.operator.post("/v1/sandbox/carrier/scans", { trackingNumber, ...scan })).status, 200);
  }
  return order;
}

/** The scripts that the page has loaded so far and what is far larger than a page's own part. */
function loadedBy(page: Page): { large: string[]; elsewhere: string[] } {
  const large: string[] = [];
  const elsewhere: string[] = [];
  page.on("response", (answer) => {
    if (Number(answer.headers()["content-length"] ?? 0) > LARGE_BYTES && /\.m?js$/.test(new URL(answer.url()).pathname)) large.push(answer.url());
    if (!answer.url().startsWith(server.url)) elsewhere.push(answer.url());
  });
  return { large, elsewhere };
}

for (const [width, dark] of [[1280, false], [390, true]] as const) {
  test(`at ${width}: a parcel's way is drawn on a map once it is opened, and the table of scans says the same`, async () => {
    const order = await underway();
    const { page, context, faults } = await visitAs(browser, server, "buyer", "ann", `/orders/${order.id}`, { width, dark });
    await settled(page);
    const { large, elsewhere } = loadedBy(page);
    const rows = page.locator("table.scans tbody tr");
    assert.deepEqual(await rows.locator(".at").allInnerTexts(), ["", "3", "2", "1"]);
    const open = page.getByRole("button", { name: "Show on a map" });
    await open.focus();
    await page.keyboard.press("Enter");
    await page.locator(".map[data-state=drawn]").waitFor({ timeout: DRAWN_MS });
    assert.deepEqual((await page.locator(".map .pin").allInnerTexts()).sort(), ["1, 2", "3"]);
    assert.ok(large.some((url) => url.includes("parcelMap")), "the map came now");
    assert.deepEqual(elsewhere, []);
    await page.getByRole("region", { name: /^Map of the way of WAY-/ }).focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("button", { name: "Nearer" }).click();
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0);
    assert.deepEqual(faults, []);
    await page.getByRole("button", { name: "Hide the map" }).click();
    assert.equal(await page.locator(".map").count(), 0);
    await context.close();
  });
}

test("goods go into the shop's cart again by the shop's own address; where it named none there is no link", async () => {
  const lines = [{ sku: "SEED & POT/1", title: "Cactus seeds", quantity: 2, unitPriceMinor: 500 }];
  const order = await server.place({ lines });
  const other = await server.place({ marketplace: "amazon", lines });
  const { page, context } = await visitAs(browser, server, "buyer", "ann", `/orders/${order.id}`);
  const link = page.getByRole("link", { name: "Add to cart again: Cactus seeds" });
  assert.equal(await link.getAttribute("href"), "https://shop.example/cart?product=SEED%20%26%20POT%2F1&n=2");
  await page.goto(`/orders/${other.id}`);
  await settled(page);
  assert.equal(await link.count(), 0);
  await context.close();
});

test("a product is viewed in 3D where the reader asks, from a place that the server allows", async () => {
  const model = await readFile(new URL("../src/web/public/models/bottle.glb", import.meta.url));
  const line = (sku: string, model3dUrl: string): object => ({ sku, title: sku, quantity: 1, unitPriceMinor: 500, model3dUrl });
  const order = await server.place({ lines: [line("Bottle", `${SHOP}/bottle.glb`), line("Broken", `${SHOP}/none.glb`), line("Foreign", "https://elsewhere.example/x.glb")] });
  const { page, context, faults } = await visitAs(browser, server, "buyer", "ann", `/orders/${order.id}`, { width: 390 });
  const asked: string[] = [];
  await context.route(/shop\.example|elsewhere\.example/, (route) => {
    asked.push(route.request().url());
    return route.fulfill(route.request().url().endsWith("bottle.glb") ? { body: model, contentType: "model/gltf-binary", headers: { "access-control-allow-origin": "*" } } : { status: 404 });
  });
  await settled(page);
  const { large } = loadedBy(page);
  await page.getByRole("button", { name: "View in 3D: Bottle" }).click();
  await page.locator(".model[data-state=drawn]").waitFor({ timeout: DRAWN_MS });
  assert.ok(large.some((url) => url.includes("modelView")), "the viewer came now");
  assert.equal(await page.locator("model-viewer").evaluate((element) => element.shadowRoot!.querySelector(".container")!.clientHeight), 320, "the viewer's own style holds");
  assert.deepEqual(faults, []);
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Close the 3D view: Bottle" }).click();
  await page.getByRole("button", { name: "View in 3D: Broken" }).click();
  await page.locator(".model[data-state=broken]").waitFor({ timeout: DRAWN_MS });
  await page.getByRole("button", { name: "View in 3D: Foreign" }).click();
  await page.getByText("The shop’s model lies at https://elsewhere.example.").waitFor();
  assert.deepEqual(asked.filter((url) => url.includes("elsewhere")), [], "nothing was asked of a place that is not allowed");
  await context.close();
});

test("a picture is uploaded with a claim and drawn for the mediator; what is no picture is refused, and the buyer's page shows no file inside itself", async () => {
  const order = await underway();
  assert.equal((await server.operator.post("/v1/sandbox/carrier/scans", { trackingNumber: `WAY-${order.externalId}`, status: "delivered", country: "DE" })).status, 200);
  await server.advance("P7D");
  const { page, context, faults } = await visitAs(browser, server, "buyer", "ann", `/orders/${order.id}/do/OpenClaim`, { width: 390 });
  const files = page.getByLabel("Pictures, PDF or video");
  await files.setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from("<script>globalThis.broken = 1</script>") });
  await page.getByText(/Evidence is one of/).waitFor();
  await files.setInputFiles({ name: "<b>broken pot</b>.png", mimeType: "image/png", buffer: Buffer.from(pictureOf("pot")) });
  await page.locator(".uploads span").getByText("<b>broken pot</b>.png").first().waitFor();
  await page.reload();
  await page.locator(".uploads span").getByText("<b>broken pot</b>.png").first().waitFor();
  await page.getByLabel("Defective").check();
  await page.getByLabel(/^money only$/i).check();
  await page.getByLabel(/^Amount/).fill("5");
  await page.getByRole("button", { name: "Open dispute", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Open dispute" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "File 1" }).click()]);
  assert.ok((await readFile(await download.path())).equals(pictureOf("pot")), "the file is what was uploaded");
  assert.equal(await page.locator("main :is(img, iframe, object, embed)").count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
  const { body } = await ann.get(`/v1/orders/${order.id}`);
  assert.equal((await ann.command(order.id, { type: "EscalateClaim", claimId: body.claims[0].id })).status, 200);
  const mia = await visitAs(browser, server, "mediator", "mia", `/mediation/${order.id}/${body.claims[0].id}`);
  const picture = mia.page.locator(".files img");
  await picture.waitFor();
  await mia.page.waitForFunction("document.querySelector('.files img').naturalWidth === 320");
  assert.match((await picture.getAttribute("src"))!, /^blob:/);
  assert.deepEqual(mia.faults, []);
  await mia.context.close();
});
