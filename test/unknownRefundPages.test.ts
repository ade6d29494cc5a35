// The operators' queue of refunds that the institution never answered, click by click with two operators: one ends a refund as arrived;
// that another was not paid one proposes and a second confirms, having read why. The rules are told in unanswered.story.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { keepPicture, openChromium, startWithPages, violationsInBothThemes, visitAsDemo, type Look, type Visitor } from "./support/chromium.ts";
import type { Json, TestServer } from "./support/client.ts";

let server: TestServer;
let browser: Browser;
let orders: Json[];

before(async () => {
  [server, browser] = await Promise.all([startWithPages(), openChromium()]);
  const [buyer, seller] = [await server.as("buyer", "ann"), await server.as("seller", "cactus")];
  orders = [await server.place({ externalId: "U-1" }), await server.place({ externalId: "U-2" })];
  for (const { id } of orders) await buyer.command(id, { type: "PayOrder", method: "card" });
  await server.advance("PT2H");
  for (const { id } of orders) {
    assert.equal((await buyer.command(id, { type: "RequestCancellation", reason: "noLongerWanted" })).status, 200);
    assert.equal((await seller.command(id, { type: "AcceptCancellation" })).status, 200);
  }
  await server.operator.post("/v1/sandbox/institution", { next: ["timeoutAfterAccept", "timeoutAfterAccept"] });
  await server.advance("PT2H1S");
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const be = (person: string, path: string, look: Look = {}): Promise<Visitor> => visitAsDemo(browser, server, person, path, look);

const QUEUE = "/operations?owes=operator&open=refunds";
const refundOf = async ({ id }: Json): Promise<Json> => (await server.operator.get(`/v1/orders/${id}`)).body.refunds.at(-1);
const row = (page: Page, { externalId }: Json) => page.getByRole("row").filter({ hasText: externalId });
const letter = { name: "letter.png", mimeType: "image/png", buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64") };

test("one operator ends a refund as arrived, with a note: what is missing is named, and the queue is shorter by one", async () => {
  const [order] = orders;
  const { page, faults, leave } = await be("demo-omar", QUEUE);
  await page.getByText("of these unknown: 2").waitFor();
  assert.deepEqual(await page.locator(".views [aria-current]").allInnerTexts(), ["Refunds to clear up\n2"]);
  await keepPicture(page, "demo-omar");
  assert.deepEqual(await violationsInBothThemes(page), []);
  await row(page, order).getByRole("link", { name: "End the refund by hand" }).click();
  await page.getByRole("heading", { name: "End the refund by hand" }).waitFor();
  await page.getByLabel("The money has arrived").check();
  await page.getByRole("button", { name: "End the refund by hand" }).click();
  await page.getByText("This is needed.").waitFor();
  await keepPicture(page, "demo-omar");
  assert.deepEqual(await violationsInBothThemes(page), []);
  await page.getByLabel("How you know: who wrote, when").fill("Their letter of 3 March");
  await page.getByLabel("The institution’s letter").setInputFiles(letter);
  await page.locator(".uploads").getByText("letter.png").first().waitFor();
  await page.getByRole("button", { name: "End the refund by hand" }).click();
  const question = page.getByRole("alertdialog");
  await question.waitFor();
  assert.match(await question.innerText(), /US\$12\.50, Bank card[^]*The money has arrived/);
  await keepPicture(page, "demo-omar");
  await question.getByRole("button", { name: "End the refund by hand" }).click();
  await page.getByRole("heading", { name: /^Order U-1/ }).waitFor();
  const refund = await refundOf(order);
  assert.deepEqual([refund.status, refund.resolvedByHand], ["settled", "settled"]);
  await page.goto(QUEUE);
  await page.getByText("of these unknown: 1").waitFor();
  assert.equal(await row(page, order).count(), 0);
  assert.deepEqual(faults, []);
  await leave();
});

test("that it was not paid one operator proposes, and cannot confirm; a second reads note and letter, confirms, and it can be sent again", async () => {
  const [, order] = orders;
  const olga = await be("demo-olga", QUEUE);
  await row(olga.page, order).getByRole("link", { name: "End the refund by hand" }).click();
  await olga.page.getByLabel("The money was not paid").check();
  await olga.page.getByLabel("How you know: who wrote, when").fill("They wrote on 3 March that it was never paid");
  await olga.page.getByLabel("The institution’s letter").setInputFiles(letter);
  await olga.page.locator(".uploads").getByText("letter.png").first().waitFor();
  await olga.page.getByRole("button", { name: "End the refund by hand" }).click();
  await olga.page.getByRole("alertdialog").getByRole("button", { name: "End the refund by hand" }).click();
  await olga.page.getByRole("heading", { name: /^Order U-2/ }).waitFor();
  assert.equal((await refundOf(order)).status, "unknown", "one alone ends nothing");
  await olga.page.getByText("Who proposed that the refund failed cannot confirm it.").first().waitFor();
  await keepPicture(olga.page, "demo-olga-proposed");
  const omar = await be("demo-omar", QUEUE, { width: 390, locale: "ru" });
  await keepPicture(omar.page, "demo-omar-queue-ru");
  await row(omar.page, order).getByRole("link", { name: "Подтвердить неудачу" }).click();
  await omar.page.getByText("They wrote on 3 March that it was never paid").waitFor();
  await omar.page.getByRole("button", { name: "Файл 1" }).waitFor();
  await keepPicture(omar.page, "demo-omar-confirm-ru");
  assert.deepEqual(await violationsInBothThemes(omar.page), []);
  assert.equal(await omar.page.evaluate("document.documentElement.scrollWidth > innerWidth"), false);
  await omar.page.getByRole("button", { name: "Подтвердить неудачу" }).click();
  const question = omar.page.getByRole("alertdialog");
  await question.locator("button.losing").waitFor();
  await keepPicture(omar.page, "demo-omar-confirm-question-ru");
  await question.locator("button.losing").click();
  await omar.page.waitForURL(`**/orders/${order.id}`);
  const refund = await refundOf(order);
  assert.deepEqual([refund.status, refund.resolvedByHand], ["failed", "failed"]);
  await olga.page.locator(".ledger").getByText("Refund failed").first().waitFor();
  await olga.page.goto(QUEUE);
  await row(olga.page, order).getByRole("button", { name: "Send the refund again" }).waitFor();
  assert.deepEqual([...olga.faults, ...omar.faults], []);
  await olga.leave();
  await omar.leave();
});
