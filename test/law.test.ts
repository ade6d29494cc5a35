// The law over a policy where it comes in: what is refused, and the law's files themselves. What the law does to a policy's values
// stands in lawOnCore.test.ts, what follows for an order in laws/stories.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Law } from "../src/core/law.ts";
import { checkLaw, BadLaw } from "../src/engine/lawShape.ts";
import { openLaws, readShippedLaws } from "../src/engine/laws.ts";
import { BadPolicy, checkPolicy } from "../src/engine/policyShape.ts";
import { openStore } from "../src/store/store.ts";
import { startTestServer, type TestServer } from "./support/client.ts";
import { lawOf, policyNamed } from "./support/coreOrder.ts";

const eu = lawOf("DE")!;
const members = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

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
