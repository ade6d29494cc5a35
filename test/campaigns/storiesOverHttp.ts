// The same stories over HTTP: a server in the sandbox, people by their tokens, gateways by the sandbox's routes, the clock by
// advancing it. A campaign of its own (minutes): node --test test/campaigns/storiesOverHttp.ts. What only the core can be told
// (an institution that says nothing, a new version of a policy) stays with the core.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parseStories, type Story } from "../../src/story/story.ts";
import type { Policy } from "../../src/core/policy.ts";
import { startTestServer, type TestServer } from "../support/client.ts";
import { policyNamed } from "../support/coreOrder.ts";
import { playOverHttp, policyFor } from "../support/storyOverHttp.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What the sandbox has no way to do. */
const onTheCoreAlone = (story: Story): boolean =>
  story.setting.elsewhere.points > 0 || story.steps.some(({ who, command, outcome }) =>
    command === "PublishPolicy" || command === "RecordRefundUnknown" ||
    (who.role === "institution" && ["RequestReversal", "AskForMore", "GrantReversal", "RefuseReversal"].includes(command ?? "")) ||
    (who.role === "clock" && command === "InquireRefund") || (command === "RecordRefundSettled" && outcome?.kind === "refused"));

for (const file of globSync(["policies/*/stories/*.story", "laws/stories/*.story"], { cwd: root }).sort()) {
  const stories = parseStories(readFileSync(`${root}/${file}`, "utf8")).filter((story) => !onTheCoreAlone(story));
  const plays = stories.flatMap((story) => story.setting.marketplaces.map((marketplace) => ({ story, marketplace })));
  describe(`${file} over HTTP`, () => {
    let server: TestServer;
    before(async () => {
      const policies = new Map<string, Policy>();
      for (const name of ["aliexpress", "amazon", "taobao"]) policies.set(name, policyNamed(name));
      for (const { story, marketplace } of plays) {
        const policy = policyFor(story, marketplace);
        policies.set(policy.policy, policy);
      }
      server = await startTestServer({ policies: [...policies.values()] });
      assert.equal((await server.operator.post("/v1/sandbox/institution", { mode: "manual" })).status, 200);
    });
    after(() => server.close());
    for (const { story, marketplace } of plays) {
      test(`${story.rules.join(", ")} · ${story.title} (${marketplace})`, () => playOverHttp(story, marketplace, server));
    }
  });
}
