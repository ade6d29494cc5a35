// The table of a queue: due first, what is owed in bold, what silence does, the amount, and the answers in the row.
import { Link } from "@tanstack/react-router";
import type { KeyboardEvent, ReactElement, ReactNode } from "react";
import { useNow } from "../../api/now.ts";
import type { Deadline, Order } from "../../api/queries.ts";
import { distanceText, zoneText } from "../../parts/format.ts";
import { Instant } from "../../parts/instant.tsx";
import { Money } from "../../parts/money.tsx";
import { begun, deadlineWords } from "../../parts/people.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { amountOf, becauseOf, rowDeadline } from "./answers.ts";
import { RowAnswers } from "./rowAnswers.tsx";

export type Selection = { has(id: string): boolean; change(ids: readonly string[], on: boolean): void };
type Props = { orders: readonly Order[]; role: "seller" | "mediator" | "operator"; open?: string | undefined; selection?: Selection; link?(order: Order, deadline: Deadline | null): ReactNode };

export function QueueTable({ orders, role, open, selection, link }: Props): ReactElement {
  const { s, language } = useStaffWords();
  const now = useNow();
  const all = orders.length > 0 && orders.every(({ id }) => selection?.has(id));
  return (
    <div className="wrap">
      <table className="table rows">
        <thead>
          <tr>
            {selection && <th><input type="checkbox" aria-label={s("queue.selectAll")} checked={all} onChange={(event) => selection.change(orders.map(({ id }) => id), event.target.checked)} /></th>}
            <th aria-sort="ascending">{s("queue.due")}, {zoneText(now, language)}</th><th className="num">{s("queue.left")}</th><th>{role === "seller" ? s("queue.owed") : s("queue.owes")}</th><th className="num">{s("queue.amount")}</th>
            <th>{s("queue.order")}</th><th>{role === "seller" ? s("queue.buyer") : `${s("queue.buyer")}, ${s("queue.seller")}`}</th><th>{s("queue.because")}</th><th>{role === "seller" ? s("queue.silence") : s("queue.silenceOf")}</th><th>{s("queue.answer")}</th>
          </tr>
        </thead>
        <tbody onKeyDown={moveByKey}>{orders.map((order) => <QueueRow key={order.id} order={order} role={role} open={open} selection={selection} link={link} />)}</tbody>
      </table>
      {orders.length > 1 && <p className="foots no-print keys">{s("queue.keys")}</p>}
    </div>
  );
}

/** With the focus in the table, j and k go to the next and the last row's order: they do nothing elsewhere, where somebody may be typing. */
function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  if ((event.key !== "j" && event.key !== "k") || event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement) return;
  const rows = [...event.currentTarget.children];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  rows[here + (event.key === "j" ? 1 : -1)]?.querySelector<HTMLElement>(".id a")?.focus();
}

type RowProps = { order: Order; role: Props["role"]; open: string | undefined; selection: Selection | undefined; link: Props["link"] };

function QueueRow({ order, role, open, selection, link }: RowProps): ReactElement {
  const words = useStaffWords();
  const { s, t, say, language } = words;
  const now = useNow();
  const deadline = rowDeadline(order, role, open);
  const said = deadline && deadlineWords(order, deadline, words);
  const by = deadline === null ? null : Date.parse(deadline.by);
  const because = becauseOf(order, deadline?.target ?? null);
  const selected = selection?.has(order.id) === true;
  return (
    <tr data-selected={selected || undefined}>
      {selection && <td className="pick"><label><input type="checkbox" aria-label={s("queue.select", { number: order.externalId })} checked={selected} onChange={(event) => selection.change([order.id], event.target.checked)} /></label></td>}
      <td>{deadline === null ? <span className="faint">{s("queue.noDeadline")}</span> : <Instant at={deadline.by} kind="due" />}</td>
      <td className={by !== null && by < now ? "num loss" : "num soft"}>{by === null ? "" : by < now ? s("queue.passed") : distanceText(by, now, language)}</td>
      <td><b>{said === null ? say(order.marketplace, `status.order.${order.status}`) : begun(said.owes)}</b></td>
      <td className="num"><Money amountMinor={amountOf(order, deadline?.target ?? null)} currency={order.money.currency} /></td>
      <td className="id"><Link to="/orders/$orderId" params={{ orderId: order.id }}>{order.externalId}</Link></td>
      <td className="text">{order.buyer.name ?? t("role.buyer")}, {order.buyer.country}{role !== "seller" && <> / {order.seller.name ?? t("role.seller")}</>}</td>
      <td className="text soft whole">{because === null ? "" : begun(say(order.marketplace, `reason.${because.code}`))}{because?.sellerAtFault && <>, <b>{t("claim.fault", { who: t("role.seller").toLocaleLowerCase() })}</b></>}</td>
      <td className="text soft whole" data-label={`${role === "seller" ? s("queue.silence") : s("queue.silenceOf")}:`}>{said === null ? "" : begun(said.otherwise)}</td>
      <td className="whole">{link ? link(order, deadline) : deadline && <RowAnswers order={order} deadline={deadline} />}</td>
    </tr>
  );
}
