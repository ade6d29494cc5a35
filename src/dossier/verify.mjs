// Checks a dossier of an order without any network or package: node verify.mjs [FOLDER or ZIP] [--key ID] [--earlier FOLDER or ZIP] [--language en|zh|ru]
// Exit 0: nothing was changed. Exit 1: something was; every difference is one line. Needs Node 20 or later.
// It is part of each dossier and of Rescind's repository; take it from a source that you trust, not from who gave you the dossier.
import { createHash, createPublicKey, verify } from "node:crypto";
import { closeSync, existsSync, lstatSync, openSync, readFileSync, readSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const GENESIS = "0".repeat(64);
/** What systems leave behind in folders by themselves: no part of a dossier. */
const leftovers = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

const texts = {
  en: {
    whole: "whole    ", changed: "CHANGED  ", note: "note     ",
    files: (n) => `${n} files have the size and the SHA-256 that the manifest names`,
    signature: (id) => `the manifest is signed with the key ${id}`,
    compare: "compare this key with the one that the marketplace shows at /v1/dossier-key, or give it with --key",
    compared: "the key is the one that you gave",
    chain: (n) => `${n} events follow one another without a gap, and each hash covers the one before`,
    hidden: (n) => `${n} of the events are not shown to whom the dossier was made for; only their hashes are here`,
    words: (n) => `${n} texts of people fit the commitments in the events`,
    part: (n) => `${n} profiles are shown in part and cannot be checked`,
    erased: (n) => `${n} texts were erased; their commitments are still in the events`,
    messages: (n) => `${n} messages are those of the events`,
    journal: (n) => `${n} postings sum to zero for each event and currency`,
    evidence: (n) => `${n} files of evidence are named by the events`,
    evidenceErased: (n) => `${n} files of evidence were erased`,
    leftOut: (n) => `${n} files of evidence were left out for their size; their hashes are here`,
    policy: (name) => `the rules are ${name}`,
    earlier: (n) => `the ${n} events of the earlier dossier are the first ones of this`,
    result: (n) => (n === 0 ? "Nothing was changed." : `${n} difference(s): this is not the dossier that was signed.`),
  },
  zh: {
    whole: "完整     ", changed: "已改动   ", note: "说明     ",
    files: (n) => `${n} 个文件的大小和 SHA-256 与清单一致`,
    signature: (id) => `清单由密钥 ${id} 签名`,
    compare: "请将此密钥与平台在 /v1/dossier-key 公布的密钥比对，或用 --key 提供",
    compared: "密钥与您提供的一致",
    chain: (n) => `${n} 个事件连续无缺，每个哈希都涵盖前一个`,
    hidden: (n) => `其中 ${n} 个事件不向本卷宗的领取人显示，此处仅有其哈希`,
    words: (n) => `${n} 段当事人文字与事件中的承诺值相符`,
    part: (n) => `${n} 份个人资料仅部分显示，无法核对`,
    erased: (n) => `${n} 段文字已被删除，其承诺值仍在事件中`,
    messages: (n) => `${n} 条消息与事件一致`,
    journal: (n) => `${n} 笔分录按事件和币种合计均为零`,
    evidence: (n) => `${n} 个证据文件为事件所引用`,
    evidenceErased: (n) => `${n} 个证据文件已被删除`,
    leftOut: (n) => `${n} 个证据文件因体积过大未收入，此处有其哈希`,
    policy: (name) => `适用规则为 ${name}`,
    earlier: (n) => `较早卷宗的 ${n} 个事件正是本卷宗开头的事件`,
    result: (n) => (n === 0 ? "没有任何改动。" : `发现 ${n} 处差异：这不是当初签名的卷宗。`),
  },
  ru: {
    whole: "цело     ", changed: "ИЗМЕНЕНО ", note: "примечание ",
    files: (n) => `файлов с размером и SHA-256 из описи: ${n}`,
    signature: (id) => `опись подписана ключом ${id}`,
    compare: "сравните этот ключ с тем, который площадка показывает по адресу /v1/dossier-key, или укажите его через --key",
    compared: "ключ совпадает с указанным вами",
    chain: (n) => `событий подряд без пропусков, где каждый хеш охватывает предыдущий: ${n}`,
    hidden: (n) => `событий, которые получателю досье не показываются (здесь только их хеши): ${n}`,
    words: (n) => `текстов людей, совпавших с обязательствами в событиях: ${n}`,
    part: (n) => `профилей, показанных частично и потому не проверяемых: ${n}`,
    erased: (n) => `стёртых текстов, обязательства которых остались в событиях: ${n}`,
    messages: (n) => `сообщений, совпавших с событиями: ${n}`,
    journal: (n) => `проводок, дающих ноль по каждому событию и валюте: ${n}`,
    evidence: (n) => `файлов доказательств, названных в событиях: ${n}`,
    evidenceErased: (n) => `стёртых файлов доказательств: ${n}`,
    leftOut: (n) => `файлов доказательств, не вошедших из-за размера (их хеши здесь): ${n}`,
    policy: (name) => `правила: ${name}`,
    earlier: (n) => `события более раннего досье (${n}) стоят первыми и в этом`,
    result: (n) => (n === 0 ? "Ничего не изменено." : `Расхождений: ${n}. Это не то досье, которое было подписано.`),
  },
};

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex");
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** RFC 8785. What JSON.parse gives needs no more: numbers and strings are written as JSON.stringify writes them. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

/** Equal as JSON, however the keys are ordered. */
const same = (a, b) => canonical(a ?? null) === canonical(b ?? null);

// ---- Where the files are: a folder, or the ZIP itself. Both give the paths and, for each, its bytes.

function openFolder(root) {
  const paths = [];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (!leftovers.has(entry.name)) paths.push(relative(root, path).split(sep).join("/"));
    }
  };
  walk(root);
  const read = (path) => {
    const place = join(root, ...path.split("/"));
    if (!lstatSync(place).isFile()) throw new Error("not a plain file");
    return readFileSync(place);
  };
  return { paths, read, faults: [] };
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit += 1) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n >>> 0;
});

