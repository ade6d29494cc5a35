// Forged dossiers: any byte changed anywhere, files taken away and put in, and people who know the format and write new hashes.
// Random places come from a seed that is printed; FORGERY_SEED repeats a run.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash, generateKeyPairSync, randomInt, sign } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { hashOf, GENESIS } from "../src/engine/hash.ts";
import type { RecordedEvent } from "../src/core/event.ts";
import { startTestServer } from "./support/client.ts";
import { disputedOrder } from "./support/disputed.ts";
import { unzip } from "./support/unzip.ts";

const verifier = new URL("../src/dossier/verify.mjs", import.meta.url);
type Check = (place: string, values: { key?: string; earlier?: string }, print: (line: string) => void) => number;
const { check } = (await import(verifier.href)) as { check: Check };

const seed = Number(process.env.FORGERY_SEED ?? randomInt(2 ** 31));
/** Numbers below `limit` that repeat with the seed. */
const draws = (() => {
  let drawn = 0;
  return (limit: number): number => createHash("sha256").update(`${seed} ${drawn++}`).digest().readUInt32LE(0) % limit;
})();

let folder: string;
let zip: Buffer;
let files: Map<string, Buffer>;
let root: string;

before(async () => {
  const server = await startTestServer();
  const { id } = await disputedOrder(server, "F-1");
  const { token } = (await server.operator.post("/v1/tokens", { role: "buyer", id: "anna" })).body;
  zip = Buffer.from(await (await fetch(`${server.url}/v1/orders/${id}/dossier?language=zh`, { headers: { authorization: `Bearer ${token}` } })).arrayBuffer());
  await server.close();
  folder = await mkdtemp(join(tmpdir(), "rescind-forged-"));
  files = unzip(zip);
  root = join(folder, "whole");
  await write(root, files);
});
after(() => rm(folder, { recursive: true, force: true }));

async function write(place: string, held: ReadonlyMap<string, Buffer>): Promise<void> {
  for (const [path, bytes] of held) {
    await mkdir(dirname(join(place, path)), { recursive: true });
    await writeFile(join(place, path), bytes);
  }
}

/** The differences that the verifier finds, and what it says. */
function differences(place: string, values: { key?: string } = {}): { found: number; said: string } {
  const lines: string[] = [];
  const found = check(place, values, (line) => lines.push(line));
  return { found, said: lines.join("\n") };
}

const changedAt = (bytes: Buffer, at: number, by: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at]! + by) % 256;
  return copy;
};

test(`a changed byte in any file is found (seed ${seed})`, async (context) => {
  assert.equal(differences(root).found, 0);
  for (const [path, bytes] of files) {
    const places = new Set([0, bytes.length - 1, ...Array.from({ length: 16 }, () => draws(bytes.length))]);
    for (const at of places) {
      const by = 1 + draws(255);
      await writeFile(join(root, path), changedAt(bytes, at, by));
      const { found, said } = differences(root);
      assert.ok(found > 0, `${path}: byte ${at} plus ${by} goes unnoticed`);
      assert.ok(path === "manifest.json" || said.includes(path.replace("manifest.sig", "manifest.")), `${path}: byte ${at}: the file is named: ${said}`);
    }
    await writeFile(join(root, path), bytes);
  }
  context.diagnostic(`${files.size} files`);
  assert.equal(differences(root).found, 0);
});

test("`node verify.mjs` exits 1 and names the file, for a byte changed in each", async () => {
  for (const [path, bytes] of files) {
    await writeFile(join(root, path), changedAt(bytes, draws(bytes.length), 1 + draws(255)));
    const { code, output } = await new Promise<{ code: number; output: string }>((resolve) => {
      execFile(process.execPath, [fileURLToPath(verifier), root], (error, out) => resolve({ code: error ? Number(error.code) : 0, output: out }));
    });
    assert.equal(code, 1, output);
    assert.match(output, /已改动|CHANGED|ИЗМЕНЕНО/);
    await writeFile(join(root, path), bytes);
  }
});

