// What the explorer calls allowed is what the server does: explored courses, told as stories and played over HTTP. Each step must
// come to the same events there, and at the end every person must be shown as open exactly what is open in the core.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Exploration } from "../src/check/course.ts";
import { coursesFor, policyOf, type Course } from "../src/check/shapes.ts";
import { nextPassing } from "../src/check/step.ts";
import { follow } from "../src/check/tell.ts";
import type { Actor } from "../src/core/event.ts";
import { permissionsOf } from "../src/core/permissions.ts";
import type { Policy } from "../src/core/policy.ts";
import type { Step, Story } from "../src/story/story.ts";
import { startTestServer, type TestServer } from "./support/client.ts";
import { policyNamed } from "./support/coreOrder.ts";
import { onTheCoreAlone } from "./support/storyFiles.ts";
import { playOverHttp } from "./support/storyOverHttp.ts";

const ROOM = 400;
/** One state of so many of each course is played. */
const EACH = 60;
const people: Actor[] = [{ role: "buyer", id: "ann" }, { role: "seller", id: "cactus" }, { role: "mediator", id: "mia" }, { role: "operator", id: "olga" }];

describe("explored courses over HTTP", () => {
  // Told before there is a server: exploring leaves it no time to answer.
  const told = new Map(["aliexpress", "amazon", "taobao"].map((name) => [name, ownCourses(policyNamed(name)).flatMap((course) => storiesOf(policyNamed(name), course))]));
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ policies: [...told.keys()].map((name) => policyNamed(name)), socketEach: 8 });
    assert.equal((await server.operator.post("/v1/sandbox/institution", { mode: "manual" })).status, 200);
  });
  after(() => server.close());

  for (const [name, stories] of told) {
    test(`${name}: the server goes where the explorer went, and shows what is open there`, async () => {
      assert.ok(stories.length > 10, `${stories.length} courses`);
      for (const story of stories) await playOverHttp(story, name, server);
    });
  }
});

/** One unit, two units, two lines and payments. */
function ownCourses(policy: Policy): Course[] {
  return coursesFor(policy).slice(0, 3);
}

function storiesOf(policy: Policy, course: Course): Story[] {
  const set = policyOf(policy, course);
  const exploration = new Exploration(set, course);
  const { states } = exploration.explore(ROOM, () => undefined);
  const stories: Story[] = [];
  for (let number = EACH - 1; number < states; number += EACH) {
    const { steps, standing, told, halted } = follow(set, course, exploration.wayTo(number));
    assert.equal(halted, null);
    const last = steps.at(-1);
    // Where more is due at the same instant the server has gone further already.
    if (!last || told !== standing.now || (nextPassing(set, standing)?.at ?? Infinity) <= standing.now + 1000) continue;
    last.claims.push(...people.flatMap((actor) => shownTo(actor, set, standing)));
    const story: Story = { rules: ["X1"], title: `state ${number} of ${course.shape.name}`, setting: course.shape.setting, steps, line: 1 };
    if (!onTheCoreAlone(story) && answersAtOnce(steps)) stories.push(story);
  }
  return stories;
}

/** The sandbox's institution answers a hand-over at once. */
function answersAtOnce(steps: Step[]): boolean {
  return steps.every(({ command }, at) => command !== "SubmitRefund" || ["RecordRefundSubmitted", "RecordRefundFailed"].includes(steps[at + 1]?.command ?? ""));
}

/** What that person is shown, as claims of a story: where a command has one target only, so that it needs no name. */
function shownTo(actor: Actor, policy: Policy, { order, now }: ReturnType<typeof follow>["standing"]): Step["claims"] {
  const all = permissionsOf(policy, order, actor, now, ["sandbox"]);
  return all.filter(({ command }) => all.filter((one) => one.command === command).length === 1)
    .map(({ command, allowed, refusal }) => ({ subject: `${actor.role} ${allowed ? `may ${command}` : `may not ${command} because ${refusal!}`}`, holds: [], line: 0 }));
}
