// A forgotten password, click by click: the page says the same to everybody, the letter can be read in the sandbox, and its link is good
// once and for an hour. What the API alone says of it stands in people.test.ts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openChromium, settled, startWithPages, violations, visit } from "./support/chromium.ts";
import type { Json, TestServer } from "./support/client.ts";

let server: TestServer;
let browser: Browser;
before(async () => {
  [server, browser] = await Promise.all([startWithPages(), openChromium()]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const words = {
  "en-GB": { forgot: "Forgot your password?", email: "E-mail", send: "Send the link", done: /^If an account has this e-mail/, subject: "Set a new password" },
  "zh-CN": { forgot: "忘记密码？", email: "邮箱", send: "发送链接", done: /^如果该邮箱有账户/, subject: "设置新密码" },
  "ru-RU": { forgot: "Забыли пароль?", email: "Почта", send: "Отправить ссылку", done: /^Если с этой почтой есть учётная запись/, subject: "Задайте новый пароль" },
} as const;
type Locale = keyof typeof words;

async function account(email: string): Promise<void> {
  const { status } = await server.nobody.post("/v1/auth/sign-up/email", { name: "Mei", email, password: "the first long password" });
  assert.equal(status, 200);
}

/** Asks for the letter from the sign-in page on; answers with what the page then says. */
async function ask(page: Page, email: string, locale: Locale): Promise<string> {
  const say = words[locale];
  await page.goto("/sign-in");
  await page.getByRole("link", { name: say.forgot }).click();
  // The page that is left has a field of that name, too.
  const send = page.getByRole("button", { name: say.send });
  await send.waitFor();
  await page.getByLabel(say.email).fill(email);
  await send.click();
  await page.getByText(say.done).waitFor();
  assert.deepEqual(await violations(page), []);
  return page.locator("main").innerText();
}

/** The link of the latest letter to that address, as an operator reads it at /sandbox/mail. */
async function linkTo(page: Page, email: string, subject: string): Promise<string> {
  assert.equal((await page.context().request.post(`${server.url}/v1/session/demo`, { data: { person: "demo-omar" }, headers: { origin: server.url } })).status(), 200);
  await page.goto("/sandbox/mail");
  await page.getByRole("row", { name: new RegExp(email) }).getByRole("link", { name: subject }).first().click();
  const text = await page.locator("pre.tale").innerText();
  return /\/set-password\?token=[\w-]+/.exec(text)![0];
}

for (const [locale, width, dark] of [["en-GB", 1280, false], ["zh-CN", 390, true], ["ru-RU", 390, false]] as const) {
  test(`in ${locale} at ${width}: whether or not somebody has the e-mail the page says the same, and the letter is in the page's language`, async () => {
    const email = `${locale.toLowerCase()}@example.org`;
    await account(email);
    const { page, faults, context } = await visit(browser, server, { width, locale, dark });
    assert.equal(await ask(page, "nobody-at-all@example.org", locale), await ask(page, email, locale));
    const { mails } = (await server.operator.get("/v1/sandbox/mail")).body as { mails: Json[] };
    assert.ok(!mails.some(({ to }) => to === "nobody-at-all@example.org"));
    assert.equal(mails.find(({ kind, to }) => kind === "setPassword" && to === email)!.subject, words[locale].subject);
    assert.equal(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), false);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("the link sets the password once; used again it says so and leads to another, and the new password signs in", async () => {
  await account("mei@example.org");
  const { page, faults, context } = await visit(browser, server);
  await ask(page, "mei@example.org", "en-GB");
  const link = await linkTo(page, "mei@example.org", "Set a new password");
  await context.clearCookies();
  await page.goto(link);
  await page.getByLabel("New password").fill("the second long password");
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByText("Your password is set.").waitFor();
  await page.goto(link);
  await page.getByLabel("New password").fill("somebody else's password");
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByText("This link has been used, or its time is over.").waitFor();
  await settled(page);
  assert.deepEqual(await violations(page), []);
  await page.getByRole("link", { name: "Ask for another link" }).click();
  await page.getByRole("heading", { name: "Set a new password" }).waitFor();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("mei@example.org");
  await page.getByLabel("Password").fill("the second long password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/orders$/);
  assert.deepEqual(faults, []);
  await context.close();
});

test("a link whose hour is over sets nothing", async () => {
  await account("late@example.org");
  assert.equal((await server.nobody.post("/v1/auth/request-password-reset", { email: "late@example.org" })).status, 200);
  const { mails } = (await server.operator.get("/v1/sandbox/mail")).body as { mails: Json[] };
  const letter = mails.find(({ kind, to }) => kind === "setPassword" && to === "late@example.org")!;
  const { text } = (await server.operator.get(`/v1/sandbox/mail/${letter.id as string}`)).body as { text: string };
  const token = /token=([\w-]+)/.exec(text)![1]!;
  const hour = [{ column: "expires_at", operator: "gt" as const, value: Date.now() + 3_540_000, either: false, anyCase: false }, { column: "expires_at", operator: "lte" as const, value: Date.now() + 3_600_000, either: false, anyCase: false }];
  assert.ok((await server.engine.store.people.change("verifications", hour, { expires_at: Date.now() - 1 })).length > 0, "its link ends within the hour");
  const { status, body } = await server.nobody.post("/v1/auth/reset-password", { token, newPassword: "a password too late" });
  assert.deepEqual([status, body.code], [400, "INVALID_TOKEN"]);
  assert.equal((await server.nobody.post("/v1/auth/sign-in/email", { email: "late@example.org", password: "the first long password" })).status, 200);
});
