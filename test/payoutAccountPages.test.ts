// Where a seller's payouts go, click by click in a real browser over Stripe's stand-in: the seller says it, reads who said what, and is
// told of every change; an operator does the same from the seller's balance. That payouts then go there is told in payoutsConnected.test.ts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { builtPages } from "../src/api/pages/build.ts";
import { openPages } from "../src/api/pages/serve.ts";
import { ageProof, demoBrowser } from "./support/browser.ts";
import { openPayPalWorld, openStripeWorld } from "./support/connected.ts";
import { openChromium, settled, violationsInBothThemes, visitAsDemo, type Look, type Visitor } from "./support/chromium.ts";
import type { Json } from "./support/client.ts";

let world: Awaited<ReturnType<typeof openStripeWorld>>;
let browser: Browser;
before(async () => {
  [world, browser] = await Promise.all([openStripeWorld({ pages: openPages(builtPages()) }), openChromium()]);
});
after(async () => {
  await browser?.close();
  await world?.close();
});

const seller = "demo-greenhouse";
const [first, second] = ["acct_1PgafTB7WZ01zgkW", "acct_2PgafTB7WZ01zgkW"];

const be = (person: string, path: string, look: Look = {}, { server }: Pick<typeof world, "server"> = world): Promise<Visitor> => visitAsDemo(browser, server, person, path, look);

const accounts = async (): Promise<Json[]> => (await world.server.operator.get(`/v1/sellers/${seller}/payout-account`)).body.accounts;
/** What the seller was told, the latest first. */
async function told(): Promise<Json[]> {
  const { mails } = (await world.server.operator.get("/v1/sandbox/mail")).body as { mails: Json[] };
  return mails.filter(({ kind, person }) => kind === "payoutAccount" && person === `seller/${seller}`);
}
const textOf = async ({ id }: Json): Promise<string> => (await world.server.operator.get(`/v1/sandbox/mail/${id as string}`)).body.text;
const rows = (page: Page) => page.getByRole("table", { name: "Accounts for payouts" }).locator("tbody tr");

