// The house at a glance: what is open by status and by whose turn it is, what the platform itself owes, and what could not leave the house.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { usePerson } from "../../api/person.ts";
import type { Order, OrderSearch } from "../../api/queries.ts";
import { Instant } from "../../parts/instant.tsx";
import { begun } from "../../parts/people.ts";
import { Head, Section } from "../../parts/section.tsx";
import { useStaffWords } from "../../words/staffWords.ts";
import { rowDeadline } from "../staff/answers.ts";
import { Find, Listed } from "../staff/pager.tsx";
import { countOf, type Open } from "../staff/queries.ts";
import { useQueue } from "../staff/queue.ts";
import { QueueTable } from "../staff/queueTable.tsx";
import { RowAnswers } from "../staff/rowAnswers.tsx";
import { Views } from "../staff/views.tsx";
import "../../look/staff.css";

export function OverviewPage(): ReactElement {
  const { s } = useStaffWords();
  const { said, search, reading, orders, mine: ours, all } = useQueue("operator");
  const count = (of: Parameters<typeof countOf>[1]): number | null => (ours ? countOf(ours.open, of) : null);
  const unknown = orders.filter(({ refunds }) => refunds.some(({ status }) => status === "unknown")).length;
  return (
    <>
      <Head title={s("ops.title")} sub={s("ops.sub")} subRight={all && s("ops.open", { count: countOf(all.open, (row) => row.orders) })} />
      <Views to="/operations" current={search} views={[
        { name: s("ops.ours"), search: { owes: "operator" }, count: count((row) => row.orders) },
        { name: s("ops.refunds"), search: { owes: "operator", open: "refunds" }, count: count((row) => row.refunds) },
        { name: s("ops.disputes"), search: { owes: "operator", open: "claims" }, count: count((row) => row.claims) },
        { name: s("ops.reversals"), search: { owes: "operator", open: "reversals" }, count: count((row) => row.reversals) },
      ]} />
      <Find to="/operations" search={said} />
      {search.open === "refunds" && unknown > 0 && <p className="still">{s("ops.unknown")}: <b>{unknown}</b></p>}
      <Listed reading={reading} count={orders.length}><QueueTable orders={orders} role="operator" open={search.open} link={(order) => <Answers order={order} open={search.open} />} /></Listed>
      {all && <div className="pair"><ByStatus open={all} /><ByTurn open={all} /></div>}
      <Effects />
    </>
  );
}

function Answers({ order, open }: { order: Order; open: OrderSearch["open"] }): ReactElement {
  const { s } = useStaffWords();
  const deadline = rowDeadline(order, "operator", open);
  return <div className="answers">{deadline && <RowAnswers order={order} deadline={deadline} />}<Link to="/operations/journal/$orderId" params={{ orderId: order.id }}>{s("ops.journal")}<span className="hidden"> {order.externalId}</span></Link></div>;
}

function ByStatus({ open: { open } }: { open: Open }): ReactElement {
  const { s, say } = useStaffWords();
  const marketplaces = [...new Set(open.map(({ marketplace }) => marketplace))];
  const statuses = [...new Set(open.map(({ status }) => status))];
  return (
    <Section title={s("ops.byStatus")}>
      <div className="wrap">
        <table className="table">
          <thead><tr><th>{s("ops.status")}</th>{marketplaces.map((name) => <th key={name} className="num">{say(name, "marketplace")}</th>)}</tr></thead>
          <tbody>
            {statuses.map((status) => (
              <tr key={status}>
                <td className="text">{say("", `status.order.${status}`)}</td>
                {marketplaces.map((marketplace) => {
                  const orders = countOf(open, (row) => (row.status === status && row.marketplace === marketplace ? row.orders : 0));
                  return <td key={marketplace} className="num">{orders === 0 ? <span className="faint">0</span> : <Link to="/orders" search={{ marketplace, status }}>{orders}</Link>}</td>;
                })}
              </tr>
            ))}
            <tr className="sum"><td>{s("sum")}</td>{marketplaces.map((name) => <td key={name} className="num">{countOf(open, (row) => (row.marketplace === name ? row.orders : 0))}</td>)}</tr>
          </tbody>
        </table>
      </div>
    </Section>
  );
}

const roles = ["buyer", "seller", "mediator", "operator", "institution", "carrier", "clock"] as const;

function ByTurn({ open: { turns } }: { open: Open }): ReactElement {
  const { s, say } = useStaffWords();
  return (
    <Section title={s("ops.byTurn")}>
      <table className="table">
        <thead><tr><th>{s("ops.byTurn")}</th><th className="num">{s("ops.orders")}</th></tr></thead>
        <tbody>
          {roles.flatMap((role) => turns.filter(({ who }) => who === role)).map(({ who, orders }) => (
            <tr key={who}><td>{begun(say("", `role.${who}`))}</td><td className="num"><Link to="/orders" search={{ owes: roles.find((role) => role === who)! }}>{orders}</Link></td></tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

const effectKinds = ["submitRefund", "inquireRefund", "reverseRefund", "requestPayment", "voidPayment", "inquireChargeback", "makeLabel", "voidLabel"] as const;
const isEffect = (kind: string): kind is (typeof effectKinds)[number] => effectKinds.some((one) => one === kind);

function Effects(): ReactElement {
  const { s } = useStaffWords();
  const person = usePerson();
  const reading = useQuery({ queryKey: ["orders", "effects"], queryFn: async () => got(await client.GET("/v1/effects", {})).effects, enabled: person?.role === "operator" });
  const effects = reading.data ?? [];
  return (
    <Section title={s("ops.effects")}>
      <Listed reading={reading} count={effects.length} none={s("ops.effectsNone")}>
        <div className="wrap">
          <table className="table rows">
            <thead><tr><th>{s("ops.effect")}</th><th>{s("queue.order")}</th><th className="num">{s("ops.attempts")}</th><th>{s("ops.next")}</th></tr></thead>
            <tbody>{effects.map(({ id, kind, orderId, attempts, nextAt }) => <tr key={id}><td className="text">{isEffect(kind) ? s(`effect.${kind}`) : kind}</td><td className="id" title={orderId}><Link to="/orders/$orderId" params={{ orderId }}>…{orderId.slice(-12)}</Link></td><td className="num">{attempts}</td><td><Instant at={nextAt} /></td></tr>)}</tbody>
          </table>
        </div>
      </Listed>
    </Section>
  );
}
