// The frame of a page about one thing in an order (a return, a claim, a refund): reads the order, finds the thing, says where it is not.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactElement, ReactNode } from "react";
import { usePerson } from "../../api/person.ts";
import { orderQuery, type Order } from "../../api/queries.ts";
import { ActionRows } from "../../parts/actionRows.tsx";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Head, Section } from "../../parts/section.tsx";
import { useWords } from "../../words/words.ts";
import { mainAction } from "./mainAction.ts";

export function Matter<T>({ orderId, find, children }: { orderId: string; find(order: Order): T | undefined; children(order: Order, found: T): ReactNode }): ReactElement {
  const { t } = useWords();
  const { data: order, error, refetch } = useQuery(orderQuery(orderId));
  if (error !== null && !order) return <><Head title={t("order.none")} /><ProblemNote error={error} again={() => void refetch()} /></>;
  if (!order) return <p className="still" role="status">{t("loading")}</p>;
  const found = find(order);
  if (found === undefined) return <><Head title={t("matter.none")} /><p className="still"><Link to="/orders/$orderId" params={{ orderId }}>{t("order.title", { number: order.externalId })}</Link></p></>;
  return <>{children(order, found)}</>;
}

export function MatterCrumb({ order }: { order: Order }): ReactElement {
  const { t } = useWords();
  return <><Link to="/orders">{t("orders.title")}</Link> / <Link to="/orders/$orderId" params={{ orderId: order.id }} className="id">{order.externalId}</Link></>;
}

/** The actions about these targets, allowed or not. */
export function MatterActions({ order, targets, also = [] }: { order: Order; targets: readonly string[]; also?: readonly string[] }): ReactElement {
  const { t } = useWords();
  const person = usePerson();
  const main = mainAction(order, person?.role);
  const own = order.permissions.filter(({ target, command }) => (target !== null && targets.includes(target)) || also.includes(command));
  const allowed = own.filter((one) => one.allowed);
  return (
    <Section title={t("actions.title")} aside={t("actions.count", { now: allowed.length, not: own.length - allowed.length })}>
      <ActionRows order={order} permissions={own} main={main && own.includes(main) ? main : null} />
    </Section>
  );
}
