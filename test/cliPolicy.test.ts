// `rescind policy` as a person uses it: faults by line, a proof, what differs, and what a server says to a version put forward.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { linesOf } from "../src/cli/jsonLines.ts";
import { readWish, WrongUsage } from "../src/cli/wish.ts";
import { operatorKey, startTestServer, type TestServer } from "./support/client.ts";
import { endless, milder } from "./support/policies.ts";

const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "rescind-policy-"));
let server: TestServer;
before(async () => void (server = await startTestServer()));
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function run(args: string[], environment: Record<string, string> = {}): Promise<{ code: number | null; out: string; errors: string }> {
  const { OPERATOR_KEY: _key, ...inherited } = process.env;
  const child = spawn(process.execPath, [cli, "policy", ...args], { stdio: ["ignore", "pipe", "pipe"], env: { ...inherited, ...environment } });
  let out = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, errors })));
}

function fileWith(name: string, content: string | object): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content, null, 2));
  return path;
}

const shipped = readFileSync(new URL("../policies/aliexpress/policy.json", import.meta.url), "utf8");
const lineWith = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split("\n").length;

test("check: every fault of a file with the line where it stands, and exit 1", async () => {
  const text = shipped.replace('"zone"', '"zonne"').replace('"noCancellation", "noClaim"]', '"noCancelation", "noClaim"]').replace('"alipay", "giftCard"]', '"alipay", "cash"]');
  const file = fileWith("faults.json", text);
  const { code, out } = await run(["check", file]);
  assert.equal(code, 1);
  assert.deepEqual(out.trim().split("\n").map((line) => line.replace(`${file}:`, "").split(" ").slice(0, 2).join(" ")), [
    "1: /zone", `${lineWith(text, '"zonne"')}: /zonne`, `${lineWith(text, '"cash"')}: /methods/5`, `${lineWith(text, '"noCancelation"')}: ${/\/arrows\/\d+\/when\/1/.exec(out)?.[0]}`,
  ]);
});

test("check: what is no JSON is told with its line", async () => {
  for (const [name, text, line] of [["half.json", shipped.slice(0, 2000), lineWith(shipped, shipped.slice(2000))], ["comma.json", '{\n  "policy": "x",\n  ,\n}', 3], ["empty.json", "", 1]] as const) {
    const { code, out } = await run(["check", fileWith(name, text)]);
    assert.equal(code, 1);
    assert.match(out, new RegExp(`${name}:${line}: not JSON`), out);
  }
});

test("check: a policy with a hole shows the property and the story, as JSON too", async () => {
  const pottery = JSON.parse(readFileSync(new URL("../examples/policies/pottery/policy.json", import.meta.url), "utf8")) as { deadlines: { owes: string }[] };
  const file = fileWith("endless.json", { ...pottery, deadlines: pottery.deadlines.filter(({ owes }) => owes !== "ShipOrder") });
  const { code, out } = await run(["check", file, "--states", "1000"]);
  assert.equal(code, 1);
  assert.match(out, /✗ silenceEnds[\s\S]*X3 · Nothing happens any more, and the order is awaitingShipment\n\s+marketplace pottery/);
  const json = await run(["check", file, fileWith("list.json", "[]"), "--states", "1000", "--json"]);
  const { policies } = JSON.parse(json.out.trim().split("\n").at(-1)!) as { policies: { faults: object[]; proof: { properties: { name: string; holds: boolean }[] } | null }[] };
  assert.equal(policies[0]!.proof!.properties.find(({ name }) => name === "silenceEnds")!.holds, false);
  assert.deepEqual([policies[1]!.faults.length > 0, policies[1]!.proof], [true, null]);
});

