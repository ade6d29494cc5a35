// The page of a policy as Markdown: its picture, its deadlines and settings, who may do what, and the proof where there is one.
// Generated, so that it cannot say anything else than the policy does.
import type { Role } from "../core/event.ts";
import type { Arrow, DeadlineRule, Ground, Policy, Reason, Term } from "../core/policy.ts";
import { proofSection } from "./proofPage.ts";
import type { Proof } from "./proof.ts";
import { deadlineWords, windowText } from "./rowWords.ts";
import { placeOf } from "./statuses.ts";
import { arrivalText, colon, durationText, languages, listed, marketplaceName, momentText, say, semicolon, sentence, tell, valueText, type Language, type Words } from "./words.ts";

const languageNames: Record<Language, string> = { en: "English", zh: "中文", ru: "Русский" };
const roles: readonly Role[] = ["buyer", "seller", "mediator", "operator", "institution", "carrier"];

/** The name of that page in a language; English is the one that a folder shows first. */
export const readmeName = (language: Language): string => (language === "en" ? "README.md" : `README.${language}.md`);

/**
 * A policy's page in one language. The picture and the other languages are expected beside it.
 * `proof` is what the checker found, or null where it has not run: then nothing is said of it.
 */
export function readmeOf(policy: Policy, words: Words, language: Language, proof: Proof | null): string {
  const about = words.text.about === undefined ? [] : [words.text.about];
  return [
    `# ${marketplaceName(words, policy)}`,
    languages.map((one) => (one === language ? `**${languageNames[one]}**` : `[${languageNames[one]}](${readmeName(one)})`)).join(" · "),
    ...about,
    `${tell(words, "page.intro", { policy: policy.policy, version: String(policy.version), zone: policy.zone, source: policy.source })} ${tell(words, "page.generated", { files: `[policy.json](policy.json)` })}`,
    `## ${say(words, "page.diagram")}`,
    `<picture>\n<source media="(max-width: 640px)" srcset="diagram.narrow.${language}.svg">\n<img src="diagram.${language}.svg" width="1280" alt="${say(words, "page.diagram")}">\n</picture>`,
    `## ${say(words, "page.deadlines")}`, say(words, "page.deadlines.about"), deadlineTable(policy, words),
    `## ${say(words, "page.settings")}`, say(words, "page.settings.about"), settingTable(policy, words),
    `## ${say(words, "page.deeds")}`, say(words, "page.deeds.about"), ...deedTables(policy, words),
    ...reasonTables(policy, words),
    `## ${say(words, "page.refunds")}`, ...refundParts(policy, words),
    ...(proof === null ? [] : [proofSection(proof, words)]),
  ].join("\n\n") + "\n";
}

/** A Markdown table; what stands in a cell cannot break it. */
export function table(words: Words, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const written = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [written(columns.map((name) => say(words, `column.${name}`))), `|${columns.map(() => "---").join("|")}|`, ...rows.map(written)].join("\n");
}

function placeText(words: Words, text: string): string {
  const { noun, status } = placeOf(text);
  if (status === "*") return `${say(words, `noun.${noun}`)}${colon(words)}${say(words, "page.anywhere")}`;
  return tell(words, "page.place", { noun: say(words, `noun.${noun}`), status: say(words, `status.${noun}.${status}`) });
}

const placesText = (words: Words, texts: readonly string[]): string => texts.map((text) => placeText(words, text)).join(semicolon(words));
const conditionsText = (policy: Policy, words: Words, when: readonly string[] = []): string =>
  listed(words, when.map((word) => sentence(words, policy, say(words, `guard.${word}`))));

function deadlineTable(policy: Policy, words: Words): string {
  const row = (rule: DeadlineRule, place: string): string[] => {
    const { status } = placeOf(place);
    const { who, owes, outcome } = deadlineWords(words, rule.owes, rule.otherwise, rule.who, status);
    return [placeText(words, place), `**${who}**`, owes, momentText(words, policy, rule.since, rule.within, status), outcome, conditionsText(policy, words, rule.when), rule.rule];
  };
  return table(words, ["status", "who", "owes", "by", "silence", "conditions", "rule"], policy.deadlines.flatMap((rule) => rule.in.map((place) => row(rule, place))));
}

function settingTable(policy: Policy, words: Words): string {
  const row = ([name, { is, others = [], rule, source }]: [string, Term]): string[] =>
    [`${say(words, `term.${name}`)} (\`${name}\`)`, `**${valueText(words, policy, is)}**`, listed(words, others.map((value) => valueText(words, policy, value))), rule, source];
  return table(words, ["setting", "value", "others", "rule", "source"], Object.entries(policy.terms).map(row));
}

