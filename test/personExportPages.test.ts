// A person's export in a real browser: a buyer downloads what is kept of them from the page of their sessions, an operator from the page of
// people, also of somebody without an account. What is in it is told in personExport.test.ts.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import type { TestServer } from "./support/client.ts";
import { openChromium, startWithPages, violationsInBothThemes, visitAsDemo, type Look, type Visitor } from "./support/chromium.ts";
import { unzip } from "./support/unzip.ts";

let server: TestServer;
let browser: Browser;
before(async () => {
  [server, browser] = await Promise.all([startWithPages(), openChromium()]);
  await server.place({ externalId: "EXPORT-1", buyer: { id: "demo-anna", name: "Anna", country: "DE" } });
  await server.place({ externalId: "EXPORT-2" });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const be = (person: string, path: string, look: Look = {}): Promise<Visitor> => visitAsDemo(browser, server, person, path, look);

/** What a click on the button saves: its name and its files. */
async function saved(page: Page, button: Locator): Promise<{ name: string; files: Map<string, Buffer> }> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), files: unzip(await readFile(await download.path())) };
}

const ordersIn = (files: Map<string, Buffer>): string[] => JSON.parse(files.get("orders.json")!.toString()).orders.map(({ order }: { order: { externalId: string } }) => order.externalId);

for (const [locale, title, button, readme] of [["en-GB", "What is kept of you", "Download everything", "What is kept of you"], ["ru-RU", "Что о вас хранится", "Скачать всё", "Что о вас хранится"], ["zh-CN", "我们保存的关于您的信息", "下载全部", "我们保存的关于您的信息"]] as const) {
  test(`${locale}, 390: a buyer downloads everything from the page of their sessions, with a README in the page's language`, async () => {
    const { page, faults, leave } = await be("demo-anna", "/sessions", { width: 390, locale });
    await page.getByRole("heading", { name: title }).waitFor();
    assert.deepEqual(await violationsInBothThemes(page), []);
    assert.equal(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), false);
    const { name, files } = await saved(page, page.getByRole("button", { name: button }));
    assert.equal(name, "buyer-demo-anna.zip");
    assert.deepEqual(ordersIn(files), ["EXPORT-1"]);
    assert.equal(files.get("README.txt")!.toString().split("\n")[0], readme);
    assert.deepEqual(faults, []);
    await leave();
  });
}

test("1280: an operator hands out what is kept of somebody with an account by their row, and of somebody without by their id; of the house nothing", async () => {
  await (await be("demo-anna", "/sessions", {})).leave();
  const { page, faults, leave } = await be("demo-omar", "/operations/people", {});
  const row = (id: string): Locator => page.getByRole("row").filter({ hasText: id });
  await row("demo-anna").waitFor();
  assert.equal(await row("demo-omar").getByRole("button", { name: "Export" }).count(), 0);
  const annas = await saved(page, row("demo-anna").getByRole("button", { name: "Export" }));
  assert.deepEqual([annas.name, ordersIn(annas.files)], ["buyer-demo-anna.zip", ["EXPORT-1"]]);
  const section = page.getByRole("region", { name: "Somebody without an account" });
  await section.getByLabel("Id").fill("ann");
  const anns = await saved(page, section.getByRole("button", { name: "Export" }));
  assert.deepEqual([anns.name, ordersIn(anns.files)], ["buyer-ann.zip", ["EXPORT-2"]]);
  assert.deepEqual(await violationsInBothThemes(page), []);
  assert.deepEqual(faults, []);
  await leave();
});

test("an operator finds nothing of their own to download on the page of their sessions", async () => {
  const { page, leave } = await be("demo-omar", "/sessions", { width: 390 });
  assert.equal(await page.getByRole("heading", { name: "What is kept of you" }).count(), 0);
  await leave();
});
