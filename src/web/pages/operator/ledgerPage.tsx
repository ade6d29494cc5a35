// The ledger of the whole house: what the accounts hold, by currency, and orders to open the journals of.
import { queryOptions, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { ordersQuery } from "../../api/queries.ts";
import { figureText } from "../../parts/format.ts";
import { Head, Section } from "../../parts/section.tsx";
import { useStaffWords } from "../../words/staffWords.ts";
import { accountText } from "../staff/account.ts";
import { Find, Listed } from "../staff/pager.tsx";
import "../../look/staff.css";

/** Its key makes it old with the orders. */
const ledgerQuery = queryOptions({ queryKey: ["orders", "ledger"], queryFn: async () => got(await client.GET("/v1/ledger", {})).accounts });
type Balance = { account: string; currency: string; balanceMinor: number };

export function LedgerPage(): ReactElement {
  const { s } = useStaffWords();
  const search = useSearch({ from: "/operations/ledger" });
  const reading = useQuery(ledgerQuery);
  const accounts = reading.data ?? [];
  return (
    <>
      <Head title={s("ledger.title")} sub={s("ledger.sub")} />
      <Find to="/operations/ledger" search={search} what="ledger.find" />
      {search.q !== undefined && <Found q={search.q} />}
      <Listed reading={reading} count={accounts.length} none={s("ledger.none")}>
        {[...Map.groupBy(accounts, ({ currency }) => currency)].map(([currency, own]) => <Currency key={currency} currency={currency} accounts={own} />)}
      </Listed>
    </>
  );
}

function Currency({ currency, accounts }: { currency: string; accounts: readonly Balance[] }): ReactElement {
  const words = useStaffWords();
  const { s, language } = words;
  const total = accounts.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0);
  return (
    <Section title={currency} aside={total === 0 ? s("journal.balanced") : undefined}>
      <div className="wrap" tabIndex={0} role="group" aria-label={currency}>
        <table className="table">
          <thead><tr><th>{s("journal.account")}</th><th className="num">{s("balance.closing")}</th></tr></thead>
          <tbody>
            {accounts.map(({ account, balanceMinor }) => (
              <tr key={account}><td className="text">{accountText(account, words)}<br /><small className="faint">{account}</small></td><td className="num">{figureText(balanceMinor, currency, language)}</td></tr>
            ))}
            <tr className="sum"><td>{s("sum")}</td><td className="num">{figureText(total, currency, language)}</td></tr>
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Found({ q }: { q: string }): ReactElement {
  const { s, t, language } = useStaffWords();
  const reading = useInfiniteQuery(ordersQuery({ q }));
  const orders = reading.data?.pages.flatMap((page) => page.orders) ?? [];
  const columns = [["paidMinor", "column.paid"], ["inEscrowMinor", "column.escrow"], ["refundingMinor", "column.refunding"], ["refundedMinor", "column.refunded"]] as const;
  return (
    <Section title={s("ledger.found")}>
      <Listed reading={reading} count={orders.length}>
        <div className="wrap" tabIndex={0} role="group" aria-label={s("ledger.found")}>
          <table className="table">
            <thead><tr><th>{s("queue.order")}</th><th>{s("queue.seller")}</th>{columns.map(([field, key]) => <th key={field} className="num">{t(key)}</th>)}<th>{s("balance.currency")}</th></tr></thead>
            <tbody>
              {orders.map(({ id, externalId, seller, money }) => (
                <tr key={id}>
                  <td><Link to="/operations/journal/$orderId" params={{ orderId: id }} className="id">{externalId}</Link></td>
                  <td className="text"><Link to="/seller/balance" search={{ seller: seller.id }}>{seller.name ?? seller.id}</Link></td>
                  {columns.map(([field]) => <td key={field} className="num">{figureText(money[field], money.currency, language)}</td>)}
                  <td>{money.currency}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Listed>
    </Section>
  );
}
