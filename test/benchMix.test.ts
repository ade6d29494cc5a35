// The benchmarks' own claims: their mix fits the policies, and their bare loop writes the same rows as the engine.
// No timing is looked at.

import assert from "node:assert/strict";
import { test } from "node:test";
import { throughout } from "../bench/loop.ts";
import { lifeOf } from "../bench/mix.ts";
import { record, throughSql } from "../bench/tape.ts";
import { openStore } from "../src/store/store.ts";

const LIVES = 60;

test("every command of the benchmarks' mix is accepted, and written bare it leaves the same orders, events and journal", async () => {
  const tape = await record(LIVES);
  const commands = Array.from({ length: LIVES }, (_, number) => 1 + lifeOf(number, "tape").steps.length).reduce((sum, count) => sum + count, 0);
  assert.equal(tape.tracks.length, LIVES);
  assert.equal(tape.tracks.reduce((sum, { writes }) => sum + writes.length, 0), commands);

  const store = await openStore({ dataDir: "memory" });
  try {
    await throughout(throughSql(tape, store, 1), 16, LIVES);
    for (const { orderId, writes } of tape.tracks) {
      const last = writes.at(-1)!.updated!.at(-1)!;
      assert.deepEqual((await store.order(orderId))!.state, JSON.parse(JSON.stringify(last.state)));
      assert.equal((await store.events(orderId)).length, writes.flatMap(({ events = [] }) => events).length);
      assert.equal((await store.journal(orderId)).length, writes.flatMap(({ postings = [] }) => postings).length);
    }
  } finally {
    await store.close();
  }
});
