// Risk: refunds that are held and wait for somebody to look at them, and what is counted of a person. Releasing, stopping and sanctioning
// stand among the actions of the order.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type FormEvent, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { usePerson } from "../../api/person.ts";
import { Instant } from "../../parts/instant.tsx";
import { Money } from "../../parts/money.tsx";
import { begun } from "../../parts/people.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Head, Section } from "../../parts/section.tsx";
import { codeText } from "../../words/facts.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { Counted, type CountedSide } from "../staff/counted.tsx";
import "../../look/staff.css";

export function RiskPage(): ReactElement {
  const { s } = useStaffWords();
  return <><Head title={s("risk.title")} sub={s("risk.sub")} /><Held /><LookUp /></>;
}

function Held(): ReactElement {
  const { s, t, language } = useStaffWords();
  const person = usePerson();
  const { data, error, refetch } = useQuery({ queryKey: ["orders", "holds"], enabled: person?.role === "operator", queryFn: async () => got(await client.GET("/v1/risk/holds", {})).holds });
  return (
    <Section title={s("risk.held")} aside={data && data.length > 0 ? String(data.length) : undefined}>
      {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
      {data?.length === 0 && <p className="still">{s("risk.none")}</p>}
      {data === undefined && error === null && <p className="still" role="status">{t("loading")}</p>}
      {data !== undefined && data.length > 0 && (
        <div className="wrap">
          <table className="table rows">
            <thead><tr><th>{s("risk.until")}</th><th className="num">{s("pay.amount")}</th><th>{s("risk.why")}</th><th>{t("role.buyer")}</th><th>{t("role.seller")}</th><th>{s("risk.reviewer")}</th><th>{s("queue.order")}</th></tr></thead>
            <tbody>
              {data.map(({ refundId, orderId, externalId, amountMinor, currency, reasons, secondPerson, buyer, seller, reviewer, reviewBy }) => (
                <tr key={refundId}>
                  <td>{reviewBy !== null && <Instant at={reviewBy} kind="due" />}</td><td className="num"><Money amountMinor={amountMinor} currency={currency} /></td>
                  <td className="text">{reasons.map(({ of, fact, value }) => (of === "order" ? begun(codeText(fact, language)) : `${begun(codeText(of, language))}: ${codeText(fact, language)} ${value}`)).join("; ")}{secondPerson && <>{reasons.length > 0 && "; "}{s("risk.second")}</>}</td>
                  <td className="text">{buyer}</td><td className="text">{seller}</td><td className="text">{reviewer ?? s("risk.nobody")}</td>
                  <td className="id"><Link to="/orders/$orderId/refunds/$refundId" params={{ orderId, refundId }}>{externalId}</Link></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function LookUp(): ReactElement {
  const { s, t } = useStaffWords();
  const [role, setRole] = useState<CountedSide>("buyer");
  const [id, setId] = useState("");
  const [asked, setAsked] = useState<{ role: CountedSide; id: string } | null>(null);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    if (id.trim() !== "") setAsked({ role, id: id.trim() });
  };
  return (
    <Section title={s("risk.counted")}>
      <p className="still">{s("risk.countedWhy")}</p>
      <form className="inline" onSubmit={ask}>
        <label>{s("risk.role")}<select className="field" value={role} onChange={(event) => setRole(event.target.value === "seller" ? "seller" : "buyer")}><option value="buyer">{t("role.buyer")}</option><option value="seller">{t("role.seller")}</option></select></label>
        <label>{s("risk.id")}<input className="field" required maxLength={200} value={id} onChange={(event) => setId(event.target.value)} /></label>
        <button type="submit" className="button">{s("risk.look")}</button>
      </form>
      {asked !== null && <Counted role={asked.role} id={asked.id} />}
    </Section>
  );
}
