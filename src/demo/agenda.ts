// When each thing of the demonstration happens, all orders together in the order of time: every story ends as long before the end as
// its scene says, so that none has gone on meanwhile. Pure; times are seconds from the beginning.
import { later } from "../core/time.ts";
import type { Step, Story } from "../story/story.ts";
import type { Said, Scene } from "./scenes.ts";

/** Something to do; `index` is the scene's place in the list. */
export type Deed = { atS: number; index: number } & (
  | { kind: "place" }
  | { kind: "step"; step: Step }
  | { kind: "silence" }
  | { kind: "scan"; leg: number }
  | { kind: "say"; said: Said }
);
export type Plot = { scene: Scene; story: Story };

/** When a parcel passes the places of its journey, after it was sent. */
const LEGS_S = [4 * 3600, 30 * 3600, 60 * 3600];
/** The institution is told to be silent that long before the end, after everything else. */
const SILENT_BEFORE_S = 40;

const secondsOf = (duration: string): number => Math.round(later(0, duration, "UTC") / 1000);

/** Everything that happens, and when it is over (seconds). */
export function agendaOf(plots: readonly Plot[]): { deeds: Deed[]; endS: number } {
  const told = plots.map(({ scene, story }) => timed(story, scene.until));
  const lasting = plots.map(({ scene }, index) => (told[index]!.at(-1)?.atS ?? 0) + secondsOf(scene.ago));
  const endS = Math.max(...lasting) + 3600;
  const deeds = plots.flatMap(({ scene }, index): Deed[] => {
    const beginS = endS - lasting[index]!;
    const steps = told[index]!.map(({ atS, step }): Deed => ({ atS: beginS + atS, index, kind: "step", step }));
    const silence: Deed[] = scene.unanswered ? [{ atS: endS - SILENT_BEFORE_S, index, kind: "silence" }] : [];
    const says = (scene.says ?? []).map((said, at): Deed => ({ atS: endS - secondsOf(scene.ago) + (at + 1) * 60, index, kind: "say", said }));
    return [{ atS: beginS, index, kind: "place" }, ...steps, ...says, ...scansOf(told[index]!, index, beginS, endS), ...silence];
  });
  return { deeds: deeds.sort((a, b) => a.atS - b.atS), endS };
}

type Timed = { atS: number; step: Step };

/** The steps of a story up to that command, without what it tells of refusals and silence. */
function timed(story: Story, until: string | null): Timed[] {
  if (until === "") return [];
  const steps: Timed[] = [];
  let at = 0;
  for (const step of story.steps) {
    if (step.after !== null) at = later(at, step.after, "UTC");
    const done = step.command !== null && step.outcome?.kind === "events";
    if (done) steps.push({ atS: Math.ceil(at / 1000), step });
    if (done && step.command === until) return steps;
  }
  if (until !== null) throw new Error(`the story "${story.title}" has no ${until}`);
  return steps;
}

/** The scans of the first parcel on its way, as long as the story tells nothing else of it. */
function scansOf(told: readonly Timed[], index: number, beginS: number, endS: number): Deed[] {
  const sent = told.find(({ step }) => step.command === "ShipOrder");
  if (!sent) return [];
  const next = told.find(({ step }) => step.command === "RecordScan" || step.command === "ConfirmReceipt" || step.command === "OpenClaim");
  return LEGS_S.flatMap((after, leg): Deed[] => {
    const atS = beginS + sent.atS + after;
    return atS < Math.min(endS, next ? beginS + next.atS : endS) ? [{ atS, index, kind: "scan", leg }] : [];
  });
}
