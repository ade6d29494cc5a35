// How people come to the pages, in a real browser: from a shop by a link or in a frame, by e-mail and password, by the marketplace's own
// sign-in. The shop is the one of examples/shop, as a process of its own.
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import type { Json, TestServer } from "./support/client.ts";
import { openChromium, operatorKey, settled, startWithPages, violations, visit } from "./support/chromium.ts";
import { client, openOidcProvider, type OidcProvider } from "./support/oidcProvider.ts";

let server: TestServer;
let browser: Browser;
let provider: OidcProvider;
let shop: { url: string; child: ChildProcess };

before(async () => {
  const shopUrl = `http://127.0.0.1:${await freePort()}`;
  provider = await openOidcProvider((login) => ({ name: "Cactus Shop", email: "cactus@example.com", role: "seller", shop_id: login }));
  const people = { oidc: { issuer: provider.issuer, ...client, idClaim: "shop_id", roleClaim: "role" } };
  [server, browser] = await Promise.all([startWithPages({ framedBy: [shopUrl], people }), openChromium()]);
  provider.serve(`${server.url}/v1/auth/callback/marketplace`);
  shop = { url: shopUrl, child: await openShop(shopUrl) };
});
after(async () => {
  shop?.child.kill();
  await browser?.close();
  await server?.close();
  await provider?.close();
});

async function freePort(): Promise<number> {
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  const { port } = taken.address() as AddressInfo;
  await new Promise((resolve) => taken.close(resolve));
  return port;
}

async function openShop(url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("../examples/shop/shop.mjs", import.meta.url))], {
    env: { PATH: process.env.PATH, PORT: new URL(url).port, RESCIND_URL: server.url, RESCIND_KEY: operatorKey }, stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const text of child.stdout!) if (String(text).includes(url)) return child;
  throw new Error("the shop did not start");
}

test("a shop's customer acts on their order in the shop's own page, and in a tab of its own; another site may frame nothing", async () => {
  const { page, context, faults } = await visit(browser, server, { width: 390 });
  await page.goto(shop.url);
  await page.getByRole("button", { name: "Buy" }).click();
  await page.getByRole("button", { name: "Show here" }).click();
  const inside = page.frameLocator("iframe");
  await inside.getByRole("heading", { name: /^Order SHOP-/ }).waitFor();
  await inside.getByRole("link", { name: "Pay", exact: true }).first().click();
  await inside.getByLabel("Bank card").check();
  await inside.getByRole("button", { name: "Pay", exact: true }).click();
  await inside.getByRole("alertdialog").getByRole("button", { name: "Pay", exact: true }).click();
  await inside.locator(".ledger").getByText("Payment made").waitFor();
  const [tab] = await Promise.all([context.waitForEvent("page"), page.getByRole("button", { name: "Open" }).click()]);
  await tab.getByRole("heading", { name: /^Order SHOP-/ }).waitFor();
  assert.equal(new URL(tab.url()).hash, "", "the token has left the address");
  assert.deepEqual(faults, []);
  assert.equal((await fetch(`${shop.url}/buy`, { method: "POST", headers: { "sec-fetch-site": "cross-site" } })).status, 403);
  const { headers } = await fetch(server.url);
  assert.match(headers.get("content-security-policy")!, new RegExp(`frame-ancestors ${shop.url}$`));
  await context.close();
});

test("by e-mail and password: an account is made, left, and entered again; a wrong password is told", async () => {
  const { page, context, faults } = await visit(browser, server);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "I have no account yet" }).click();
  await page.getByLabel("Name").fill("Ann Browser");
  await page.getByLabel("E-mail").fill("ann.browser@example.com");
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Create an account" }).click();
  await page.waitForURL("**/orders");
  await page.getByRole("link", { name: "Ann Browser" }).waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in" }).or(page.getByRole("heading", { name: "Rescind sandbox" })).first().waitFor();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("ann.browser@example.com");
  await page.getByLabel("Password").fill("wrong horse battery");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("alert").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/orders");
  assert.deepEqual(faults, []);
  await context.close();
});

test("by the marketplace's own sign-in a seller comes to their queue; where it refuses, the page says so", async () => {
  const { page, context } = await visit(browser, server);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with the marketplace" }).click();
  await page.waitForURL(`${provider.issuer}/**`);
  await page.locator("[name=login]").fill("cactus");
  await page.locator("[name=password]").fill("any");
  await page.locator("[type=submit]").click();
  await page.locator("[type=submit]").click();
  await page.waitForURL("**/seller");
  const { person } = (await (await context.request.get("/v1/session")).json()) as Json;
  assert.deepEqual([person.role, person.id], ["seller", "cactus"]);
  await context.clearCookies();
  await page.goto("/sign-in?error=access_denied");
  await page.getByText("The marketplace’s sign-in did not let you in.").waitFor();
  await settled(page);
  await context.close();
});
