// The numbers that everything rests on: money that is split without losing any, instants and durations as calendars count them.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { atLeast, longerOf, shorterOf } from "../src/core/durations.ts";
import { LARGEST_AMOUNT_MINOR, portion, shares, unitsWorth } from "../src/core/money.ts";
import { addTo, mergedParts } from "../src/core/parts.ts";
import type { Line } from "../src/core/state.ts";
import { afterBusinessDays, isDuration, later, lengthFrom } from "../src/core/time.ts";

describe("money", () => {
  test("a portion is rounded down, and exact where the product is no safe integer", () => {
    assert.deepEqual([portion(100, 1, 3), portion(100, 2, 3), portion(100, 3, 3), portion(0, 1, 3), portion(100, 0, 3)], [33, 66, 100, 0, 0]);
    assert.equal(portion(LARGEST_AMOUNT_MINOR, LARGEST_AMOUNT_MINOR - 1, LARGEST_AMOUNT_MINOR), LARGEST_AMOUNT_MINOR - 1);
    assert.equal(portion(LARGEST_AMOUNT_MINOR, 999_999, 1_000_000), 99_999_900_000_000);
    assert.equal(portion(9_007_199_254_740_990, 5, 7), 6_433_713_753_386_421, "where doubles would be one too many");
  });

  test("a portion of nothing at all is nothing", () => assert.equal(portion(100, 5, 0), 0));

  const splits: [totalMinor: number, weights: number[], is: number[]][] = [
    [100, [1, 1, 1], [34, 33, 33]], [101, [1, 1, 1], [34, 34, 33]], [10, [1, 2, 4], [1, 3, 6]], [10, [4, 2, 1], [6, 3, 1]], [7, [2, 3, 2], [2, 3, 2]], [1, [1, 1], [1, 0]],
    [8, [3, 3, 4], [3, 2, 3]], [5, [0, 0, 0], [5, 0, 0]], [0, [2, 1], [0, 0]], [3, [0, 5], [0, 3]], [1, [1, 5, 5], [0, 1, 0]], [1, [1, 2, 3], [0, 0, 1]],
  ];
  for (const [totalMinor, weights, is] of splits) {
    test(`${totalMinor} by ${weights.join(":")} is ${is.join(" + ")}: nothing is lost, the largest remainders first, ties to the first`, () => assert.deepEqual(shares(totalMinor, weights), is));
  }

  test("the units of a line are worth the line, whatever the order in which they go", () => {
    const worth = [0, 1, 2].map((taken) => unitsWorth(100, 3, taken, 1));
    assert.deepEqual(worth, [33, 33, 34]);
    assert.equal(unitsWorth(100, 3, 1, 2), 67);
    assert.equal(unitsWorth(100, 3, 0, 3), 100);
  });
});

describe("parts", () => {
  const line = (sku: string): Line => ({ sku, shipped: 1, returned: 0 }) as Line;
  test("a sku that is named twice counts once, with its units together, where it was first named", () => {
    assert.deepEqual(mergedParts([{ sku: "A", quantity: 1 }, { sku: "B", quantity: 2 }, { sku: "A", quantity: 3 }]), [{ sku: "A", quantity: 4 }, { sku: "B", quantity: 2 }]);
  });
  test("units are added to their own line's count or taken from it; a line that is not named is the same object", () => {
    const lines = [line("A"), line("B")];
    const added = addTo(lines, [{ sku: "A", quantity: 2 }, { sku: "A", quantity: 1 }], "shipped");
    assert.deepEqual(added.map(({ shipped }) => shipped), [4, 1]);
    assert.equal(added[1], lines[1]);
    assert.deepEqual(addTo(added, [{ sku: "A", quantity: 3 }], "shipped", -1), lines);
  });
});

