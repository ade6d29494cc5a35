// `verify` sees whatever was changed behind the engine's back: each test damages the rows of a replayed history in one way,
// inside a transaction that is rolled back, with the database's own guards off.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pino } from "pino";
import { openBatches } from "../src/engine/payouts/batches.ts";
import { openSending } from "../src/engine/payouts/sending.ts";
import { verify } from "../src/engine/verify.ts";
import { replay } from "../src/replay/replay.ts";
import type { Database } from "../src/store/database.ts";
import { mintId } from "../src/store/ids.ts";
import { openPglite } from "../src/store/pglite.ts";
import { storeOver, type Store } from "../src/store/store.ts";
import { olistFolder, scratchFolder } from "./support/histories.ts";

/** What is damaged, how, and what verify says of it; `all` where the damage shows in more than one way. */
type Damage = { of: string; sql: string[]; found: RegExp[] };

const late = "(SELECT id FROM orders WHERE external_id = 'late-south')";
const settled = "status = 'settled'";
const damages: Damage[] = [
  {
    of: "an event's content", sql: [`UPDATE events SET data = json_build_object('closedBecause', 'unpaid') WHERE order_id = ${late} AND type = 'OrderClosed'`],
    found: [/^event \d+: the hash does not fit/, /^state: not what its events make, at \/closedBecause$/],
  },
  { of: "an event's time", sql: [`UPDATE events SET at = at + 1 WHERE order_id = ${late} AND seq = 1`], found: [/^event 1: the hash does not fit/] },
  { of: "who caused an event", sql: [`UPDATE events SET by_id = 'somebody' WHERE order_id = ${late} AND seq = 2`], found: [/^event 2: the hash does not fit/] },
  { of: "an event's hash", sql: [`UPDATE events SET hash = sha256('x') WHERE order_id = ${late} AND seq = 2`], found: [/^event 2: the hash does not fit/, /^event 3: the hash does not fit/] },
  { of: "a lost event", sql: [`DELETE FROM events WHERE order_id = ${late} AND seq = 2`], found: [/^event 3: stands at place 2/, /^event 3: the hash/, /^event 3: PaymentConfirmed cannot follow/] },
  { of: "a lost last event", sql: [`DELETE FROM events WHERE order_id = ${late} AND seq = (SELECT version FROM orders WHERE external_id = 'late-south')`], found: [/^last_hash: not the last event's/, /^version: /, /^state: /] },
  { of: "all events lost", sql: [`DELETE FROM events WHERE order_id = ${late}`], found: [/^events: none$/] },
  { of: "an event of no kind", sql: [`UPDATE events SET type = 'OrderVanished' WHERE order_id = ${late} AND seq = 3`], found: [/^event 3: OrderVanished cannot follow: no such event/] },
  { of: "the state", sql: [`UPDATE orders SET state = replace(state::text, '"notShipped"', '"unpaid"')::json WHERE external_id = 'late-south'`], found: [/^state: not what its events make, at \/closedBecause$/] },
  { of: "the last hash", sql: ["UPDATE orders SET last_hash = sha256('x') WHERE external_id = 'late-south'"], found: [/^last_hash: not the last event's/] },
  { of: "a posting's amount", sql: [`UPDATE postings SET amount_minor = amount_minor + 5 WHERE order_id = ${late} AND event_seq = 2 AND line = 1`], found: [/^postings of event 2: not what the event moves/, /^postings of event 2: sum to 5 BRL/, /^postings: all accounts in BRL sum to 5/] },
  {
    of: "postings that balance but that no event made",
    sql: [`INSERT INTO postings SELECT bucket, order_id, event_seq, line + 10, account, 7 * sign(amount_minor), currency, at FROM postings WHERE order_id = ${late} AND event_seq = 3 AND line < 2`],
    found: [/^postings of event 3: not what the event moves/, /^escrow: the ledger holds 7, the state 0/],
  },
  { of: "a posting's account", sql: [`UPDATE postings SET account = 'seller/thief' WHERE order_id = ${late} AND event_seq = 3 AND account LIKE 'escrow/%'`], found: [/^postings of event 3: not what/, /^escrow: below zero, -3500/] },
  { of: "a lost posting", sql: [`DELETE FROM postings WHERE order_id = ${late} AND event_seq = 2`], found: [/^postings of event 2: not what the event moves/] },
  { of: "due_at", sql: ["UPDATE orders SET due_at = 12345 WHERE external_id = 'late-south'"], found: [/^due_at: 12345 instead of null/] },
  { of: "the status column", sql: ["UPDATE orders SET status = 'completed' WHERE external_id = 'late-south'"], found: [/^status: "completed" instead of "closed"/] },
  { of: "the money columns", sql: ["UPDATE orders SET paid_minor = 1, escrow_minor = 2, held_minor = 3, total_minor = 4 WHERE external_id = 'late-south'"], found: [/^paid_minor: 1 instead of 3500/, /^escrow_minor: 2 instead of 0/, /^held_minor: 3 instead of 0/, /^total_minor: 4 instead of 3500/] },
  { of: "what the accounts of a kind hold together", sql: ["UPDATE ledger_totals SET amount_minor = amount_minor + 1 WHERE account = 'escrow/*'"], found: [/^ledger_totals: escrow\/\* in /] },
  { of: "whose turn it is", sql: ["UPDATE orders SET owes = '{buyer}', open_kinds = 4, hidden = true WHERE external_id = 'late-south'"], found: [/^owes: /, /^open_kinds: /, /^hidden: /] },
  { of: "a payment's row", sql: [`UPDATE payments SET refunded_minor = 0 WHERE order_id = ${late} AND method = 'card'`], found: [/^payments: rows that are not the state's/] },
  {
    of: "a payment that gave back more than it gave",
    sql: ["ALTER TABLE payments DROP CONSTRAINT payments_give_back_at_most_what_they_brought", `UPDATE payments SET refunded_minor = 9999 WHERE order_id = ${late} AND method = 'card'`],
    found: [/^payment pay_\S+: gives back 9999 of 2400/, /^payments: rows/],
  },
  { of: "a refund's row", sql: [`UPDATE refunds SET status = 'stopped' WHERE order_id = ${late}`], found: [/^refunds: rows that are not the state's/] },
  { of: "a lost refund", sql: [`DELETE FROM refunds WHERE order_id = ${late}`], found: [/^refunds: rows that are not the state's/] },
  { of: "an order that is gone while its rows stay", sql: ["DELETE FROM orders WHERE external_id = 'late-south'"], found: [/^events: rows of an order that is not there/, /^postings: rows of/, /^payments: rows of/, /^refunds: rows of/] },
  { of: "a payout's amount", sql: [`UPDATE payouts SET amount_minor = amount_minor + 1, balance_minor = balance_minor + 1 WHERE ${settled}`], found: [/^payout: pays \d+ and a fee of \d+ of lines that sum to \d+$/, /^payout: postings of step 1 are not/] },
  { of: "a payout's status", sql: ["UPDATE payouts SET status = 'submitted' WHERE status = 'settled'"], found: [/^payout: submitted in version 3, its steps say settled in version 3$/] },
  { of: "a payout's step", sql: ["DELETE FROM payout_steps WHERE seq = 2"], found: [/^payout: step 3, PayoutSettled, cannot follow$/] },
  { of: "a payout's posting", sql: ["UPDATE payout_postings SET account = 'seller/thief/bank' WHERE account LIKE 'seller/%/bank'"], found: [/^payout: postings of step 3 are not what it moves$/] },
  { of: "a payout's lost postings", sql: ["DELETE FROM payout_postings WHERE step_seq = 1 AND account LIKE 'seller/%'"], found: [/^payout: postings of step 1/, /^balance: the ledger has \d+ BRL, what no payout covers comes to 0$/, /^postings: all accounts in BRL sum to \d+$/] },
  { of: "a posting that is paid out twice", sql: ["DROP INDEX payout_lines_once", "UPDATE payout_lines SET live = true"], found: [/^payout: failed, but its lines say otherwise$/, /^payout: its line of event \d+ of ord_\S+ is not that posting, or is paid twice$/] },
  { of: "a lost line of a payout", sql: [`DELETE FROM payout_lines WHERE payout_id IN (SELECT id FROM payouts WHERE ${settled})`], found: [/^payout: pays \d+ and a fee of 0 of lines that sum to 0$/, /^balance: /] },
  { of: "a line that names another amount", sql: ["UPDATE payout_lines SET amount_minor = amount_minor + 3 WHERE live"], found: [/^payout: its line of event \d+/, /^payout: pays/] },
  { of: "a seller's posting that no payout saw", sql: ["UPDATE postings SET amount_minor = amount_minor + 9 WHERE account LIKE 'seller/%'"], found: [/^payout: its line of event \d+/, /^balance: the ledger has 36 BRL, what no payout covers comes to 0$/] },
  { of: "a policy that is not there", sql: ["DELETE FROM policies"], found: [/^policy: olist version 1 is not here/] },
];

/** Everybody is paid: once in vain, then for good; of the second batch all have arrived. */
async function payOut(store: Store): Promise<void> {
  const clock = { now: () => Date.UTC(2019, 0, 1), sandbox: false, refresh: async () => undefined };
  const batches = openBatches(store, clock, () => [], { every: null, terms: {} }, mintId);
  const sending = openSending(store, clock, { name: "none", abilities: { keepsKeysMs: 0 } }, pino({ level: "silent" }));
  for (const words of [[{ kind: "failed", reason: "a closed account" }], [{ kind: "submitted", reference: "B-1" }, { kind: "settled", reference: null }]] as const) {
    const { id: batchId } = await batches.start("olist", "test");
    const payouts = await store.payouts.list({ batchId, limit: 100 });
    assert.ok(payouts.length > 0);
    for (const { id } of payouts) for (const said of words) await sending.record(id, said, "test");
  }
}

describe("verify", () => {
  let database: Database;
  let store: Store;
  after(() => store.close());
  const folder = olistFolder({ after });
  const keep = scratchFolder({ after });
  before(async () => {
    await replay({ dataset: "olist", folder, keep });
    database = await openPglite(keep);
    store = await storeOver(database);
    await payOut(store);
  });

  test("an untouched store has no difference, and everything was looked at", async () => {
    const steps: [number, number][] = [];
    const { orders, events, postings, found, differences } = await verify(store, (done, total) => steps.push([done, total]));
    assert.deepEqual([orders, found, differences], [9, 0, []]);
    const [counted] = await database.rows<{ events: number; postings: number }>("SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM postings) AS postings");
    assert.deepEqual([events, postings], [counted!.events, counted!.postings]);
    assert.deepEqual(steps, [[9, 9]]);
  });

  for (const { of, sql, found } of damages) {
    test(`verify finds ${of}`, async () => {
      await database.rows("BEGIN");
      try {
        await database.rows("SET LOCAL session_replication_role = replica");
        for (const statement of sql) await database.rows(statement);
        const { differences } = await verify(store);
        const said = differences.map(({ what }) => what);
        for (const pattern of found) assert.ok(said.some((what) => pattern.test(what)), `${pattern} is not among\n${said.join("\n")}`);
      } finally {
        await database.rows("ROLLBACK");
      }
    });
  }

  test("after all of that was rolled back there is no difference again", async () => {
    assert.deepEqual((await verify(store)).differences, []);
  });

  test("at most a hundred differences are told one by one, all are counted", async () => {
    await database.rows("BEGIN");
    await database.rows("SET LOCAL session_replication_role = replica");
    await database.rows("UPDATE events SET hash = sha256('x')");
    const { found, differences, events } = await verify(store);
    await database.rows("ROLLBACK");
    assert.ok(found > events, "each event and each last hash");
    assert.equal(differences.length, Math.min(100, found));
  });
});
