// Payouts as a table: what, when, where it is. For the seller's own, and for an operator all of them.
import { infiniteQueryOptions } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import type { Payout } from "../../api/openapi.d.ts";
import { figureText } from "../../parts/format.ts";
import { Instant } from "../../parts/instant.tsx";
import { useStaffWords } from "../../words/staffWords.ts";

export type { Payout };
export const payoutStatuses = ["submitting", "submitted", "unknown", "settled", "failed"] as const;
type Wanted = { seller?: string; status?: Payout["status"] };

const SOON_MS = 2000;

/** Pages of payouts, read again soon while one is being handed over, or where others may join: no stream tells of payouts. */
export const payoutsQuery = (wanted: Wanted) => infiniteQueryOptions({
  queryKey: ["orders", "payouts", wanted],
  queryFn: async ({ pageParam }) => got(await client.GET("/v1/payouts", { params: { query: { ...wanted, limit: 25, ...(pageParam === null ? {} : { cursor: pageParam }) } } })),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
  refetchInterval: ({ state }) => (wanted.status === "unknown" || state.data?.pages.some(({ payouts }) => payouts.some(({ status }) => status === "submitting")) ? SOON_MS : false),
});

/** `ofOne`: all are one seller's, who needs no name. */
export function PayoutTable({ payouts, ofOne = false }: { payouts: readonly Payout[]; ofOne?: boolean }): ReactElement {
  const { s, language } = useStaffWords();
  return (
    <div className="wrap">
      <table className="table rows">
        <thead><tr><th>{s("pay.when")}</th>{!ofOne && <th>{s("pay.seller")}</th>}<th className="num">{s("pay.amount")}</th><th className="num">{s("pay.fee")}</th><th>{s("pay.status")}</th><th>{s("pay.arrived")}</th><th>{s("pay.reference")}</th></tr></thead>
        <tbody>
          {payouts.map(({ id, at, sellerId, amountMinor, feeMinor, currency, status, settledAt, failedBecause, reference }) => (
            <tr key={id}>
              <td><Instant at={at} /></td>{!ofOne && <td className="id"><Link to="/seller/balance" search={{ seller: sellerId }}>{sellerId}</Link></td>}
              <td className="num">{figureText(amountMinor, currency, language)} {currency}</td><td className={ofOne ? "num whole" : "num"} data-label={s("pay.fee")}>{figureText(feeMinor, currency, language)}</td>
              <td className={status === "failed" || status === "unknown" ? "text whole loss" : "text whole"}>{s(`pay.status.${status}`)}{failedBecause !== null && <small> ({failedBecause})</small>}</td>
              <td data-label={settledAt === null ? undefined : s("pay.arrived")}>{settledAt !== null && <Instant at={settledAt} />}</td><td className="id whole">{reference}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