function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = crcTable[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/** The header before a file (or its record at the end): a dossier's ZIP leaves no byte of it open. */
function zipHead(signature, length, at, name, size, crc, offset) {
  const head = Buffer.alloc(length);
  head.writeUInt32LE(signature, 0);
  if (at === 6) head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(0x0800, at + 2);
  head.writeUInt16LE(0x0021, at + 8);
  head.writeUInt32LE(crc, at + 10);
  head.writeUInt32LE(size, at + 14);
  head.writeUInt32LE(size, at + 18);
  head.writeUInt16LE(name.length, at + 22);
  if (at === 6) head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name]);
}

function openZip(path) {
  const length = statSync(path).size;
  const slice = (from, size) => {
    if (from < 0 || size < 0 || from + size > length) throw new Error("the ZIP ends too early");
    const bytes = Buffer.alloc(size);
    const file = openSync(path, "r");
    try {
      for (let done = 0; done < size;) {
        const got = readSync(file, bytes, done, size - done, from + done);
        if (got === 0) throw new Error("the ZIP cannot be read");
        done += got;
      }
    } finally {
      closeSync(file);
    }
    return bytes;
  };
  const end = slice(length - 22, 22);
  const [count, size, start] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  const expected = Buffer.alloc(22);
  expected.writeUInt32LE(0x06054b50, 0);
  expected.writeUInt16LE(count, 8);
  expected.writeUInt16LE(count, 10);
  expected.writeUInt32LE(length - 22 - start, 12);
  expected.writeUInt32LE(start, 16);
  if (!end.equals(expected)) throw new Error("the end of the ZIP is not what it was written as");
  return zipFiles(slice, slice(start, size), count, start);
}