test("diff: sentences between two files, or a file and a shipped policy", async () => {
  const { code, out } = await run(["diff", "aliexpress", fileWith("milder.json", milder())]);
  assert.deepEqual([code, out], [0, "helps sellers:\n  Buyers have 7 days instead of 15 to open a dispute after delivery (protection.afterDelivery, A15).\n"]);
  const { differences } = JSON.parse((await run(["diff", "aliexpress", join(folder, "milder.json"), "--json"])).out) as { differences: { kind: string }[] };
  assert.deepEqual(differences.map(({ kind }) => kind), ["termChanged"]);
  assert.equal((await run(["diff", "olist", "olist"])).out, "no difference\n");
});

test("publish: says what the server says: who must confirm, or the story, or which number is next", async () => {
  const key = { OPERATOR_KEY: operatorKey };
  const taken = await run(["publish", join(folder, "milder.json"), "--server", server.url], key);
  assert.deepEqual([taken.code, /awaits another operator's confirmation:\n {2}POST http.*\/v1\/policies\/aliexpress\/versions\/2\/confirm\n {2}Buyers have 7 days/.test(taken.out)], [0, true], taken.out);
  const broken = await run(["publish", fileWith("broken.json", { ...endless(1), policy: "endless" }), "--server", `${server.url}/`], key);
  assert.deepEqual([broken.code, /is refused: The policy breaks a property\. Nothing waits for ever\.\n\nX3 · /.test(broken.out)], [1, true], broken.out);
  const number = await run(["publish", fileWith("number.json", { ...milder(7), policy: "olist" }), "--server", server.url], key);
  assert.deepEqual([number.code, /The next version of olist is 2, not 7/.test(number.out)], [1, true], number.out);
  const stranger = await run(["publish", join(folder, "milder.json"), "--server", server.url, "--key", "nobody's key at all"]);
  assert.deepEqual([stranger.code, /is refused: This needs an API key/.test(stranger.out)], [1, true], stranger.out);
  const nobody = await run(["publish", join(folder, "milder.json"), "--server", "http://127.0.0.1:1"], key);
  assert.deepEqual([nobody.code, /^rescind: the server does not answer/.test(nobody.errors)], [1, true], nobody.errors);
});

test("what policy does not understand is said in one line", () => {
  const wrong: [string[], RegExp][] = [
    [[], /^policy check, policy diff or policy publish\?/], [["prove"], /^policy knows no prove/], [["check"], /^usage: policy check FILE…/], [["diff", "a"], /^usage: policy diff A B/],
    [["check", "a", "--key", "x"], /^policy check knows no --key/], [["check", "a", "--states", "many"], /^--states is a whole number/],
    [["publish", "a", "--key", "k", "--server", "nowhere"], /^--server nowhere is no address/], [["diff", "a", "b", "c"], /^usage: policy diff A B/],
  ];
  for (const [args, pattern] of wrong) assert.throws(() => readWish(["policy", ...args]), (error) => error instanceof WrongUsage && pattern.test(error.message), args.join(" "));
});

test("a file that is not there ends with 2", async () => {
  const { code, errors } = await run(["check", "nowhere.json"]);
  assert.equal(code, 2);
  assert.match(errors, /^rescind: there is no file nowhere\.json, and no shipped policy of that name; there are aliexpress/);
});

test("the line of every value of a JSON text, whatever stands in it", () => {
  const text = `{\n "a": [1,\n  {"b/c": "x: {,}"},\n  [\n], "\\"]"],\n "~": {"": null,\n "d": [[],\n [2]]}\n}`;
  const lineOf = linesOf(text);
  const expected: [string, number][] = [["", 1], ["/a", 2], ["/a/0", 2], ["/a/1", 3], ["/a/1/b~1c", 3], ["/a/2", 4], ["/a/3", 5], ["/~0", 6], ["/~0/", 6], ["/~0/d", 7], ["/~0/d/0", 7], ["/~0/d/1", 8], ["/~0/d/1/0", 8], ["/a/9/x", 2]];
  for (const [pointer, line] of expected) assert.equal(lineOf(pointer), line, pointer);
});
