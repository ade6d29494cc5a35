// A policy as panels to draw, one for each noun: its statuses, and what moves them. Knows neither words nor sizes.
// A panel tells everything once: what begins elsewhere and moves this noun too is only counted up in `elsewhere`.
import type { CommandType, Noun } from "../core/commands.ts";
import type { Role } from "../core/event.ts";
import type { GuardWord } from "../core/guards.ts";
import type { Arrow, DeadlineRule, Moment, Policy } from "../core/policy.ts";
import { begunByItself, isBeginning, columnsOf, nouns, placeOf, type Place } from "./statuses.ts";

/** Who gives a command, and under which of its conditions this arrow is theirs rather than another one's. */
export type Giver = { roles: Role[]; when: GuardWord[] };
export type Elsewhere = { noun: Noun; commands: CommandType[] };

/** One row of a panel. `from` is empty where this noun begins with it; `anywhere` where it can come at any status. */
export type Row = {
  kind: "given" | "silence" | "elsewhere" | "begun";
  from: string[];
  to: string[];
  anywhere: boolean;
  /** Where the order or another noun must be, where this one begins with it. */
  outside: Place[];
  /** What it moves besides. */
  also: Place[];
  command: CommandType | null;
  givers: Giver[];
  opens: Moment | null;
  closes: Moment | null;
  deadlines: { rule: DeadlineRule; status: string }[];
  sources: Elsewhere[];
  rules: string[];
};

/** What leaves every status as it is. */
export type Stay = { command: CommandType; roles: Role[]; rule: string };
export type Panel = { noun: Noun; columns: readonly string[]; rows: Row[]; stays: Stay[]; movedFromElsewhere: { to: string; by: Elsewhere[] }[] };

type Columns = ReadonlyMap<Noun, readonly string[]>;

/** The panels of a policy, in the order in which an order meets them; nouns that it never brings into being have none. */
export function panelsOf(policy: Policy): Panel[] {
  const columns = columnsOf(policy);
  return nouns.filter((noun) => columns.get(noun)!.length > 0).map((noun) => panelOf(policy, columns, noun));
}

function panelOf(policy: Policy, columns: Columns, noun: Noun): Panel {
  const own = columns.get(noun)!;
  const byPeople = policy.arrows.map(withoutTheClock).filter((arrow) => arrow.by.length > 0 && canHappen(columns, arrow));
  const given = byPeople.flatMap((arrow) => givenRow(policy, columns, noun, arrow) ?? []);
  const silent = policy.deadlines.flatMap((rule) => silentRows(policy, columns, noun, rule));
  const begun = begunByItself(policy, noun) ? [{ ...nothing, kind: "begun" as const, to: [own[0]!] }] : [];
  const rows = [...begun, ...begunElsewhere(policy, columns, noun), ...merged(given, sameGift), ...merged(silent, sameSilence)];
  const place = ({ from, anywhere }: Row): number => (from.length === 0 ? (anywhere ? 1_000 : -1) : Math.min(...from.map((status) => own.indexOf(status))));
  return {
    noun, columns: own, rows: rows.sort((one, other) => place(one) - place(other)),
    stays: staysOf(columns, noun, byPeople, policy), movedFromElsewhere: movedFromElsewhere(policy, columns, noun),
  };
}

const nothing: Omit<Row, "kind"> = {
  from: [], to: [], anywhere: false, outside: [], also: [], command: null, givers: [], opens: null, closes: null, deadlines: [], sources: [], rules: [],
};

const withoutTheClock = (arrow: Arrow): Arrow => ({ ...arrow, by: arrow.by.filter((role) => role !== "clock") });
const isThere = (columns: Columns, { noun, status }: Place): boolean => (status === "*" ? columns.get(noun)!.length > 0 : columns.get(noun)!.includes(status));
const canHappen = (columns: Columns, { from }: Arrow): boolean => from.some((text) => isThere(columns, placeOf(text)));

