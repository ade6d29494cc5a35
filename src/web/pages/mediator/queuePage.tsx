// The mediators' queue: graver grounds first, then by deadline, as the API sorts it. Appeals say so; a case opens on a page of its own.
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { Deadline, Order } from "../../api/queries.ts";
import { Head } from "../../parts/section.tsx";
import { useStaffWords } from "../../words/staffWords.ts";
import { Find, Listed } from "../staff/pager.tsx";
import { countOf } from "../staff/queries.ts";
import { useQueue } from "../staff/queue.ts";
import { QueueTable } from "../staff/queueTable.tsx";
import { RowAnswers } from "../staff/rowAnswers.tsx";
import { Views } from "../staff/views.tsx";
import "../../look/staff.css";

export function MediatorQueuePage(): ReactElement {
  const { s } = useStaffWords();
  const { person, said, search, reading, orders, mine, all } = useQueue("mediator");
  const waiting = mine && countOf(mine.open, (row) => row.orders);
  return (
    <>
      <Head title={s("cases.title")} sub={person?.name ?? undefined} subRight={waiting === undefined ? undefined : s("cases.waiting", { count: waiting })} />
      <Views to="/mediation" current={search} views={[
        { name: s("cases.mine"), search: { owes: "mediator" }, count: waiting ?? null },
        { name: s("cases.disputes"), search: { open: "claims" }, count: all ? countOf(all.open, (row) => row.claims) : null },
      ]} />
      <Find to="/mediation" search={said} />
      <Listed reading={reading} count={orders.length}>
        <QueueTable orders={orders} role="mediator" open={search.open} link={(order, deadline) => <CaseLink order={order} deadline={deadline} />} />
      </Listed>
    </>
  );
}

function CaseLink({ order, deadline }: { order: Order; deadline: Deadline | null }): ReactElement {
  const { s } = useStaffWords();
  const claim = order.claims.find(({ id }) => id === deadline?.target) ?? (deadline?.who === "mediator" ? undefined : order.claims.find(({ endedAt }) => endedAt === null));
  if (!claim) return deadline ? <RowAnswers order={order} deadline={deadline} /> : <></>;
  return (
    <div className="answers">
      <Link to="/mediation/$orderId/$claimId" params={{ orderId: order.id, claimId: claim.id }}>{claim.status === "inMediation" ? s("cases.decide") : s("queue.open")}<span className="hidden"> {order.externalId}</span></Link>
      {claim.graver && <b>{s("cases.graver")}</b>}
      {claim.appealedBy !== null && claim.endedAt === null && <span>{s("cases.appeal")}</span>}
    </div>
  );
}
