// The short forms of the campaigns with institutions: a few rounds from a fixed seed. The long ones run as `npm run campaign`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { campaign as forged } from "../scripts/campaigns/forged.ts";
import { campaign as institution } from "../scripts/campaigns/institution.ts";

const tell = (): void => undefined;

test("at least twenty kinds of false notice in each institution's name have no effect, and then the true ones still do", async () => {
  const { tried, findings } = await forged({ seed: 7, seconds: 60, rounds: 1, tell });
  assert.deepEqual(findings, []);
  assert.ok(Object.keys(tried).filter((kind) => kind.startsWith("stripe: ")).length >= 20);
  assert.ok(Object.keys(tried).filter((kind) => kind.startsWith("paypal: ")).length >= 20);
});

test("an institution that misbehaves in every way at once: no double, no loss, no refund shown as stopped that was executed", async () => {
  const { tried, findings } = await institution({ seed: 2, seconds: 60, rounds: 70, tell });
  assert.deepEqual(findings, []);
  assert.ok(tried.refundsExecuted! > 0 && tried.misbehave! > 0, JSON.stringify(tried));
});
