// The law over a policy: durations compared as calendars count them, floors that hold where a policy gives less and give way where
// it gives more, what is refused, and the law's files themselves. What follows for an order is told in laws/stories.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { atLeast, longerOf, shorterOf } from "../src/core/durations.ts";
import { underLaw, undercuts, type Law } from "../src/core/law.ts";
import { checkLaw, BadLaw } from "../src/engine/lawShape.ts";
import { openLaws, readShippedLaws } from "../src/engine/laws.ts";
import { BadPolicy, checkPolicy } from "../src/engine/policyShape.ts";
import { openStore } from "../src/store/store.ts";
import { startTestServer, type TestServer } from "./support/client.ts";
import { lawOf, policyNamed } from "./support/coreOrder.ts";

const eu = lawOf("DE")!;
const members = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

describe("durations", () => {
  const longer: [longer: string, shorter: string][] = [["P14D", "P7D"], ["P2W", "P13D"], ["P6M", "P180D"], ["P1Y", "P12M"], ["P12M", "P1Y"], ["P1D", "PT24H"], ["P32D", "P1M"], ["P1M", "P28D"], ["P2Y", "P730D"], ["P731D", "P2Y"]];
  for (const [one, other] of longer) test(`${one} is never shorter than ${other}`, () => assert.ok(atLeast(one, other, "UTC")));
  const neither = [["P1M", "P30D"], ["P6M", "P182D"]] as const;
  for (const [one, other] of neither) {
    test(`of ${one} and ${other} now one is longer, now the other: what holds is never less than either`, () => {
      assert.ok(!atLeast(one, other, "UTC") && !atLeast(other, one, "UTC"));
      const long = longerOf(one, other, "UTC");
      const short = shorterOf(one, other, "UTC");
      assert.ok(atLeast(long, one, "UTC") && atLeast(long, other, "UTC") && atLeast(one, short, "UTC") && atLeast(other, short, "UTC"), `${short} … ${long}`);
    });
  }
});

describe("underLaw", () => {
  test("without a law it is the policy itself; the same pair is the same object, and the policy stays as it is", () => {
    const policy = policyNamed("amazon");
    const before = structuredClone(policy);
    assert.equal(underLaw(policy, null), policy);
    assert.equal(underLaw(policy, eu), underLaw(policy, eu));
    assert.notEqual(underLaw(policy, eu), underLaw(policy, lawOf("CN")));
    assert.deepEqual(policy, before);
  });

  const values: [name: string, own: string | number | null, is: string | number | null][] = [
    ["return.window", "P7D", "P14D"], ["return.window", "P30D", "P30D"], ["return.window", "P1M", "P1M"], ["return.window", "P2W", "P2W"], ["return.window", null, null], ["return.window", 3, "P14D"],
    ["sanction.appealWithin", "P3M", "P6M"], ["sanction.appealWithin", "P1Y", "P1Y"], ["sanction.appealWithin", "P183D", "P184D"],
  ];
  for (const [name, own, is] of values) {
    test(`${name}=${String(own)} becomes ${String(is)}`, () => {
      const { [name]: term } = underLaw(policyNamed("amazon", { [name]: own }), eu).terms;
      assert.equal(term!.is, is);
      if (is !== own) assert.match(`${term!.rule} ${term!.source}`, /^L[14] .*(Directive|Regulation)/);
    });
  }

  test("a policy's own terms for a withdrawal hold where they give the buyer more, in both directions", () => {
    const own = (name: string, is: string) => {
      const policy = policyNamed("aliexpress");
      return underLaw({ ...policy, terms: { ...policy.terms, [name]: { is, rule: "A1", source: "own" } } }, eu).terms[name]!.is;
    };
    assert.deepEqual([own("withdrawal.window", "P30D"), own("withdrawal.window", "P3D"), own("withdrawal.postWithin", "P1M"), own("withdrawal.refundWithin", "P3D"), own("withdrawal.refundWithin", "P30D")],
      ["P30D", "P14D", "P1M", "P3D", "P14D"]);
  });

  test("every arrow and deadline that a law adds names a rule of the law or of the marketplaces, the law's own with their article", () => {
    for (const country of ["DE", "GB", "CN"]) {
      const plain = policyNamed("olist");
      const { arrows, deadlines } = underLaw(plain, lawOf(country));
      for (const one of [...arrows.slice(plain.arrows.length), ...deadlines.slice(plain.deadlines.length)]) {
        assert.match(one.rule, /^[AZLX]\d+$/);
        if (one.rule.startsWith("L")) assert.ok(one.source && one.source.length > 10, JSON.stringify(one));
      }
    }
  });
});

