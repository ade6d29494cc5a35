// What was extended together lately, each with the way to take it back. Nothing is shown where nothing was.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { Instant } from "../../parts/instant.tsx";
import { Section } from "../../parts/section.tsx";
import { useStaffWords } from "../../words/staffWords.ts";
import { batchesQuery } from "./extensions.ts";

export function ExtendedTogether(): ReactElement | null {
  const { s } = useStaffWords();
  const { data: batches = [] } = useQuery(batchesQuery);
  if (batches.length === 0) return null;
  return (
    <Section title={s("back.together")}>
      <div className="wrap">
        <table className="table rows">
          <thead><tr><th>{s("back.when")}</th><th>{s("back.by")}</th><th className="num">{s("back.count")}</th><th className="num">{s("back.taken")}</th><th><span className="hidden">{s("queue.answer")}</span></th></tr></thead>
          <tbody>
            {batches.map(({ batch, at, by, extended, takenBack }) => (
              <tr key={batch}>
                <td><Instant at={at} /></td><td className="id">{by}</td><td className="num">{extended}</td><td className="num">{takenBack}</td>
                <td>{takenBack < extended ? <Link to="/operations/deadlines/$batch" params={{ batch }}>{s("back.open")}</Link> : <span className="faint">{s("back.all")}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
