// Starting a batch of payouts: first what each seller would get and who gets nothing and why, then the question, then it leaves.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import type { PayoutShare } from "../../api/openapi.d.ts";
import { ConfirmDialog } from "../../parts/confirmDialog.tsx";
import { figureText, moneyText } from "../../parts/format.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { useStaffWords } from "../../words/staffWords.ts";

const marketplaces = ["aliexpress", "amazon", "taobao"] as const;

export function StartPayouts(): ReactElement {
  const { s, say } = useStaffWords();
  const queries = useQueryClient();
  const [marketplace, setMarketplace] = useState<string>(marketplaces[0]);
  const looking = useMutation({ mutationFn: async () => got(await client.POST("/v1/payouts", { body: { marketplace, dryRun: true } })) as { shares: PayoutShare[] } });
  const starting = useMutation({
    mutationFn: async () => (got(await client.POST("/v1/payouts", { body: { marketplace, dryRun: false } })) as unknown as { batch: { payouts: number } }).batch,
    onSettled: () => queries.invalidateQueries({ queryKey: ["orders"] }),
    onSuccess: () => looking.reset(),
  });
  const look = (event: FormEvent): void => {
    event.preventDefault();
    starting.reset();
    looking.mutate();
  };
  const choose = (name: string): void => {
    setMarketplace(name);
    looking.reset();
    starting.reset();
  };
  return (
    <>
      <form className="inline" onSubmit={look}>
        <label>{s("pay.marketplace")}<select className="field" value={marketplace} onChange={(event) => choose(event.target.value)}>{marketplaces.map((one) => <option key={one} value={one}>{say(one, "marketplace")}</option>)}</select></label>
        <button type="submit" className="button" aria-disabled={looking.isPending}>{s("pay.look")}</button>
      </form>
      {looking.error !== null && <ProblemNote error={looking.error} />}
      {starting.data && <p role="status"><b>{s("pay.started", { count: starting.data.payouts })}</b></p>}
      {looking.data && <Preview shares={looking.data.shares} busy={starting.isPending} error={starting.error} start={() => starting.mutate()} />}
    </>
  );
}

type PreviewProps = { shares: readonly PayoutShare[]; busy: boolean; error: unknown; start(): void };

function Preview({ shares, busy, error, start }: PreviewProps): ReactElement {
  const { s, language } = useStaffWords();
  const [asking, setAsking] = useState(false);
  const paid = shares.filter(({ held }) => held === null);
  const sellers = new Set(paid.map(({ sellerId }) => sellerId)).size;
  const currencies = [...new Set(paid.map(({ currency }) => currency))];
  const sumOf = (currency: string): number => paid.filter((one) => one.currency === currency).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const sums = currencies.map((currency) => moneyText(sumOf(currency), currency, language)).join(" + ");
  if (shares.length === 0) return <p className="still">{s("pay.nobody")}</p>;
  return (
    <>
      <Shares shares={shares} />
      {paid.length === 0 ? <p className="still">{s("pay.nobody")}</p> : <p className="go"><button type="button" className="button main" aria-disabled={busy} onClick={() => setAsking(true)}>{s("pay.start", { count: sellers })}: {sums}</button></p>}
      {error !== null && !asking && <ProblemNote error={error} />}
      {asking && (
        <ConfirmDialog
          question={s("pay.question", { count: sellers })} sentence={s("pay.sentence")} rows={currencies.map((currency) => [currency, moneyText(sumOf(currency), currency, language)])}
          confirm={s("pay.start", { count: sellers })} keep={s("pay.keep")} onConfirm={() => { setAsking(false); start(); }} onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function Shares({ shares }: { shares: readonly PayoutShare[] }): ReactElement {
  const { s, language } = useStaffWords();
  return (
    <div className="wrap">
      <table className="table rows">
        <caption className="hidden">{s("pay.preview")}</caption>
        <thead><tr><th>{s("pay.seller")}</th><th className="num">{s("pay.balance")}</th><th className="num">{s("pay.fee")}</th><th className="num">{s("pay.amount")}</th><th>{s("pay.held")}</th></tr></thead>
        <tbody>
          {shares.map(({ sellerId, currency, balanceMinor, feeMinor, amountMinor, held }) => (
            <tr key={`${sellerId}/${currency}`}>
              <td className="id">{sellerId}</td><td className={balanceMinor < 0 ? "num loss" : "num"} data-label={s("pay.balance")}>{figureText(balanceMinor, currency, language)} {currency}</td>
              <td className="num whole" data-label={s("pay.fee")}>{held === null && figureText(feeMinor, currency, language)}</td><td className="num whole" data-label={s("pay.amount")}>{held === null && <b>{figureText(amountMinor, currency, language)}</b>}</td>
              <td className="text whole">{held !== null && s(`pay.held.${held}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