function zipFiles(slice, directory, count, start) {
  const places = new Map();
  const faults = [];
  let [at, offset] = [0, 0];
  for (let index = 0; index < count; index += 1) {
    const [crc, size, nameLength] = [directory.readUInt32LE(at + 16), directory.readUInt32LE(at + 20), directory.readUInt16LE(at + 28)];
    const name = directory.subarray(at + 46, at + 46 + nameLength);
    const local = zipHead(0x04034b50, 30, 4, name, size, crc, 0);
    const record = zipHead(0x02014b50, 46, 6, name, size, crc, offset);
    const path = name.toString("utf8");
    if (places.has(path)) faults.push(`ZIP: ${path} is there twice`);
    if (!directory.subarray(at, at + record.length).equals(record) || !slice(offset, local.length).equals(local)) faults.push(`ZIP: the header of ${path} is not what it was written as`);
    places.set(path, { from: offset + local.length, size, crc });
    at += record.length;
    offset += local.length + size;
  }
  if (at !== directory.length || offset !== start) faults.push("ZIP: there are bytes that belong to no file");
  const read = (path) => {
    const { from, size, crc } = places.get(path);
    const bytes = slice(from, size);
    if (crc32(bytes) !== crc) faults.push(`ZIP: the check sum of ${path} is wrong`);
    return bytes;
  };
  return { paths: [...places.keys()], read, faults };
}

const openDossier = (path) => (statSync(path).isDirectory() ? openFolder(path) : openZip(path));

// ---- What is checked. Each check reports what is whole, what was changed, and what it cannot say.

function checkFiles({ paths, read }, manifest, report) {
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  let fine = 0;
  for (const { path, size, sha256: expected } of manifest.files) {
    if (!paths.includes(path)) { report.changed(`${path}: is missing`); continue; }
    const bytes = read(path);
    if (bytes.length !== size) report.changed(`${path}: has ${bytes.length} bytes instead of ${size}`);
    else if (sha256(bytes) !== expected) report.changed(`${path}: its bytes are not those that were signed`);
    else fine += 1;
  }
  for (const path of paths) if (!listed.has(path) && path !== "manifest.json" && path !== "manifest.sig") report.changed(`${path}: does not belong to the dossier`);
  if (listed.size !== manifest.files.length) report.changed("manifest.json: names a file twice");
  if (fine === manifest.files.length) report.whole("files", fine);
}

function checkSignature({ read }, manifest, key, report) {
  const publicKey = Buffer.from(manifest.key.publicKey, "hex");
  const id = sha256(publicKey);
  const text = read("manifest.sig").toString("latin1");
  if (!/^[0-9a-f]{128}\n$/.test(text)) return report.changed("manifest.sig: is no signature");
  if (manifest.key.algorithm !== "Ed25519" || publicKey.length !== 32 || id !== manifest.key.id) return report.changed("manifest.json: its key is not the one that it names");
  const opened = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey.toString("base64url") }, format: "jwk" });
  if (!verify(null, read("manifest.json"), opened, Buffer.from(text.trim(), "hex"))) return report.changed("manifest.json: the signature does not fit it");
  report.whole("signature", id);
  if (key === undefined) report.note("compare");
  else if (key.toLowerCase() === id || key.toLowerCase() === publicKey.toString("hex")) report.whole("compared");
  else report.changed("manifest.json: signed with another key than the one you gave");
}

function checkChain(events, manifest, report) {
  let previous = GENESIS;
  const before = report.count();
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1) report.changed(`events.json: event ${event.seq} stands at place ${index + 1}`);
    if (!/^[0-9a-f]{64}$/.test(event.hash)) report.changed(`events.json: event ${event.seq} has no hash`);
    const { seq, at, type, by, because, policyVersion, data } = event;
    if (event.hidden === true) { previous = event.hash; continue; }
    const expected = sha256(`${previous}\n${canonical({ seq, at, type, by, because, policyVersion, data })}`);
    if (event.hash !== expected) report.changed(`events.json: event ${event.seq} (${event.type}): the hash does not fit it and the one before`);
    if (policyVersion !== manifest.policy.version) report.changed(`events.json: event ${event.seq} is under another version of the rules`);
    previous = event.hash;
  }
  if (events.length !== manifest.events || previous !== manifest.lastEventHash) report.changed("events.json: the last event is not the one that the manifest names");
  const first = events[0];
  if (first?.type !== "OrderPlaced" || first.data.id !== manifest.order || first.data.externalId !== manifest.externalId) report.changed("events.json: this is another order's history");
  if (report.count() === before) report.whole("chain", events.length);
  const hidden = events.filter((event) => event.hidden === true).length;
  if (hidden > 0) report.note("hidden", hidden);
}

