// Each marketplace's words, picture and page: nothing is missing, nothing is left over, and no text lies on another.
import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { after, before, test } from "node:test";
import { diagramOf } from "../src/check/diagram.ts";
import { diagramStyle } from "../src/check/diagramStyle.ts";
import { widthOfText } from "../src/check/lettering.ts";
import { panelsOf } from "../src/check/panels.ts";
import type { Proof } from "../src/check/proof.ts";
import { readmeOf } from "../src/check/readme.ts";
import { columnsOf, placeOf } from "../src/check/statuses.ts";
import { commandWords } from "../src/check/vocabulary.ts";
import { languages, momentText, say, type Language, type Words } from "../src/check/words.ts";
import { guardWords } from "../src/core/guards.ts";
import type { Policy } from "../src/core/policy.ts";
import { readShippedPolicies } from "../src/engine/policies.ts";
import { readWords, wordsOf } from "../src/engine/words.ts";
import { startTestServer, type TestServer } from "./support/client.ts";

const policies = await readShippedPolicies();
const shelf = await readWords(languages);
const policyOf = (name: string): Policy => policies.find((one) => one.policy === name)!;

/** Words that remember which of them were asked for, and which were asked for and are not there. */
function watched(words: Words): { words: Words; asked: Set<string> } {
  const asked = new Set<string>();
  const text = new Proxy(words.text, { get: (all, key: string) => (asked.add(key), all[key]) });
  return { words: { language: words.language, text }, asked };
}

const proof: Proof = {
  policy: "p", version: 1, states: 1_234_567, complete: true, bound: "At most two returns.",
  properties: [{ name: "conserved", sentence: "Money | is conserved.", holds: true, story: null }, { name: "noWait", sentence: "Nothing waits.", holds: false, story: "day 0 · buyer · PayOrder" }],
};

/** Everything that is written about a policy, and the words that it took. */
function wordsTaken(policy: Policy, language: Language): Set<string> {
  const { words, asked } = watched(wordsOf(shelf, policy.policy, language));
  for (const shape of ["wide", "narrow"] as const) diagramOf(policy, words, shape);
  for (const one of [null, proof, { ...proof, complete: false }]) readmeOf(policy, words, language, one);
  for (const word of guardWords) say(words, `guard.${word}`);
  for (const { command, because } of policy.arrows) for (const key of [`command.${command}`, ...(because ? [`because.${because}`] : [])]) say(words, key);
  for (const method of policy.methods) say(words, `method.${method}`);
  for (const moment of ["protectionEnds", "delivered"]) for (const within of ["shipWithin", null]) momentText(words, policy, moment, within, null);
  return asked;
}

/** Keys that are looked for first and may be absent: a more special one than the next. */
const optional = (key: string): boolean => /^(moment|silence|owes)\.\w+\..+$/.test(key) || key === "about" || key === "marketplace";
const plural = (key: string): boolean => key.startsWith("page.businessDays.");

test("every word that a policy needs is there in each language", () => {
  for (const policy of policies) {
    for (const language of languages) {
      const { text } = wordsOf(shelf, policy.policy, language);
      const missing = [...wordsTaken(policy, language)].filter((key) => !(key in text) && !optional(key));
      assert.deepEqual(missing, [], `${policy.policy}, ${language}`);
      assert.ok(text.marketplace && text.about, policy.policy);
    }
  }
});

/** What a marketplace writes on the pages' own buttons: to what is open, and to confirm. No picture has these. */
const ofPages = new RegExp(`^(see\\.(claim|return|refund)(\\.open)?|confirm\\.(${Object.keys(commandWords).join("|")}))$`);

