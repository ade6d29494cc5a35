// Deadlines extended in bulk: whose and where, by how much, what changes for each order, and then a result for each.
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type FormEvent, type ReactElement } from "react";
import { isUnknown } from "../../api/client.ts";
import { give } from "../../api/command.ts";
import { useDraft } from "../../api/draft.ts";
import { intentOf } from "../../api/intent.ts";
import { usePerson } from "../../api/person.ts";
import { ordersQuery, type Deadline, type Order } from "../../api/queries.ts";
import { ConfirmDialog } from "../../parts/confirmDialog.tsx";
import { Instant } from "../../parts/instant.tsx";
import { begun, deadlineWords } from "../../parts/people.ts";
import { Head } from "../../parts/section.tsx";
import { useStaffWords } from "../../words/staffWords.ts";
import { Listed } from "../staff/pager.tsx";
import { whyNot } from "../staff/whyNot.ts";
import { ExtendedTogether } from "./extendedTogether.tsx";
import "../../look/staff.css";

const DAY_MS = 86_400_000;
const MOST_DAYS = 90;
const roles = ["buyer", "seller", "mediator"] as const;
const marketplaces = ["aliexpress", "amazon", "taobao"] as const;

type Row = { order: Order; deadline: Deadline };
/** The outcome of one: null where it was extended. */
type Outcomes = ReadonlyMap<string, string | null>;
const keyOf = ({ order, deadline }: Row): string => `${order.id}/${deadline.id}`;

/** An empty order may be extended where the platform has that command there now. */
const canExtend = ({ permissions }: Order): boolean => permissions.some(({ command, allowed }) => command === "ExtendDeadline" && allowed);

export function DeadlinesPage(): ReactElement {
  const { s } = useStaffWords();
  const person = usePerson();
  const said = useSearch({ from: "/operations/deadlines" });
  const role = roles.find((one) => one === said.owes) ?? "seller";
  const search = { owes: role, ...(said.marketplace === undefined ? {} : { marketplace: said.marketplace }) };
  const reading = useInfiniteQuery({ ...ordersQuery({ ...search, sort: "deadline" }), enabled: person !== undefined });
  const [{ days, reason }, setTyped, forget] = useDraft(`${person?.id ?? ""}.extension`, { days: "7", reason: "" });
  const orders = reading.data?.pages.flatMap((page) => page.orders) ?? [];
  const rows = orders.filter(canExtend).flatMap((order) => order.deadlines.filter(({ who }) => who === role).map((deadline) => ({ order, deadline })));
  const later = /^\d{1,2}$/.test(days) && Number(days) > 0 && Number(days) <= MOST_DAYS ? Number(days) : null;
  const extending = useExtending();
  const skipped = orders.length - orders.filter(canExtend).length;
  return (
    <>
      <Head title={s("late.title")} sub={s("late.sub")} />
      <Choose role={role} marketplace={said.marketplace} days={days} reason={reason} onDays={(next) => setTyped({ days: next, reason })} onReason={(next) => setTyped({ days, reason: next })} ready={later !== null && rows.length > 0} count={rows.length} busy={extending.isPending} extend={() => extending.mutate({ rows, days: later!, reason }, { onSuccess: (refused) => refused === 0 && forget() })} />
      <p className="soft" role="status">{s("late.preview", { count: rows.length })} {skipped > 0 && s("late.skipped", { count: skipped })} {reading.hasNextPage && <b>{s("late.more")}</b>} {extending.outcomes.size > 0 && <b>{s("late.done", { done: [...extending.outcomes.values()].filter((one) => one === null).length, refused: [...extending.outcomes.values()].filter((one) => one !== null).length })}</b>}</p>
      <Listed reading={reading} count={rows.length}><Table rows={rows} days={later} outcomes={extending.outcomes} /></Listed>
      <ExtendedTogether />
    </>
  );
}

