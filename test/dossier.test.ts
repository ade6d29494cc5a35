// The dossier over HTTP: what it holds for whom, that the program in it finds every changed byte, and what it says in each language.
// The verifier's own reading of forged dossiers is in dossierForged.test.ts.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { startTestServer, type TestServer } from "./support/client.ts";
import { disputedOrder, picture, said, upload, type Disputed } from "./support/disputed.ts";
import { pdfText } from "./support/pdfText.ts";
import { unzip } from "./support/unzip.ts";

let server: TestServer;
let disputed: Disputed;
let folder: string;
before(async () => {
  server = await startTestServer();
  disputed = await disputedOrder(server);
  folder = await mkdtemp(join(tmpdir(), "rescind-dossier-"));
});
after(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const tokenOf = async (role: string, id: string): Promise<string> => (await server.operator.post("/v1/tokens", { role, id })).body.token as string;

/** The answer to a request for a dossier, as it came. */
async function ask(role: string, id: string, language = "en", orderId = disputed.id, method = "GET"): Promise<Response> {
  return fetch(`${server.url}/v1/orders/${orderId}/dossier?language=${language}`, { method, headers: { authorization: `Bearer ${await tokenOf(role, id)}` } });
}

async function dossier(role: string, id: string, language = "en", orderId = disputed.id): Promise<Buffer> {
  const answer = await ask(role, id, language, orderId);
  assert.equal(answer.status, 200);
  return Buffer.from(await answer.arrayBuffer());
}

async function unpacked(zip: Buffer, name: string): Promise<string> {
  const root = join(folder, name);
  for (const [path, bytes] of unzip(zip)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), bytes);
  }
  return root;
}

/** Runs `node verify.mjs …` and returns how it ended and what it said. */
function run(script: string, args: string[] = [], cwd = folder): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd, env: {} }, (error, output, errors) => resolve({ code: error ? Number(error.code) : 0, output: output + errors }));
  });
}

const json = (files: Map<string, Buffer>, path: string) => JSON.parse(files.get(path)!.toString("utf8"));

test("a dossier is a ZIP of known length, named after the order, with everything in it", async () => {
  const answer = await ask("buyer", "anna");
  const zip = Buffer.from(await answer.arrayBuffer());
  assert.equal(answer.headers.get("content-type"), "application/zip");
  assert.equal(Number(answer.headers.get("content-length")), zip.length);
  assert.equal(decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(answer.headers.get("content-disposition")!)![1]!), "dossier-Д-1001 仙.zip");
  assert.deepEqual([...unzip(zip).keys()], [
    "manifest.json", "manifest.sig", "summary.pdf", "events.json", "words.json", "messages.json", "journal.json", "evidence.json", "policy.json", "HOW-TO-VERIFY.txt", "verify.mjs", "evidence/001.png",
  ]);
  const head = await ask("buyer", "anna", "en", disputed.id, "HEAD");
  assert.deepEqual([head.status, await head.text()], [200, ""]);
  assert.equal((await ask("buyer", "anna", "fr")).status, 400);
});

test("unpacked, `node verify.mjs` says in the reader's language that nothing was changed; so it does on the ZIP, and with the key of /v1/dossier-key", async () => {
  const key = (await server.nobody.get("/v1/dossier-key")).body;
  for (const [language, sentence] of [["en", "Nothing was changed."], ["zh", "没有任何改动。"], ["ru", "Ничего не изменено."]] as const) {
    const zip = await dossier("buyer", "anna", language);
    const root = await unpacked(zip, `whole-${language}`);
    const inFolder = await run("verify.mjs", [], root);
    assert.deepEqual([inFolder.code, inFolder.output.trimEnd().split("\n").at(-1)], [0, sentence], inFolder.output);
    await writeFile(join(folder, "whole.zip"), zip);
    for (const given of [key.id, key.publicKey] as string[]) assert.equal((await run(join(root, "verify.mjs"), ["whole.zip", "--key", given])).code, 0);
    assert.equal((await run(join(root, "verify.mjs"), ["whole.zip", "--key", "0".repeat(64)])).code, 1, "another key than the one given");
  }
  const served = await fetch(`${server.url}/v1/dossier-verifier`);
  assert.deepEqual(Buffer.from(await served.arrayBuffer()), unzip(await dossier("seller", "cactus")).get("verify.mjs"), "the server shows the very program");
});

