// What stands around every list of the staff's: reading, an error, nothing there, more to show; and the field to search with.
import { useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent, type ReactElement, type ReactNode } from "react";
import type { OrderSearch } from "../../api/queries.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { useStaffWords, type StaffKey } from "../../words/staffWords.ts";

type Reading = { error: unknown; isPending: boolean; hasNextPage?: boolean; isFetchingNextPage?: boolean; fetchNextPage?(): unknown; refetch(): unknown };

export function Listed({ reading, count, none, children }: { reading: Reading; count: number; none?: ReactNode; children: ReactNode }): ReactElement {
  const { s, t } = useStaffWords();
  const { error, isPending, hasNextPage = false, isFetchingNextPage = false } = reading;
  return (
    <>
      {error !== null && <ProblemNote error={error} again={() => void reading.refetch()} />}
      {isPending && error === null && <p className="still" role="status">{t("loading")}</p>}
      {!isPending && count === 0 && error === null && <p className="still">{none ?? s("queue.none")}</p>}
      {count > 0 && children}
      {hasNextPage && <p className="go"><button type="button" className="button" aria-disabled={isFetchingNextPage} onClick={() => !isFetchingNextPage && void reading.fetchNextPage?.()}>{isFetchingNextPage ? t("loading") : t("orders.more")}</button></p>}
    </>
  );
}

export function Find({ to, search, what = "queue.find" }: { to: "/seller" | "/mediation" | "/operations" | "/operations/ledger"; search: OrderSearch; what?: StaffKey }): ReactElement {
  const { s, t } = useStaffWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search.q ?? "");
  const find = (event: FormEvent): void => {
    event.preventDefault();
    const { q: _before, ...rest } = search;
    void navigate({ to, search: typed === "" ? rest : { ...rest, q: typed } });
  };
  return (
    <form className="find" role="search" onSubmit={find}>
      <input className="field" type="search" aria-label={s(what)} placeholder={s(what)} value={typed} maxLength={200} onChange={(event) => setTyped(event.target.value)} />
      <button type="submit" className="button">{t("orders.findGo")}</button>
    </form>
  );
}
