// Whether the words of a policy fit where they stand: terms that are there and of the right kind, conditions and moments that the
// part in question has, deadlines whose consequence the clock may bring about. A policy that passes never makes the core throw.
import { targetField } from "../core/admit.ts";
import type { CommandType } from "../core/commands.ts";
import type { GuardWord } from "../core/guards.ts";
import type { Arrow, DeadlineRule, Policy } from "../core/policy.ts";
import { isDuration, later } from "../core/time.ts";
import { edgeWords, guardPhrases, momentPhrases, refundTimes } from "../check/vocabulary.ts";
import { lookFaults } from "./policyLook.ts";
import type { PolicyFault } from "./policyShape.ts";

/** Every fault of a policy whose shape is right. */
export function wordFaults(policy: Policy): PolicyFault[] {
  return [
    ...zoneFaults(policy), ...termFaults(policy), ...policy.arrows.flatMap((arrow, index) => arrowFaults(policy, arrow, `/arrows/${index}`)),
    ...policy.deadlines.flatMap((rule, index) => deadlineFaults(policy, rule, `/deadlines/${index}`)), ...neededFaults(policy), ...riskFaults(policy), ...promiseFaults(policy), ...floorFaults(policy), ...lookFaults(policy),
  ];
}

const floors = ["withdrawal", "withdrawalFunction", "sanctions", "guarantee"];

/** L1 to L5 hold for every buyer whose country has them: a policy may give more, and cannot say that one does not apply. */
function floorFaults({ floors: said = {} }: Policy): PolicyFault[] {
  return Object.entries(said).flatMap(([name, holds]): PolicyFault[] => {
    const pointer = `/floors/${name}`;
    if (!floors.includes(name)) return [{ pointer, detail: `no such floor; there are ${floors.join(", ")}` }];
    return holds ? [] : [{ pointer, detail: "a floor of the law always applies" }];
  });
}

