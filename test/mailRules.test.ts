// The table of mail against real histories: the shipped stories are played on the core, and every rule must be met by one of them;
// every mail they lead to is written in three languages. Nothing is sent here.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { RecordedEvent } from "../src/core/event.ts";
import { underLaw } from "../src/core/law.ts";
import { languages, type Language } from "../src/engine/acknowledgement.ts";
import { contentOf } from "../src/mail/content.ts";
import { seenIn } from "../src/mail/history.ts";
import { inLanguage, label, labelNames } from "../src/mail/labels.ts";
import { mailsFor, rulesFor, type Staff } from "../src/mail/recipients.ts";
import { written } from "../src/mail/render.ts";
import type { Seen } from "../src/mail/rules/conditions.ts";
import type { Rule } from "../src/mail/rules/rule.ts";
import { rulesOf, tellsNobody, toldTypes } from "../src/mail/rules/rules.ts";
import { eventWords } from "../src/words/eventWords.ts";
import { parseStories } from "../src/story/story.ts";
import { lawOf, policyNamed } from "./support/coreOrder.ts";
import { playUnder, silenceEnds } from "./support/storyRunner.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const staff: Staff[] = [{ role: "mediator", id: "mia", marketplace: null }, { role: "mediator", id: "max", marketplace: null }, { role: "operator", id: "olga", marketplace: null }];
/** After its story everybody stays silent for so long. */
const SILENT_DAYS = 400;

const nameOf = (type: string, { to, when }: Rule): string => `${type} → ${to}${when === undefined ? "" : ` (${when})`}`;
/** What the stories met: each rule with one sight of it. */
const met = new Map<string, { seen: Seen; rule: Rule }>();
/** Everything that was seen and leads to a mail, by event type. */
const all: Seen[] = [];

before(() => {
  for (const file of globSync(["policies/*/stories/*.story", "laws/stories/*.story"], { cwd: root }).sort()) {
    for (const story of parseStories(readFileSync(`${root}/${file}`, "utf8"))) {
      for (const marketplace of story.setting.marketplaces) {
        const player = playUnder(underLaw(policyNamed(marketplace, story.setting.terms), lawOf(story.setting.buyer.country)), { ...story, steps: story.steps.map((step) => ({ ...step, claims: [] })) }, {}, false);
        if (!player.order) continue;
        silenceEnds(player, SILENT_DAYS);
        for (const seen of seenIn(player.history as unknown as RecordedEvent[], 0, player.policy)) {
          all.push(seen);
          for (const rule of rulesFor(seen)) met.set(nameOf(seen.event.type, rule), { seen, rule });
        }
      }
    }
  }
});

test("every kind of event tells somebody or says why it tells nobody", () => {
  assert.deepEqual([...toldTypes, ...Object.keys(tellsNobody)].sort(), Object.keys(eventWords).sort());
});

test("the stories meet every rule of the table", () => {
  const rules = toldTypes.flatMap((type) => rulesOf(type).map((rule) => nameOf(type, rule)));
  assert.equal(new Set(rules).size, rules.length, "no two rules tell the same reader of the same");
  assert.deepEqual(rules.filter((name) => !met.has(name)), []);
});

test("nobody is told twice of one event, and who did it only where it is their receipt", () => {
  for (const seen of all) {
    const mails = mailsFor(seen, staff, new Map());
    assert.equal(new Set(mails.map(({ id }) => id)).size, mails.length, seen.event.type);
    assert.equal(new Set(mails.map(({ person }) => person)).size, mails.length, seen.event.type);
    const own = mails.find(({ person }) => person === `${seen.event.by.role}/${seen.event.by.id}`);
    if (own) assert.ok(rulesFor(seen).some((rule) => rule.own && `${rule.to}/${seen.event.by.id}` === own.person), seen.event.type);
  }
});

test("what decides, costs or moves money cannot be turned off, and the rest can", () => {
  const off = new Map([["buyer/ann", { optional: false, language: null }], ["seller/cactus", { optional: false, language: null }]]);
  const required = ["PartyReminded", "CancellationAccepted", "CancellationRefused", "ClaimDecided", "RefundSubmitted", "RefundFailed", "ContractWithdrawn", "SellerSanctioned", "SanctionUpheld", "SanctionLifted", "ReversalGranted"];
  for (const type of required) assert.ok(rulesOf(type).every((rule) => rule.required), type);
  for (const seen of all.filter(({ order }) => order.buyer.id === "ann" && order.seller.id === "cactus")) {
    const people = mailsFor(seen, [], off);
    assert.ok(people.every((mail) => mail.required), seen.event.type);
    assert.deepEqual(people.map(({ id }) => id), mailsFor(seen, [], new Map()).filter((mail) => mail.required).map(({ id }) => id));
  }
});