function* sealedIn(value) {
  if (value === null || typeof value !== "object") return;
  if (typeof value.sealed === "string") { yield value.sealed; return; }
  for (const inner of Object.values(value)) yield* sealedIn(inner);
}

function checkWords(seen, words, report) {
  const wanted = new Set(seen.flatMap((event) => [...sealedIn(event.data)]));
  const before = report.count();
  const of = { open: 0, part: 0, erased: 0 };
  for (const commitment of wanted) if (!Object.hasOwn(words, commitment)) report.changed(`words.json: nothing is said of ${commitment}`);
  for (const [commitment, { state, salt, words: text }] of Object.entries(words)) {
    if (!wanted.has(commitment)) report.changed(`words.json: ${commitment} is in no event`);
    if (!Object.hasOwn(of, state)) report.changed(`words.json: ${commitment} has no known state`);
    if (state === "open" && sha256(Buffer.from(salt, "hex"), Buffer.from(text, "utf8")) !== commitment) report.changed(`words.json: "${text.slice(0, 60)}" does not fit its commitment ${commitment}`);
    of[state] += 1;
  }
  if (report.count() === before) report.whole("words", of.open);
  if (of.part > 0) report.note("part", of.part);
  if (of.erased > 0) report.note("erased", of.erased);
}

function checkMessages(seen, words, messages, report) {
  const before = report.count();
  const expected = seen.filter(({ type }) => type === "MessageSent").map(({ seq, at, by, data }) => {
    const opening = words[data.text.sealed];
    const text = opening?.state === "open" ? opening.words : null;
    return { id: `msg_${seq}`, seq, at: new Date(at).toISOString(), by, text, commitment: data.text.sealed, warning: data.warning, about: data.about };
  });
  for (const message of expected) if (!messages.some((one) => same(one, message))) report.changed(`messages.json: the message of event ${message.seq} is not there as it was sent`);
  if (messages.length !== expected.length) report.changed(`messages.json: ${messages.length} messages instead of ${expected.length}`);
  if (report.count() === before) report.whole("messages", messages.length);
}

function checkJournal(seen, postings, report) {
  const times = new Map(seen.map(({ seq, at }) => [seq, at]));
  const sums = new Map();
  const before = report.count();
  for (const { eventSeq, at, amountMinor, currency } of postings) {
    if (times.get(eventSeq) !== at) report.changed(`journal.json: a posting cites event ${eventSeq}, which is not there at that time`);
    if (!Number.isSafeInteger(amountMinor)) report.changed(`journal.json: event ${eventSeq} posts no whole number of minor units`);
    const account = `${eventSeq} ${currency}`;
    sums.set(account, (sums.get(account) ?? 0) + amountMinor);
  }
  for (const [account, sum] of sums) if (sum !== 0) report.changed(`journal.json: the postings of event ${account} sum to ${sum}`);
  if (report.count() === before) report.whole("journal", postings.length);
}

function checkEvidence(seen, evidence, manifest, report) {
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const wanted = new Set(seen.flatMap(({ data }) => [...(data.evidence ?? []), ...(data.documents ?? [])]));
  const named = new Set(evidence.map(({ id }) => id));
  const before = report.count();
  for (const id of wanted) if (!named.has(id)) report.changed(`evidence.json: ${id} is named by an event and not here`);
  for (const { id, state, path, size, sha256: expected } of evidence) {
    if (!wanted.has(id)) report.changed(`evidence.json: ${id} is named by no event`);
    const file = listed.get(path);
    if (state === "here" && (file?.sha256 !== expected || file.size !== size)) report.changed(`evidence.json: ${id} is another file than the manifest's`);
  }
  const paths = new Set(evidence.map(({ path }) => path));
  for (const path of listed.keys()) if (path.startsWith("evidence/") && !paths.has(path)) report.changed(`evidence.json: ${path} is not named`);
  if (report.count() === before) report.whole("evidence", evidence.length);
  for (const [state, text] of [["erased", "evidenceErased"], ["leftOut", "leftOut"]]) {
    const count = evidence.filter((entry) => entry.state === state).length;
    if (count > 0) report.note(text, count);
  }
}

