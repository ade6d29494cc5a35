// One order: whose turn it is, everything that can be done or why not, what has happened to goods and money, messages.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense, type ReactElement } from "react";
import { useNow } from "../../api/now.ts";
import { usePerson } from "../../api/person.ts";
import { orderQuery, type Order } from "../../api/queries.ts";
import { isAboutNothing } from "../../parts/absent.ts";
import { ActionRows } from "../../parts/actionRows.tsx";
import { Band } from "../../parts/band.tsx";
import { comma, momentText, sentenceGap } from "../../parts/format.ts";
import { Instant } from "../../parts/instant.tsx";
import { Money } from "../../parts/money.tsx";
import { useActName } from "../../parts/names.ts";
import { deadlinesOf, nameOf } from "../../parts/people.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Head, Section } from "../../parts/section.tsx";
import { Timeline } from "../../parts/timeline.tsx";
import { useWords } from "../../words/words.ts";
import { DossierLink } from "./dossierLink.tsx";
import { mainAction } from "./mainAction.ts";
import { Messages } from "./messages.tsx";
import { placesOf, PlaceRows } from "./onThisPage.tsx";
import { OpenMatters } from "./openMatters.tsx";
import { Parcels } from "./parcels.tsx";
import { PaymentSection } from "./paymentSection.tsx";

/** Few orders have any, so their words are loaded only then. */
const Sanctions = lazy(async () => ({ ["default"]: (await import("../staff/sanctions.tsx")).Sanctions }));

export function OrderPage(): ReactElement {
  const { t } = useWords();
  const { orderId } = useParams({ from: "/orders/$orderId" });
  const { data: order, error, refetch } = useQuery(orderQuery(orderId));
  if (error !== null && !order) return <><Head title={t("order.none")} /><ProblemNote error={error} again={() => void refetch()} /></>;
  if (!order) return <p className="still" role="status">{t("loading")}</p>;
  return <Whole order={order} />;
}

function Whole({ order }: { order: Order }): ReactElement {
  const words = useWords();
  const { t, say } = words;
  const person = usePerson();
  const main = mainAction(order, person?.role);
  const places = placesOf(order, person, words);
  const allowed = order.permissions.filter((one) => one.allowed).length + places.filter(({ to }) => to !== null).length;
  const absent = order.permissions.filter(isAboutNothing);
  const other = person?.role === "seller" ? "buyer" : "seller";
  return (
    <>
      <Head
        crumb={<><Link to="/orders">{t("orders.title")}</Link> / <span className="id">{order.externalId}</span></>}
        title={t("order.title", { number: order.externalId })} sum={<Money amountMinor={order.money.totalMinor} currency={order.money.currency} />}
        sub={<>{nameOf(order, other, person, words)}{comma(words.language)}{order[other].country}{sentenceGap(words.language)}{t("order.placed")} <Instant at={order.placedAt} /></>} subRight={<WhereMoneyIs order={order} />}
      />
      <Band order={order} />
      <OpenMatters order={order} />
      <Section title={t("actions.title")} aside={t("actions.count", { now: allowed, not: order.permissions.length + places.length - allowed })}>
        <ActionRows order={order} permissions={order.permissions.filter((one) => !isAboutNothing(one))} main={main}><PlaceRows places={places} /></ActionRows>
        {absent.length > 0 && <details className="absent"><summary>{t("actions.absent", { count: absent.length })}</summary><ActionRows order={order} permissions={absent} /></details>}
        <DossierLink order={order} />
      </Section>
      <Timeline order={order} />
      <PaymentSection order={order} />
      <Parcels order={order} />
      {order.sanctions.length > 0 && <Suspense><Sanctions order={order} /></Suspense>}
      <Messages order={order} />
      <p className="foots">{t("order.policy", { name: say(order.marketplace, "marketplace"), version: order.policyVersion })}</p>
      <NextStep order={order} />
    </>
  );
}

function WhereMoneyIs({ order: { money } }: { order: Order }): ReactElement {
  const { t } = useWords();
  const places = ([["inEscrowMinor", "money.escrow"], ["refundingMinor", "money.refunding"], ["refundedMinor", "money.refunded"], ["releasedMinor", "money.released"]] as const).filter(([field]) => money[field] > 0);
  if (places.length === 0) return <>{money.paidMinor === 0 ? t("money.unpaid") : ""}</>;
  return <>{places.map(([field, key], index) => <span key={field}>{index > 0 && "; "}<Money amountMinor={money[field]} currency={money.currency} /> {t(key)}</span>)}</>;
}

/** On a phone the one main action stays in reach, with whose turn it is. */
function NextStep({ order }: { order: Order }): ReactElement | null {
  const words = useWords();
  const person = usePerson();
  const now = useNow();
  const actName = useActName();
  const main = mainAction(order, person?.role);
  const [first] = deadlinesOf(order);
  if (!main) return null;
  return (
    <div className="bar" role="region" aria-label={words.t("bar.next")}>
      <p>{first && <>{words.t("bar.turn", { who: nameOf(order, first.who, person, words) })}<br /><span className="due">{momentText(Date.parse(first.by), now, words.language)}</span></>}</p>
      <Link className="button main" to="/orders/$orderId/do/$command" params={{ orderId: order.id, command: main.command }} search={main.target === null ? {} : { target: main.target }}>{actName(order, main.command)}</Link>
    </div>
  );
}
