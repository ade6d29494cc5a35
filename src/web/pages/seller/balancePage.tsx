// A seller's balance and statement, as the ledger has it: what was before, what came in, what was taken, what there is; and as CSV.
import { queryOptions, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type FormEvent, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { usePerson } from "../../api/person.ts";
import { figureText } from "../../parts/format.ts";
import { Instant } from "../../parts/instant.tsx";
import { Head, Section } from "../../parts/section.tsx";
import { eventText } from "../../words/facts.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { Listed } from "../staff/pager.tsx";
import { PayoutTable, payoutsQuery } from "../staff/payoutTable.tsx";
import type { Statement } from "../staff/queries.ts";
import { PayoutAccount } from "./payoutAccount.tsx";
import "../../look/staff.css";

type Period = { from?: string; to?: string };

const read = (id: string, period: Period, accept: string) => client.GET("/v1/sellers/{id}/statement", {
  params: { path: { id }, query: period }, headers: { accept }, ...(accept === "text/csv" ? { parseAs: "blob" as const } : {}),
});

const statementQuery = (id: string, period: Period) => queryOptions({
  queryKey: ["orders", "statement", id, period],
  queryFn: async () => got(await read(id, period, "application/json") as never) as Statement,
});

export function BalancePage(): ReactElement {
  const { s } = useStaffWords();
  const person = usePerson();
  const { seller, ...period } = useSearch({ from: "/seller/balance" });
  const id = seller ?? person?.id ?? "";
  const reading = useQuery({ ...statementQuery(id, period), enabled: id !== "" });
  const { data } = reading;
  return (
    <>
      <Head title={s("balance.title")} sub={seller === undefined || seller === person?.id ? s("balance.sub") : s("balance.subOther", { id })} subRight={person?.name ?? undefined} />
      <Choose key={JSON.stringify(period)} id={id} seller={seller} period={period} />
      <Listed reading={reading} count={data?.balances.length ?? 0} none={s("balance.none")}>{data && <Whole statement={data} />}</Listed>
      {id !== "" && <OwnPayouts seller={id} />}
      {id !== "" && (person?.role === "seller" || person?.role === "operator") && <PayoutAccount key={id} seller={id} own={person.role === "seller"} />}
    </>
  );
}

function OwnPayouts({ seller }: { seller: string }): ReactElement {
  const { s } = useStaffWords();
  const reading = useInfiniteQuery(payoutsQuery({ seller }));
  const payouts = reading.data?.pages.flatMap((page) => page.payouts) ?? [];
  return <Section title={s("pay.own")}><Listed reading={reading} count={payouts.length} none={s("pay.ownNone")}><PayoutTable payouts={payouts} ofOne /></Listed></Section>;
}

function Choose({ id, seller, period }: { id: string; seller: string | undefined; period: Period }): ReactElement {
  const { s } = useStaffWords();
  const navigate = useNavigate();
  const [from, setFrom] = useState(period.from ?? "");
  const [to, setTo] = useState(period.to ?? "");
  const show = (event: FormEvent): void => {
    event.preventDefault();
    void navigate({ to: "/seller/balance", search: { ...(seller === undefined ? {} : { seller }), ...(from === "" ? {} : { from }), ...(to === "" ? {} : { to }) } });
  };
  return (
    <form className="inline" onSubmit={show}>
      <label>{s("balance.from")}<input className="field" type="date" value={from} onChange={(event) => setFrom(event.target.value)} /></label>
      <label>{s("balance.to")}<input className="field" type="date" value={to} onChange={(event) => setTo(event.target.value)} /></label>
      <button type="submit" className="button">{s("balance.show")}</button>
      <button type="button" className="button" onClick={() => void download(id, period)}>{s("balance.csv")}</button>
    </form>
  );
}

async function download(id: string, period: Period): Promise<void> {
  const file = got(await read(id, period, "text/csv") as never) as Blob;
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href: address, download: `statement-${id}.csv` }).click();
  URL.revokeObjectURL(address);
}

function Whole({ statement: { balances, lines, complete } }: { statement: Statement }): ReactElement {
  const { s, t, language } = useStaffWords();
  const moved = (currency: string, sign: 1 | -1): number => lines.filter((line) => line.currency === currency && Math.sign(line.amountMinor) === sign).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return (
    <>
      <div className="wrap">
        <table className="table rows">
          <thead><tr><th>{s("balance.currency")}</th><th className="num">{s("balance.opening")}</th><th className="num">{s("balance.in")}</th><th className="num">{s("balance.out")}</th><th className="num">{s("balance.closing")}</th></tr></thead>
          <tbody>
            {balances.map(({ currency, openingMinor, closingMinor }) => (
              <tr key={currency} className="sum">
                <td className="whole">{currency}</td><td className="num whole" data-label={s("balance.opening")}>{figureText(openingMinor, currency, language)}</td><td className="num whole" data-label={s("balance.in")}>{figureText(moved(currency, 1), currency, language)}</td>
                <td className="num whole" data-label={s("balance.out")}>{figureText(moved(currency, -1), currency, language)}</td><td className="num whole" data-label={s("balance.closing")}>{figureText(closingMinor, currency, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Section title={s("balance.statement")} aside={s("balance.lines", { count: lines.length })}>
        {!complete && <p className="still">{s("balance.notAll")}</p>}
        <div className="wrap">
          <table className="table rows">
            <thead><tr><th>{t("timeline.when")}</th><th>{t("timeline.what")}</th><th>{s("queue.order")}</th><th className="num">{s("queue.amount")}</th></tr></thead>
            <tbody>
              {lines.map((line, index) => (
                <tr key={`${line.orderId ?? line.payoutId}/${line.eventSeq}/${index}`}>
                  <td><Instant at={line.at} /></td><td className="text">{eventText(line.type, language)}</td>
                  <td className="id">{line.orderId !== null && <Link to="/orders/$orderId" params={{ orderId: line.orderId }}>{line.externalId}</Link>}</td><td className={`num${line.amountMinor < 0 ? " loss" : ""}${line.orderId === null ? " whole" : ""}`}>{figureText(line.amountMinor, line.currency, language)} {line.currency}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </>
  );
}
