// The lists of a policy: ways to pay, reasons and grounds, promises of arrival, sanctions, reminders, the calendar, the zone.
import type { Ground, Policy, Reason } from "../../core/policy.ts";
import type { Difference } from "../differences.ts";
import { faultWords, stageWords } from "../vocabulary.ts";
import { cited, durationText, inWords, same } from "./words.ts";

type Sides = Pick<Difference, "helps" | "hurts">;
const nobody: Sides = { helps: [], hurts: [] };
const forBuyer: Sides = { helps: ["buyer"], hurts: [] };
const againstBuyer: Sides = { helps: [], hurts: ["buyer"] };

const made = (kind: Difference["kind"], sentence: string, where: string, parameters: Difference["parameters"], sides: Sides = nobody, rule: string | null = null): Difference =>
  ({ kind, sentence: `${sentence}${cited(rule)}.`, ...sides, where, rule, parameters });

export function listDifferences(before: Policy, after: Policy): Difference[] {
  return [
    ...(before.policy === after.policy ? [] : [made("marketplaceChanged", `The rules are now ${after.policy}'s; before, ${before.policy}'s`, "/policy", { before: before.policy, after: after.policy })]),
    ...(before.zone === after.zone ? [] : [made("zoneChanged", `The calendar is now that of ${after.zone} instead of ${before.zone}`, "/zone", { before: before.zone, after: after.zone })]),
    ...words(before.methods, after.methods, "method", (method) => `pay by ${method}`, "/methods"), ...reasonDifferences(before, after), ...refundDifferences(before, after),
    ...sanctionDifferences(before, after), ...reminderDifferences(before, after),
  ];
}

const added = { method: "methodAdded", reason: "reasonAdded", way: "refundWayAdded" } as const;
const removed = { method: "methodRemoved", reason: "reasonRemoved", way: "refundWayRemoved" } as const;

/** Words that a closed list gained or lost, each as something that can now be done or no longer. */
function words(before: readonly string[], after: readonly string[], what: keyof typeof added, said: (word: string) => string, where: string): Difference[] {
  const gained = after.filter((word) => !before.includes(word)).map((word) => made(added[what], `New: one can ${said(word)}`, where, { word }, what === "reason" ? nobody : forBuyer));
  const lost = before.filter((word) => !after.includes(word)).map((word) => made(removed[what], `One can no longer ${said(word)}`, where, { word }, what === "reason" ? nobody : againstBuyer));
  return [...gained, ...lost];
}

function reasonDifferences(before: Policy, after: Policy): Difference[] {
  const stages = (["beforeShipment", "onTheWay", "afterDelivery"] as const).flatMap((stage) =>
    reasoned(before.grounds[stage], after.grounds[stage], `open a claim ${stageWords[stage]}`, `/grounds/${stage}`));
  return [
    ...reasoned(before.reasons.cancellation, after.reasons.cancellation, "cancel or ask for a cancellation", "/reasons/cancellation"),
    ...reasoned(before.reasons.return, after.reasons.return, "ask for a return", "/reasons/return"),
    ...words(before.reasons.decision, after.reasons.decision, "reason", (word) => `rest a decision on ${word}`, "/reasons/decision"),
    ...words(before.reasons.reversal, after.reasons.reversal, "reason", (word) => `ask for a reversal because of ${word}`, "/reasons/reversal"), ...stages,
  ];
}

/** Reasons with what they imply. */
function reasoned(before: Record<string, Reason>, after: Record<string, Reason>, what: string, where: string): Difference[] {
  const codes = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return codes.flatMap((code) => {
    const [was, is] = [before[code], after[code]];
    if (!was) return [made("reasonAdded", `New: the buyer can ${what} because of ${code}${is!.fault === "nobody" ? "" : `, which counts as ${faultWords[is!.fault]}`}`, `${where}/${code}`, { code }, forBuyer)];
    if (!is) return [made("reasonRemoved", `The buyer can no longer ${what} because of ${code}`, `${where}/${code}`, { code }, againstBuyer)];
    return same(was, is) ? [] : fields(was, is).map(([said, sides, field]) => made("reasonChanged", `Where the buyer wants to ${what} because of ${code}, ${said}`, `${where}/${code}`, { code, field, before: plain((was as Ground)[field]), after: plain((is as Ground)[field]) }, sides));
  });
}

/** A field as a parameter: what is not said is null. */
const plain = (value: Ground[keyof Ground]): string | number | boolean | null | readonly string[] => value ?? null;

