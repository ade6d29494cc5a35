// The pages of payouts in a real browser: an operator looks at what would be paid, starts it, clears an unknown one up; a seller sees
// where each is. At both widths, with all of it filled.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { keepPicture, openChromium, startWithPages, violations, visitAsDemo, type Visitor } from "./support/chromium.ts";
import type { Json, TestServer } from "./support/client.ts";
import { releasedOrders } from "./support/released.ts";

let server: TestServer;
let browser: Browser;

before(async () => {
  [server, browser] = await Promise.all([startWithPages(), openChromium()]);
  await releasedOrders(server, ["demo-papermill", "demo-papermill", "lamp-house", "owl-and-son"], 184_000);
  await server.operator.post("/v1/sandbox/institution", { next: ["timeoutAfterAccept", "reject"] });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const be = (person: string, path: string, width = 1280, locale = "en-GB"): Promise<Visitor> => visitAsDemo(browser, server, person, path, { width, locale });

const payouts = async (): Promise<Json[]> => (await server.operator.get("/v1/payouts")).body.payouts;

test("an operator previews a batch, is asked, starts it, and sees what is unknown and what failed", async () => {
  const { page, faults, leave } = await be("demo-omar", "/operations/payouts");
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.getByRole("table", { name: "What would be paid now" });
  await preview.waitFor();
  assert.equal(await preview.locator("tbody tr").count(), 3);
  assert.deepEqual(await payouts(), [], "looking makes nothing");
  await page.getByRole("button", { name: /^Pay 3 sellers/ }).click();
  const question = page.getByRole("alertdialog");
  assert.match((await question.textContent()) ?? "", /Pay 3 sellers out\?/);
  await question.getByRole("button", { name: "Pay 3 sellers" }).click();
  await page.getByText("Started: 3 payouts.").waitFor();
  await page.getByRole("button", { name: /^Ask the institution now/ }).waitFor();
  await page.getByText("the institution rejects this payout").waitFor();
  assert.deepEqual((await payouts()).map(({ status }) => status as string).sort(), ["failed", "submitted", "unknown"]);
  assert.deepEqual(faults, []);
  await leave();
});

for (const [width, locale] of [[1280, "en-GB"], [390, "ru"], [390, "zh-CN"]] as const) {
  test(`at ${width}, ${locale}: filled, the pages are accessible and scroll in one direction only`, async () => {
    for (const [person, path] of [["demo-omar", "/operations/payouts"], ["demo-papermill", "/seller/balance"]] as const) {
      const { page, faults, leave } = await be(person, path, width, locale);
      await page.locator("table").first().waitFor();
      assert.deepEqual(await violations(page), [], path);
      assert.equal(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), false, `${path} is wider than the screen`);
      await keepPicture(page, `${person}-${locale}`);
      assert.deepEqual(faults, [], path);
      await leave();
    }
  });
}

test("the operator records what became of an unknown one, with how that is known, after a question", async () => {
  const { page, faults, leave } = await be("demo-omar", "/operations/payouts");
  await page.getByLabel("What became of it").selectOption("settled");
  await page.getByLabel("How that is known").fill("the bank's report, line 7");
  await page.getByRole("button", { name: /^Record/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Record" }).click();
  await page.getByText("Nothing is unknown.").waitFor();
  const [cleared] = (await payouts()).filter(({ status }) => status === "settled");
  assert.equal((await server.operator.get(`/v1/payouts/${cleared!.id}`)).body.steps.at(-1).reason, "the bank's report, line 7");
  assert.deepEqual(faults, []);
  await leave();
});
