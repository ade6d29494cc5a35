// Payouts for the operator: what would be paid and starting it, those whose outcome is unknown, the batches, and every payout.
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import type { PayoutBatch } from "../../api/openapi.d.ts";
import { usePerson } from "../../api/person.ts";
import { Instant } from "../../parts/instant.tsx";
import { Head, Section } from "../../parts/section.tsx";
import { useStaffWords } from "../../words/staffWords.ts";
import { Listed } from "../staff/pager.tsx";
import { payoutsQuery, payoutStatuses, PayoutTable, type Payout } from "../staff/payoutTable.tsx";
import { StartPayouts } from "./startPayouts.tsx";
import { UnknownPayouts } from "./unknownPayouts.tsx";
import "../../look/staff.css";

export function PayoutsPage(): ReactElement {
  const { s } = useStaffWords();
  const isOperator = usePerson()?.role === "operator";
  return (
    <>
      <Head title={s("pay.title")} sub={s("pay.sub")} />
      {isOperator && <><StartPayouts /><UnknownPayouts /><Batches /><Every /></>}
    </>
  );
}

function Batches(): ReactElement {
  const { s } = useStaffWords();
  const reading = useInfiniteQuery({
    queryKey: ["orders", "payout-batches"], initialPageParam: null as string | null, getNextPageParam: ({ next }: { next: string | null }) => next,
    queryFn: async ({ pageParam }) => got(await client.GET("/v1/payout-batches", { params: { query: { limit: 10, ...(pageParam === null ? {} : { cursor: pageParam }) } } })),
  });
  const batches = reading.data?.pages.flatMap((page) => page.batches) ?? [];
  return (
    <Section title={s("pay.batches")}>
      <Listed reading={reading} count={batches.length} none={s("pay.batchesNone")}>
        <div className="wrap">
          <table className="table rows">
            <thead><tr><th>{s("pay.when")}</th><th>{s("pay.marketplace")}</th><th>{s("pay.batch.by")}</th>{(["payouts", "settled", "failed", "unknown"] as const).map((name) => <th key={name} className="num">{s(`pay.batch.${name}`)}</th>)}</tr></thead>
            <tbody>{batches.map((batch) => <BatchRow key={batch.id} batch={batch} />)}</tbody>
          </table>
        </div>
      </Listed>
    </Section>
  );
}

function BatchRow({ batch: { at, marketplace, by, endedAt, payouts, settled, failed, unknown } }: { batch: PayoutBatch }): ReactElement {
  const { s, say } = useStaffWords();
  return (
    <tr>
      <td><Instant at={at} />{endedAt === null && <small> {s("pay.batch.running")}</small>}</td><td>{say(marketplace, "marketplace")}</td><td className="text whole">{by === "clock" ? s("pay.batch.clock") : by}</td>
      <td className="num" data-label={s("pay.batch.payouts")}>{payouts}</td><td className="num" data-label={s("pay.batch.settled")}>{settled}</td>
      <td className={failed > 0 ? "num loss" : "num"} data-label={s("pay.batch.failed")}>{failed}</td><td className={unknown > 0 ? "num loss" : "num"} data-label={s("pay.batch.unknown")}>{unknown}</td>
    </tr>
  );
}

function Every(): ReactElement {
  const { s } = useStaffWords();
  const [status, setStatus] = useState<Payout["status"] | "">("");
  const reading = useInfiniteQuery(payoutsQuery(status === "" ? {} : { status }));
  const payouts = reading.data?.pages.flatMap((page) => page.payouts) ?? [];
  return (
    <Section title={s("pay.list")}>
      <div className="inline">
        <label>{s("pay.status")}
          <select className="field" value={status} onChange={(event) => setStatus(payoutStatuses.find((one) => one === event.target.value) ?? "")}>
            <option value="">{s("pay.all")}</option>
            {payoutStatuses.map((one) => <option key={one} value={one}>{s(`pay.status.${one}`)}</option>)}
          </select>
        </label>
      </div>
      <Listed reading={reading} count={payouts.length} none={s("pay.none")}><PayoutTable payouts={payouts} /></Listed>
    </Section>
  );
}
