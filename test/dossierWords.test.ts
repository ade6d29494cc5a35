// The words of the summary: every fact and every code of the shipped policies has them in three languages, and lines break where they may.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readShippedPolicies } from "../src/engine/policies.ts";
import { fileNameOf, MOST_EVIDENCE_BYTES, MOST_EVIDENCE_FILES, withinLimit } from "../src/dossier/evidence.ts";
import type { EvidenceEntry } from "../src/dossier/record.ts";
import { accountWords, codeWords, roleWords } from "../src/words/codeWords.ts";
import { eventWords, type Three } from "../src/words/eventWords.ts";
import { fontsFor } from "../src/print/fonts.ts";
import { linesOf, namedCharacters } from "../src/print/lines.ts";

test("every fact, code, role and account is in English, Chinese and Russian", () => {
  for (const words of [eventWords, codeWords, roleWords, accountWords] as Record<string, Three>[]) {
    for (const [code, [en, zh, ru]] of Object.entries(words)) {
      assert.match(en, /^[\x20-\x7e]+$/, code);
      assert.match(zh, /\p{Script=Han}/u, code);
      assert.ok(/\p{Script=Cyrillic}/u.test(ru) || ru === en, code);
    }
  }
});

test("every reason, ground, method and cause that a shipped policy names has words", async () => {
  for (const { policy, reasons, grounds, methods, deadlines, arrows } of await readShippedPolicies()) {
    const lists = [...Object.values(reasons), ...Object.values(grounds)].flatMap((list) => (Array.isArray(list) ? (list as string[]) : Object.keys(list as object)));
    const causes = [...deadlines, ...arrows].flatMap(({ because }) => because ?? []);
    for (const code of [...lists, ...methods, ...causes]) assert.ok(Object.hasOwn(codeWords, code), `${policy}: ${code}`);
  }
});

test("a line ends between words and between Chinese characters, never before closing punctuation; a word wider than a line is broken", async () => {
  const text = "Половина семян раздавлена, упаковка вскрыта. 收到的仙人掌种子全部发霉了，包装破损。 0123456789abcdef0123456789abcdef0123456789abcdef";
  const fonts = await fontsFor(new Map([[400, new Set(`${text}${namedCharacters}`)]]));
  const lines = linesOf(text, 400, 10, fonts, "ru");
  const written = lines.map(({ runs }) => runs.map((run) => run.text).join(""));
  assert.equal(written.join("").replaceAll(" ", ""), text.replaceAll(" ", ""), "nothing is lost");
  assert.ok(lines.length > 5);
  for (const [index, line] of written.entries()) {
    assert.ok(lines[index]!.runs.reduce((sum, run) => sum + run.width, 0) <= 10.3, `${line}: fits, but for a space at its end`);
    assert.doesNotMatch(line, /^[,.，。 ]/u, line);
  }
  for (const word of ["Половина", "семян", "раздавлена,", "упаковка", "вскрыта."]) assert.ok(written.some((line) => line.includes(word)), `${word} is whole`);
  const odd = linesOf("a\u202eb\u{1f331}c\td", 400, 100, fonts, "en")[0]!.runs.map((run) => run.text).join("");
  assert.equal(odd, "a[U+202E]b[U+1F331]c d", "what steers, or has no glyph, is named");
});

test("names of files are safe everywhere", () => {
  const table: [string, string, string][] = [
    ["photo.png", "image/png", "evidence/007-photo.png"], ["../../etc/passwd", "application/pdf", "evidence/007-etc-passwd.pdf"], ["фото.jpg", "image/jpeg", "evidence/007.jpg"],
    ["CON", "video/mp4", "evidence/007-CON.mp4"], ["a\u0000b\nc.exe", "image/gif", "evidence/007-a-b-c.gif"], ["x".repeat(300), "image/webp", `evidence/007-${"x".repeat(60)}.webp`],
  ];
  for (const [name, type, expected] of table) assert.equal(fileNameOf(7, name, type), expected);
});

test("what is beyond the size of a dossier is named with its hash and left out", () => {
  const entry = (id: number, size: number): EvidenceEntry =>
    ({ id: `evi_${id}`, state: "here", path: `evidence/${id}.png`, name: "a", mediaType: "image/png", size, sha256: "ab", at: 0, by: { role: "buyer", id: "ann" } });
  const states = withinLimit([entry(1, MOST_EVIDENCE_BYTES - 10), entry(2, 11), entry(3, 10), { ...entry(4, 5), state: "erased", path: null }]).map(({ state, path, sha256 }) => [state, path, sha256]);
  assert.deepEqual(states, [["here", "evidence/1.png", "ab"], ["leftOut", null, "ab"], ["here", "evidence/3.png", "ab"], ["erased", null, "ab"]]);
  const many = withinLimit(Array.from({ length: MOST_EVIDENCE_FILES + 2 }, (_, id) => entry(id, 1)));
  assert.equal(many.filter(({ state }) => state === "here").length, MOST_EVIDENCE_FILES);
});
