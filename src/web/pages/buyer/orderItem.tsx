// One order in the list: what it is, how much, whose turn it is and until when, what can be done now.
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useNow } from "../../api/now.ts";
import { usePerson } from "../../api/person.ts";
import type { Order } from "../../api/queries.ts";
import { Filled, PLACE } from "../../parts/filled.tsx";
import { listText } from "../../parts/format.ts";
import { Instant } from "../../parts/instant.tsx";
import { Money } from "../../parts/money.tsx";
import { useActName } from "../../parts/names.ts";
import { begun, deadlinesOf, deadlineWords, nameOf } from "../../parts/people.ts";
import { Status, turnOf } from "../../parts/status.tsx";
import { useWords } from "../../words/words.ts";

const MOST_ACTS = 3;

export function OrderItem({ order }: { order: Order }): ReactElement {
  const words = useWords();
  const { t, language } = words;
  const actName = useActName();
  const person = usePerson();
  const now = useNow();
  const [deadline] = deadlinesOf(order);
  const acts = order.permissions.filter(({ allowed }) => allowed).slice(0, MOST_ACTS);
  return (
    <li>
      <Status order={order} turn={turnOf(order, person, now)} />
      <div>
        <h2><Link to="/orders/$orderId" params={{ orderId: order.id }} className="plain">{listText(order.lines.map(({ title }) => title), language)}</Link></h2>
        <p className="meta"><span className="id">{order.externalId}</span> · {nameOf(order, person?.role === "seller" ? "buyer" : "seller", person, words)} · <Instant at={order.placedAt} kind="day" /></p>
        {deadline && <p className="turn"><Filled text={t("turn.line", { who: begun(nameOf(order, deadline.who, person, words)), ...deadlineWords(order, deadline, words), time: PLACE })}><Instant at={deadline.by} kind="due" /></Filled></p>}
        <p className="acts">{acts.map(({ command, target }) => <Link key={command + (target ?? "")} to="/orders/$orderId/do/$command" params={{ orderId: order.id, command }} search={target === null ? {} : { target }}>{actName(order, command)}</Link>)}</p>
      </div>
      <p className="sum"><Money amountMinor={order.money.totalMinor} currency={order.money.currency} /></p>
    </li>
  );
}
