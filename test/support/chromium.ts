// A real browser for the pages: the machine's Chromium, or the one that CHROMIUM names. It says what to do where there is none.
// Contexts are people: each has its own storage, its own width, its own language.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import assert from "node:assert/strict";
import { builtPages } from "../../src/api/pages/build.ts";
import { openPages } from "../../src/api/pages/serve.ts";
import { operatorKey, startTestServer, type Json, type TestServer } from "./client.ts";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** What the browser is asked not to have. The last two draw its own search field with a process for each window: half of what a new page costs. The
 * others are those that the driver leaves out by itself, which a list of one's own takes the place of. */
const WITHOUT = [
  "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding",
  "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup",
];

/** Opens the browser. Throws where the machine has none. */
export async function openChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? places.find((place) => existsSync(place));
  assert.ok(executablePath, "the pages are tested in a real browser: install Chromium, or name one in the environment variable CHROMIUM");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", `--disable-features=${WITHOUT.join(",")}`] });
}

/** A server with its pages over an engine in memory. */
export const startWithPages = (options: Parameters<typeof startTestServer>[0] = {}): Promise<TestServer> => startTestServer({ pages: openPages(builtPages()), ...options });

export type Look = { width?: number; locale?: string; dark?: boolean };
export type Visitor = { page: Page; context: BrowserContext; faults: string[]; leave(): Promise<void> };

/** Somebody at a browser of that width and language; what the page reports as an error is gathered in `faults`. */
export async function visit(browser: Browser, server: TestServer, { width = 1280, locale = "en-GB", dark = false }: Look = {}): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: server.url, viewport: { width, height: 860 }, locale, timezoneId: "Europe/Berlin", colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) faults.push(message.text());
  });
  return { page, context, faults, leave: () => context.close() };
}

/** The same as that person of a shop, come by a link with a token. */
export async function visitAs(browser: Browser, server: TestServer, role: string, id: string, path: string, look: Look = {}): Promise<Visitor> {
  const visitor = await visit(browser, server, look);
  const { body } = await server.operator.post("/v1/tokens", { role, id, ttl: "PT1H" });
  await visitor.page.goto(`${path}#token=${body.token as string}`);
  await visitor.page.waitForSelector("h1");
  return visitor;
}

/** The same as that person of the demonstration, signed in by a session, at a page that has read all that it shows. */
export async function visitAsDemo(browser: Browser, server: TestServer, person: string, path: string, look: Look = {}): Promise<Visitor> {
  const visitor = await visit(browser, server, look);
  const signedIn = await visitor.context.request.post("/v1/session/demo", { data: { person }, headers: { origin: server.url } });
  if (signedIn.status() !== 200) throw new Error(`${person} is not let in: ${signedIn.status()}`);
  await visitor.page.goto(path);
  await settled(visitor.page);
  return visitor;
}

/** Waits until the page has read all that it shows. The stream of changes never ends, so the net itself is never quiet. */
export const settled = (page: Page): Promise<void> => page.locator("main[aria-busy=false] h1").waitFor();

const LEFT_WITHIN_MS = 10_000;

/** Goes to another page as a link does, without loading everything anew, and waits until it has read all that it shows. */
export async function goWithin(page: Page, path: string): Promise<void> {
  const leaves = new URL(page.url()).pathname !== new URL(path, page.url()).pathname;
  const before = await page.locator("main h1").evaluate((heading: { setAttribute(name: string, value: string): void; textContent: string }) => {
    heading.setAttribute("data-left", "");
    return heading.textContent;
  });
  await page.evaluate(`history.pushState({}, "", ${JSON.stringify(path)})`);
  // The heading of the page that is left goes, or says something else where both pages are of one kind.
  const stays = `(({ textContent, dataset } = document.querySelector("main h1") ?? { dataset: { left: "" } }) => "left" in dataset && (textContent === undefined || textContent === ${JSON.stringify(before)}))()`;
  for (const from = Date.now(); leaves && (await page.evaluate(stays)); ) assert.ok(Date.now() - from < LEFT_WITHIN_MS, `${path} did not come`);
  await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
  await settled(page);
}

const PICTURES = fileURLToPath(new URL("../../build/screenshots/", import.meta.url));

/** Keeps what the page looks like now, whole, for people to look at: `who`, the address with ids as their kind alone, the width. Nobody commits it. */
export async function keepPicture(page: Page, who: string): Promise<void> {
  const { pathname, searchParams } = new URL(page.url());
  const address = [...pathname.split("/"), ...searchParams.values()].filter((part) => part !== "").map((part) => part.replace(/_[0-9a-f]{8}[0-9a-f-]*$/, ""));
  await page.screenshot({ path: `${PICTURES}${[who, ...address, page.viewportSize()!.width].join("-")}.jpg`, type: "jpeg", quality: 70, fullPage: true });
}

/** What stands past the edges of the screen, or is cut off by what it stands in, where nobody can scroll to it. */
export const cutOff = (page: Page): Promise<string[]> => page.evaluate(`[...document.querySelectorAll("body *")].filter((one) => {
  const { left, right, width } = one.getBoundingClientRect();
  const { visibility, overflowX } = getComputedStyle(one);
  if (width === 0 || visibility === "hidden" || one.closest(".hidden, .skip, .maplibregl-map")) return false;
  if (["hidden", "clip"].includes(overflowX) && one.scrollWidth > one.clientWidth + 1) return true;
  for (let around = one.parentElement; around; around = around.parentElement) if (["auto", "scroll"].includes(getComputedStyle(around).overflowX)) return false;
  return right > innerWidth + 1 || left < -1;
}).map((one) => one.tagName + " " + one.textContent.slice(0, 60))`) as Promise<string[]>;

/** What axe finds wrong with the page as it is drawn now. */
export const violations = (page: Page): Promise<string[]> => foundBy(page, null);

/** The rules whose outcome hangs on the colours alone: all that another theme can change. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** What axe finds in light and in dark. The page is not loaded anew: it follows what the system prefers. */
export async function violationsInBothThemes(page: Page): Promise<string[]> {
  const found = await violations(page);
  const { matches: dark } = await page.evaluate("({ matches: matchMedia('(prefers-color-scheme: dark)').matches })") as { matches: boolean };
  await page.emulateMedia({ colorScheme: dark ? "light" : "dark" });
  const other = await foundBy(page, OF_COLOUR);
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  return [...found, ...other.map((one) => `in ${dark ? "light" : "dark"}: ${one}`)];
}

async function foundBy(page: Page, rules: readonly string[] | null): Promise<string[]> {
  // By the tool's own channel and not as a script of the page: its policy takes none.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (only) => {
    const options = { resultTypes: ["violations"], ...(only === null ? {} : { runOnly: only }) };
    const { violations: all } = await (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Json[] }> } }).axe.run(options);
    return all.map((one) => `${one.id}: ${one.nodes.map((node: Json) => `${node.target} ${node.failureSummary}`).slice(0, 3).join(" | ")}`);
  }, rules);
  return found as string[];
}

export { operatorKey };
