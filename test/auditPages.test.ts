// The page of the audit in a real browser: what stands there in words, whose it is, and page by page. What is written down is told in audit.test.ts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { cutOff, openChromium, startWithPages, violationsInBothThemes, visitAsDemo, type Look, type Visitor } from "./support/chromium.ts";
import type { Client, Json, TestServer } from "./support/client.ts";

let server: TestServer;
let browser: Browser;
let order: Json;
before(async () => {
  [server, browser] = await Promise.all([startWithPages(), openChromium()]);
  await doings();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** What there is to see: something done, refused, failed and of unknown outcome, an order's event, a dossier, and more than one page holds. */
async function doings(): Promise<void> {
  const [omar, mia] = [await server.as("operator", "demo-omar"), await server.as("mediator", "demo-mia")];
  order = await server.place({ externalId: "AUDIT-1" });
  for (let call = 0; call < 50; call++) await server.operator.post("/v1/sandbox/clock", { run: false });
  await server.advance("PT1M");
  await omar.command(order.id, { type: "ExtendDeadline", deadline: "PayOrder", by: "P1D", reason: "Strike" });
  await policies(omar, mia);
  assert.equal((await mia.get(`/v1/orders/${order.id as string}/dossier`)).status, 200);
  const { audit } = server.engine.store;
  const act = { atMs: server.engine.clock.now(), by: { role: "operator", id: "key:warehouse" }, act: "POST /v1/payouts", about: "aliexpress", orderId: null };
  await audit.begin(act);
  await audit.ended(await audit.begin({ ...act, act: "DELETE /v1/people/{role}/{id}/words", about: "buyer/ann" }), 500, null);
}

async function policies(omar: Client, mia: Client): Promise<void> {
  assert.equal((await omar.post("/v1/policies/amazon/versions/77/confirm")).status, 404);
  assert.equal((await mia.post("/v1/policies", {})).status, 403);
  assert.equal((await omar.call("DELETE", "/v1/people/buyer/nobody/words")).status, 200);
}

const be = (person: string, path: string, look: Look = {}): Promise<Visitor> => visitAsDemo(browser, server, person, path, look);

const rows = (page: Page) => page.locator("tbody tr");
/** The rows without their time. */
const said = async (page: Page): Promise<string[]> => (await rows(page).allInnerTexts()).map((row) => row.split("\t").slice(1).map((cell) => cell.trim()).join(" · "));

test("an operator finds it in the masthead, reads who did what and how it ended, shows one person's by a link or by the field, and goes to the order", async () => {
  const { page, faults, leave } = await be("demo-omar", "/operations");
  await page.getByRole("navigation").getByRole("link", { name: "Audit" }).first().click();
  await page.getByRole("heading", { name: "Audit", level: 1 }).waitFor();
  await rows(page).first().waitFor();
  assert.deepEqual((await said(page)).slice(0, 7), [
    "demo-omar Operator · Deadline extended by an operator · AUDIT-1 · done",
    "key:warehouse Operator · Erase a person’s words · buyer/ann · failed 500",
    "key:warehouse Operator · Pay sellers out, or preview it (dryRun) · aliexpress · unknown",
    "demo-mia Mediator · Download a dossier · AUDIT-1 · done",
    "demo-omar Operator · Erase a person’s words · buyer/nobody · done",
    "demo-mia Mediator · Put a policy forward ·  · refused 403",
    "demo-omar Operator · Confirm a policy · amazon/77 · refused 404",
  ]);
  assert.deepEqual(await violationsInBothThemes(page), []);
  assert.equal(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), false);
  await page.getByRole("link", { name: "demo-mia", exact: true }).first().click();
  await page.waitForURL(/\?by=demo-mia$/);
  await rows(page).nth(2).waitFor({ state: "detached" });
  await rows(page).first().waitFor();
  assert.deepEqual(await said(page), ["demo-mia Mediator · Download a dossier · AUDIT-1 · done", "demo-mia Mediator · Put a policy forward ·  · refused 403"]);
  assert.equal(await page.getByLabel("Who (id)").inputValue(), "demo-mia");
  await page.getByLabel("Who (id)").fill("nobody-at-all");
  await page.keyboard.press("Enter");
  await page.getByText("Nothing was done.").waitFor();
  await page.getByRole("link", { name: "Everybody" }).click();
  await page.getByRole("link", { name: "AUDIT-1" }).first().click();
  await page.waitForURL(`**/orders/${order.id as string}`);
  assert.deepEqual(faults, []);
  await leave();
});

test("more is shown on demand, nothing twice, until there is no more", async () => {
  const { page, faults, leave } = await be("demo-omar", "/operations/audit?by=operator");
  await rows(page).first().waitFor();
  assert.equal(await rows(page).count(), 50);
  await page.getByRole("button", { name: "Show more" }).click();
  await rows(page).nth(50).waitFor();
  const { body } = await server.operator.get("/v1/audit?by=operator&limit=200");
  assert.equal(await rows(page).count(), body.entries.length);
  assert.equal(await page.getByRole("button", { name: "Show more" }).count(), 0);
  assert.deepEqual(faults, []);
  await leave();
});

const languages = [["ru-RU", "Аудит", "отказано 403", "неизвестно", "Скачивание досье"], ["zh-CN", "审计", "被拒绝 403", "未知", "下载订单卷宗"]] as const;
for (const [locale, title, refused, unknown, act] of languages) {
  test(`at 390, ${locale}: the rows say what each part is, in words; nothing is wider than the screen or cut off, and it is accessible`, async () => {
    const { page, faults, leave } = await be("demo-omar", "/operations/audit", { width: 390, locale });
    await rows(page).first().waitFor();
    assert.equal(await page.locator("h1").innerText(), title);
    for (const text of [refused, unknown, act]) await rows(page).filter({ hasText: text }).first().waitFor();
    assert.deepEqual((await page.locator("tbody").innerText()).match(/\b(GET|POST|PUT|DELETE) \/|\b[a-z]+\.[a-z]+[A-Z]\w*\b/g) ?? [], []);
    assert.deepEqual(await violationsInBothThemes(page), []);
    assert.equal(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), false);
    assert.deepEqual(await cutOff(page), []);
    assert.deepEqual(faults, []);
    await leave();
  });
}
