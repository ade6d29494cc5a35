// What a version changes against the one before it, sentence by sentence: whom it helps and whom it hurts.
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { begun } from "../../parts/people.ts";
import { Section } from "../../parts/section.tsx";
import { differenceText } from "../../words/differences.ts";
import { codeText } from "../../words/facts.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { useValueText } from "./policyRules.tsx";

export function PolicyChanges({ name, version }: { name: string; version: number }): ReactElement {
  const words = useStaffWords();
  const { s, say, language } = words;
  const value = useValueText();
  const { data } = useQuery({ queryKey: ["policies", name, version, "changes"], queryFn: async () => got(await client.GET("/v1/policies/{name}/versions/{version}/changes", { params: { path: { name, version: String(version) } } })) });
  const roles = (names: readonly string[]): string => names.map((one) => begun(say(name, `role.${one}`))).join(", ");
  const { against = null, changes = [] } = data ?? {};
  return (
    <Section title={against === null ? s("policy.version", { version }) : s("policy.changes", { version, against })} aside={String(changes.length)}>
      {data && changes.length === 0 && <p className="still">{against === null ? s("policy.first") : s("policy.noChanges")}</p>}
      {changes.length > 0 && (
        <div className="wrap">
          <table className="table rows">
            <thead><tr><th>{s("policy.what")}</th><th>{s("policy.helps")}</th><th>{s("policy.hurts")}</th><th>{s("policy.rule")}</th></tr></thead>
            <tbody>{changes.map((change, index) => <tr key={index}><td className="text whole">{differenceText(change, name, words, { value, code: (code) => codeText(code, language) })}</td><td>{roles(change.helps)}</td><td className="loss">{roles(change.hurts)}</td><td>{change.rule}</td></tr>)}</tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
