// Publishing by several people and processes at once, on real databases: one decision, one version, and everybody learns of it.
// One engine on an embedded database, and two engines side by side on one PostgreSQL.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pino } from "pino";
import type { Engine, OrderInput } from "../src/engine/engine.ts";
import type { Proposed } from "../src/engine/publishing.ts";
import { startEngine } from "../src/engine/start.ts";
import { openStore } from "../src/store/store.ts";
import { endless, policyLike } from "./support/policies.ts";
import { quickProof } from "./support/quickProof.ts";
import { newDatabase } from "./support/stores.ts";

const log = pino({ level: "silent" });
const version = (name: string, number: number) =>
  policyLike("aliexpress", (policy) => {
    Object.assign(policy, { policy: name, version: number });
    policy.terms["protection.afterDelivery"]!.is = `P${number}D`;
  });

const orderOf = (marketplace: string, externalId: string): OrderInput => ({
  marketplace, externalId, fulfilledBy: "seller", currency: "USD", locale: null, buyer: { id: "ann", country: "DE" }, seller: { id: "cactus", country: "CN" },
  lines: [{ sku: "SEED-1", title: "Cactus seeds", quantity: 1, unitPriceMinor: 500 }], shippingMinor: 0, commissionMinor: 0, shipWithin: null, shipBy: null,
});
const shop = { role: "operator" as const, id: "shop" };

