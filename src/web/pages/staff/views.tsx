// Views as tabs: those of the page and the person's own after them. Each is a link, what it narrows to stands in the address, and its
// count beside its name.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, type ReactElement } from "react";
import { usePerson } from "../../api/person.ts";
import type { OrderSearch } from "../../api/queries.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { Filters } from "./filters.tsx";
import { KeepView } from "./keepView.tsx";
import { keptOf, savedViewsQuery } from "./savedViews.ts";

export type View = { name: string; search: OrderSearch; count: number | null };
const MOST_COUNTED = 1000;

/** `to` is the queue's own page; `current` what its address says now. */
export function Views({ to, views, current }: { to: "/seller" | "/mediation" | "/operations"; views: readonly View[]; current: OrderSearch }): ReactElement {
  const { s } = useStaffWords();
  const person = usePerson();
  const { data: saved = [] } = useQuery({ ...savedViewsQuery, enabled: person !== undefined });
  const tabs = useRef<HTMLElement>(null);
  const { q: _words, ...narrowed } = current;
  const here = textOf(narrowed);
  const own = saved.find(({ search }) => textOf(search) === textOf(keptOf(current))) ?? null;
  const isGiven = current.q === undefined && views.some(({ search }) => textOf(search) === here);
  // On a phone the tabs are wider than the screen. Some browsers answer with a promise, which is no effect's end.
  useEffect(() => {
    void tabs.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [here, own?.id]);
  return (
    <>
      <nav ref={tabs} className="views" aria-label={s("queue.views")}>
        {views.map(({ name, search, count }) => <Link key={name} to={to} search={search} activeProps={{}} activeOptions={{ exact: true }} aria-current={own === null && textOf(search) === here ? "page" : undefined}>{name} {count !== null && <span>{count}</span>}</Link>)}
        {saved.map(({ id, name, search, count }) => <Link key={id} to={to} search={search} activeProps={{}} activeOptions={{ exact: true }} className="own" aria-current={own?.id === id ? "page" : undefined}>{name} <span>{count >= MOST_COUNTED ? `${MOST_COUNTED}+` : count}</span></Link>)}
      </nav>
      <Filters to={to} search={current} />
      {(own !== null || !isGiven) && <KeepView key={own?.id ?? "new"} to={to} current={current} own={own} />}
    </>
  );
}

const textOf = (search: OrderSearch): string => JSON.stringify(Object.entries(search).toSorted(([one], [other]) => (one < other ? -1 : 1)));