describe("undercuts", () => {
  test("say the term, the marketplace's value, the law's, and the rule; nothing where the policy gives as much", () => {
    const policy = policyNamed("amazon", { "return.window": "P7D" });
    const found = undercuts(policy, eu);
    assert.deepEqual(found.find(({ term }) => term === "return.window"), { term: "return.window", policy: "P7D", floor: "P14D", rule: "L1", source: eu.withdrawal!.window.source });
    assert.deepEqual(found.find(({ term }) => term === "withdrawal.window")?.policy, null);
    const terms = Object.fromEntries([["withdrawal.window", "P14D"], ["withdrawal.postWithin", "P14D"], ["withdrawal.refundWithin", "P14D"], ["guarantee.window", "P2Y"], ["guarantee.putRightWithin", "P30D"]]
      .map(([name, is]) => [name, { is: is!, rule: "A1", source: "own" }]));
    assert.deepEqual(undercuts({ ...policyNamed("amazon"), terms: { ...policyNamed("amazon").terms, ...terms } }, eu), []);
  });

  test("count a promise of arrival that is later than the law allows", () => {
    assert.deepEqual(undercuts(policyNamed("aliexpress"), eu).filter(({ term }) => term.startsWith("refund.")).map(({ term, policy, floor }) => [term, policy, floor]), [["refund.arrives.card", "P15D", "P14D"]]);
  });
});

describe("a policy and the floors", () => {
  const refused = (floors: Record<string, boolean>): string[] => {
    try {
      checkPolicy({ ...policyNamed("taobao"), floors });
      return [];
    } catch (error) {
      assert.ok(error instanceof BadPolicy);
      return error.faults.map(({ pointer }) => pointer);
    }
  };
  test("one that says that a floor does not apply is refused; that it does is no news", () => {
    assert.deepEqual(refused({ withdrawal: false, guarantee: true, sanctions: false }), ["/floors/withdrawal", "/floors/sanctions"]);
    assert.deepEqual(refused({ holidays: true }), ["/floors/holidays"]);
    assert.deepEqual(refused({ withdrawal: true, withdrawalFunction: true, sanctions: true, guarantee: true }), []);
  });
  test("what the server shows beside it is not read", () => assert.deepEqual(checkPolicy({ ...policyNamed("taobao"), undercuts: { eu: [] } }), checkPolicy(policyNamed("taobao"))));
});

describe("the laws' files", () => {
  test("the Union's has its twenty-seven members, each with its languages; no country is under two laws", async () => {
    const laws = await readShippedLaws();
    assert.deepEqual(Object.keys(eu.countries).sort(), members);
    const all = laws.flatMap((law) => Object.keys(law.countries));
    assert.equal(new Set(all).size, all.length);
    assert.deepEqual(laws.map(({ law }) => law), ["cn", "eu", "uk"]);
  });

  test("one that names no article, no duration or no such word is refused", () => {
    const bad: [Partial<Law>, RegExp][] = [
      [{ withdrawal: { ...eu.withdrawal!, window: { ...eu.withdrawal!.window, source: "" } } }, /withdrawal\/window\/source/], [{ withdrawal: { ...eu.withdrawal!, window: { ...eu.withdrawal!.window, is: "14 days" } } }, /no duration/],
      [{ countries: { Germany: { languages: ["de"] } } }, /countries/], [{ guarantee: { ...eu.guarantee!, grounds: ["ugly"] } }, /grounds/], [{ version: 0 }, /version/],
    ];
    for (const [change, why] of bad) assert.throws(() => checkLaw({ ...eu, ...change }), (error) => error instanceof BadLaw && why.test(error.message));
  });

  test("an order keeps the version under which it was placed; a version that was used cannot be changed", async (context) => {
    const store = await openStore({ dataDir: "memory" });
    context.after(() => store.close());
    await openLaws(store.laws, [eu], 0);
    const next = { ...eu, version: 2, withdrawal: { ...eu.withdrawal!, window: { ...eu.withdrawal!.window, is: "P30D" } } };
    const laws = await openLaws(store.laws, [next], 0);
    assert.equal(laws.of("FR")?.version, 2);
    assert.equal(laws.over({ id: "ord", law: { name: "eu", version: 1 } } as never)?.withdrawal?.window.is, "P14D");
    assert.equal(laws.over({ id: "ord" } as never), null);
    assert.throws(() => laws.over({ id: "ord", law: { name: "eu", version: 9 } } as never), /version 9, which is not here/);
    await assert.rejects(openLaws(store.laws, [{ ...eu, title: "changed" }], 0), /was changed after it was used here/);
  });
});

describe("over HTTP", () => {
  let server: TestServer;
  before(async () => void (server = await startTestServer()));
  after(() => server.close());

  test("an order says its law, a policy where it gives less, and the laws are there to read", async () => {
    const [german, american] = [await server.place(), await server.place({ buyer: { id: "bob", country: "US" } })];
    assert.deepEqual([german.law, american.law], [{ name: "eu", version: eu.version }, null]);
    const { body } = await server.operator.get("/v1/policies/taobao");
    assert.deepEqual(body.undercuts.cn.map(({ term }: { term: string }) => term).slice(0, 1), ["withdrawal.window"]);
    assert.deepEqual(Object.keys(body.undercuts), ["cn", "eu", "uk"]);
    assert.deepEqual(checkPolicy(body), checkPolicy(policyNamed("taobao")));
    const { laws } = (await server.operator.get("/v1/laws")).body;
    assert.ok(laws.some((law: Law) => law.law === "eu" && law.guarantee?.window.is === "P2Y"));
  });
});