/** "a claim", "a return or a claim", "an order". */
const aNoun = (...nouns: string[]): string => nouns.map((noun) => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`)).join(" or ");
const nounOf = (command: CommandType): string => targetField[command]?.noun ?? "order";
const has = (policy: Policy, name: string): boolean => Object.hasOwn(policy.terms, name);

function zoneFaults({ zone }: Policy): PolicyFault[] {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return [];
  } catch {
    return [{ pointer: "/zone", detail: `no such time zone: ${zone}` }];
  }
}

/** Whether a text is a duration that the calendar can add. */
function isAddable(text: string): boolean {
  if (!isDuration(text)) return false;
  try {
    return Number.isSafeInteger(later(0, text, "UTC"));
  } catch {
    return false;
  }
}

function termFaults(policy: Policy): PolicyFault[] {
  return Object.entries(policy.terms).flatMap(([name, { is, others = [] }]): PolicyFault[] => {
    const pointer = `/terms/${name}/is`;
    const known = (value: unknown): boolean =>
      typeof value !== "string" || isAddable(value) || Object.hasOwn(edgeWords, value) || Object.hasOwn(refundTimes, value) || has(policy, value);
    if (!known(is)) return [{ pointer, detail: `${String(is)} is neither a duration, nor a word for a moment, nor another term` }];
    if (endOf(policy, name) === null) return [{ pointer, detail: "this term names another, which leads back to it" }];
    return others.flatMap((value, index) => (known(value) ? [] : [{ pointer: `/terms/${name}/others/${index}`, detail: `${String(value)} is neither a duration, nor a word for a moment, nor another term` }]));
  });
}

type Value = Policy["terms"][string]["is"];

/** The value that a term comes to where it names another; null where it names itself in the end. */
function endOf(policy: Policy, name: string): { value: Value } | null {
  const passed = new Set<string>();
  for (let at = name; ; ) {
    if (passed.has(at)) return null;
    passed.add(at);
    const value = policy.terms[at]!.is;
    if (typeof value !== "string" || !has(policy, value)) return { value };
    at = value;
  }
}

/** What is wrong with naming this term where a length of time is meant; `limitless` where null may stand for no limit. */
function lengthFault(policy: Policy, name: string, limitless: boolean): string | null {
  if (!has(policy, name)) return `no such term: ${name}`;
  const end = endOf(policy, name);
  if (end === null) return null;
  if (end.value === null) return limitless ? null : `the term ${name} is null; a duration is needed here`;
  return typeof end.value === "string" && isAddable(end.value) ? null : `the term ${name} is ${String(end.value)}; a duration is needed here`;
}

function conditionFaults(when: readonly GuardWord[] | undefined, noun: string, pointer: string): PolicyFault[] {
  return (when ?? []).flatMap((word, index) => {
    const { of } = guardPhrases[word];
    return of === null || (of as readonly string[]).includes(noun) ? [] : [{ pointer: `${pointer}/when/${index}`, detail: `${word} asks about ${aNoun(...of)}; here it is about ${aNoun(noun)}` }];
  });
}

function momentFault(name: string, noun: string): string | null {
  const moment = Object.hasOwn(momentPhrases, name) ? momentPhrases[name]! : null;
  if (!moment) return `no such moment: ${name}`;
  return moment.of === null || (moment.of as readonly string[]).includes(noun) ? null : `${name} is a moment of ${aNoun(...moment.of)}; here it is about ${aNoun(noun)}`;
}

function arrowFaults(policy: Policy, { command, from, when, opens, closes }: Arrow, pointer: string): PolicyFault[] {
  const noun = nounOf(command);
  const strangers = from.flatMap((status, index) =>
    status.startsWith(`${noun}.`) ? [] : [{ pointer: `${pointer}/from/${index}`, detail: `${command} speaks of ${aNoun(noun)}; ${status} is never where it starts from` }]);
  const edges = ([["opens", opens], ["closes", closes]] as const).flatMap(([name, edge]) => edgeFaults(policy, edge, noun, `${pointer}/${name}`));
  return [...strangers, ...conditionFaults(when, noun, pointer), ...edges];
}

function edgeFaults(policy: Policy, edge: Arrow["opens"], noun: string, pointer: string): PolicyFault[] {
  if (!edge) return [];
  const [first, second] = edge;
  if (second === undefined && has(policy, first)) {
    const value = policy.terms[first]!.is;
    return typeof value === "string" && Object.hasOwn(edgeWords, value) ? [] : [{ pointer: `${pointer}/0`, detail: `the term ${first} is ${String(value)}; here it must name a moment: ${Object.keys(edgeWords).join(", ")}` }];
  }
  const moment = momentFault(first, noun);
  const length = second === undefined ? null : lengthFault(policy, second, true);
  return [...(moment ? [{ pointer: `${pointer}/0`, detail: moment }] : []), ...(length ? [{ pointer: `${pointer}/1`, detail: length }] : [])];
}

function deadlineFaults(policy: Policy, rule: DeadlineRule, pointer: string): PolicyFault[] {
  const noun = rule.in[0]!.split(".")[0]!;
  const faults = rule.in.flatMap((status, index): PolicyFault[] => {
    if (status.endsWith(".*")) return [{ pointer: `${pointer}/in/${index}`, detail: "a deadline runs in a status of its own, not in all" }];
    return status.startsWith(`${noun}.`) ? [] : [{ pointer: `${pointer}/in/${index}`, detail: `a deadline is about one kind of thing; this one began with ${aNoun(noun)}` }];
  });
  faults.push(...conditionFaults(rule.when, noun, pointer));
  const moment = momentFault(rule.since, noun);
  if (moment) faults.push({ pointer: `${pointer}/since`, detail: moment });
  const length = rule.within === null ? null : lengthFault(policy, rule.within, true);
  if (length) faults.push({ pointer: `${pointer}/within`, detail: length });
  if (nounOf(rule.otherwise) !== noun) faults.push({ pointer: `${pointer}/otherwise`, detail: `${rule.otherwise} speaks of ${aNoun(nounOf(rule.otherwise))}; this deadline is about ${aNoun(noun)}` });
  if (!policy.arrows.some((arrow) => arrow.command === rule.otherwise && arrow.by.includes("clock"))) {
    faults.push({ pointer: `${pointer}/otherwise`, detail: `the clock has no arrow ${rule.otherwise}` });
  }
  return faults;
}

/** The terms that the core reads, and the commands or conditions that make it read them; null for always. */
const readTerms: [term: string, needs: "duration" | "durationOrNull" | "any", commands: readonly CommandType[] | null, words: readonly GuardWord[]][] = [
  ["verification", "duration", null, []], ["unpaidOrdersAllowed", "any", null, []], ["shipWithin", "durationOrNull", null, []], ["protection", "durationOrNull", null, []],
  ["protection.afterDelivery", "durationOrNull", null, []], ["refund.when", "any", null, []], ["refund.heldFor", "duration", null, []], ["tracking.silentAfter", "durationOrNull", null, []],
  ["cancellation.refusalNeedsTracking", "any", ["RefuseCancellation"], []], ["protection.extendable", "durationOrNull", ["ExtendProtection"], []],
  ["dispute.attempts", "any", ["OpenClaim", "WithdrawClaim"], ["claimsLeft"]], ["return.window", "duration", ["RequestReturn", "CancelReturn"], ["returnWindowEnded"]],
  ["reversal.answerWithin", "duration", ["RequestReversal"], []], ["sanction.appealWithin", "duration", ["SanctionBuyer"], []],
];

function neededFaults(policy: Policy): PolicyFault[] {
  return readTerms.flatMap(([name, needs, commands, words]): PolicyFault[] => {
    const why = commands === null ? "always"
      : policy.arrows.find(({ command, when = [] }) => commands.includes(command) || words.some((word) => when.includes(word)))?.command
        ?? policy.deadlines.find(({ when = [] }) => words.some((word) => when.includes(word)))?.owes ?? (name === "sanction.appealWithin" && policy.sanctions ? "the sanctions" : null);
    if (why === null) return [];
    if (!has(policy, name)) return [{ pointer: `/terms/${name}`, detail: `must be given${why === "always" ? "" : `: ${why} needs it`}` }];
    const fault = needs === "any" ? null : lengthFault(policy, name, needs === "durationOrNull");
    return fault ? [{ pointer: `/terms/${name}/is`, detail: fault }] : [];
  });
}

/** Who holds a refund must be able to let it go: what holds needs its deadline, what sanctions its reasons; an amount is of a currency and of the refund. */
function riskFaults({ risk, deadlines, arrows }: Policy): PolicyFault[] {
  const holds = risk?.rules.some(({ effect }) => effect !== "evidence") || arrows.some(({ command }) => command === "HoldRefund");
  const released = deadlines.some(({ otherwise }) => otherwise === "ReleaseHold");
  return [
    ...(holds && !released ? [{ pointer: "/deadlines", detail: "a refund can be held, and no deadline releases it: one whose otherwise is ReleaseHold is needed" }] : []),
    ...(!risk && arrows.some(({ command }) => command === "SanctionBuyer") ? [{ pointer: "/risk", detail: "must be given: SanctionBuyer needs its reasons" }] : []),
    ...(risk?.rules ?? []).flatMap(({ of, fact, currency, effect }, index): PolicyFault[] => {
      const pointer = `/risk/rules/${index}`;
      if ((fact === "amount") !== (of === "order")) return [{ pointer: `${pointer}/of`, detail: "an amount is of the order, every other fact of the buyer or the seller" }];
      if ((fact === "amount") !== (currency !== undefined)) return [{ pointer: `${pointer}/currency`, detail: "an amount needs its currency, and nothing else has one" }];
      if (effect === "evidence" && of !== "buyer") return [{ pointer: `${pointer}/effect`, detail: "evidence is asked of the buyer, for what is counted of the buyer" }];
      return fact === "sameEvidence" && of === "seller" ? [{ pointer: `${pointer}/fact`, detail: "pictures are counted of the buyer only" }] : [];
    }),
  ];
}

function promiseFaults({ methods, refund, reminders }: Policy): PolicyFault[] {
  const silent = methods.filter((method) => !Object.hasOwn(refund.arrives, method) && !Object.hasOwn(refund.arrives, "*"));
  const giftCard = refund.to.includes("giftCard") && !Object.hasOwn(refund.arrives, "giftCard") && !Object.hasOwn(refund.arrives, "*") && !silent.includes("giftCard") ? ["giftCard"] : [];
  const badTimes = Object.entries(refund.arrives).filter(([, promise]) => typeof promise === "string" && !isAddable(promise));
  const badDates = refund.calendar.holidays.flatMap((date, index) => (Number.isNaN(Date.parse(date)) ? [{ pointer: `/refund/calendar/holidays/${index}`, detail: "no such date" }] : []));
  return [
    ...[...silent, ...giftCard].map((method) => ({ pointer: "/refund/arrives", detail: `promises nothing for ${method}; give it a time, or * for all others` })),
    ...badTimes.map(([method]) => ({ pointer: `/refund/arrives/${method}`, detail: "not a duration such as P10D" })), ...badDates,
    ...reminders.before.flatMap((duration, index) => (isAddable(duration) ? [] : [{ pointer: `/reminders/before/${index}`, detail: "not a duration such as P1D" }])),
  ];
}
