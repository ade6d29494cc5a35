// Writes a story the way people read it: one line for each thing that happens, in columns. Reading it again gives the same story.
import type { Claimed, Elsewhere, Outcome, Setting, SoldLine, Step, Story } from "./story.ts";

const WIDEST_COMMAND = 84;

/** The text of one story, without a blank line at its end. */
export function formatStory(story: Story): string {
  const rows = story.steps.map(columns);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  widths[2] = Math.min(widths[2]!, WIDEST_COMMAND);
  const lines = [`${story.rules.join(", ")} · ${story.title}`, ...settingLines(story.setting)];
  for (const [index, step] of story.steps.entries()) {
    const [time, who, command] = rows[index]!.map((text, column) => text.padEnd(widths[column]!));
    lines.push(`${time}  ${who}  ${command}${step.outcome ? `  → ${formatOutcome(step.outcome)}` : ""}`.trimEnd());
    for (const claim of step.claims) lines.push(`${" ".repeat(widths[0]! + 2)}· ${formatClaimed(claim)}`);
  }
  return lines.join("\n");
}

/** The text of a file of stories. */
export const formatStories = (stories: readonly Story[]): string => `${stories.map(formatStory).join("\n\n")}\n`;

function columns(step: Step): string[] {
  const input = step.input.map(([name, value]) => `${name}=${/[\s"→]/.test(value) || value === "" ? `"${value}"` : value}`);
  return [
    step.after === null ? "" : `+${step.after}`, step.who.id === null ? step.who.role : `${step.who.role}/${step.who.id}`,
    [step.command ?? "silent", ...input].join(" "),
  ];
}

/** What follows a command, as it stands after the arrow. */
export function formatOutcome(outcome: Outcome): string {
  if (outcome.kind === "events") return outcome.events.join(" ") || "nothing";
  return [
    `refused ${outcome.refusal}`, ...(outcome.opensIn === null ? [] : [`opens in ${outcome.opensIn}`]),
    ...(outcome.closedAgo === null ? [] : [`closed ${outcome.closedAgo} ago`]), ...(outcome.instead.length === 0 ? [] : [`instead ${outcome.instead.join(" ")}`]),
  ].join(", ");
}

const formatClaimed = (claim: Claimed): string => [claim.subject, ...claim.holds].join(", ");

function settingLines(setting: Setting): string[] {
  const rules = [`marketplace ${setting.marketplaces.join(", ")}`, ...Object.entries(setting.terms).map(([name, value]) => `setting ${name}=${String(value)}`)];
  const [first, ...others] = setting.lines.map(formatSold);
  const order = [
    `order ${setting.currency} ${first ?? ""}`, ...others, ...named("shipping", setting.shipping), ...named("commission", setting.commission),
    ...named("ships within", setting.shipsWithin), ...named("ships by", setting.shipsBy === null ? null : `+${setting.shipsBy}`),
    ...(setting.fulfilledBy === "platform" ? ["fulfilled by platform"] : []), ...person("buyer", setting.buyer, "ann", "DE"),
    ...person("seller", setting.seller, "cactus", "CN"), ...elsewhere(setting.elsewhere),
  ];
  return [rules.join(" · "), order.join(" · ")];
}

const named = (name: string, value: string | null): string[] => (value === null ? [] : [`${name} ${value}`]);

function person(role: string, one: { id: string; country: string }, id: string, country: string): string[] {
  return one.id === id && one.country === country ? [] : [`${role} ${one.id} in ${one.country}`];
}

function formatSold(line: SoldLine): string {
  const less = line.less === null ? "" : ` less ${line.less} by ${line.lessBy ?? "seller"}`;
  return `${line.sku} ${line.quantity}×${line.price}${less}${line.tax === null ? "" : ` tax ${line.tax}`}${line.finalSale ? " final sale" : ""}${line.excepted === undefined ? "" : ` excepted ${line.excepted}`}`;
}

function elsewhere({ unpaidOrders, points, trackingNumbers, counted }: Elsewhere): string[] {
  return [
    ...(unpaidOrders > 0 ? [`elsewhere ${unpaidOrders} unpaid orders`] : []), ...(points > 0 ? [`elsewhere ${points} points`] : []),
    ...trackingNumbers.map((number) => `elsewhere number ${number}`),
    ...(["buyer", "seller"] as const).flatMap((side) => Object.entries(counted?.[side] ?? {}).map(([fact, value]) => `elsewhere ${side} ${value} ${fact}`)),
  ];
}
