// Who may do more or less than before: whole commands, the statuses they start from, their conditions, their time and what they lead to.
import type { CommandType } from "../../core/commands.ts";
import type { Role } from "../../core/event.ts";
import { arrowsOf, type Arrow, type Policy } from "../../core/policy.ts";
import type { Difference } from "../differences.ts";
import { endingWords, statusNames, statusPhrase } from "../vocabulary.ts";
import { act, cited, condition, edgeText, inWords, isSide, same, subject, whiles } from "./words.ts";

/** One way of giving a command in one status. */
type Way = { status: string; arrow: Arrow; where: string };

export function permissionDifferences(before: Policy, after: Policy): Difference[] {
  const pairs = new Map<string, { command: CommandType; role: Role }>();
  for (const { command, by } of [...after.arrows, ...before.arrows]) for (const role of by) pairs.set(`${command} ${role}`, { command, role });
  return [...pairs.values()].flatMap(({ command, role }) => ofOne(before, after, command, role));
}

const everyStatus = (name: string): readonly string[] => (name.endsWith(".*") ? statusNames.filter((status) => status.startsWith(name.slice(0, -1))) : [name]);

function waysOf(policy: Policy, command: CommandType, role: Role): Way[] {
  const own = arrowsOf(policy, command).filter((arrow) => arrow.by.includes(role));
  return own.flatMap((arrow) => arrow.from.flatMap(everyStatus).map((status) => ({ status, arrow, where: `/arrows/${policy.arrows.indexOf(arrow)}` })));
}

function ofOne(before: Policy, after: Policy, command: CommandType, role: Role): Difference[] {
  const old = waysOf(before, command, role);
  const fresh = waysOf(after, command, role);
  const one = fresh[0] ?? old[0]!;
  const base = { where: one.where, rule: one.arrow.rule, parameters: { command, role } };
  const sides = isSide(role) ? [role] : [];
  if (old.length === 0) return [{ ...base, kind: "permissionAdded", sentence: `New: ${subject(role).replace(/^T/, "t")} may ${act(command)}${cited(one.arrow.rule)}.`, helps: sides, hurts: [] }];
  if (fresh.length === 0) return [{ ...base, kind: "permissionRemoved", sentence: `${subject(role)} may no longer ${act(command)}${cited(one.arrow.rule)}.`, helps: [], hurts: sides }];
  const had = [...new Set(old.map(({ status }) => status))];
  const has = [...new Set(fresh.map(({ status }) => status))];
  const gained = has.filter((status) => !had.includes(status));
  const lost = had.filter((status) => !has.includes(status));
  const found: Difference[] = [];
  if (gained.length > 0) found.push({ ...base, kind: "statusesAdded", sentence: `${subject(role)} may now ${act(command)} also ${whiles(gained)}${cited(one.arrow.rule)}.`, helps: sides, hurts: [], parameters: { command, role, statuses: gained } });
  if (lost.length > 0) found.push({ ...base, kind: "statusesRemoved", sentence: `${subject(role)} may no longer ${act(command)} ${whiles(lost)}${cited(one.arrow.rule)}.`, helps: [], hurts: sides, parameters: { command, role, statuses: lost } });
  const kept = has.filter((status) => had.includes(status));
  return [...found, ...grouped(kept.flatMap((status) => inStatus(before, after, role, old.filter((way) => way.status === status), fresh.filter((way) => way.status === status))))];
}

/** A difference before it is known in how many statuses it is the same. `said` goes before and after "while …". */
type Part = { difference: Omit<Difference, "sentence">; said: [string, string]; status: string };

function grouped(parts: readonly Part[]): Difference[] {
  const groups = Map.groupBy(parts, ({ said, difference }) => `${said.join("…")} ${difference.kind}`);
  return [...groups.values()].map((own) => {
    const { difference, said: [start, end] } = own[0]!;
    const statuses = [...new Set(own.map(({ status }) => status))];
    return { ...difference, sentence: `${start} ${whiles(statuses)}${end}${cited(difference.rule)}.`, parameters: { ...difference.parameters, statuses } };
  });
}

const plain = ({ when = [], opens, closes, to, because }: Arrow): unknown => ({ when: [...when].sort(), opens, closes, to: [...to].sort(), because });

