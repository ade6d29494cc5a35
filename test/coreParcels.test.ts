// Parcels that no story sends: of nothing, of a kind that nobody knows, and those of whom nothing was heard for long. Told to the core directly.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decide } from "../src/core/decide.ts";
import { doubtsAbout } from "../src/core/parcel.ts";
import type { Order, Parcel } from "../src/core/state.ts";
import { parseStories } from "../src/story/story.ts";
import { countingMint, policyNamed } from "./support/coreOrder.ts";
import { playUnder } from "./support/storyRunner.ts";

const DAY = 86_400_000;
const policy = policyNamed("aliexpress");
const told = (lines: string): Order => {
  const [story] = parseStories(`X1 · It is told\nmarketplace aliexpress\norder USD SEED-1 2×5.00\n+PT0S buyer PayOrder method=card → PaymentMade\n+PT0S institution ConfirmPayment → PaymentConfirmed\n${lines}\n`);
  return playUnder(policy, story!).order!;
};

describe("a parcel", () => {
  test("of nothing is none: everything that was to be shipped has been", () => {
    const order = told("");
    const outcome = decide(policy, order, { type: "ShipOrder", carrier: "sandbox", trackingNumber: "OUT-1", lines: [] }, { now: order.updatedAt, actor: { role: "seller", id: "cactus" }, mint: countingMint(), known: {} });
    assert.equal(outcome.refused?.refusal, "AlreadyShipped");
  });
  test("of a kind that the core does not know is a fault of the program", () => {
    const shipped = told("+PT0S seller ShipOrder carrier=sandbox number=OUT-1 → ParcelShipped OrderShipped");
    const order = { ...shipped, parcels: shipped.parcels.map((parcel) => ({ ...parcel, kind: "present" as Parcel["kind"] })) };
    const scan = () => decide(policy, order, { type: "RecordScan", trackingNumber: "OUT-1", status: "inTransit" }, { now: order.updatedAt, actor: { role: "carrier", id: "sandbox" }, mint: countingMint(), known: {} });
    assert.throws(scan, /no such parcel present/);
  });
});

describe("doubts about a parcel", () => {
  const parcel = { shippedAt: 10 * DAY, scans: [], deliveredAt: null, marks: ["foreignEnd"] } as unknown as Parcel;
  const heard = { ...parcel, scans: [{ at: 12 * DAY }, { at: 15 * DAY }, { at: 11 * DAY }] } as Parcel;
  const silentFor = (value: string | null) => policyNamed("aliexpress", { "tracking.silentAfter": value });
  test("come with the silence since it was last heard of, beside those that it has", () => {
    assert.deepEqual([doubtsAbout(silentFor("P10D"), parcel, 20 * DAY), doubtsAbout(silentFor("P10D"), parcel, 20 * DAY + 1)], [["foreignEnd"], ["foreignEnd", "silent"]]);
    assert.deepEqual([doubtsAbout(silentFor("P10D"), heard, 25 * DAY), doubtsAbout(silentFor("P10D"), heard, 25 * DAY + 1)], [["foreignEnd"], ["foreignEnd", "silent"]]);
  });
  test("do not come with silence where the marketplace minds none, or once it is there", () => {
    assert.deepEqual([doubtsAbout(silentFor(null), parcel, 900 * DAY), doubtsAbout(silentFor("P10D"), { ...parcel, deliveredAt: 11 * DAY }, 900 * DAY)], [["foreignEnd"], ["foreignEnd"]]);
  });
});
