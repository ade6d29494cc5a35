// Somebody who walks through the pages in one of their languages, step by step, as the marketplaces' texts tell it. Steps are written with the
// English words of the pages; the walker finds what that language calls the same. Each step is possible at both widths: it is tried at the one,
// and taken at the other.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import type { Browser, Locator, Page } from "playwright-core";
import { en } from "../../src/web/words/en/all.ts";
import { ru } from "../../src/web/words/ru/all.ts";
import { zh } from "../../src/web/words/zh/all.ts";
import { codeWords } from "../../src/words/codeWords.ts";
import { eventWords } from "../../src/words/eventWords.ts";
import { goWithin, settled, visitAs } from "./chromium.ts";
import type { TestServer } from "./client.ts";

type Texts = Record<string, string>;
type Language = "en" | "zh" | "ru";
type Book = Record<Language, Texts>;

const root = new URL("../../", import.meta.url);
const read = (path: string): Texts => JSON.parse(readFileSync(new URL(path, root), "utf8")) as Texts;
const filesOf = (name: (language: Language) => string): Book => ({ en: read(name("en")), zh: read(name("zh")), ru: read(name("ru")) });
const column = (table: Readonly<Record<string, readonly string[]>>, index: number): Texts => Object.fromEntries(Object.entries(table).map(([key, three]) => [key, three[index]!]));
const columns = (table: Readonly<Record<string, readonly string[]>>): Book => ({ en: column(table, 0), zh: column(table, 1), ru: column(table, 2) });
/** All that the pages say. */
const books: readonly Book[] = [
  ...globSync("policies/*/words.en.json", { cwd: root }).map((file) => filesOf((language) => file.replace("words.en", `words.${language}`))),
  filesOf((language) => `words/${language}.json`), { en, zh, ru }, columns(codeWords), columns(eventWords),
];

const quoted = (text: string): string => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]*\}/g, ".+");

/** What that language says where the pages say this in English, as a pattern. Throws where the pages say no such thing. */
function inWords(english: string, language: Language): string {
  const texts = books.flatMap((book) => Object.keys(book.en).filter((key) => book.en[key]!.toLowerCase() === english.toLowerCase()).map((key) => book[language][key]!));
  assert.ok(texts.length > 0, `the pages never say “${english}”`);
  return `(${[...new Set(texts)].map(quoted).join("|")})`;
}

/** On a desktop in English, on a phone in Chinese and in Russian; each step is tried at the other width too. */
export const walks = [
  { language: "en", locale: "en-GB", width: 1280, tried: 390 }, { language: "zh", locale: "zh-CN", width: 390, tried: 1280 }, { language: "ru", locale: "ru-RU", width: 390, tried: 1280 },
] as const;
export type Walk = (typeof walks)[number];

export type Walker = Awaited<ReturnType<typeof openWalker>>;

type People = { as(role: "buyer" | "seller", path: string, walk: Walk): Promise<Walker> };

/** A buyer and a seller of a shop, each with one browser for each language: opening one costs more than a walk's steps. */
export function openWalkers(browser: Browser, server: TestServer, ids: { buyer: string; seller: string }): People {
  const opened = new Map<string, Promise<Walker>>();
  return {
    async as(role, path, walk) {
      const name = `${walk.language} ${role}`;
      const walker = opened.get(name);
      if (walker) {
        await goWithin((await walker).page, path);
        return walker;
      }
      opened.set(name, openWalker(browser, server, role, ids[role], path, walk));
      return opened.get(name)!;
    },
  };
}