test(`a changed byte anywhere in the ZIP is found, in its frame too (seed ${seed})`, async () => {
  const place = join(folder, "forged.zip");
  await writeFile(place, zip);
  assert.equal(differences(place).found, 0);
  const directory = zip.readUInt32LE(zip.length - 6);
  const frame = Array.from({ length: 200 }, () => directory + draws(zip.length - directory));
  const heads = [...files.keys()].map((path) => zip.indexOf(path) - 30).flatMap((start) => Array.from({ length: 8 }, () => start + draws(30)));
  for (const at of [...frame, ...heads, ...Array.from({ length: 80 }, () => draws(zip.length))]) {
    const by = 1 + draws(255);
    await writeFile(place, changedAt(zip, at, by));
    assert.ok(differences(place).found > 0, `byte ${at} plus ${by} goes unnoticed`);
  }
  for (const other of [zip.subarray(0, -1), Buffer.concat([zip, Buffer.from([0])]), Buffer.concat([Buffer.from([0]), zip]), Buffer.alloc(0), Buffer.from("no ZIP at all, not even nearly")]) {
    await writeFile(place, other);
    assert.ok(differences(place).found > 0);
  }
});

test("a file that is missing, one that was put in, and an empty folder are found; what a system leaves in folders is not held against anybody", async () => {
  for (const path of files.keys()) {
    await rm(join(root, path));
    assert.ok(differences(root).found > 0, path);
    await writeFile(join(root, path), files.get(path)!);
  }
  await writeFile(join(root, "evidence/002-new.png"), "new");
  assert.match(differences(root).said, /evidence\/002-new\.png/);
  await rm(join(root, "evidence/002-new.png"));
  await writeFile(join(root, ".DS_Store"), "left by a system");
  assert.equal(differences(root).found, 0);
  await mkdir(join(folder, "empty"));
  assert.ok(differences(join(folder, "empty")).found > 0);
});

type Dossier = { manifest: Record<string, never> & { files: { path: string; size: number; sha256: string }[]; key: { id: string; publicKey: string }; events: number; lastEventHash: string }; held: Map<string, Buffer> };

/** Writes a dossier with these changes, every hash in its manifest made right again, signed with a key of the forger's own where `own`. */
async function forged(name: string, change: (held: Map<string, Buffer>, manifest: Dossier["manifest"]) => void, own: boolean): Promise<string> {
  const held = new Map(files);
  const manifest = JSON.parse(held.get("manifest.json")!.toString()) as Dossier["manifest"];
  change(held, manifest);
  manifest.files = manifest.files.filter(({ path }) => held.has(path)).map(({ path }) => ({ path, size: held.get(path)!.length, sha256: createHash("sha256").update(held.get(path)!).digest("hex") }));
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = Buffer.from(publicKey.export({ format: "jwk" }).x!, "base64url");
  if (own) Object.assign(manifest.key, { publicKey: raw.toString("hex"), id: createHash("sha256").update(raw).digest("hex") });
  const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  held.set("manifest.json", text);
  held.set("manifest.sig", Buffer.from(`${sign(null, text, privateKey).toString("hex")}\n`));
  const place = join(folder, name);
  await write(place, held);
  return place;
}

const edit = (held: Map<string, Buffer>, path: string, change: (value: never) => void): void => {
  const value = JSON.parse(held.get(path)!.toString()) as never;
  change(value);
  held.set(path, Buffer.from(`${JSON.stringify(value, null, 1)}\n`));
};

/** The chain made right again after a change to the events. */
function rehash(held: Map<string, Buffer>, manifest: Dossier["manifest"]): void {
  edit(held, "events.json", ({ events }: { events: RecordedEvent[] }) => {
    let previous = GENESIS;
    for (const event of events) {
      if (!("hidden" in event)) event.hash = hashOf(previous, event);
      previous = event.hash;
    }
    Object.assign(manifest, { events: events.length, lastEventHash: previous });
  });
}

test("who writes new hashes everywhere cannot sign them; who signs with a key of their own has another key than the marketplace", async () => {
  const key = JSON.parse(files.get("manifest.json")!.toString()).key.id as string;
  const lower = (held: Map<string, Buffer>, manifest: Dossier["manifest"]): void => {
    edit(held, "events.json", ({ events }: { events: RecordedEvent[] }) => void (events.find(({ type }) => type === "ClaimDecided")!.data.amountMinor = 1));
    rehash(held, manifest);
  };
  assert.match(differences(await forged("unsigned", lower, false)).said, /manifest\.json/);
  const place = await forged("resigned", lower, true);
  assert.equal(differences(place).found, 0, "all hashes are right: only the key tells");
  assert.equal(differences(place, { key }).found, 1);
});