function fields(was: Ground, is: Ground): [string, Sides, keyof Ground][] {
  const found: [string, Sides, keyof Ground][] = [];
  if (was.fault !== is.fault) found.push([`this now counts as ${faultWords[is.fault]} instead of ${faultWords[was.fault]}`, nobody, "fault"]);
  if (was.points !== is.points) found.push([`it costs a seller at fault ${is.points ?? 0} instead of ${was.points ?? 0} points`, (is.points ?? 0) > (was.points ?? 0) ? { helps: [], hurts: ["seller"] } : { helps: ["seller"], hurts: [] }, "points"]);
  if (was.evidence !== is.evidence) found.push([`evidence is ${is.evidence ? "now" : "no longer"} needed`, is.evidence ? againstBuyer : forBuyer, "evidence"]);
  if (was.graver !== is.graver) found.push([`this is ${is.graver ? "now" : "no longer"} one of the graver grounds`, is.graver ? forBuyer : againstBuyer, "graver"]);
  if (!same(was.remedies, is.remedies)) found.push([`the remedies are now ${remedies(is)} instead of ${remedies(was)}`, nobody, "remedies"]);
  if (was.silence !== is.silence) found.push([`the seller's silence now ${silence(is)} instead of ${silence(was)}`, is.silence === "escalates" ? { helps: ["seller"], hurts: ["buyer"] } : { helps: ["buyer"], hurts: ["seller"] }, "silence"]);
  return found;
}

const remedies = ({ remedies: list }: Ground): string => inWords([...(list ?? ["money", "goodsAndMoney"])]);
const silence = ({ silence: word }: Ground): string => (word === "escalates" ? "takes it to the mediators" : "grants it");

function refundDifferences(before: Policy, after: Policy): Difference[] {
  const { rule } = after.refund;
  const methods = [...new Set([...Object.keys(after.refund.arrives), ...Object.keys(before.refund.arrives)])];
  const promises = methods.flatMap((method) => {
    const [was, is] = [before.refund.arrives[method], after.refund.arrives[method]];
    const by = method === "*" ? "any other method" : method;
    return same(was, is) ? [] : [made("promiseChanged", `Money that goes back by ${by} is promised to arrive within ${promise(is)} instead of ${promise(was)}`, `/refund/arrives/${method}`, { method, before: promised(was), after: promised(is) }, nobody, rule)];
  });
  const calendar = same(before.refund.calendar, after.refund.calendar) ? []
    : [made("calendarChanged", `Business days are counted by another calendar: free weekdays ${days(after)} instead of ${days(before)}, ${after.refund.calendar.holidays.length} instead of ${before.refund.calendar.holidays.length} holidays`, "/refund/calendar", {}, nobody, rule)];
  return [...words(before.refund.to, after.refund.to, "way", (way) => (way === "giftCard" ? "get money back as a gift card balance" : "get money back the way it came"), "/refund/to"), ...promises, ...calendar];
}

const days = ({ refund }: Policy): string => refund.calendar.weekend.join(", ") || "none";

function promise(arrival: Policy["refund"]["arrives"][string] | undefined): string {
  if (arrival === undefined) return "the time for every other method";
  return typeof arrival === "string" ? durationText(arrival) : `${arrival.businessDays} business days`;
}

/** The promise itself: a duration, a number of business days, or null where every other method's counts. */
const promised = (arrival: Policy["refund"]["arrives"][string] | undefined): string | number | null =>
  arrival === undefined ? null : typeof arrival === "string" ? arrival : arrival.businessDays;

function sanctionDifferences(before: Policy, after: Policy): Difference[] {
  const [was, is] = [before.sanctions, after.sanctions];
  const rule = is?.rule ?? was?.rule ?? null;
  const hurtsSeller: Sides = { helps: [], hurts: ["seller"] };
  const helpsSeller: Sides = { helps: ["seller"], hurts: [] };
  if (!was && !is) return [];
  if (!was) return [made("sanctionsChanged", `New: sellers get points for what is their fault, and from ${is!.threshold} on a fine of ${percent(is!.finePerTenThousand)}`, "/sanctions", {}, hurtsSeller, rule)];
  if (!is) return [made("sanctionsChanged", "Sellers get no points and no fines any more", "/sanctions", {}, helpsSeller, rule)];
  const found: Difference[] = [];
  if (was.threshold !== is.threshold) found.push(made("sanctionsChanged", `Sellers are fined from ${is.threshold} instead of ${was.threshold} points on`, "/sanctions/threshold", { before: was.threshold, after: is.threshold }, is.threshold < was.threshold ? hurtsSeller : helpsSeller, rule));
  if (was.finePerTenThousand !== is.finePerTenThousand) {
    found.push(made("sanctionsChanged", `The fine is ${percent(is.finePerTenThousand)} instead of ${percent(was.finePerTenThousand)} of the order`, "/sanctions/finePerTenThousand", { before: was.finePerTenThousand, after: is.finePerTenThousand }, is.finePerTenThousand > was.finePerTenThousand ? hurtsSeller : helpsSeller, rule));
  }
  return found;
}

const percent = (perTenThousand: number): string => `${perTenThousand / 100} %`;

const times = ({ half, before }: Policy["reminders"]): string[] => [...(half ? ["half"] : []), ...before];

function reminderDifferences({ reminders: was }: Policy, { reminders: is }: Policy): Difference[] {
  if (same(was, is)) return [];
  const said = ({ half, before }: Policy["reminders"]): string => inWords([...(half ? ["at half time"] : []), ...before.map((duration) => `${durationText(duration)} before the end`)]) || "not at all";
  return [made("remindersChanged", `Those whose silence will cost them are reminded ${said(is)}; before: ${said(was)}`, "/reminders", { before: times(was), after: times(is) }, nobody, "X3")];
}
