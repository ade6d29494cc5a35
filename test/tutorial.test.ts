// The tutorial, step by step as a reader takes it: what the page says is printed is printed, and what comes of it is the example.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { prove } from "../src/check/prove.ts";
import { runPolicy } from "../src/cli/policy.ts";
import { readWish } from "../src/cli/wish.ts";
import { checkPolicy } from "../src/engine/policyShape.ts";
import { operatorKey, startTestServer, type Json, type TestServer } from "./support/client.ts";
import { readTutorial, written } from "./support/tutorial.ts";

/** Enough to find what the page shows, and to reach every rule. */
const STATES = 2_000;
const steps = readTutorial(new URL("../docs/tutorial-policy.md", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "rescind-tutorial-"));
let server: TestServer;
before(async () => void (server = await startTestServer({ prove: (policy) => prove(policy, { states: STATES }) })));
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Runs a command of the page in the reader's folder; what it printed. */
async function run(command: string): Promise<string> {
  const rescind = /^npm run -s rescind -- (.*)$/.exec(command);
  if (!rescind) return viaHttp(command);
  const words = rescind[1]!.split(" ").map((word) => (word.endsWith(".json") ? join(folder, word) : word));
  const more = words[1] === "check" ? ["--states", String(STATES)] : words[1] === "publish" ? ["--server", server.url, "--key", operatorKey] : [];
  const wish = readWish([...words, ...more]);
  assert.equal(wish.command, "policy");
  let out = "";
  await runPolicy(wish, (text) => (out += `${text}\n`));
  return out;
}

async function viaHttp(command: string): Promise<string> {
  const path = /^curl -X POST -H "Authorization: Bearer \$IVAN" http:\/\/127\.0\.0\.1:4600(\/\S+)$/.exec(command)?.[1];
  assert.ok(path, `nobody knows how to run ${command}`);
  const { status, body } = await (await server.as("operator", "ivan")).post(path);
  assert.deepEqual([status, body.status], [200, "published"]);
  return JSON.stringify(body);
}

test("every step of the tutorial does what the page says, and its end is the example", { timeout: 900_000 }, async (context) => {
  let policy: Json = null;
  let published: Json = null;
  for (const step of steps) {
    if (step.kind === "write") {
      policy = written(policy, step);
      writeFileSync(join(folder, published ? "pottery-2.json" : "pottery.json"), JSON.stringify(policy, null, 2));
      continue;
    }
    await context.test(`line ${step.line}: ${step.command}`, async () => {
      const lines = (await run(step.command)).split("\n").map((line) => line.trim());
      let from = 0;
      for (const shown of step.shown) {
        const at = lines.findIndex((line, index) => index >= from && line.includes(shown));
        assert.ok(at >= 0, `the page shows "${shown}", which is not printed${lines.some((line) => line.includes(shown)) ? " there" : ""}:\n${lines.join("\n")}`);
        from = at;
      }
      assert.ok(step.shown.length > 0 || step.command.startsWith("curl"), "the page shows what is printed");
    });
    if (step.command.includes("/confirm")) published = policy;
  }
  const example: unknown = JSON.parse(readFileSync(new URL("../examples/policies/pottery/policy.json", import.meta.url), "utf8"));
  assert.deepEqual(checkPolicy(published), checkPolicy(example));
});

test("the example is proven as far as a page's patience goes", { timeout: 900_000 }, async () => {
  const example: unknown = JSON.parse(readFileSync(new URL("../examples/policies/pottery/policy.json", import.meta.url), "utf8"));
  const { properties } = await prove(checkPolicy(example), { states: 12_000 });
  for (const { name, holds, story } of properties) assert.ok(holds, `${name}\n${story}`);
});

test("an order of the tutorial's marketplace goes from payment to completion", async () => {
  const { id } = await server.place({ marketplace: "pottery", shipWithin: undefined });
  const [ann, potter] = [await server.as("buyer", "ann"), await server.as("seller", "cactus")];
  assert.equal((await ann.command(id, { type: "PayOrder", method: "card" })).status, 200);
  await server.advance("PT2H");
  assert.equal((await potter.command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: "SB-MUG" })).status, 200);
  await server.operator.post("/v1/sandbox/carrier/scans", { trackingNumber: "SB-MUG", status: "delivered", country: "DE" });
  await server.advance("P8D");
  assert.equal((await ann.get(`/v1/orders/${id}`)).body.status, "completed");
});
