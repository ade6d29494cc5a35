// The currencies that money may be in, and their decimals, against the published ISO 4217 table.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { isCurrency, minorUnits } from "../src/core/currency.ts";

test("a currency has the decimals that ISO 4217 gives it", () => {
  const rows: [code: string, digits: number][] = [["EUR", 2], ["USD", 2], ["BRL", 2], ["CNY", 2], ["GBP", 2], ["JPY", 0], ["KRW", 0], ["KWD", 3], ["TND", 3], ["CLF", 4], ["XOF", 0]];
  for (const [code, digits] of rows) assert.equal(minorUnits(code), digits, code);
});

test("what nobody pays in is no currency: metals, test codes, withdrawn codes, other spellings", () => {
  for (const code of ["XAU", "XXX", "XTS", "XDR", "DEM", "HRK", "BGN", "eur", "EU", "EURO", "", "978", "__proto__", "constructor"]) {
    assert.equal(isCurrency(code), false, code);
    assert.equal(minorUnits(code), null, code);
  }
});

/** The published list as datahub.io keeps it (core/currency-codes, ODC-PDDL-1.0: free for any use). */
const table = new URL("fixtures/iso4217-codes-all.csv", import.meta.url);
test("the table agrees with the whole published list", () => {
  type Row = { AlphabeticCode: string; MinorUnit: string; WithdrawalDate: string };
  const rows = parse(readFileSync(table), { columns: true }) as Row[];
  const active = new Map(rows.filter((row) => row.AlphabeticCode && !row.WithdrawalDate).map((row) => [row.AlphabeticCode, row.MinorUnit]));
  for (const [code, digits] of active) assert.equal(minorUnits(code), digits === "-" ? null : Number(digits), code);
  for (const { AlphabeticCode: code } of rows) assert.equal(isCurrency(code), active.has(code) && active.get(code) !== "-", code);
});
