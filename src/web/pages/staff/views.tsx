// Saved views as tabs: each is a link, what it narrows to stands in the address, and its count beside its name.
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { OrderSearch } from "../../api/queries.ts";
import { useStaffWords } from "../../words/staffWords.ts";

export type View = { name: string; search: OrderSearch; count: number | null };

/** `to` is the queue's own page; `current` what its address says now. */
export function Views({ to, views, current }: { to: "/seller" | "/mediation" | "/operations"; views: readonly View[]; current: OrderSearch }): ReactElement {
  const { s } = useStaffWords();
  const { q: _words, ...kept } = current;
  const here = JSON.stringify(sorted(kept));
  return (
    <nav className="views" aria-label={s("queue.views")}>
      {views.map(({ name, search, count }) => <Link key={name} to={to} search={search} activeProps={{}} aria-current={JSON.stringify(sorted(search)) === here ? "page" : undefined}>{name} {count !== null && <span>{count}</span>}</Link>)}
    </nav>
  );
}

const sorted = (search: OrderSearch): [string, unknown][] => Object.entries(search).toSorted(([one], [other]) => (one < other ? -1 : 1));
