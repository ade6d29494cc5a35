// What is counted of a buyer or a seller over their latest orders: figures, no judgement. What follows from them is the marketplace's policy.
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { begun } from "../../parts/people.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Facts } from "../../parts/section.tsx";
import { codeText } from "../../words/facts.ts";
import { useStaffWords } from "../../words/staffWords.ts";

export type CountedSide = "buyer" | "seller";
const facts = ["orders", "refundShare", "emptyBoxes", "claimsWithdrawn", "claimsLost", "sameEvidence", "points"] as const;

/** By marketplace; only `marketplace` where that is named. */
export function Counted({ role, id, marketplace }: { role: CountedSide; id: string; marketplace?: string }): ReactElement {
  const { s, t, language } = useStaffWords();
  const { data, error, refetch } = useQuery({ queryKey: ["counted", role, id], queryFn: async () => got(await client.GET("/v1/risk/{role}/{id}", { params: { path: { role, id } } })) });
  if (error !== null) return <ProblemNote error={error} again={() => void refetch()} />;
  if (!data) return <p className="still" role="status">{t("loading")}</p>;
  const all = data.marketplaces.filter((one) => marketplace === undefined || one.marketplace === marketplace);
  if (all.length === 0) return <p className="still">{s("risk.nothingCounted")}</p>;
  const share = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  return (
    <>
      {all.map((one) => (
        <div key={one.marketplace} className="counted">
          {marketplace === undefined && <h3>{one.marketplace}</h3>}
          <Facts rows={facts.map((fact) => [begun(codeText(fact, language)), <span className="num" key={fact}>{fact === "refundShare" ? share.format(one.facts[fact] / 10_000) : one.facts[fact]}</span>])} />
        </div>
      ))}
    </>
  );
}
