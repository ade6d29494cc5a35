// Tracking numbers against the carriers' own test numbers, and what the form of a number says about the parcel.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { carrierNames } from "../src/words/carrierNames.ts";
import { codeWords } from "../src/words/codeWords.ts";
import { carriers, checkTrackingNumber, normaliseTrackingNumber } from "../src/engine/trackingNumbers.ts";

type Numbers = { valid: string[]; invalid: string[] };
type Courier = { courier_code: string; tracking_numbers: { name: string; test_numbers: Numbers }[] };

const folder = new URL("../src/engine/carriers/", import.meta.url);
const couriers = readdirSync(folder).filter((file) => file.endsWith(".json"))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Courier);

for (const { courier_code: carrier, tracking_numbers: formats } of couriers) {
  const valid = formats.flatMap((format) => format.test_numbers.valid);
  const invalid = formats.flatMap((format) => format.test_numbers.invalid);
  test(`A27: each of ${carrier}'s ${valid.length} true numbers is valid, each of ${invalid.length} false ones is not`, () => {
    for (const number of valid) assert.equal(checkTrackingNumber(carrier, number).form, "valid", number);
    // What is false for one format of a carrier may be true for another of the same carrier.
    for (const number of invalid.filter((candidate) => !valid.includes(candidate))) {
      assert.notEqual(checkTrackingNumber(carrier, number).form, "valid", number);
    }
  });
}

const rows: [rule: string, carrier: string, number: string, expected: object][] = [
  ["an S10 number names the posting office's country", "s10", "RB123456785GB", { form: "valid", country: "GB" }],
  ["small letters and spaces do not matter", "s10", " rb 123 456 785 gb ", { form: "valid", country: "GB" }],
  ["a wrong S10 check digit is told apart from a wrong form", "s10", "RB123456786GB", { form: "wrongCheckDigit" }],
  ["an S10 number of a post outside the Universal Postal Union names it", "s10", "RB123456785TW", { form: "valid", country: "TW" }],
  ["a territory with a post of its own is named", "s10", "RB123456785MO", { form: "valid", country: "MO" }],
  ["an S10 number of a country without a post is wrong", "s10", "RB123456785XX", { form: "wrongForm" }],
  ["a number that only another carrier could have issued has the wrong form", "ups", "RB123456785GB", { form: "wrongForm" }],
  ["a carrier whose numbers name no country gives none", "ups", "1Z879E930346834440", { form: "valid", country: null }],
  ["a parcel's country is not the destination that DPD prints", "dpd", "008182709980000020033350276C", { form: "valid", country: null }],
  ["a wrong check digit is found", "ups", "1Z879E930346834441", { form: "wrongCheckDigit" }],
  ["a check digit that the library lacks is found wrong too: Luhn", "old_dominion", "77806528898", { form: "wrongCheckDigit" }],
  ["a check digit that the library lacks is found wrong too: MOD 37,36", "dpd", "09980000020033G", { form: "wrongCheckDigit" }],
  ["punctuation is not ignored", "s10", "RB-123456785-GB", { form: "wrongForm" }],
  ["a dash that belongs to the number stays", "lasership", "1LS7119013618127-1", { form: "valid", country: null }],
  ["letters of other scripts are not mistaken for ours", "s10", "ＲＢ123456785GB", { form: "wrongForm" }],
  ["a number in front of or behind other text is not a number", "dhl", "8487135506;8487135506", { form: "wrongForm" }],
  ["an empty number has the wrong form", "fedex", "", { form: "wrongForm" }],
  ["an endless number has the wrong form at once", "dhl", `GM1${"A".repeat(1_000_000)}`, { form: "wrongForm" }],
  ["an unknown carrier issues no numbers", "__proto__", "RB123456785GB", { form: "wrongForm" }],
  ["the sandbox's carrier takes 4 to 40 letters, digits and dashes", "sandbox", "sb-1", { form: "valid", country: null }],
  ["the sandbox's carrier refuses 3", "sandbox", "SB1", { form: "wrongForm" }],
  ["the sandbox's carrier refuses 41", "sandbox", "S".repeat(41), { form: "wrongForm" }],
  ["the sandbox's carrier refuses other characters", "sandbox", "SB_1234", { form: "wrongForm" }],
];
for (const [rule, carrier, number, expected] of rows) {
  test(`A27: ${rule}`, () => assert.deepEqual(checkTrackingNumber(carrier, number), expected));
}

test("A27: one changed digit of an S10 number is found (but for check digit 5, which stands for two remainders)", () => {
  const number = "RB123456799GB";
  for (let place = 2; place < 11; place += 1) {
    for (const digit of "0123456789") {
      if (digit === number[place]) continue;
      const changed = number.slice(0, place) + digit + number.slice(place + 1);
      assert.equal(checkTrackingNumber("s10", changed).form, "wrongCheckDigit", changed);
    }
  }
});

test("A27: the carriers are those of the data and the sandbox's, in order", () => {
  assert.deepEqual(carriers, [...couriers.map((courier) => courier.courier_code), "sandbox"].sort());
  assert.equal(carriers.length, 19);
});

test("every carrier that can be chosen has a name to be chosen by", () => {
  for (const carrier of carriers) assert.ok(Object.hasOwn(carrierNames, carrier) !== Object.hasOwn(codeWords, carrier), carrier);
});

test("A27: a number is kept and compared without spaces and in large letters", () => {
  assert.equal(normaliseTrackingNumber("\t1z879e93 0346\u00a0834440\n"), "1Z879E930346834440");
});