test("with a key of their own, still: what does not fit together is found", async () => {
  const changes: [name: string, file: RegExp, change: Parameters<typeof forged>[1]][] = [
    ["an event's amount", /events\.json: event 14/, (held) => edit(held, "events.json", ({ events }: { events: RecordedEvent[] }) => void (events[13]!.data.amountMinor = 1))],
    ["an event taken out", /events\.json/, (held) => edit(held, "events.json", ({ events }: { events: RecordedEvent[] }) => void events.splice(8, 1))],
    ["two events exchanged", /events\.json/, (held) => edit(held, "events.json", ({ events }: { events: RecordedEvent[] }) => void events.splice(8, 2, events[9]!, events[8]!))],
    ["a hidden event's hash", /events\.json/, (held) => edit(held, "events.json", ({ events }: { events: (RecordedEvent & { hidden?: true })[] }) => void (events.find(({ hidden }) => hidden)!.hash = "0".repeat(64)))],
    ["the end cut off", /events\.json/, (held) => edit(held, "events.json", ({ events }: { events: RecordedEvent[] }) => void events.pop())],
    ["a message's words", /messages\.json/, (held) => edit(held, "messages.json", ({ messages }: { messages: { text: string }[] }) => void (messages[0]!.text += "!"))],
    ["a message taken out", /messages\.json/, (held) => edit(held, "messages.json", ({ messages }: { messages: object[] }) => void messages.pop())],
    ["words that fit no commitment", /words\.json/, (held) => edit(held, "words.json", ({ words }: { words: Record<string, { words: string }> }) => void (Object.values(words)[0]!.words += " "))],
    ["words taken out", /words\.json/, (held) => edit(held, "words.json", ({ words }: { words: Record<string, object> }) => void delete words[Object.keys(words)[0]!])],
    ["a posting's amount", /journal\.json/, (held) => edit(held, "journal.json", ({ postings }: { postings: { amountMinor: number }[] }) => void (postings[0]!.amountMinor += 1))],
    ["a posting of another event", /journal\.json/, (held) => edit(held, "journal.json", ({ postings }: { postings: { eventSeq: number }[] }) => void postings.forEach((one) => (one.eventSeq = 99)))],
    ["another file as evidence", /evidence\.json/, (held) => void held.set("evidence/001.png", Buffer.from("another picture"))],
    ["evidence that is not named", /evidence\.json/, (held) => edit(held, "evidence.json", ({ evidence }: { evidence: object[] }) => void evidence.pop())],
    ["another rule", /policy\.json/, (held) => edit(held, "policy.json", (policy: { terms: Record<string, { is: unknown }> }) => void (Object.values(policy.terms)[0]!.is = "P1D"))],
    ["no events at all", /events\.json/, (held) => void held.set("events.json", Buffer.from("{}"))],
  ];
  for (const [name, file, change] of changes) {
    const { found, said } = differences(await forged(name, change, true));
    assert.ok(found > 0, name);
    assert.match(said, file, name);
  }
});

test("nothing in a dossier can steer the terminal on which it is checked", async () => {
  const place = await forged("escape", (held) => edit(held, "words.json", ({ words }: { words: Record<string, { words: string }> }) => void (Object.values(words)[0]!.words = "\u001b[2J\u202eall is well")), true);
  const { found, said } = differences(place);
  assert.ok(found > 0);
  assert.doesNotMatch(said.replaceAll("\n", ""), /\p{C}/u);
});

test("the verifier needs nothing but Node: no package, no network, no file beside the dossier", async () => {
  const text = await readFile(verifier, "utf8");
  const imports = [...text.matchAll(/from "([^"]+)"|import\(/g)].map(([, name]) => name);
  assert.deepEqual(imports.toSorted(), ["node:crypto", "node:fs", "node:path", "node:url", "node:util"]);
  assert.doesNotMatch(text, /\bfetch\b|https?:|node:net|node:http/);
});