function checkPolicy(policy, manifest, report) {
  const { name, version, sha256: expected } = manifest.policy;
  if (policy.policy !== name || policy.version !== version || sha256(canonical(policy)) !== expected) report.changed("policy.json: these are not the rules that the manifest names");
  else report.whole("policy", `${name} ${version}`);
}

function checkEarlier(events, path, report) {
  const earlier = JSON.parse(openDossier(path).read("events.json").toString("utf8")).events;
  const fits = earlier.every(({ hash }, index) => events[index]?.hash === hash);
  if (fits) report.whole("earlier", earlier.length);
  else report.changed("events.json: an event of the earlier dossier was changed or is gone");
}

/** Reports in a language; counts the differences. */
function reporter(language, print) {
  const text = Object.hasOwn(texts, language) ? texts[language] : texts.en;
  let differences = 0;
  // What a dossier says must not steer the terminal that it is shown on.
  const say = (mark, line) => print(`${mark}${line.replaceAll(/\p{C}/gu, "?")}`);
  return {
    whole: (name, ...values) => say(text.whole, typeof text[name] === "function" ? text[name](...values) : text[name]),
    note: (name, ...values) => say(text.note, typeof text[name] === "function" ? text[name](...values) : text[name]),
    changed: (line) => { differences += 1; say(text.changed, line); },
    count: () => differences,
    end: () => { print(`\n${text.result(differences)}`); return differences; },
  };
}

/** Checks the dossier in that folder or ZIP. Prints a line for each check; returns the number of differences. */
export function check(place, values, print) {
  let report = reporter(values.language ?? "en", print);
  /** Whatever cannot even be read was changed; the other checks go on. */
  const attempt = (what, work) => {
    try {
      return work();
    } catch (error) {
      report.changed(`${what}: ${error.message}`);
    }
  };
  const dossier = attempt(place, () => openDossier(place));
  const json = (path) => JSON.parse(dossier.read(path).toString("utf8"));
  const manifest = dossier && attempt("manifest.json", () => json("manifest.json"));
  if (!manifest) return report.end();
  report = reporter(values.language ?? manifest.language, print);
  attempt("manifest.sig", () => checkSignature(dossier, manifest, values.key, report));
  attempt("manifest.json", () => checkFiles(dossier, manifest, report));
  const events = attempt("events.json", () => json("events.json").events) ?? [];
  const seen = events.filter((event) => event.hidden !== true);
  const words = attempt("words.json", () => json("words.json").words) ?? {};
  attempt("events.json", () => checkChain(events, manifest, report));
  attempt("words.json", () => checkWords(seen, words, report));
  attempt("messages.json", () => checkMessages(seen, words, json("messages.json").messages, report));
  attempt("journal.json", () => checkJournal(seen, json("journal.json").postings, report));
  attempt("evidence.json", () => checkEvidence(seen, json("evidence.json").evidence, manifest, report));
  attempt("policy.json", () => checkPolicy(json("policy.json"), manifest, report));
  if (values.earlier !== undefined) attempt(values.earlier, () => checkEarlier(events, values.earlier, report));
  for (const fault of new Set(dossier.faults)) report.changed(fault);
  return report.end();
}

function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { key: { type: "string" }, earlier: { type: "string" }, language: { type: "string" } } });
  const place = positionals[0] ?? fileURLToPath(new URL(".", import.meta.url));
  if (existsSync(place)) return check(place, values, (line) => process.stdout.write(`${line}\n`)) === 0 ? 0 : 1;
  process.stderr.write(`${place}: there is nothing\n`);
  return 2;
}

// Run, and not merely read by another program.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) process.exitCode = main();
