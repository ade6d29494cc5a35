// Personal words and files, and how they are forgotten; and the small tables of the house and of the sandbox.

import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import { seal, seededEntropy } from "../src/store/seal.ts";
import { HASH, anEvent, anOrder, onEachStore, place, write } from "./support/stores.ts";

const person = () => `buyer/${randomBytes(4).toString("hex")}`;

onEachStore((open) => {
  describe("the vault", () => {
    test("words come back by their commitment, and the tables hold none of them", async () => {
      const { store, database } = open();
      const [order, ann] = [anOrder(), person()];
      const key = (await store.ensurePersonKeys([ann])).get(ann)!;
      const sealed = seal("Ann Буш 安, 1 Secret Street", key);
      await place(store, order);
      await write(store, { vault: [{ orderId: order.id, person: ann, ...sealed }], events: [anEvent(order, 2, { data: { note: { sealed: sealed.commitment } } })] });
      assert.deepEqual([...(await store.unseal([order.id]))], [[sealed.commitment, "Ann Буш 安, 1 Secret Street"]]);
      for (const table of ["vault", "events", "orders", "person_keys"]) {
        assert.deepEqual(await database.rows(`SELECT 1 AS one FROM ${table} WHERE ${table}::text LIKE '%Secret%'`), [], table);
      }
    });

    test("the commitment is the salted hash of the words", () => {
      const sealed = seal("hello", "11".repeat(32));
      assert.equal(sealed.commitment, createHash("sha256").update(Buffer.from(sealed.salt, "hex")).update("hello").digest("hex"));
      assert.notEqual(sealed.commitment, seal("hello", "11".repeat(32)).commitment);
    });

    test("seeded salts give the same commitments again", () => {
      const [one, two] = [seededEntropy("a seed"), seededEntropy("a seed")];
      assert.deepEqual(seal("x", "22".repeat(32), one), seal("x", "22".repeat(32), two));
      assert.notEqual(seal("x", "22".repeat(32), one).commitment, seal("x", "22".repeat(32), two).nonce);
    });

    test("an erased person's words are gone, the others' stay, the history is as it was", async () => {
      const { store, database } = open();
      const [order, ann, ben] = [anOrder(), person(), person()];
      const keys = await store.ensurePersonKeys([ann, ben]);
      const [hers, his] = [seal("hers", keys.get(ann)!), seal("his", keys.get(ben)!)];
      await place(store, order);
      await write(store, { vault: [{ orderId: order.id, person: ann, ...hers }, { orderId: order.id, person: ben, ...his }] });
      const before = await store.events(order.id);
      assert.equal(await store.erasePerson(ann, 1_700_000_000_000), true);
      assert.equal(await store.erasePerson(ann, 1_700_000_000_001), false);
      assert.equal(await store.erasedAt(ann), 1_700_000_000_000);
      assert.deepEqual(Object.fromEntries(await store.unseal([order.id])), { [hers.commitment]: null, [his.commitment]: "his" });
      assert.deepEqual(await store.events(order.id), before);
      assert.deepEqual(await database.rows("SELECT 1 AS one FROM person_keys WHERE encode(key, 'hex') = $1", [keys.get(ann)!]), []);
    });

    test("openings give the salts too, but never the salt of erased words", async () => {
      const { store } = open();
      const [order, other, ann, ben] = [anOrder(), anOrder(), person(), person()];
      const keys = await store.ensurePersonKeys([ann, ben]);
      const [hers, his, elsewhere] = [seal("hers", keys.get(ann)!), seal("his", keys.get(ben)!), seal("elsewhere", keys.get(ben)!)];
      await place(store, order);
      await place(store, other);
      await write(store, { vault: [{ orderId: order.id, person: ann, ...hers }, { orderId: order.id, person: ben, ...his }, { orderId: other.id, person: ben, ...elsewhere }] });
      await store.erasePerson(ann, 1_700_000_000_000);
      assert.deepEqual(Object.fromEntries(await store.openings(order.id)), { [hers.commitment]: null, [his.commitment]: { words: "his", salt: his.salt } });
      assert.deepEqual([...(await store.openings("no order"))], []);
    });

    test("an erased person who comes back gets a new key; the old words stay shut", async () => {
      const { store } = open();
      const [order, ann] = [anOrder(), person()];
      const old = (await store.ensurePersonKeys([ann])).get(ann)!;
      const before = seal("before", old);
      await place(store, order);
      await write(store, { vault: [{ orderId: order.id, person: ann, ...before }] });
      await store.erasePerson(ann, 1);
      const fresh = (await store.ensurePersonKeys([ann])).get(ann)!;
      assert.notEqual(fresh, old);
      const after = seal("after", fresh);
      await write(store, { vault: [{ orderId: order.id, person: ann, ...after }] });
      assert.deepEqual(Object.fromEntries(await store.unseal([order.id])), { [before.commitment]: null, [after.commitment]: "after" });
    });

    test("two that ask for a person's first key at once get the same", async () => {
      const { store } = open();
      const ann = person();
      const keys = await Promise.all(Array.from({ length: 5 }, async () => (await store.ensurePersonKeys([ann])).get(ann)));
      assert.equal(new Set(keys).size, 1);
      assert.match(keys[0]!, /^[0-9a-f]{64}$/);
    });
  });

  describe("evidence", () => {
    test("a file comes back byte for byte, with its uploader, and lies sealed", async () => {
      const { store, database } = open();
      const [ann, order, bytes] = [person(), anOrder(), randomBytes(300_000)];
      const id = `evi_${randomBytes(4).toString("hex")}`;
      await store.evidence.put({ id, uploader: { role: "buyer", id: "ann" }, person: ann, mediaType: "image/png", name: "Скол.png", bytes, atMs: 5 });
      const stored = await store.evidence.get(id);
      assert.deepEqual(stored, { id, uploader: { role: "buyer", id: "ann" }, mediaType: "image/png", sha256: createHash("sha256").update(bytes).digest("hex"), size: 300_000, at: 5, name: "Скол.png" });
      assert.ok(Buffer.from((await store.evidence.bytes(id))!).equals(bytes));
      assert.deepEqual(await database.rows("SELECT 1 AS one FROM evidence WHERE position(decode($1, 'hex') IN bytes) > 0", [bytes.subarray(0, 64).toString("hex")]), []);
      await place(store, order);
      await write(store, { evidenceUses: [{ orderId: order.id, evidenceId: id }] });
      await write(store, { evidenceUses: [{ orderId: order.id, evidenceId: id }] });
      assert.deepEqual(await store.evidence.usedOn(id), [order.id]);
    });

    test("the uploader's erasure takes name and bytes", async () => {
      const { store } = open();
      const ann = person();
      const id = `evi_${randomBytes(4).toString("hex")}`;
      await store.evidence.put({ id, uploader: { role: "buyer", id: "ann" }, person: ann, mediaType: "image/png", name: "a.png", bytes: randomBytes(10), atMs: 5 });
      await store.erasePerson(ann, 6);
      assert.equal((await store.evidence.get(id))?.name, null);
      assert.equal(await store.evidence.bytes(id), null);
    });

    test("what is not there is null", async () => {
      assert.equal(await open().store.evidence.get("evi_none"), null);
      assert.equal(await open().store.evidence.bytes("evi_none"), null);
    });
  });

  describe("the house's own tables", () => {
    test("a setting is kept, replaced, and the first of two first ones stays", async () => {
      const { settings } = open().store;
      assert.equal(await settings.get("clock"), null);
      await settings.put("clock", { now: 1 });
      await settings.put("clock", { now: 2 });
      assert.deepEqual(await settings.get("clock"), { now: 2 });
      assert.equal(await settings.putFirst("secret", "a"), "a");
      assert.equal(await settings.putFirst("secret", "b"), "a");
    });

    test("a key is found by its hash until it is revoked, once", async () => {
      const { apiKeys } = open().store;
      await apiKeys.add({ hash: HASH, name: "first", scope: "operator", at: 1 });
      await apiKeys.add({ hash: HASH, name: "second", scope: "reader", at: 2 });
      assert.deepEqual(await apiKeys.find(HASH), { hash: HASH, name: "first", scope: "operator", at: 1, revokedAt: null });
      assert.equal(await apiKeys.revoke(HASH, 3), true);
      assert.equal(await apiKeys.revoke(HASH, 4), false);
      assert.deepEqual((await apiKeys.list()).map(({ revokedAt }) => revokedAt), [3]);
      assert.equal(await apiKeys.find("cd".repeat(32)), null);
    });

    test("a published version never changes", async () => {
      const { policies } = open().store;
      assert.equal(await policies.publish({ name: "p", version: 1, at: 1, body: { a: 1 } }), true);
      assert.equal(await policies.publish({ name: "p", version: 1, at: 2, body: { a: 2 } }), false);
      assert.equal(await policies.publish({ name: "p", version: 2, at: 2, body: { a: 2 } }), true);
      assert.deepEqual((await policies.all()).map(({ version, body }) => [version, body]), [[1, { a: 1 }], [2, { a: 2 }]]);
    });
  });

  describe("the sandbox's own records", () => {
    test("the institution executes a refund once for its key", async () => {
      const { sandbox } = open().store;
      const refund = { key: "rfd_1", amountMinor: 5, currency: "USD", to: "card", at: 1, status: "submitted", dueAt: 9 };
      assert.deepEqual(await sandbox.executeRefund(refund), { refund, first: true });
      assert.deepEqual(await sandbox.executeRefund({ ...refund, amountMinor: 6, at: 2 }), { refund, first: false });
      assert.deepEqual([await sandbox.dueRefunds(8, 10), await sandbox.dueRefunds(9, 10)], [[], [refund]]);
      assert.equal(await sandbox.earliestDue(), 9);
      assert.equal(await sandbox.setRefund("rfd_1", "settled", null), true);
      assert.deepEqual((await sandbox.refunds()).map(({ status }) => status), ["settled"]);
      assert.equal(await sandbox.earliestDue(), null);
      assert.equal(await sandbox.setRefund("rfd_none", "settled", null), false);
    });

    test("payments wait to be confirmed, labels are voided once", async () => {
      const { sandbox } = open().store;
      const payment = { id: "pay_1", orderId: "ord_1", method: "card", amountMinor: 5, currency: "USD", at: 1, status: "pending", dueAt: 4 };
      await sandbox.addPayment(payment);
      await sandbox.addPayment({ ...payment, amountMinor: 6 });
      assert.deepEqual(await sandbox.duePayments(4, 10), [payment]);
      await sandbox.setPayment("pay_1", "confirmed", null);
      assert.deepEqual([(await sandbox.payment("pay_1"))?.status, await sandbox.duePayments(4, 10)], ["confirmed", []]);
      const label = { id: "lbl_1", orderId: "ord_1", carrier: "sandbox", trackingNumber: "SB-1", at: 1, voidedAt: null };
      assert.deepEqual(await sandbox.addLabel(label), label);
      assert.equal((await sandbox.voidLabel("lbl_1", 7))?.voidedAt, 7);
      assert.equal((await sandbox.voidLabel("lbl_1", 8))?.voidedAt, 7);
      assert.equal((await sandbox.labelByNumber("SB-1"))?.id, "lbl_1");
      assert.equal(await sandbox.voidLabel("lbl_2", 8), null);
    });
  });
});
