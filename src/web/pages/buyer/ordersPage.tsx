// The list of orders: searched and filtered by the address, read page by page, live. What can be done stands at each order.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type FormEvent, type ReactElement } from "react";
import { usePerson } from "../../api/person.ts";
import { ordersQuery, type OrderSearch } from "../../api/queries.ts";
import { useCurrentInView } from "../../parts/inView.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Head } from "../../parts/section.tsx";
import { useWords } from "../../words/words.ts";
import { OrderItem } from "./orderItem.tsx";
import { Narrow } from "./narrow.tsx";
import { filters } from "./search.ts";

export function OrdersPage(): ReactElement {
  const { t } = useWords();
  const person = usePerson();
  const search = useSearch({ from: "/orders" });
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({ ...ordersQuery(search), enabled: person !== undefined });
  const orders = data?.pages.flatMap((page) => page.orders) ?? [];
  const filtered = Object.keys(search).length > 0;
  return (
    <>
      <Head title={t("orders.title")} sub={person?.name ?? undefined} />
      <Find search={search} />
      <Chips search={search} />
      <Narrow search={search} orders={orders} />
      {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
      {isPending && error === null && <p className="still" role="status">{t("loading")}</p>}
      {!isPending && orders.length === 0 && error === null && <p className="still">{filtered ? <>{t("orders.noneFound")} <Link to="/orders" search={{}}>{t("orders.all")}</Link></> : t("orders.none")}</p>}
      {orders.length > 0 && <ul className="orders">{orders.map((order) => <OrderItem key={order.id} order={order} />)}</ul>}
      {hasNextPage && <p className="go"><button type="button" className="button" aria-disabled={isFetchingNextPage} onClick={() => !isFetchingNextPage && void fetchNextPage()}>{isFetchingNextPage ? t("loading") : t("orders.more")}</button></p>}
    </>
  );
}

function Find({ search }: { search: OrderSearch }): ReactElement {
  const { t } = useWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search.q ?? "");
  const find = (event: FormEvent): void => {
    event.preventDefault();
    const { q: _before, ...rest } = search;
    void navigate({ to: "/orders", search: typed === "" ? rest : { ...rest, q: typed } });
  };
  return (
    <form className="find" role="search" onSubmit={find}>
      <input className="field" type="search" aria-label={t("orders.find")} placeholder={t("orders.find")} value={typed} maxLength={200} onChange={(event) => setTyped(event.target.value)} />
      <button type="submit" className="button">{t("orders.findGo")}</button>
    </form>
  );
}

/** Filters are links: their state is in the address. A filter that is set is taken off by the same chip. */
function Chips({ search }: { search: OrderSearch }): ReactElement {
  const { t, say, language } = useWords();
  const row = useCurrentInView<HTMLElement>(`${JSON.stringify(search)} ${language}`);
  const without = (name: keyof OrderSearch): OrderSearch => Object.fromEntries(Object.entries(search).filter(([key]) => key !== name));
  const chip = (name: "status" | "open" | "owes", value: string, label: string): ReactElement => {
    const on = search[name] === value;
    return <Link key={`${name}${value}`} to="/orders" search={on ? without(name) : { ...search, [name]: value }} className={on ? "chip on" : "chip"} aria-label={on ? t("orders.takeOff", { filter: label }) : label}>{label}{on && <span aria-hidden="true">×</span>}</Link>;
  };
  return (
    <nav className="chips" ref={row} aria-label={t("orders.filters")}>
      <Link to="/orders" search={{}} className="chip" activeOptions={{ exact: true, includeSearch: true }} activeProps={{ "aria-current": "true" }}>{t("orders.all")}</Link>
      {chip("owes", "buyer", t("orders.yourTurn"))}
      {filters.open.map((open) => chip("open", open, t(`open.${open}`)))}
      {filters.status.map((status) => chip("status", status, say("", `status.order.${status}`)))}
    </nav>
  );
}
