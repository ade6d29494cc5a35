// One command about an order on a page of its own: what it does, what it asks for, and the reason where it is not possible now.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, type ReactElement } from "react";
import { useNow } from "../../api/now.ts";
import { orderQuery, type Order, type Permission } from "../../api/queries.ts";
import { ActionRows } from "../../parts/actionRows.tsx";
import { CommandForm } from "../../parts/commandForm.tsx";
import { effectText } from "../../parts/effect.ts";
import { Money } from "../../parts/money.tsx";
import { commandText } from "../../parts/names.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Head } from "../../parts/section.tsx";
import { useWords, type Key } from "../../words/words.ts";
import { BeforeReturn } from "./beforeReturn.tsx";

/** Of operators alone: loaded where it is wanted. */
const ProposedFailure = lazy(() => import("../operator/proposedFailure.tsx").then(({ ProposedFailure: found }) => ({ default: found })));

export function CommandPage(): ReactElement {
  const { t } = useWords();
  const { orderId, command } = useParams({ from: "/orders/$orderId/do/$command" });
  const { target } = useSearch({ from: "/orders/$orderId/do/$command" });
  const { data: order, error, refetch } = useQuery(orderQuery(orderId));
  if (error !== null && !order) return <><Head title={t("order.none")} /><ProblemNote error={error} again={() => void refetch()} /></>;
  if (!order) return <p className="still" role="status">{t("loading")}</p>;
  const fitting = order.permissions.filter((one) => one.command === command && (target === undefined || one.target === target));
  const permission = fitting.find(({ allowed }) => allowed) ?? fitting[0];
  return <One order={order} command={command} permission={permission} />;
}

function One({ order, command, permission }: { order: Order; command: string; permission: Permission | undefined }): ReactElement {
  const words = useWords();
  const { t, has } = words;
  const now = useNow();
  const navigate = useNavigate();
  const orderId = order.id;
  const toOrder = (): void => void navigate({ to: "/orders/$orderId", params: { orderId } });
  return (
    <>
      <Head
        crumb={<><Link to="/orders">{t("orders.title")}</Link> / <Link to="/orders/$orderId" params={{ orderId }} className="id">{order.externalId}</Link></>}
        title={commandText(order, command, words)} sum={<Money amountMinor={order.money.totalMinor} currency={order.money.currency} />} sub={t("order.title", { number: order.externalId })}
      />
      {has(`does.${command}`) && <p className="still">{permission?.allowed ? effectText(order, permission, now, words, [t(`does.${command}` as Key)]) : t(`does.${command}` as Key)}</p>}
      {permission === undefined && <p className="still">{t("command.unknown")}</p>}
      {permission && !permission.allowed && <><ActionRows order={order} permissions={[permission]} /><p className="go"><Link className="button" to="/orders/$orderId" params={{ orderId }}>{t("back")}</Link></p></>}
      {permission?.allowed && (
        <>
          {(command === "ConfirmRefundFailure" || command === "DismissRefundFailure") && <Suspense><ProposedFailure order={order} refundId={permission.target} /></Suspense>}
          {command === "RequestReturn" && <BeforeReturn order={order} permission={permission} />}
          <CommandForm key={permission.target ?? ""} order={order} permission={permission} onLeave={toOrder} onDone={(next) => void navigate(madeBy(order, next))} />
        </>
      )}
    </>
  );
}

/** Where to look after it was done: at the return or claim that it made, else at the order. */
function madeBy(before: Order, after: Order) {
  const fresh = <T extends { id: string }>(now: readonly T[], then: readonly T[]): T | undefined => now.find(({ id }) => !then.some((one) => one.id === id));
  const [claim, returned] = [fresh(after.claims, before.claims), fresh(after.returns, before.returns)];
  if (claim) return { to: "/orders/$orderId/claims/$claimId", params: { orderId: after.id, claimId: claim.id } } as const;
  if (returned) return { to: "/orders/$orderId/returns/$returnId", params: { orderId: after.id, returnId: returned.id } } as const;
  return { to: "/orders/$orderId", params: { orderId: after.id } } as const;
}