test("a seller says where they are paid with the keyboard alone: what cannot be an account is refused at its field, a draft stays, and the change is told", async () => {
  const { page, faults, leave } = await be(seller, "/seller/balance");
  await page.getByText("No account is known.").waitFor();
  const field = page.getByLabel("Your account at Stripe");
  await field.focus();
  await page.keyboard.type("DE02120300000000202051");
  await page.keyboard.press("Enter");
  await page.getByText("This cannot be an account there.").waitFor();
  assert.deepEqual([await field.getAttribute("aria-invalid"), await field.evaluate((one) => one === (one as unknown as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement)], ["true", true]);
  assert.deepEqual(await violationsInBothThemes(page), []);
  await field.fill(first);
  await page.reload();
  await settled(page);
  assert.equal(await field.inputValue(), first, "the draft is there");
  await field.focus();
  await page.keyboard.press("Enter");
  const question = page.getByRole("alertdialog", { name: "Pay out to this account from now on?" });
  await question.locator("button:focus", { hasText: "Not now" }).waitFor();
  assert.match(await question.innerText(), new RegExp(`Green House Seeds Store[^]*Stripe[^]*no account[^]*${first}`));
  assert.deepEqual(await violationsInBothThemes(page), []);
  assert.deepEqual(await accounts(), [], "the question alone changes nothing");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText(`Payouts go to ${first} from now on.`).waitFor();
  assert.deepEqual([await field.inputValue(), await field.getAttribute("aria-invalid")], ["", null], "an emptied field is no mistake");
  assert.deepEqual((await accounts()).map(({ account, by }) => [account, by]), [[first, `seller/${seller}`]]);
  const [mail] = await told();
  assert.deepEqual([mail.subject, mail.required], ["Your payouts go to another account from now on", true]);
  assert.match(await textOf(mail), new RegExp(`Stripe\\n[^]*no account\\n[^]*${first}\\n[^]*you, signed in as the seller`));
  assert.deepEqual(faults, []);
  await leave();
});

test("an operator sees it at the seller's balance and says another; saying the same again is no change; the seller reads who said what", async () => {
  const { page, faults, leave } = await be("demo-omar", `/seller/balance?seller=${seller}`);
  await rows(page).first().waitFor();
  const say = async (account: string): Promise<void> => {
    await page.getByLabel(`Account of ${seller} at Stripe`).fill(account);
    await page.getByRole("button", { name: "Change the account" }).click();
    const question = page.getByRole("alertdialog");
    await question.locator("button:focus", { hasText: "Keep the account" }).waitFor();
    await question.getByRole("button", { name: "Change the account" }).click();
    await page.getByText(`Payouts go to ${account} from now on.`).waitFor();
  };
  await say(second!);
  await say(second!);
  assert.deepEqual((await accounts()).map(({ account, by }) => [account, by]), [[second, "operator/demo-omar"], [first, `seller/${seller}`]]);
  assert.deepEqual((await rows(page).allInnerTexts()).map((row) => row.split("\t").slice(1)), [[second, "demo-omar", "payouts go here"], [first, "Seller", "before"]]);
  assert.equal((await told()).length, 2);
  assert.match(await textOf((await told())[0]), new RegExp(`${first}\\n[^]*${second}\\n[^]*an operator of the marketplace`));
  assert.deepEqual(faults, []);
  await leave();
});

for (const [locale, current, by] of [["ru", "выплаты идут сюда", "площадка"], ["zh-CN", "当前打款账户", "平台"]] as const) {
  test(`at 390, ${locale}: the seller reads which account counts and who said so; nothing is cut off, and it is accessible`, async () => {
    const { page, faults, leave } = await be(seller, "/seller/balance", { width: 390, locale });
    const row = page.getByRole("row").filter({ hasText: second });
    await row.getByText(current).waitFor();
    await row.getByText(by).waitFor();
    assert.deepEqual(await violationsInBothThemes(page), []);
    assert.equal(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), false);
    assert.deepEqual(faults, []);
    await leave();
  });
}

test("another seller neither reads nor says it, and one whose proof is old is asked for it first", async () => {
  const other = await world.server.as("seller", "cactus");
  assert.equal((await other.get(`/v1/sellers/${seller}/payout-account`)).status, 404);
  assert.equal((await other.put(`/v1/sellers/${seller}/payout-account`, { account: first })).status, 404);
  const own = await demoBrowser(world.server, seller);
  await ageProof(world.server, 3_600_000);
  const { status, headers } = await own.call("PUT", `/v1/sellers/${seller}/payout-account`, { account: first });
  assert.deepEqual([status, /insufficient_user_authentication/.test(headers.get("www-authenticate") ?? "")], [401, true]);
  assert.equal((await accounts()).length, 2);
  assert.equal((await told()).length, 2);
});

test("at PayPal it is an address or an account number: what is neither is refused at its field, and the account is kept", async (t) => {
  const paypal = await openPayPalWorld({ pages: openPages(builtPages()) });
  t.after(() => paypal.close());
  const { page, faults, leave } = await be(seller, "/seller/balance", { width: 390 }, paypal);
  const field = page.getByLabel("Your account at PayPal");
  await field.fill(first);
  await field.press("Enter");
  await page.getByText("This cannot be an account there.").waitFor();
  await field.fill("greenhouse@shop.example");
  await field.press("Enter");
  await page.getByRole("alertdialog").getByRole("button", { name: "Set the account" }).click();
  await page.getByText("Payouts go to greenhouse@shop.example from now on.").waitFor();
  const { body } = await paypal.server.operator.get(`/v1/sellers/${seller}/payout-account`);
  assert.deepEqual((body.accounts as Json[]).map(({ account }) => account), ["greenhouse@shop.example"]);
  assert.deepEqual(faults, []);
  await leave();
});
