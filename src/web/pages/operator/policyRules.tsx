// What a version of a policy says: its settings and deadlines, each with its rule and source, as tables.
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { begun } from "../../parts/people.ts";
import { Section } from "../../parts/section.tsx";
import { useStaffWords } from "../../words/staffWords.ts";

type Term = { is: unknown; others?: readonly unknown[]; rule?: string; source?: string };
type DeadlineRule = { in: readonly string[]; who: string; owes: string; within: string | null; since: string; otherwise: string; rule: string };

export function PolicyRules({ name, version }: { name: string; version: number }): ReactElement | null {
  const { data } = useQuery({ queryKey: ["policies", name, version], queryFn: async () => got(await client.GET("/v1/policies/{name}/versions/{version}", { params: { path: { name, version: String(version) } } })).rules, staleTime: Infinity });
  if (!data) return null;
  const { terms = {}, deadlines = [] } = data as { terms?: Record<string, Term>; deadlines?: readonly DeadlineRule[] };
  return (
    <>
      <Deadlines name={name} deadlines={deadlines} terms={terms} />
      <Settings terms={terms} />
    </>
  );
}

function Deadlines({ name, deadlines, terms }: { name: string; deadlines: readonly DeadlineRule[]; terms: Record<string, Term> }): ReactElement {
  const { s, say } = useStaffWords();
  const valueText = useValueText();
  const place = (at: string): string => say(name, `status.${at}`);
  return (
    <Section title={s("policy.deadlines")} aside={String(deadlines.length)}>
      <div className="wrap">
        <table className="table rows">
          <thead><tr><th>{s("policy.rule")}</th><th>{s("policy.who")}</th><th>{s("policy.what")}</th><th>{s("policy.within")}</th><th>{s("policy.in")}</th><th>{s("policy.silence")}</th></tr></thead>
          <tbody>
            {deadlines.map((one, index) => (
              <tr key={index}>
                <td>{one.rule}</td><td><b>{begun(say(name, `role.${one.who}`))}</b></td><td className="text">{say(name, `owes.${one.owes}.${one.otherwise}`, `owes.${one.owes}`, `command.${one.owes}`)}</td>
                <td>{one.within === null ? "" : valueText(terms[one.within]?.is ?? one.within)}</td><td className="text soft whole">{one.in.map(place).join(", ")}</td><td className="text soft whole">{say(name, `silence.${one.otherwise}`, `command.${one.otherwise}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Settings({ terms }: { terms: Record<string, Term> }): ReactElement {
  const { s } = useStaffWords();
  const valueText = useValueText();
  return (
    <Section title={s("policy.settings")} aside={String(Object.keys(terms).length)}>
      <div className="wrap">
        <table className="table rows">
          <thead><tr><th>{s("policy.setting")}</th><th>{s("policy.value")}</th><th>{s("policy.others")}</th><th>{s("policy.rule")}</th><th>{s("policy.from")}</th></tr></thead>
          <tbody>
            {Object.entries(terms).map(([key, { is, others = [], rule, source }]) => (
              <tr key={key}><td className="id">{key}</td><td><b>{valueText(is)}</b></td><td className="soft">{others.map(valueText).join(", ")}</td><td>{rule}</td><td className="text soft whole">{source}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

const units: Record<string, "year" | "month" | "week" | "day" | "hour" | "minute"> = { Y: "year", M: "month", W: "week", D: "day", H: "hour" };

/** A setting's value as people read it: a duration of one unit in words, everything else as it is written. */
export function useValueText(): (value: unknown) => string {
  const { s, language } = useStaffWords();
  return (value) => {
    if (value === null) return s("no");
    if (typeof value === "boolean") return s(value ? "yes" : "no");
    const found = /^P(T?)(\d+)([YMWDH])$/.exec(String(value));
    if (!found) return String(value);
    const unit = found[1] === "T" && found[3] === "M" ? "minute" : units[found[3]!]!;
    return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(Number(found[2]));
  };
}
