// The sandbox's mail, which goes nowhere: through the API, and at its page in a real browser, at both widths, in light and in dark.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { keepPicture, openChromium, settled, startWithPages, violations, visitAsDemo, type Look, type Visitor } from "./support/chromium.ts";
import { orderBody, type Json, type TestServer } from "./support/client.ts";

const ann = { id: "ann", name: "Ann", country: "DE", email: "ann@example.org" };
const order = (externalId: string, more: object = {}) => ({ ...orderBody(externalId), buyer: ann, ...more });

let server: TestServer;
let browser: Browser;
before(async () => {
  [server, browser] = await Promise.all([startWithPages(), openChromium()]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test("in the sandbox every mail can be read, and none goes anywhere", async () => {
  await server.place(order("K-1"));
  const { mails } = (await server.operator.get("/v1/sandbox/mail")).body;
  assert.deepEqual(mails.map(({ to, subject, status }: Json) => [to, subject, status]), [["ann@example.org", "Order placed: order K-1", "kept"]]);
  const { body } = await server.operator.get(`/v1/sandbox/mail/${mails[0].id}`);
  assert.match(body.text, /We have your order/);
  assert.match(body.html, /^<!doctype html>/);
  assert.match(body.unsubscribeAt, /\/v1\/mail\/unsubscribe\//);
  await server.place(orderBody("K-2"));
  assert.equal((await server.operator.get("/v1/sandbox/mail")).body.mails[0].to, "ann@buyer.invalid");

  // While there is no mail nothing waits for it, and what happened then is told to nobody later.
  await server.engine.store.mails.switch(false, Date.now());
  await server.place(order("K-3"));
  assert.equal(await server.engine.store.mails.earliest(), null);
  await server.engine.store.mails.switch(true, Date.now());
  await server.place(order("K-4"));
  assert.deepEqual((await server.operator.get("/v1/sandbox/mail")).body.mails.map(({ subject }: Json) => subject), ["K-4", "K-2", "K-1"].map((number) => `Order placed: order ${number}`));
});

const beOmar = (look: Look, path: string): Promise<Visitor> => visitAsDemo(browser, server, "demo-omar", path, look);

for (const look of [{ width: 1280, locale: "en-GB" }, { width: 390, locale: "zh-CN", dark: true }]) {
  test(`at ${look.width}, ${look.locale}: the list leads to each mail, which is shown in a frame that runs nothing, and what was written stays text`, async () => {
    const buyer = await server.as("buyer", "ann");
    const number = `P-${look.width}`;
    const { id } = await server.place(order(number, { locale: "ru", seller: { id: "cactus", name: "Cactus Shop", country: "US", email: "cactus@example.org" } }));
    await buyer.post(`/v1/orders/${id}/messages`, { text: "<img src=x onerror=\"parent.document.title='owned'\"><script>top.location='https://evil.example'</script>" });
    const { page, faults, context } = await beOmar(look, "/sandbox/mail");
    await page.getByRole("link", { name: new RegExp(`order ${number}`) }).first().waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), false);
    await keepPicture(page, "demo-omar");
    await page.getByRole("link", { name: `Message: order ${number}` }).click();
    const frame = page.frameLocator("iframe.letter");
    await frame.getByText("onerror=").waitFor();
    assert.equal(await page.locator("iframe.letter").getAttribute("sandbox"), "");
    assert.equal(await frame.locator("img, script").count(), 0);
    assert.equal(await frame.locator(".sheet").evaluate((sheet: { clientWidth: number }) => sheet.clientWidth <= 560), true);
    assert.ok((await frame.locator("body").getAttribute("nonce")) === null && (await frame.locator("style").count()) === 1);
    assert.match(await page.locator("pre.tale").innerText(), /> <img src=x/);
    await settled(page);
    assert.deepEqual(await violations(page), []);
    await keepPicture(page, "demo-omar");
    await page.goto("/operations/mail");
    await settled(page);
    await page.getByRole("cell", { name: "buyer/ann" }).first().waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), false);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("who is signed in says what mail they wish, and a letter's link sets a password", async () => {
  const { page, faults, context } = await beOmar({}, "/sessions");
  const optional = page.getByRole("checkbox", { name: "Send me mail that is not required, too" });
  const said = () => page.waitForResponse((response) => response.url().endsWith("/v1/me/mail") && response.request().method() === "PUT");
  await Promise.all([said(), optional.uncheck()]);
  await Promise.all([said(), page.getByLabel("Language of mail").selectOption("zh")]);
  await page.reload();
  await settled(page);
  await optional.waitFor();
  assert.equal(await optional.isChecked(), false);
  assert.equal(await page.getByLabel("Language of mail").inputValue(), "zh");
  assert.deepEqual(await violations(page), []);
  const { body } = await server.operator.post("/v1/people", { email: "new@example.org", role: "seller", id: "new", name: "New" });
  await page.goto(`/set-password?token=${body.token as string}`);
  await page.getByLabel("New password").fill("a long password");
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByText("Your password is set.").waitFor();
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(faults, []);
  await context.close();
});