/** The places of a list that are this noun's (or, with `others`, those of the others), without wildcards. */
function placesIn(columns: Columns, texts: readonly string[], noun: Noun, others = false): Place[] {
  return texts.map(placeOf).filter((place) => (place.noun === noun) !== others && place.status !== "*" && isThere(columns, place));
}

/** The same as statuses, from left to right. */
const statusesIn = (columns: Columns, texts: readonly string[], noun: Noun): string[] => columns.get(noun)!.filter((status) => texts.includes(`${noun}.${status}`));
const speaksOf = (arrow: Arrow): Noun => placeOf(arrow.from[0]!).noun;

/** The arrow as a row of this panel: where it starts among these statuses, or where this noun begins with it. */
function givenRow(policy: Policy, columns: Columns, noun: Noun, arrow: Arrow): Row | null {
  const to = statusesIn(columns, arrow.to, noun);
  const own = speaksOf(arrow) === noun;
  const begins = !own && placeOf(arrow.to[0]!).noun === noun && isBeginning(placeOf(arrow.to[0]!));
  if (to.length === 0 || (!own && !begins)) return null;
  const from = own ? statusesIn(columns, arrow.from, noun) : [];
  const also = placesIn(columns, arrow.to, noun, true);
  if (from.length > 0 && to.every((status) => from.includes(status)) && from.length === 1 && also.length === 0) return null;
  return {
    ...nothing, kind: "given", from, to: begins ? to.filter((status) => isBeginning({ noun, status })) : to, anywhere: own && from.length === 0,
    outside: begins ? arrow.from.map(placeOf) : [], also, command: arrow.command, givers: [{ roles: arrow.by, when: ownConditions(policy, arrow) }],
    opens: arrow.opens ?? null, closes: arrow.closes ?? null, rules: [arrow.rule],
  };
}

/** The conditions that tell this arrow from the command's others; none where it is the only one. */
function ownConditions(policy: Policy, arrow: Arrow): GuardWord[] {
  const all = policy.arrows.filter((one) => one.command === arrow.command && one.by.some((role) => role !== "clock"));
  return (arrow.when ?? []).filter((word) => !all.every((one) => one.when?.includes(word)));
}

/** The deadline in each of this noun's statuses, with what the clock's own arrow then moves. */
function silentRows(policy: Policy, columns: Columns, noun: Noun, rule: DeadlineRule): Row[] {
  return statusesIn(columns, rule.in, noun).flatMap((status) => {
    const arrow = clockArrow(policy, rule, `${noun}.${status}`);
    if (!arrow) return [];
    const to = statusesIn(columns, arrow.to, noun);
    const also = placesIn(columns, arrow.to, noun, true);
    return [{ ...nothing, kind: "silence", from: [status], to: to.length > 0 || also.length > 0 ? to : [status], also, command: rule.otherwise, deadlines: [{ rule, status }], rules: [rule.rule] }];
  });
}