function useExtending() {
  const words = useStaffWords();
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<Outcomes>(new Map());
  const extending = useMutation({
    networkMode: "always",
    mutationFn: async ({ rows, days, reason }: { rows: readonly Row[]; days: number; reason: string }) => {
      setOutcomes(new Map());
      const batch = intentOf("extensions", { days, reason, rows: rows.map(keyOf) });
      let isKnown = true;
      let refused = 0;
      for (const row of rows) {
        const outcome = await give(row.order.id, { type: "ExtendDeadline", deadline: row.deadline.id, by: `P${days}D`, batch: batch.key, ...(reason.trim() === "" ? {} : { reason: reason.trim() }) })
          .then(() => null, (error: unknown) => {
            isKnown &&= !isUnknown(error);
            refused += 1;
            return whyNot(error, words);
          });
        setOutcomes((before) => new Map([...before, [keyOf(row), outcome]]));
      }
      if (isKnown) batch.settled();
      return refused;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["orders"] }),
  });
  return { ...extending, outcomes };
}

type ChooseProps = { role: string; marketplace: string | undefined; days: string; reason: string; ready: boolean; count: number; busy: boolean; onDays(text: string): void; onReason(text: string): void; extend(): void };

function Choose({ role, marketplace, days, reason, ready, count, busy, onDays, onReason, extend }: ChooseProps): ReactElement {
  const { s, say } = useStaffWords();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const go = (owes: string, where: string): void => void navigate({ to: "/operations/deadlines", search: { owes: roles.find((one) => one === owes) ?? "seller", ...(where === "" ? {} : { marketplace: where }) } });
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) setAsking(true);
  };
  return (
    <form className="inline" onSubmit={ask}>
      <label>{s("late.role")}<select className="field" value={role} onChange={(event) => go(event.target.value, marketplace ?? "")}>{roles.map((one) => <option key={one} value={one}>{begun(say("", `role.${one}`))}</option>)}</select></label>
      <label>{s("late.marketplace")}<select className="field" value={marketplace ?? ""} onChange={(event) => go(role, event.target.value)}><option value="">{s("late.all")}</option>{marketplaces.map((one) => <option key={one} value={one}>{say(one, "marketplace")}</option>)}</select></label>
      <label>{s("late.days")}<input className="field" type="number" min={1} max={MOST_DAYS} required value={days} onChange={(event) => onDays(event.target.value)} /></label>
      <label>{s("late.reason")}<input className="field" value={reason} maxLength={200} onChange={(event) => onReason(event.target.value)} /></label>
      <button type="submit" className="button main" aria-disabled={busy || !ready}>{s("late.go", { count })}</button>
      {asking && <ConfirmDialog question={s("late.question", { count, days })} sentence={s("late.sentence")} confirm={s("late.go", { count })} keep={s("late.keep")} onConfirm={() => { setAsking(false); extend(); }} onClose={() => setAsking(false)} />}
    </form>
  );
}

function Table({ rows, days, outcomes }: { rows: readonly Row[]; days: number | null; outcomes: Outcomes }): ReactElement {
  const words = useStaffWords();
  const { s, say } = words;
  return (
    <div className="wrap">
      <table className="table rows">
        <thead><tr><th>{s("late.now")}</th><th>{s("late.then")}</th><th>{s("queue.owes")}</th><th>{s("queue.order")}</th><th>{s("ops.marketplace")}</th><th>{s("bulk.happened")}</th></tr></thead>
        <tbody>
          {rows.map((row) => {
            const { order, deadline } = row;
            const outcome = outcomes.get(keyOf(row));
            return (
              <tr key={keyOf(row)}>
                <td><Instant at={deadline.by} kind="due" /></td><td>{days !== null && outcome === undefined && <Instant at={new Date(Date.parse(deadline.by) + days * DAY_MS).toISOString()} />}</td>
                <td className="text whole"><b>{begun(deadlineWords(order, deadline, words).owes)}</b></td><td className="id"><Link to="/orders/$orderId" params={{ orderId: order.id }}>{order.externalId}</Link></td>
                <td>{say(order.marketplace, "marketplace")}</td><td className="text whole">{outcome === undefined ? "" : outcome === null ? s("late.extended") : <><b>{s("bulk.refused")}</b> {outcome}</>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