test("the summary says it in the reader's language, with every character of every script embedded", async () => {
  const headings = { en: ["Dossier of order", "What happened", "Decisions and their reasons", "Claim decided by the mediators"], zh: ["卷宗", "经过", "决定及理由", "调解作出决定", "退款已批准"], ru: ["Досье заказа", "Что произошло", "Решения и их основания", "Посредники вынесли решение"] };
  for (const language of ["en", "zh", "ru"] as const) {
    const files = unzip(await dossier("buyer", "anna", language));
    const { text, embedded, fonts } = pdfText(files.get("summary.pdf")!);
    assert.ok(fonts > 0 && embedded === fonts, `${embedded} of ${fonts} fonts are embedded`);
    const plain = text.replaceAll(" ", "");
    for (const words of headings[language]) assert.ok(plain.includes(words.replaceAll(" ", "")), `${language}: ${words}`);
    for (const words of [said.buyerName, said.sellerName, said.title, said.russian, said.chinese, said.note, said.refusal, said.ruling, said.appeal, "−102.50", "Asia/Shanghai"]) {
      const written = language === "ru" ? words.replace("102.50", "102,50") : words;
      assert.ok(plain.includes(written.replaceAll(" ", "")), `${language}: ${written}`);
    }
    assert.ok(plain.includes("[U+1F331][U+1F480]"), "what no font has is named, not lost");
    const manifest = json(files, "manifest.json");
    for (const proof of [manifest.lastEventHash, manifest.key.id, manifest.policy.sha256, manifest.files.at(-1).sha256]) assert.ok(plain.includes(proof), `${language}: ${proof}`);
  }
});

test("events, ledger and messages are what the API shows", async () => {
  const files = unzip(await dossier("operator", "olga"));
  const [events, journal, messages] = await Promise.all(["events", "journal", "messages"].map((part) => server.operator.get(`/v1/orders/${disputed.id}/${part}`)));
  assert.deepEqual(json(files, "events.json").events.map((event: { hash: string }) => event.hash), events!.body.events.map((event: { hash: string }) => event.hash));
  const strip = ({ eventSeq, account, amountMinor, currency }: Record<string, unknown>) => ({ eventSeq, account, amountMinor, currency });
  assert.deepEqual(json(files, "journal.json").postings.map(strip), journal!.body.postings.map(strip));
  assert.deepEqual(json(files, "messages.json").messages.map(({ id, text, warning }: Record<string, unknown>) => ({ id, text, warning })), messages!.body.messages.map(({ id, text, warning }: Record<string, unknown>) => ({ id, text, warning })));
  assert.equal(json(files, "messages.json").messages[1].warning, "offPlatformPayment");
  assert.deepEqual(files.get("evidence/001.png"), picture);
  assert.equal(json(files, "evidence.json").evidence[0].name, "фото: семена_упаковка.png");
});

test("each reader gets what they may see: the buyer no sanctions, the seller not the buyer's e-mail, and both dossiers are whole", async () => {
  const [buyer, seller, operator] = await Promise.all([dossier("buyer", "anna"), dossier("seller", "cactus"), dossier("operator", "olga")]);
  const everything = (zip: Buffer): string => `${zip.toString("utf8")}${pdfText(unzip(zip).get("summary.pdf")!).text}`;
  assert.match(everything(operator), /SellerSanctioned/);
  assert.match(everything(seller), /SellerSanctioned/);
  assert.doesNotMatch(everything(buyer).replaceAll(/"(policy|sanctions?)"/g, ""), /SellerSanctioned|Seller sanctioned|platform\/fines/);
  assert.ok(everything(buyer).includes(said.email) && everything(operator).includes(said.email));
  assert.ok(!everything(seller).includes(said.email));
  const { events } = json(unzip(buyer), "events.json");
  const hidden = events.find((event: { hidden?: true }) => event.hidden);
  assert.deepEqual(Object.keys(hidden), ["seq", "hidden", "hash"], "of what is hidden only its place and its hash");
  const profile = json(unzip(seller), "events.json").events[0].data.buyer.profile.sealed;
  assert.deepEqual(json(unzip(seller), "words.json").words[profile], { state: "part", shown: { name: said.buyerName, address: "ул. Лесная 5, Казань" } }, "no salt, which would let the e-mail be guessed");
  for (const [name, zip] of Object.entries({ buyer, seller, operator })) assert.equal((await run("verify.mjs", [], await unpacked(zip, name))).code, 0, name);
});

