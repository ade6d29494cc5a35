// How single statements of many callers become one, and that nobody pays for a neighbour.
// What is asked of the database stands elsewhere; here the answer is made by hand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gathered } from "../src/store/gather.ts";

test("what is asked in one turn, and while an answer is under way, goes together", async () => {
  const asked: number[][] = [];
  const begun = Promise.withResolvers<void>();
  const free = Promise.withResolvers<void>();
  const ask = gathered(async (items: number[]) => {
    asked.push(items);
    begun.resolve();
    await free.promise;
    return new Set(items);
  });
  const first = [ask([1]), ask([2, 3])];
  await begun.promise;
  const second = [ask([4]), ask([5])];
  free.resolve();
  const answers = await Promise.all([...first, ...second]);
  assert.deepEqual(asked, [[1, 2, 3], [4, 5]]);
  assert.ok(answers[0]!.has(1) && answers[1]!.has(3) && answers[2]!.has(4) && answers[3]!.has(5));
});

test("one caller's failure never fails its neighbours", async () => {
  const ask = gathered(async (items: string[]) => {
    if (items.includes("bad")) throw new Error("bad");
    return items.length;
  });
  const outcomes = await Promise.allSettled([ask(["a"]), ask(["bad"]), ask(["b"])]);
  assert.deepEqual(outcomes.map(({ status }) => status), ["fulfilled", "rejected", "fulfilled"]);
  assert.equal(await ask(["c"]), 1);
});
