// Looks for the breach of one property, course after course in this thread, and ends with the first: quicker than a whole proof.
import type { Policy } from "../../src/core/policy.ts";
import { Exploration } from "../../src/check/course.ts";
import { deadRules, type Reached } from "../../src/check/deadRules.ts";
import type { PropertyName } from "../../src/check/properties.ts";
import { lawlessSettings } from "../../src/check/lawful.ts";
import { unannounced } from "../../src/check/reminding.ts";
import { coursesFor, policyOf } from "../../src/check/shapes.ts";
import { stallingStory } from "../../src/check/stalling.ts";
import { shippedLaws } from "./coreOrder.ts";
import { tellFinding } from "../../src/check/tell.ts";

/** The story of the first breach that is found when each course has room for `most` states; null where none is. `order` names the one order to look at. */
export function breachOf(given: Policy, property: PropertyName, most: number, order?: string): string | null {
  if (property === "silenceIsAnnounced") return unannounced(given);
  const reached: Reached = { arrows: new Set(), deadlines: new Set() };
  if (property === "lawHolds") return lawlessSettings(given, shippedLaws);
  for (const course of coursesFor(given).filter(({ shape }) => order === undefined || shape.name === order)) {
    const policy = policyOf(given, course);
    const exploration = new Exploration(policy, course);
    exploration.explore(most, () => undefined, property);
    const { findings, quiet, arrows, deadlines } = exploration.result(property);
    const found = findings.find((finding) => finding.property === property);
    if (found) return tellFinding(policy, course, found);
    if (property === "nobodyStalls") {
      const stalling = stallingStory(policy, course, quiet);
      if (stalling) return stalling.story;
    }
    for (const arrow of arrows) reached.arrows.add(arrow);
    for (const deadline of deadlines) reached.deadlines.add(deadline);
  }
  return property === "noDeadRules" ? deadRules(given, reached) : null;
}