test("an earlier dossier of the same order is the beginning of a later one; another order's is not", async () => {
  const earlier = await dossier("buyer", "anna");
  assert.equal((await disputed.buyer.post(`/v1/orders/${disputed.id}/messages`, { text: "Спасибо" })).status, 201);
  const root = await unpacked(await dossier("buyer", "anna"), "later");
  await writeFile(join(folder, "earlier.zip"), earlier);
  const foreign = await server.place({ buyer: { id: "anna", country: "FR" } });
  await writeFile(join(folder, "foreign.zip"), await dossier("buyer", "anna", "en", foreign.id as string));
  assert.equal((await run("verify.mjs", ["--earlier", join(folder, "earlier.zip")], root)).code, 0);
  assert.equal((await run("verify.mjs", ["--earlier", join(folder, "foreign.zip")], root)).code, 1);
});

test("large evidence goes through in pieces, and nothing of it is lost", async () => {
  const { id } = await server.place({ buyer: { id: "bob", country: "DE" } });
  const bob = await server.as("buyer", "bob");
  await bob.command(id, { type: "PayOrder", method: "card" });
  await server.advance("PT2H");
  const seller = await server.as("seller", "cactus");
  await seller.command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: "SB-LARGE-1" });
  await server.advance("P8D");
  const large = Buffer.concat([picture, Buffer.alloc(6 * 1024 * 1024, "seed")]);
  const files = [await upload(bob, large, "big.png"), await upload(bob, picture, "small.png"), await upload(bob, large.subarray(0, 5_000_000), "../../etc/passwd.png")];
  assert.equal((await bob.command(id, { type: "OpenClaim", ground: "notTracked", evidence: files })).status, 200);
  const zip = await dossier("buyer", "bob", "en", id as string);
  const held = unzip(zip);
  assert.deepEqual([...held.keys()].slice(-3), ["evidence/001-big.png", "evidence/002-small.png", "evidence/003-etc_passwd.png"]);
  assert.ok(held.get("evidence/001-big.png")!.equals(large));
  await writeFile(join(folder, "large.zip"), zip);
  assert.equal((await run(await unpacked(zip, "large").then((root) => join(root, "verify.mjs")), ["large.zip"])).code, 0);
});

test("a file that is erased while it is being downloaded breaks the download off, instead of ending it as if it were whole", async () => {
  const { id } = await server.place({ buyer: { id: "eve", country: "DE" } });
  const eve = await server.as("buyer", "eve");
  await eve.command(id, { type: "PayOrder", method: "card" });
  await server.advance("PT2H");
  const large = Buffer.concat([picture, Buffer.alloc(10 * 1024 * 1024, "seed")]);
  const evidence = [await upload(eve, large, "1.png"), await upload(eve, large, "2.png"), await upload(eve, large, "3.png")];
  await eve.command(id, { type: "RequestCancellation", reason: "outOfStock", sellerAtFault: true });
  const added = await eve.command(id, { type: "AddEvidence", evidence });
  assert.equal(added.status, 200, JSON.stringify(added.body));
  const answer = await ask("operator", "olga", "en", id as string);
  const reader = answer.body!.getReader();
  await reader.read();
  await server.operator.call("DELETE", "/v1/people/buyer/eve/words");
  await assert.rejects(async () => {
    while (!(await reader.read()).done);
  });
  assert.equal((await server.nobody.get("/health")).status, 200);
});

test("an erased person's words, name and files are erased in a dossier too, and it is whole", async () => {
  const own = await disputedOrder(server, "E-1");
  assert.ok((await dossier("seller", "cactus", "ru", own.id)).includes(said.russian));
  await server.operator.call("DELETE", "/v1/people/buyer/anna/words");
  const zip = await dossier("seller", "cactus", "ru", own.id);
  const files = unzip(zip);
  const { text } = pdfText(files.get("summary.pdf")!);
  for (const gone of [said.russian, said.english, said.note, said.appeal, said.buyerName, "семена_упаковка"]) {
    assert.ok(!zip.includes(gone), gone);
    assert.ok(!text.replaceAll(" ", "").includes(gone.replaceAll(" ", "")), gone);
  }
  assert.ok(zip.includes(said.chinese), "the seller's words are still there");
  assert.ok(text.includes("стёрто"));
  assert.ok(![...files.keys()].some((path) => path.startsWith("evidence/")));
  assert.deepEqual(json(files, "evidence.json").evidence.map(({ state, sha256, name }: Record<string, unknown>) => ({ state, sha256, name })), [{ state: "erased", sha256: null, name: null }]);
  const words = Object.values(json(files, "words.json").words) as { state: string; salt?: string }[];
  assert.ok(words.filter(({ state }) => state === "erased").length >= 5);
  assert.ok(words.every(({ state, salt }) => state !== "erased" || salt === undefined), "no salt of erased words");
  const { code, output } = await run("verify.mjs", [], await unpacked(zip, "erased"));
  assert.equal(code, 0, output);
});