function deedTables(policy: Policy, words: Words): string[] {
  return roles.flatMap((role) => {
    const arrows = policy.arrows.filter((arrow) => arrow.by.includes(role));
    if (arrows.length === 0) return [];
    return [`### ${say(words, `role.${role}`)}`, table(words, ["deed", "from", "conditions", "to", "rule"], arrows.map((arrow) => deedRow(policy, words, arrow)))];
  });
}

function deedRow(policy: Policy, words: Words, arrow: Arrow): string[] {
  const window = windowText(policy, words, { opens: arrow.opens ?? null, closes: arrow.closes ?? null });
  const conditions = conditionsText(policy, words, arrow.when);
  const because = arrow.because ? ` (${say(words, `because.${arrow.because}`)})` : "";
  return [
    `**${say(words, `command.${arrow.command}`)}** \`${arrow.command}\``, placesText(words, arrow.from), [...window, conditions].filter((text) => text !== "").join(semicolon(words)),
    placesText(words, arrow.to.filter((place) => !place.endsWith(".*"))) + because, arrow.rule,
  ];
}

function reasonTables(policy: Policy, words: Words): string[] {
  const { cancellation, return: returned, decision, reversal } = policy.reasons;
  const parts = [
    ...reasonTable(policy, words, say(words, "page.reasons.cancellation"), "reason", cancellation),
    ...reasonTable(policy, words, say(words, "page.reasons.return"), "reason", returned),
    ...(["beforeShipment", "onTheWay", "afterDelivery"] as const).flatMap((stage) =>
      reasonTable(policy, words, tell(words, "page.grounds", { noun: say(words, "noun.claim"), stage: say(words, `stage.${stage}`) }), "ground", policy.grounds[stage])),
    ...(decision.length > 0 ? [`### ${say(words, "page.reasons.decision")}`, listed(words, decision.map((code) => say(words, `reason.${code}`)))] : []),
    ...(reversal.length > 0 ? [`### ${say(words, "page.reasons.reversal")}`, listed(words, reversal.map((code) => say(words, `reason.${code}`)))] : []),
  ];
  return parts.length === 0 ? [] : [`## ${say(words, "page.reasons")}`, ...parts];
}

function reasonTable(policy: Policy, words: Words, title: string, column: "reason" | "ground", reasons: Readonly<Record<string, Reason | Ground>>): string[] {
  if (Object.keys(reasons).length === 0) return [];
  const scored = policy.sanctions !== null;
  const row = ([code, reason]: [string, Reason | Ground]): string[] => [
    `${say(words, `reason.${code}`)} (\`${code}\`)`, say(words, `fault.${reason.fault}`), ...(scored ? [String(reason.points ?? "")] : []),
    ...(column === "ground" ? groundCells(words, reason) : []),
  ];
  const columns = [column, "fault", ...(scored ? ["points"] : []), ...(column === "ground" ? ["remedies", "notes"] : [])];
  return [`### ${title}`, table(words, columns, Object.entries(reasons).map(row))];
}

function groundCells(words: Words, { remedies = ["money", "goodsAndMoney"], evidence, silence, graver }: Ground): string[] {
  const notes = [...(evidence ? [say(words, "page.evidence")] : []), ...(silence === "escalates" ? [say(words, "page.silence.escalates")] : []), ...(graver ? [say(words, "page.graver")] : [])];
  return [listed(words, remedies.map((remedy) => say(words, `remedy.${remedy}`))), listed(words, notes)];
}

function refundParts(policy: Policy, words: Words): string[] {
  const { to, arrives, rule, source } = policy.refund;
  const promised = policy.methods.filter((method) => method in arrives).concat("*" in arrives ? ["*"] : []);
  const rows = promised.map((method) => [say(words, `method.${method}`), arrivalText(words, arrives[method]!)]);
  return [
    tell(words, "page.refundsTo", { ways: listed(words, to.map((way) => say(words, `method.${way}`))), rule, source }),
    table(words, ["method", "promise"], rows), ...sanctionPart(policy, words), ...reminderPart(policy, words),
  ];
}

function sanctionPart({ sanctions }: Policy, words: Words): string[] {
  if (sanctions === null) return [];
  const { threshold, finePerTenThousand, rule, source } = sanctions;
  return [tell(words, "page.sanctions", { threshold: String(threshold), percent: String(finePerTenThousand / 100), rule, source })];
}

function reminderPart({ reminders }: Policy, words: Words): string[] {
  const times = [...(reminders.half ? [say(words, "page.reminders.half")] : []), ...reminders.before.map((time) => tell(words, "page.reminders.before", { time: durationText(words, time) }))];
  return times.length === 0 ? [] : [tell(words, "page.reminders", { times: listed(words, times) })];
}