/** The arrow that the clock takes when this deadline passes there: the one that shares most of its conditions, else the first. */
export function clockArrow(policy: Policy, rule: DeadlineRule, place: string): Arrow | null {
  const any = `${placeOf(place).noun}.*`;
  const fitting = policy.arrows.filter((arrow) => arrow.command === rule.otherwise && arrow.by.includes("clock") && (arrow.from.includes(place) || arrow.from.includes(any)));
  const shared = (arrow: Arrow): number => (arrow.when ?? []).filter((word) => rule.when?.includes(word)).length;
  return fitting.reduce<Arrow | null>((best, arrow) => (best === null || shared(arrow) > shared(best) ? arrow : best), null);
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const places = ({ from, to, also, outside, anywhere }: Row): unknown => [from, to, also, outside, anywhere];
const sameGift = (one: Row, other: Row): boolean =>
  one.command === other.command && same(places(one), places(other)) && same([one.opens, one.closes], [other.opens, other.closes]);

/** Deadlines that read the same and move the same; those that only ask again are one wherever they stand. */
function sameSilence(one: Row, other: Row): boolean {
  const [first, second] = [one.deadlines[0]!.rule, other.deadlines[0]!.rule];
  const said = ({ who, owes, otherwise, within, rule }: DeadlineRule): unknown => [who, owes, otherwise, within, rule];
  const stays = (move: Row): boolean => same(move.from, move.to);
  return same(said(first), said(second)) && ((stays(one) && stays(other)) || (first.since === second.since && same([one.to, one.also], [other.to, other.also])));
}

/** Rows that say the same become one, where the first of them stood. */
function merged(moves: readonly Row[], alike: (one: Row, other: Row) => boolean): Row[] {
  const rows: Row[] = [];
  for (const move of moves) {
    const row = rows.find((one) => alike(one, move));
    if (!row) rows.push({ ...move });
    else {
      const stays = same(row.from, row.to);
      row.from = [...new Set([...row.from, ...move.from])];
      row.to = stays ? row.from : row.to;
      row.deadlines = [...row.deadlines, ...move.deadlines];
      row.givers = joined(row.givers, move.givers);
      row.rules = [...new Set([...row.rules, ...move.rules])];
    }
  }
  return rows;
}

function joined(givers: Giver[], more: Giver[]): Giver[] {
  const all = givers.map((giver) => ({ ...giver }));
  for (const { roles, when } of more) {
    const known = all.find((giver) => same(giver.when, when));
    if (known) known.roles = [...new Set([...known.roles, ...roles])];
    else all.push({ roles, when });
  }
  return all;
}

/** Arrows of other nouns by which this one begins, one row for each place where it begins; people's own commands have their own rows. */
function begunElsewhere(policy: Policy, columns: Columns, noun: Noun): Row[] {
  const rows = new Map<string, Row>();
  for (const arrow of policy.arrows.filter((one) => speaksOf(one) !== noun && canHappen(columns, one))) {
    if (placeOf(arrow.to[0]!).noun === noun && arrow.by.some((role) => role !== "clock")) continue;
    const to = statusesIn(columns, arrow.to, noun).filter((status) => isBeginning({ noun, status }));
    if (to.length === 0) continue;
    const row = rows.get(to.join()) ?? { ...nothing, kind: "elsewhere" as const, to, sources: [] };
    row.sources = counted(row.sources, speaksOf(arrow), arrow.command);
    row.rules = [...new Set([...row.rules, arrow.rule])];
    rows.set(to.join(), row);
  }
  return [...rows.values()];
}

function counted(sources: readonly Elsewhere[], noun: Noun, command: CommandType): Elsewhere[] {
  const known = sources.find((source) => source.noun === noun);
  if (!known) return [...sources, { noun, commands: [command] }];
  return sources.map((source) => (source === known ? { noun, commands: [...new Set([...source.commands, command])] } : source));
}

/** For each status, what moves this noun there although it speaks of another. */
function movedFromElsewhere(policy: Policy, columns: Columns, noun: Noun): Panel["movedFromElsewhere"] {
  const by = new Map<string, Elsewhere[]>();
  for (const arrow of policy.arrows.filter((one) => speaksOf(one) !== noun && canHappen(columns, one))) {
    for (const status of statusesIn(columns, arrow.to, noun)) {
      const begins = isBeginning({ noun, status }) && noun !== "order";
      if (!begins) by.set(status, counted(by.get(status) ?? [], speaksOf(arrow), arrow.command));
    }
  }
  return columns.get(noun)!.flatMap((status) => (by.has(status) ? [{ to: status, by: by.get(status)! }] : []));
}

/** Commands about this noun that move nothing at all. */
function staysOf(columns: Columns, noun: Noun, arrows: readonly Arrow[], policy: Policy): Stay[] {
  const stays = new Map<CommandType, Stay>();
  for (const arrow of arrows.filter((one) => speaksOf(one) === noun)) {
    const moves = givenRow(policy, columns, noun, arrow) !== null || placesIn(columns, arrow.to, noun, true).length > 0;
    if (moves) continue;
    const known = stays.get(arrow.command);
    stays.set(arrow.command, { command: arrow.command, roles: [...new Set([...(known?.roles ?? []), ...arrow.by])], rule: arrow.rule });
  }
  return [...stays.values()];
}