describe("durations", () => {
  const at = Date.UTC(2026, 0, 31, 12);
  const lengths: [duration: string, ms: number][] = [
    ["PT1S", 1_000], ["PT1M", 60_000], ["PT1H", 3_600_000], ["P1D", 86_400_000], ["P1W", 604_800_000], ["P2W3DT4H5M6S", 2 * 604_800_000 + 3 * 86_400_000 + 4 * 3_600_000 + 5 * 60_000 + 6_000],
    ["P1M", 28 * 86_400_000], ["P1Y", 365 * 86_400_000], ["P1Y1M", 393 * 86_400_000], ["PT0S", 0],
  ];
  for (const [duration, ms] of lengths) {
    test(`${duration} after the end of January is ${ms} ms later`, () => {
      assert.equal(later(at, duration, "UTC") - at, ms);
      assert.equal(later(at, duration, "UTC") - at, ms, "and the same when asked again");
      assert.equal(lengthFrom(at, duration, "UTC"), ms);
    });
  }

  test("months follow the calendar of the zone: across the change to summer time they are an hour shorter", () => {
    const noon = Date.UTC(2026, 2, 15, 12);
    assert.equal(later(noon, "P1M", "UTC") - later(noon, "P1M", "Europe/Berlin"), 3_600_000);
    assert.equal(later(noon, "P31D", "Europe/Berlin"), later(noon, "P31D", "UTC"), "a day is 24 hours everywhere");
  });

  test("no instant is later than the year 9999, however long the duration", () => {
    const last = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
    for (const duration of ["P99999D", "P9999Y", "P19999Y", "P20001Y", "P240001M", "P9999Y12M", "P99999Y", "P9999999999D"]) assert.equal(later(Date.UTC(9990, 0), duration, "UTC"), last, duration);
    assert.equal(later(Date.UTC(9990, 0), "P9Y", "UTC"), Date.UTC(9999, 0));
    assert.equal(later(Date.UTC(9990, 0), "P3651D", "UTC"), Date.UTC(9999, 11, 31));
  });

  const texts: [text: string, is: boolean][] = [
    ["P1D", true], ["P1Y2M3W4DT5H6M7S", true], ["PT1S", true], ["P12M", true], ["P10Y", true], ["P10W", true], ["PT10H", true], ["PT10M", true], ["PT10S", true], ["P10D", true],
    ["P", false], ["PT", false], ["P1DT", false], ["1D", false], ["P1", false], ["P1S", false], ["PT1D", false], ["P-1D", false], ["P1.5D", false], ["p1d", false], ["", false], ["P1D ", false], [" P1D", false], ["P1DP1D", false],
  ];
  for (const [text, is] of texts) test(`"${text}" is ${is ? "a" : "no"} duration`, () => assert.equal(isDuration(text), is));

  test("what is no duration is not counted", () => assert.throws(() => later(at, "14 days", "UTC"), /not an ISO 8601 duration: 14 days/));

  test("the longer and the shorter of two are one of them, or where neither always is, the days that hold for both", () => {
    assert.deepEqual([longerOf("P14D", "P7D", "UTC"), longerOf("P7D", "P14D", "UTC"), shorterOf("P14D", "P7D", "UTC"), shorterOf("P7D", "P14D", "UTC")], ["P14D", "P14D", "P7D", "P7D"]);
    assert.deepEqual([longerOf("P1M", "P30D", "UTC"), shorterOf("P1M", "P30D", "UTC"), longerOf("P30D", "P1M", "UTC"), shorterOf("P30D", "P1M", "UTC")], ["P31D", "P28D", "P31D", "P28D"]);
    assert.deepEqual([longerOf("P12M", "P1Y", "UTC"), longerOf("P1Y", "P12M", "UTC"), shorterOf("P12M", "P1Y", "UTC")], ["P12M", "P1Y", "P12M"], "of two equal ones the first");
    assert.deepEqual([longerOf("P1M", "P30DT1H", "UTC"), shorterOf("P1M", "P28DT1H", "UTC")], ["P31D", "P28D"], "whole days, rounded to the safe side");
  });

  test("a month is never shorter than 28 days nor longer than 31, a year holds leap days", () => {
    assert.deepEqual([atLeast("P1M", "P28D", "UTC"), atLeast("P1M", "P29D", "UTC"), atLeast("P31D", "P1M", "UTC"), atLeast("P30D", "P1M", "UTC")], [true, false, true, false]);
    assert.deepEqual([atLeast("P1Y", "P365D", "UTC"), atLeast("P365D", "P1Y", "UTC"), atLeast("P366D", "P1Y", "UTC"), atLeast("P4Y", "P1461D", "UTC")], [true, false, true, true]);
    assert.deepEqual([atLeast("P6M", "P181D", "UTC"), atLeast("P6M", "P182D", "UTC"), atLeast("P184D", "P6M", "UTC"), atLeast("P183D", "P6M", "UTC")], [true, false, true, false]);
  });
});

describe("business days", () => {
  const weekend = { weekend: [6, 7], holidays: [] };
  const monday = Date.UTC(2026, 2, 2, 9);
  const DAY = 86_400_000;
  const counts: [from: number, count: number, days: number][] = [[0, 0, 0], [0, 1, 1], [0, 4, 4], [0, 5, 7], [0, 10, 14], [4, 1, 3], [5, 1, 2], [6, 1, 1], [3, 2, 4]];
  for (const [from, count, days] of counts) {
    test(`${count} business days from day ${from} of the week are ${days} days`, () => assert.equal(afterBusinessDays(monday + from * DAY, count, "UTC", weekend), monday + (from + days) * DAY));
  }
  test("a holiday does not count, nor does it twice on a Sunday", () => {
    assert.equal(afterBusinessDays(monday, 1, "UTC", { weekend: [6, 7], holidays: ["2026-03-03"] }), monday + 2 * DAY);
    assert.equal(afterBusinessDays(monday, 5, "UTC", { weekend: [6, 7], holidays: ["2026-03-08"] }), monday + 7 * DAY);
    assert.equal(afterBusinessDays(monday, 1, "UTC", { weekend: [], holidays: ["2026-03-02"] }), monday + DAY);
  });
  test("the day of the week is the zone's: late on Friday in Berlin is Saturday in Shanghai", () => {
    const late = Date.UTC(2026, 2, 6, 20);
    assert.equal(afterBusinessDays(late, 1, "Europe/Berlin", weekend), late + 3 * DAY);
    assert.equal(afterBusinessDays(late, 1, "Asia/Shanghai", weekend), late + 2 * DAY);
  });
});