test("no word is left over, each language has the same, and a marketplace's own differ from the shared ones", () => {
  const taken = new Map(policies.map((policy) => [policy.policy, new Set(languages.flatMap((language) => [...wordsTaken(policy, language)]))]));
  const byAll = new Set([...taken.values()].flatMap((keys) => [...keys]));
  const left = Object.keys(shelf.shared.en!).filter((key) => !byAll.has(key) && !plural(key));
  assert.deepEqual(left, []);
  for (const language of languages) assert.deepEqual(Object.keys(shelf.shared[language]!), Object.keys(shelf.shared.en!), language);
  for (const [name, own] of Object.entries(shelf.own)) {
    assert.ok(taken.has(name), `words for ${name}, which is no policy`);
    assert.deepEqual(Object.keys(own.en!).filter((key) => !taken.get(name)!.has(key) && !ofPages.test(key)), [], name);
    for (const language of languages) assert.deepEqual(Object.keys(own[language]!), Object.keys(own.en!), `${name}, ${language}`);
    const repeated = Object.keys(own.en!).filter((key) => languages.every((language) => own[language]![key] === shelf.shared[language]![key]));
    assert.deepEqual(repeated, [], `${name} repeats what is shared`);
  }
});

test("no language borrows from another: Chinese is Chinese, Russian is Russian", () => {
  const letters: Record<Language, RegExp> = { en: /[a-z]/i, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u };
  const names = new Set(["Western Union", "Alipay"]);
  for (const language of languages) {
    for (const words of [shelf.shared, ...Object.values(shelf.own)]) {
      const foreign = Object.entries(words[language]!).filter(([, text]) => !names.has(text) && /\p{L}/u.test(text.replaceAll(/\{[^}]*\}/g, "")) && !letters[language].test(text.replaceAll(/\{[^}]*\}/g, "")));
      assert.deepEqual(foreign, []);
      if (language === "en") assert.deepEqual(Object.values(words.en!).filter((text) => /[\p{Script=Han}\p{Script=Cyrillic}]/u.test(text)), []);
    }
  }
});

type Box = { left: number; right: number; top: number; bottom: number; text: string };

/** The room that each line of text takes, as wide as its letters are estimated. */
function boxesOf(svg: string): Box[] {
  return [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="(\d+)"([^>]*)>(.*?)<\/text>/g)].map(([, x, y, size, more, inside]) => {
    const text = plainText(inside!);
    const runs = [...inside!.matchAll(/<tspan class="(\w+)">([^<]*)<\/tspan>|([^<]+)/g)];
    const width = runs.reduce((sum, [, look, own, bare]) => sum + widthOfText(plainText(own ?? bare!), Number(size), look === "strong" || look === "due"), 0);
    const left = more!.includes("middle") ? Number(x) - width / 2 : Number(x);
    return { left, right: left + width, top: Number(y) - Number(size) * 0.8, bottom: Number(y) + Number(size) * 0.2, text };
  });
}

