// The seller's queue: what waits for them by deadline, in saved views with counts, answered one by one in the row or many at once.
import { useState, type ReactElement } from "react";
import { Head } from "../../parts/section.tsx";
import { useStaffWords, type StaffWords } from "../../words/staffWords.ts";
import { Find, Listed } from "../staff/pager.tsx";
import { countOf, type Open } from "../staff/queries.ts";
import { useQueue } from "../staff/queue.ts";
import { QueueTable } from "../staff/queueTable.tsx";
import { Views, type View } from "../staff/views.tsx";
import { BulkAnswer } from "./bulkAnswer.tsx";
import "../../look/staff.css";

export function SellerQueuePage(): ReactElement {
  const words = useStaffWords();
  const { s } = words;
  const { person, said, search, reading, orders, mine, all } = useQueue("seller");
  const [selected, setSelected] = useState<readonly string[]>([]);
  const change = (ids: readonly string[], on: boolean): void => setSelected((before) => [...before.filter((id) => !ids.includes(id)), ...(on ? ids : [])]);
  const waiting = mine && countOf(mine.open, ({ orders: count }) => count);
  return (
    <>
      <Head title={s("queue.title")} sub={person?.name ?? undefined} subRight={waiting === undefined ? undefined : s("queue.waiting", { count: waiting })} />
      <Views to="/seller" views={viewsOf(words, mine, all)} current={search} />
      <Find to="/seller" search={said} />
      <BulkAnswer selected={orders.filter(({ id }) => selected.includes(id))} clear={() => setSelected([])} />
      <Listed reading={reading} count={orders.length}>
        <QueueTable orders={orders} role="seller" open={search.open} selection={{ has: (id) => selected.includes(id), change }} />
      </Listed>
    </>
  );
}

function viewsOf({ s }: StaffWords, mine: Open | undefined, all: Open | undefined): View[] {
  const count = (from: Open | undefined, of: Parameters<typeof countOf>[1]): number | null => (from ? countOf(from.open, of) : null);
  return [
    { name: s("view.due"), search: { owes: "seller" }, count: count(mine, (row) => row.orders) },
    { name: s("view.cancellations"), search: { owes: "seller", open: "cancellations" }, count: count(mine, (row) => row.cancellations) },
    { name: s("view.toShip"), search: { owes: "seller", status: "awaitingShipment" }, count: count(mine, (row) => (row.status === "awaitingShipment" ? row.orders : 0)) },
    { name: s("view.returns"), search: { owes: "seller", open: "returns" }, count: count(mine, (row) => row.returns) },
    { name: s("view.claims"), search: { owes: "seller", open: "claims" }, count: count(mine, (row) => row.claims) },
    { name: s("view.refunds"), search: { open: "refunds" }, count: count(all, (row) => row.refunds) },
  ];
}