for (const kind of ["one engine on PGlite", "two engines on PostgreSQL"] as const) {
  describe(kind, () => {
    let engines: Engine[];
    let forget = async (): Promise<void> => {};
    let databaseUrl: string | undefined;
    const engine = (index: number): Engine => engines[index % engines.length]!;
    before(async () => {
      if (kind === "two engines on PostgreSQL") ({ url: databaseUrl, forget } = await newDatabase());
      const settings = { ...(databaseUrl ? { databaseUrl } : { dataDir: "memory" }), sandbox: true, log, prove: quickProof };
      engines = [await startEngine(settings)];
      if (databaseUrl) engines.push(await startEngine(settings));
    });
    after(async () => {
      await Promise.all(engines.map((one) => one.close()));
      await forget();
    });

    async function published(name: string, number: number): Promise<void> {
      const proposed = await engine(0).publishing.propose(version(name, number), "operator/olga");
      assert.equal(proposed.kind, "proposed", JSON.stringify(proposed));
      assert.equal((await engine(1).publishing.confirm(name, number, "operator/ivan")).kind, "decided");
    }

    test("many who put the same version forward at once: one is taken, the others hear that it is under way or are given the same", async () => {
      await published("race", 1);
      const all = await Promise.all(Array.from({ length: 10 }, (_, index) => engine(index).publishing.propose(version("race", 2), `operator/o${index}`)));
      const created = all.filter((one) => one.kind === "proposed" && one.created);
      assert.equal(created.length, 1);
      assert.ok(all.every(({ kind: how }) => how === "proposed" || how === "underWay"), all.map(({ kind: how }) => how).join());
      const proposer = (created[0] as Extract<Proposed, { kind: "proposed" }>).version.proposedBy;
      for (const one of all) if (one.kind === "proposed") assert.equal(one.version.proposedBy, proposer);
    });

    test("different bodies for one number at once: one stands, the others hear so", async () => {
      await published("bodies", 1);
      const all = await Promise.all(Array.from({ length: 6 }, (_, index) => {
        const policy = version("bodies", 2);
        policy.terms["payWithin"]!.is = `P${index + 1}D`;
        return engine(index).publishing.propose(policy, "operator/olga");
      }));
      assert.equal(all.filter(({ kind: how }) => how === "proposed").length, 1);
      assert.ok(all.every(({ kind: how }) => ["proposed", "underWay", "open"].includes(how)));
      const versions = await engine(1).publishing.versions.list("bodies", true);
      assert.deepEqual(versions.map(({ policy, status }) => [policy.version, status]), [[1, "published"], [2, "awaitingConfirmation"]]);
    });

    test("confirming and rejecting at once: one decision holds, everybody else hears which", async () => {
      await published("decide", 1);
      for (let number = 2; number < 6; number += 1) {
        assert.equal((await engine(0).publishing.propose(version("decide", number), "operator/olga")).kind, "proposed");
        const all = await Promise.all(Array.from({ length: 8 }, (_, index) =>
          index % 2 === 0 ? engine(index >> 1).publishing.confirm("decide", number, `operator/c${index}`) : engine(index >> 1).publishing.reject("decide", number, `operator/r${index}`)));
        assert.equal(all.filter(({ kind: how }) => how === "decided").length, 1, all.map(({ kind: how }) => how).join());
        assert.ok(all.every(({ kind: how }) => how === "decided" || how === "decidedBefore"));
        const [one, other] = await Promise.all([engine(0), engine(1)].map((each) => each.publishing.versions.list("decide", true)));
        assert.deepEqual(one!.at(-1), other!.at(-1));
        const { status } = one!.at(-1)!;
        assert.equal(engine(0).policies.version("decide", number) !== null, status === "published");
      }
    });

    test("who proposed never confirms, however often and wherever they ask", async () => {
      await published("alone", 1);
      assert.equal((await engine(0).publishing.propose(version("alone", 2), "operator/olga")).kind, "proposed");
      const all = await Promise.all(Array.from({ length: 6 }, (_, index) => engine(index).publishing.confirm("alone", 2, "operator/olga")));
      assert.deepEqual(new Set(all.map(({ kind: how }) => how)), new Set(["samePerson"]));
      await assert.rejects(() => raw(`UPDATE policy_proposals SET status = 'published', decided_by = proposed_by, decided_at = 1 WHERE name = 'alone' AND version = 2`), "the database refuses it too");
    });

    /** SQL beside the engine, where there is a server to take it; the embedded database belongs to its engine alone. */
    async function raw(sql: string): Promise<void> {
      if (!databaseUrl) throw new Error("there is no way past the engine");
      const { default: pg } = await import("pg");
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      try {
        await client.query(sql);
      } finally {
        await client.end();
      }
    }

    test("what one process published another one knows: a new name at once, a new version within a moment, an order of it wherever it is looked at", async () => {
      await published("news", 1);
      const first = await engine(1).place(orderOf("news", "N-1"), shop);
      assert.equal(first.kind === "placed" && first.order.policyVersion, 1);
      await published("news", 2);
      const placed = await engine(1).place(orderOf("news", "N-2"), shop);
      assert.ok(placed.kind === "placed");
      assert.equal(placed.order.policyVersion, 2, "confirmed there, known there");
      const seen = (await engine(0).order(placed.order.id))!;
      assert.equal(engine(0).policyOf(seen).version, 2);
      const deadline = Date.now() + 30_000;
      for (let number = 3; ; number += 1) {
        const late = await engine(0).place(orderOf("news", `N-${number}`), shop);
        if (late.kind === "placed" && late.order.policyVersion === 2) break;
        assert.ok(Date.now() < deadline, "the other process never learns of it");
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      const paid = await engine(0).command({ orderId: placed.order.id, actor: { role: "buyer", id: "ann" }, command: { type: "PayOrder", method: "card" } });
      assert.equal(paid.kind, "accepted");
    });

    test("a broken policy is nowhere afterwards, and its number is free", async () => {
      await published("whole", 1);
      const broken = await engine(0).publishing.propose({ ...endless(2), policy: "whole" }, "operator/olga");
      assert.equal(broken.kind, "broken");
      assert.equal((await engine(1).publishing.versions.list("whole", true)).length, 1);
      await published("whole", 2);
    });
  });
}

test("an engine that starts anew has every published version, an open proposal is still open, and its number is not taken by a shipped one", async () => {
  const { url, forget } = await newDatabase();
  const settings = { databaseUrl: url, sandbox: true, log, prove: quickProof };
  try {
    const first = await startEngine(settings);
    assert.equal((await first.publishing.propose(version("aliexpress", 2), "operator/olga")).kind, "proposed");
    await first.close();
    const shipped = policyLike("aliexpress", (policy) => (policy.version = 2));
    const second = await startEngine({ ...settings, policies: [shipped] });
    assert.equal(second.policies.latest("aliexpress")!.version, 1);
    assert.equal((await second.publishing.confirm("aliexpress", 2, "operator/ivan")).kind, "decided");
    assert.equal(second.policies.latest("aliexpress")!.terms["protection.afterDelivery"]!.is, "P2D");
    await second.close();
    const third = await startEngine({ ...settings, policies: [shipped] });
    assert.equal(third.policies.latest("aliexpress")!.terms["protection.afterDelivery"]!.is, "P2D", "what was published here stays");
    await third.close();
  } finally {
    await forget();
  }
});

test("a process that dies while it proves leaves nothing behind: the next one may prove as soon as the lease has run out", async () => {
  const { url, forget } = await newDatabase();
  try {
    const store = await openStore({ databaseUrl: url });
    await store.settings.put("proving/aliexpress", { holder: "somebody who was killed", until: Date.now() + 1_500 });
    await store.close();
    const engine = await startEngine({ databaseUrl: url, sandbox: true, log, prove: quickProof });
    assert.equal((await engine.publishing.propose(version("aliexpress", 2), "operator/olga")).kind, "underWay");
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    assert.equal((await engine.publishing.propose(version("aliexpress", 2), "operator/olga")).kind, "proposed");
    await engine.close();
  } finally {
    await forget();
  }
});