async function openWalker(browser: Browser, server: TestServer, role: "buyer" | "seller", id: string, path: string, { language, locale, width, tried }: Walk) {
  const { page, faults } = await visitAs(browser, server, role, id, path, { width, locale });
  const exactly = (english: string): RegExp => new RegExp(`^${inWords(english, language)}$`, "i");
  const atStart = (english: string): RegExp => new RegExp(`^${inWords(english, language)}( |$)`, "i");
  /** A label says more where a field may be left empty. */
  const labelOf = (english: string): RegExp => new RegExp(`^${inWords(english, language)}( ?[(（].+)?$`, "i");
  const labelled = (name: string | RegExp): Locator => page.getByLabel(typeof name === "string" ? labelOf(name) : name).first();
  const isWhole = async (): Promise<void> => assert.ok(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), `nothing is wider than the screen at ${new URL(page.url()).pathname}`);
  /** Makes sure that it is there and can be clicked at the other width, then gives it at this one. */
  const reached = async (what: Locator): Promise<Locator> => {
    await what.waitFor();
    await sized(page, tried);
    await what.click({ trial: true });
    await isWhole();
    await sized(page, width);
    await isWhole();
    return what;
  };
  const dialog = page.getByRole("alertdialog");
  /** Answers the question that stands before the page, and waits until the page has gone on to where its outcome stands. */
  const confirm = async (english: string): Promise<void> => {
    await (await reached(dialog.getByRole("button", { name: exactly(english) }))).click();
    await dialog.waitFor({ state: "detached" });
    await page.waitForURL(({ pathname }) => !pathname.includes("/do/"));
  };
  return {
    page,
    /** Follows a link by its whole name, or by how its name begins. */
    follow: async (english: string) => (await reached(page.getByRole("link", { name: exactly(english) }).first())).click(),
    open: async (english: string) => (await reached(page.getByRole("link", { name: atStart(english) }).first())).click(),
    /** From the list to the order with that number. */
    openOrder: async (number: string) => (await reached(page.getByRole("listitem").filter({ hasText: number }).getByRole("link").first())).click(),
    press: async (english: string) => (await reached(page.getByRole("button", { name: exactly(english) }).first())).click(),
    confirm,
    /** Takes an action from its button to the answered question; `fill` fills its form in. Its last button may say something else. */
    take: async (english: string, fill: () => Promise<unknown> = async () => {}, lastButton = english) => {
      await (await reached(page.getByRole("link", { name: exactly(english) }).first())).click();
      const sends = page.locator("form.form").getByRole("button", { name: exactly(english) });
      await dialog.or(sends).first().waitFor();
      if (!(await dialog.isVisible())) {
        await fill();
        await (await reached(sends)).click();
      }
      await confirm(lastButton);
    },
    /** The question that stands before the page says this. */
    isAsked: async (says: RegExp) => {
      await dialog.waitFor();
      assert.match(await dialog.innerText(), says);
    },
    tick: async (option: string | RegExp) => (await reached(labelled(option))).check(),
    /** Chooses one of several: a button to mark, or a line of a list. */
    choose: async (label: string, english: string) => {
      const [among, list] = [page.getByRole("group", { name: labelOf(label) }).first(), page.getByRole("combobox", { name: labelOf(label) }).first()];
      await among.or(list).first().waitFor();
      if ((await list.count()) === 0) return (await reached(among.getByLabel(exactly(english)))).check();
      const options = await (await reached(list)).locator("option").allInnerTexts();
      const option = options.find((text) => exactly(english).test(text));
      assert.ok(option, `“${english}” is not among ${options.join(", ")}`);
      return list.selectOption({ label: option });
    },
    attach: async (file: { name: string; mimeType: string; buffer: Buffer }) => {
      await page.locator("input[type=file]").setInputFiles(file);
      await page.getByText(file.name, { exact: true }).first().waitFor();
    },
    write: async (label: string, text: string) => (await reached(labelled(label))).fill(text),
    /** The page is called this. */
    arrives: async (english: string) => {
      await page.getByRole("heading", { level: 1, name: exactly(english) }).waitFor();
      await settled(page);
    },
    /** This stands on the page, alone or at the beginning of what a line says. */
    reads: (english: string) => page.locator("main").getByText(new RegExp(`^${inWords(english, language)}`, "i")).first().waitFor(),
    /** The action is there and cannot be taken; the page says why. */
    cannot: async (english: string) => {
      const row = page.locator(".actions li.not").filter({ has: page.getByRole("heading", { name: exactly(english) }) }).first();
      await row.waitFor({ state: "attached" });
      assert.match(await row.locator("p").first().textContent() ?? "", /.{4,}/, `it says why “${english}” is not possible`);
    },
    go: (to: string) => goWithin(page, to),
    faults,
  };
}

/** Walks, and says what the page showed where the walk ended before its end. Nothing may go wrong on the way. */
export async function walked(walker: Walker, walk: () => Promise<void>): Promise<void> {
  try {
    await walk();
  } catch (cause) {
    throw new Error(`${String(cause)}\nAt ${walker.page.url()}:\n${await walker.page.locator("body").innerText()}`, { cause });
  }
  assert.deepEqual(walker.faults, []);
}

async function sized(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 860 });
}
