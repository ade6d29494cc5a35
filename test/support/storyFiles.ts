// The stories of some files over HTTP, as tests: one server in the sandbox for all of them, people by their tokens, gateways by
// the sandbox's routes, the clock by advancing it. What only the core can be told (an institution that says nothing, a new
// version of a policy) stays with the core.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Policy } from "../../src/core/policy.ts";
import { parseStories, type Story } from "../../src/story/story.ts";
import { startTestServer, type TestServer } from "./client.ts";
import { policyNamed } from "./coreOrder.ts";
import { playOverHttp, policyFor } from "./storyOverHttp.ts";

/** Of so many requests one goes over a real socket. */
const SOCKET_EACH = 8;
const root = fileURLToPath(new URL("../..", import.meta.url));

/** What the sandbox has no way to do. */
export const onTheCoreAlone = (story: Story): boolean =>
  // The sandbox's carrier voids a label when it is told to: once the return has ended.
  story.steps.some(({ command }, index) => command === "RecordLabelVoided" &&
    !story.steps.slice(0, index).some(({ outcome }) => outcome?.kind === "events" && outcome.events.some((type) => /^Return(Cancelled|CalledOff|Declined|Expired)$/.test(type)))) ||
  // The sandbox's bank always names a payment that is there.
  story.steps.some(({ who, command, outcome, input }) => who.role === "institution" && /Chargeback$/.test(command ?? "") && outcome?.kind === "refused" &&
    (outcome.refusal === "WhichOne" || input.some(([name, value]) => name === "payment" && value === "#none"))) ||
  story.setting.elsewhere.points > 0 || story.setting.elsewhere.counted !== undefined || story.steps.some(({ who, command, outcome }) =>
    command === "PublishPolicy" || command === "RecordRefundUnknown" || command === "RecordReversalImpossible" ||
    (who.role === "institution" && ["RequestReversal", "AskForMore", "GrantReversal", "RefuseReversal"].includes(command ?? "")) ||
    (who.role === "clock" && command === "InquireRefund") || (command === "RecordRefundSettled" && outcome?.kind === "refused") || (outcome?.kind === "refused" && outcome.refusal === "ChargebackKnown"));

/** Where a story holds for several marketplaces the core plays it in each; over HTTP it goes to one of them, each in turn. */
const ownMarketplace = ({ setting: { marketplaces } }: Story, index: number): string[] => [marketplaces[index % marketplaces.length]!];

/** Declares a test for each story of all story files, as far as `plays` wants its marketplace here. */
export function testStoriesOverHttp(plays: (marketplace: string) => boolean): void {
  const files = globSync("{policies/*,laws}/stories/*.story", { cwd: root }).sort().map((file) => {
    const stories = parseStories(readFileSync(`${root}/${file}`, "utf8")).filter((story) => !onTheCoreAlone(story));
    return { file, played: stories.flatMap((story, index) => ownMarketplace(story, index).filter(plays).map((marketplace) => ({ story, marketplace }))) };
  });
  let server: TestServer;
  before(async () => {
    const policies = new Map<string, Policy>();
    for (const name of ["aliexpress", "amazon", "taobao"]) policies.set(name, policyNamed(name));
    for (const { story, marketplace } of files.flatMap(({ played }) => played)) {
      const policy = policyFor(story, marketplace);
      policies.set(policy.policy, policy);
    }
    server = await startTestServer({ policies: [...policies.values()], socketEach: SOCKET_EACH });
    assert.equal((await server.operator.post("/v1/sandbox/institution", { mode: "manual" })).status, 200);
  });
  after(() => server.close());
  for (const { file, played } of files.filter(({ played }) => played.length > 0)) {
    describe(`${file} over HTTP`, () => {
      for (const { story, marketplace } of played) {
        test(`${story.rules.join(", ")} · ${story.title} (${marketplace})`, () => playOverHttp(story, marketplace, server));
      }
    });
  }
}
