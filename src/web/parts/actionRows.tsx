// Every action that belongs on the page, allowed or with its reason and its time: nothing vanishes. Buttons say the act.
import { Link } from "@tanstack/react-router";
import type { ReactElement, ReactNode } from "react";
import { useNow } from "../api/now.ts";
import type { Order, Permission } from "../api/queries.ts";
import { refusalText } from "../words/refusals.ts";
import { useWords, type Key } from "../words/words.ts";
import { effectText } from "./effect.ts";
import { sentenceGap } from "./format.ts";
import { Instant } from "./instant.tsx";
import { commandText, useActName } from "./names.ts";
import { begun } from "./people.ts";

type Props = { order: Order; permissions: readonly Permission[]; main?: Permission | null; children?: ReactNode };

/** What is possible, then what else the page has beside it (`children`), then what is not possible now. */
export function ActionRows({ order, permissions, main = null, children }: Props): ReactElement {
  const allowed = permissions.filter((one) => one.allowed).toSorted((one, other) => placeOf(one, main) - placeOf(other, main));
  const not = permissions.filter((one) => !one.allowed);
  return (
    <ul className="actions">
      {allowed.map((one) => <Allowed key={keyOf(one)} order={order} permission={one} main={one === main} />)}
      {children}
      {not.map((one) => <Refused key={keyOf(one)} order={order} permission={one} />)}
    </ul>
  );
}

/** The main action first, the law's last; the others as the marketplace has them. */
const placeOf = (one: Permission, main: Permission | null): number => (one === main ? 0 : one.command === "WithdrawFromContract" ? 2 : 1);

const keyOf = ({ command, target }: Permission): string => `${command}/${target ?? ""}`;

/** What it is about, where an order has several: the number of the return, the sum of the refund. */
export function targetName(order: Order, target: string | null): string {
  const returned = order.returns.find(({ id }) => id === target);
  return returned && order.returns.length > 1 ? ` (${returned.rma})` : "";
}

function Allowed({ order, permission, main }: { order: Order; permission: Permission; main: boolean }): ReactElement {
  const words = useWords();
  const { t, has } = words;
  const now = useNow();
  const actName = useActName();
  const { command, target } = permission;
  const does = has(`does.${command}`) ? [t(`does.${command}` as Key)] : [];
  return (
    <li className={command === "WithdrawFromContract" ? "long" : ""}>
      <div>
        <h3>{commandText(order, command, words)}{targetName(order, target)}</h3>
        <p>{effectText(order, permission, now, words, does)}</p>
      </div>
      <Link className={main ? "button main" : "button"} to="/orders/$orderId/do/$command" params={{ orderId: order.id, command }} search={target === null ? {} : { target }}>{actName(order, command)}</Link>
    </li>
  );
}

function Refused({ order, permission }: { order: Order; permission: Permission }): ReactElement {
  const words = useWords();
  const { t, language } = words;
  const { command, target, refusal, because, opensAt, closedAt, instead } = permission;
  const others = instead.filter((one) => order.permissions.some((other) => other.command === one && other.allowed));
  return (
    <li className="not">
      <div>
        <h3>{commandText(order, command, words)}{targetName(order, target)}</h3>
        <p>{refusalText(refusal ?? "", because ?? "", language)}{others.length > 0 && <> {t("instead")} {others.map((one, index) => <span key={one}>{index > 0 && (language === "zh" ? "、" : ", ")}<Link to="/orders/$orderId/do/$command" params={{ orderId: order.id, command: one }}>{begun(commandText(order, one, words))}</Link></span>)}{sentenceGap(language).trim()}</>}</p>
      </div>
      <p className="when">{opensAt !== null ? <>{t("from")} <Instant at={opensAt} /></> : closedAt !== null ? <>{t("ended")} <Instant at={closedAt} /></> : ""}</p>
    </li>
  );
}