test("the house is told only where one of it must act, and an appeal not to who has decided", () => {
  for (const { event, order, policy, together } of all) {
    for (const { person } of mailsFor({ event, order, policy, together }, staff, new Map()).filter((mail) => /^(mediator|operator)/.test(mail.person))) {
      if (event.type !== "DecisionAppealed") continue;
      const deciders = order.claims.find(({ id }) => id === event.data.claimId)!.decisions.map(({ by }) => by);
      assert.ok(!deciders.includes(person.slice("mediator/".length)), person);
    }
  }
});

test("every reminder leads to one mail, with the deadline and what follows from silence", async () => {
  const reminders = all.filter(({ event }) => event.type === "PartyReminded");
  assert.ok(reminders.length > 50);
  const halves = new Set(reminders.map(({ event }) => String(event.data.reminder).split("/").at(-1)));
  assert.ok(halves.has("half") && halves.has("P1D"), [...halves].join());
  for (const seen of reminders.slice(0, 200)) {
    const mails = mailsFor(seen, staff.filter(({ id }) => id !== "max"), new Map());
    assert.deepEqual(mails.map(({ person, required }) => [person.split("/")[0], required]), [[seen.event.data.who, true]]);
    const content = await telling(seen, rulesFor(seen)[0]!, "en");
    assert.equal(content.deadlines.length, 1, JSON.stringify(seen.event.data));
    assert.match(content.deadlines[0]!, /^You: .+, by .+ GMT.* \(.+\)\. Otherwise: .+\.$/);
  }
});

const telling = (seen: Seen, rule: Rule, language: Language) =>
  contentOf({ seen, rule, language, words: new Map(), name: "Ann", email: "ann@example.org", baseUrl: "https://shop.example" });

describe("in every language", () => {
  /** Latin letters that are the same in every language: numbers, codes, names and what the shop calls things. */
  const foreign = /\b(AliExpress|Amazon|Western|Union|Alipay|UTC|GMT|USD|EUR|CNY|GBP|RUB|BRL|JPY|RMA|Asia|America|Europe|Shanghai|New_York|Los_Angeles|London|Sao_Paulo|Berlin|Ann|ann@example\.org|https?:\S+|\S*\d\S*)\b/g;
  const latin = (text: string): string[] => text.replaceAll(foreign, "").match(/[A-Za-z]{2,}/g) ?? [];

  for (const language of ["zh", "ru"] as const) {
    const script = language === "zh" ? /\p{Script=Han}/u : /\p{Script=Cyrillic}/u;
    test(`${language}: every fixed text and every rule is there, and none in English`, () => {
      for (const name of labelNames) {
        const text = label(language, name);
        assert.match(text, script, name);
        assert.deepEqual(latin(text), [], name);
        const placeholders = (of: Language): string[] => [...label(of, name, {}).matchAll(/\{\w+\}/g)].map(String);
        assert.deepEqual(placeholders(language), placeholders("en"));
      }
      for (const type of toldTypes) {
        for (const rule of rulesOf(type)) {
          const text = inLanguage(rule.means, language);
          assert.match(text, script, nameOf(type, rule));
          assert.deepEqual(latin(text), [], nameOf(type, rule));
        }
      }
    });

    test(`${language}: every mail of the stories is written in it alone`, async () => {
      for (const [name, { seen, rule }] of met) {
        const { facts, ...content } = await telling(seen, rule, language);
        const own = facts.filter(([, value]) => value !== seen.order.externalId && !value.includes(seen.order.lines[0]!.title) && !/^(ref|SB|RMA|sandbox)/i.test(value));
        const text = [content.subject.replace(seen.order.externalId, ""), content.greeting, content.means, content.why, content.link!.text, ...content.deadlines, ...own.flat()].join("\n");
        assert.deepEqual(latin(text), [], `${name}: ${text}`);
      }
    });
  }

  test("a mail says what, how much, until when and where, the same in text and in HTML", async () => {
    for (const [name, { seen, rule }] of met) {
      for (const language of languages) {
        const content = await telling(seen, rule, language);
        const { subject, text, html } = written(content, rule.required ? null : "https://shop.example/off");
        assert.ok(subject.includes(seen.order.externalId), name);
        const said = [content.title, content.means, ...content.facts.map(([, value]) => value), ...content.deadlines, content.link!.href];
        const shown = html.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
        for (const part of said) assert.ok(text.includes(part) && shown.includes(part), `${name}, ${language}: ${part}`);
        assert.equal(text.includes("https://shop.example/off"), !rule.required, name);
        assert.ok(!/undefined|\[object|NaN|\{\w+\}/.test(text + html.replace(/<style>.*?<\/style>/s, "")), `${name}: ${text}`);
        assert.ok(!/<img|<script|url\(|src=/.test(html), name);
      }
    }
  });
});