const plainText = (inside: string): string => inside.replaceAll(/<[^>]+>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

for (const policy of policies) {
  for (const language of languages) {
    for (const shape of ["wide", "narrow"] as const) {
      test(`${policy.policy} in ${language}, ${shape}: no text lies on another or leaves the sheet, none is smaller than 13 px`, () => {
        const svg = diagramOf(policy, wordsOf(shelf, policy.policy, language), shape);
        const boxes = boxesOf(svg).sort((one, other) => one.top - other.top);
        assert.ok(boxes.length > 40);
        for (const [index, box] of boxes.entries()) {
          assert.ok(box.left >= 0 && box.right <= (shape === "wide" ? 1280 : 390), `${box.text} leaves the sheet`);
          for (const other of boxes.slice(index + 1)) {
            if (other.top >= box.bottom) break;
            assert.ok(other.left >= box.right - 0.5 || other.right <= box.left + 0.5, `${box.text} and ${other.text}`);
          }
        }
        const named = new Set([...svg.matchAll(/"middle"><tspan class="strong">([^<]*)</g)].flatMap(([, text]) => plainText(text!).split(" ")));
        const names = panelsOf(policy).flatMap(({ noun, columns }) => columns.map((status) => say(wordsOf(shelf, policy.policy, language), `status.${noun}.${status}`)));
        if (shape === "wide" && language !== "zh") for (const word of names.flatMap((name) => name.split(" "))) assert.ok(named.has(word), `${word} is broken`);
        assert.ok([...svg.matchAll(/font-size="(\d+)"/g)].every(([, size]) => Number(size) >= 13));
      });
    }
  }

  test(`${policy.policy}: every arrow and every deadline that can happen stands in the picture, every status has its column`, () => {
    const words = wordsOf(shelf, policy.policy, "en");
    const svg = diagramOf(policy, words);
    const written = boxesOf(svg).map(({ text }) => text).join(" ").replaceAll(/\s/g, "");
    const columns = columnsOf(policy);
    const there = (place: string): boolean => (placeOf(place).status === "*" ? columns.get(placeOf(place).noun)!.length > 0 : columns.get(placeOf(place).noun)!.includes(placeOf(place).status));
    const stands = (text: string, what: string): void => assert.ok(written.toLowerCase().includes(text.replaceAll(/\s/g, "").toLowerCase()), `${what}: ${text}`);
    for (const { command, by, from } of policy.arrows) {
      if (by.some((role) => role !== "clock") && from.some(there)) stands(say(words, `command.${command}`), command);
    }
    for (const { in: where, since, within, otherwise } of policy.deadlines) {
      for (const place of where.filter(there)) {
        const { status } = placeOf(place);
        stands(momentText(words, policy, since, within, status), `${place} ${otherwise}`);
        stands(say(words, `silence.${otherwise}.${status}`, `silence.${otherwise}`), `${place} ${otherwise}`);
      }
    }
    for (const { noun, columns: own } of panelsOf(policy)) for (const status of own) stands(say(words, `status.${noun}.${status}`), `${noun}.${status}`);
    const arrows = [...svg.matchAll(/<path class="line (given|silence)/g)].length;
    assert.ok(arrows > policy.deadlines.length, `${arrows} arrows`);
  });
}

test("a picture is one piece: the same bytes each time, well-formed, no script, nothing from elsewhere, every text escaped", () => {
  const policy = { ...policyOf("taobao"), policy: "a<b" };
  const words = { language: "en" as const, text: { ...wordsOf(shelf, "taobao", "en").text, marketplace: 'A & B <script>"' } };
  const svg = diagramOf(policy, words);
  assert.equal(svg, diagramOf(policy, words));
  assert.doesNotMatch(svg, /<script|style=|href|url\(|@import|<foreignObject| on\w+=/);
  assert.match(svg, /A &amp; B &lt;script&gt;/);
  const open: string[] = [];
  for (const [, closing, name, self] of svg.replace(/<style>.*<\/style>/, "").matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/gi)) {
    if (closing) assert.equal(open.pop(), name);
    else if (!self) open.push(name!);
  }
  assert.deepEqual(open, []);
});

test("a status that nothing leads to has no column, and a noun that cannot begin has no panel", () => {
  assert.deepEqual(panelsOf(policyOf("olist")).map(({ noun }) => noun), ["order", "refund"]);
  assert.ok(!panelsOf(policyOf("olist"))[0]!.columns.includes("returnStarted"));
  assert.deepEqual(panelsOf(policyOf("taobao")).map(({ noun }) => noun), ["order", "return", "claim", "refund", "reversal", "chargeback", "sanction"]);
  // A return begins where it is asked for, or decided.
  const begins = ["RequestReturn", "DecideClaim", "ExecuteDecision"];
  const noReturns = { ...policyOf("online-retail"), arrows: policyOf("online-retail").arrows.filter(({ command }) => !begins.includes(command)) };
  assert.ok(!panelsOf(noReturns).some(({ noun }) => noun === "return"));
});

test("a policy with any one of its arrows or deadlines left out can still be drawn", () => {
  for (const policy of policies) {
    const words = wordsOf(shelf, policy.policy, "ru");
    for (const index of policy.arrows.keys()) assert.match(diagramOf({ ...policy, arrows: policy.arrows.toSpliced(index, 1) }, words), /<\/svg>\n$/);
    for (const index of policy.deadlines.keys()) assert.match(diagramOf({ ...policy, deadlines: policy.deadlines.toSpliced(index, 1) }, words), /<\/svg>\n$/);
  }
});

test("names that nobody has translated are shown as they are", () => {
  const base = policyOf("aliexpress");
  const policy = { ...base, policy: "new-market", terms: { ...base.terms, "gift.window": { is: "P3D", rule: "N1", source: "a text" } } };
  const words = wordsOf(shelf, "new-market", "ru");
  assert.match(readmeOf(policy, words, "ru", null), /^# new-market\n[^]*gift\.window \(`gift\.window`\) \| \*\*3 дня\*\*/);
  assert.match(diagramOf(policy, words), /Претензия/);
});

test("the page speaks of a proof only where there is one, and shows the story of what does not hold", () => {
  const words = wordsOf(shelf, "amazon", "en");
  const without = readmeOf(policyOf("amazon"), words, "en", null);
  assert.doesNotMatch(without, /proof/i);
  const page = readmeOf(policyOf("amazon"), words, "en", proof);
  const section = /<!-- proof -->([^]*)<!-- \/proof -->/.exec(page)![1]!;
  assert.match(section, /1,234,567 states/);
  assert.match(section, /`conserved` \| Money \\\| is conserved\. \| ✓/);
  assert.match(section, /✗ `noWait`\n\n```\nday 0 · buyer · PayOrder\n```/);
  assert.ok(page.replace(/\n\n<!-- proof -->[^]*<!-- \/proof -->/, "") === without);
});

let server: TestServer;
before(async () => void (server = await startTestServer({ policies: [...policies, { ...policyOf("taobao"), policy: "flea-market" }] })));
after(() => server.close());

test("the picture is served in the language that is asked for, else in one that the reader accepts, else in English", async () => {
  const path = "/v1/policies/aliexpress/diagram.svg";
  const languageOf = async (query: string, accepted?: string): Promise<string | null> => {
    const { status, headers, body } = await server.operator.call("GET", path + query, undefined, { headers: accepted === undefined ? {} : { "accept-language": accepted } });
    assert.equal(status, 200);
    assert.equal(headers.get("content-type"), "image/svg+xml; charset=utf-8");
    assert.ok((body as string).includes(`lang="${headers.get("content-language")}"`));
    return headers.get("content-language");
  };
  assert.equal(await languageOf(""), "en");
  assert.equal(await languageOf("?language=zh", "ru"), "zh");
  assert.equal(await languageOf("", "fr, ru-RU;q=0.8, en;q=0.5"), "ru");
  assert.equal(await languageOf("", "zh-Hans-CN"), "zh");
  assert.equal(await languageOf("", "ru;q=0, fr"), "en");
  assert.equal((await server.operator.get(`${path}?language=fr`)).status, 400);
  assert.equal((await server.operator.get("/v1/policies/ebay/diagram.svg")).status, 404);
});

test("a reader who has the picture gets 304; another language or shape is another picture; it may run nothing and fetch nothing", async () => {
  const path = "/v1/policies/taobao/diagram.svg?language=zh";
  const { headers } = await server.operator.get(path);
  const tag = headers.get("etag")!;
  assert.match(tag, /^"taobao-1-zh-wide-[0-9a-f]{12}"$/);
  const again = (known: string, query = "") => server.operator.call("GET", path + query, undefined, { headers: { "if-none-match": known } });
  assert.equal((await again(tag)).status, 304);
  assert.equal((await again(`"other", W/${tag}`)).status, 304);
  assert.equal((await again(tag, "&shape=narrow")).status, 200);
  assert.equal(headers.get("content-security-policy"), `default-src 'none'; style-src 'sha256-${hash("sha256", diagramStyle, "base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox`);
  assert.equal(headers.get("cache-control"), "private, no-cache");
});

test("a policy without words of its own is drawn in the shared ones", async () => {
  const { body } = await server.operator.get("/v1/policies/flea-market/diagram.svg?language=en");
  assert.match(body, /<title id="title">flea-market:/);
  assert.match(body, />Claim</);
  assert.doesNotMatch(body, /Refund application/);
});