/** The ways in one status, the same ones set aside, the others compared in their order. */
function inStatus(before: Policy, after: Policy, role: Role, old: readonly Way[], fresh: readonly Way[]): Part[] {
  const left = [...fresh];
  const rest = old.filter((way) => {
    const index = left.findIndex((other) => same(plain(way.arrow), plain(other.arrow)));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  const both = Math.min(rest.length, left.length);
  const parts = rest.slice(0, both).flatMap((way, index) => changes(before, after, role, way, left[index]!));
  const sides = isSide(role) ? [role] : [];
  for (const way of left.slice(both)) parts.push(oneMore(after, role, way, "wayAdded", sides, []));
  for (const way of rest.slice(both)) parts.push(oneMore(before, role, way, "wayRemoved", [], sides));
  return parts;
}

function oneMore(policy: Policy, role: Role, { status, arrow, where }: Way, kind: "wayAdded" | "wayRemoved", helps: Role[], hurts: Role[]): Part {
  const how = [...(arrow.when ?? []).map((word) => `if ${condition(word)}`), ...window(policy, arrow)];
  const said = how.length > 0 ? `, ${inWords(how)}` : ", at any time";
  const start = kind === "wayAdded" ? `A further way: ${subject(role).replace(/^T/, "t")} may ${act(arrow.command)}` : `One way less: ${subject(role).replace(/^T/, "t")} may no longer ${act(arrow.command)}`;
  return { difference: { kind, helps, hurts, where, rule: arrow.rule, parameters: { command: arrow.command, role, when: arrow.when ?? [] } }, said: [start, said], status };
}

function window(policy: Policy, { opens, closes }: Arrow): string[] {
  const [from, until] = [edgeText(policy, opens), edgeText(policy, closes)];
  return [...(from ? [`from ${from}`] : []), ...(until ? [`until ${until}`] : [])];
}

function changes(before: Policy, after: Policy, role: Role, { arrow: was }: Way, { arrow: is, status, where }: Way): Part[] {
  const parts: Part[] = [];
  const sides: Role[] = isSide(role) ? [role] : [];
  const may = `${subject(role)} may ${act(is.command)}`;
  const add = (kind: Difference["kind"], start: string, end: string, helps: Role[], hurts: Role[], parameters: Difference["parameters"]): void =>
    void parts.push({ difference: { kind, helps, hurts, where, rule: is.rule, parameters: { command: is.command, role, ...parameters } }, said: [start, end], status });
  const gained = (is.when ?? []).filter((word) => !was.when?.includes(word));
  const lost = (was.when ?? []).filter((word) => !is.when?.includes(word));
  if (gained.length > 0) add("conditionAdded", may, ` now only if ${inWords(gained.map(condition))}`, [], sides, { conditions: gained });
  if (lost.length > 0) add("conditionRemoved", may, ` now also where this does not hold: ${inWords(lost.map(condition))}`, sides, [], { conditions: lost });
  if (!same(was.opens, is.opens) || !same(was.closes, is.closes)) {
    const said = (policy: Policy, arrow: Arrow): string => inWords(window(policy, arrow)) || "at any time";
    add("windowChanged", may, ` now ${said(after, is)}; before: ${said(before, was)}`, [], [], { before: [...(was.opens ?? []), "|", ...(was.closes ?? [])], after: [...(is.opens ?? []), "|", ...(is.closes ?? [])] });
  }
  const more = is.to.filter((name) => !was.to.includes(name));
  const less = was.to.filter((name) => !is.to.includes(name));
  if (more.length + less.length > 0) {
    const said = [...(more.length > 0 ? [`can now lead to: ${more.map(statusPhrase).join("; ")}`] : []), ...(less.length > 0 ? [`can no longer lead to: ${less.map(statusPhrase).join("; ")}`] : [])];
    add("outcomesChanged", `When ${subject(role).replace(/^T/, "t")} may ${act(is.command)}`, `, this ${said.join(" and ")}`, [], [], { gained: more, lost: less });
  }
  if (was.because !== is.because) {
    const said = (because: Arrow["because"]): string => (because ? endingWords[because] : "of what happened");
    add("endingChanged", `When ${subject(role).replace(/^T/, "t")} may ${act(is.command)}`, `, an order that this closes is now closed because ${said(is.because)} instead of ${said(was.because)}`, [], [], { before: was.because ?? null, after: is.because ?? null });
  }
  return parts;
}
