// Rules that never come to pass: nobody who reads them should believe that they protect anybody.
import type { Arrow, Policy } from "../core/policy.ts";

/** The rules that some course took, by their places in the policy. */
export type Reached = { arrows: Set<number>; deadlines: Set<number> };

/** Names the dead rules, and those that say that they are only shown and are taken. There is no story of what never happens. */
export function deadRules(policy: Policy, { arrows, deadlines }: Reached): string | null {
  const wrong = [
    ...policy.arrows.flatMap((arrow, index) => {
      if (arrows.has(index)) return arrow.onlyShown ? [`${nameOf(arrow)} says that it is only shown, and is taken`] : [];
      return arrow.onlyShown || isReminder(arrow) ? [] : [`${nameOf(arrow)} is never taken`];
    }),
    ...policy.deadlines.flatMap((rule, index) => (deadlines.has(index) ? [] : [`the deadline for ${rule.owes} of the ${rule.who} in ${rule.in.join(", ")}, with ${rule.otherwise} (${rule.rule}), never passes`])),
  ];
  return wrong.length === 0 ? null : `X1 · These rules are not what they say\n${wrong.map((one) => `# ${one}`).join("\n")}`;
}

const nameOf = ({ command, by, from, when, rule }: Arrow): string => `${command} by ${by.join(" or ")} from ${from.join(", ")}${when ? ` when ${when.join(", ")}` : ""} (${rule})`;

/** Reminders change nothing else, so courses go without them. */
const isReminder = (arrow: Arrow): boolean => arrow.command === "RemindParty";
