// A batch of extended deadlines taken back: what would change for each order and what stays, the question, and then a result for each.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState, type ReactElement } from "react";
import { give } from "../../api/command.ts";
import { useDraft } from "../../api/draft.ts";
import { usePerson } from "../../api/person.ts";
import { ConfirmDialog } from "../../parts/confirmDialog.tsx";
import { Instant } from "../../parts/instant.tsx";
import { begun } from "../../parts/people.ts";
import { Head } from "../../parts/section.tsx";
import { refusalText } from "../../words/refusals.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { Listed } from "../staff/pager.tsx";
import { whyNot } from "../staff/whyNot.ts";
import { batchQuery, type Extended } from "./extensions.ts";
import "../../look/staff.css";

/** The outcome of one: null where it was taken back. */
type Outcomes = ReadonlyMap<string, string | null>;
const keyOf = ({ orderId, deadline }: Extended): string => `${orderId}/${deadline}`;
const canTakeBack = ({ state, refusal }: Extended): boolean => state === "standing" && refusal === null;

export function TakeBackPage(): ReactElement {
  const { s } = useStaffWords();
  const { batch } = useParams({ from: "/operations/deadlines/$batch" });
  const person = usePerson();
  const reading = useQuery({ ...batchQuery(batch), enabled: person !== undefined });
  const [reason, setReason, forget] = useDraft(`${person?.id ?? ""}.${batch}.takeBack`, "");
  const [asking, setAsking] = useState(false);
  const taking = useTakingBack(batch);
  const rows = reading.data ?? [];
  const possible = rows.filter(canTakeBack);
  const { outcomes } = taking;
  const done = [...outcomes.values()].filter((one) => one === null).length;
  const ready = possible.length > 0 && !taking.isPending;
  return (
    <>
      <Head title={s("back.title")} sub={s("back.sub")} />
      <form className="inline" onSubmit={(event) => { event.preventDefault(); if (ready) setAsking(true); }}>
        <label>{s("back.reason")}<input className="field" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} /></label>
        <button type="submit" className="button main" aria-disabled={!ready}>{s("back.go", { count: possible.length })}</button>
      </form>
      <p className="soft" role="status">{s("back.preview", { count: possible.length })} {outcomes.size > 0 && <b>{s("back.done", { done, refused: outcomes.size - done })}</b>}</p>
      <Listed reading={reading} count={rows.length}><Table rows={rows} outcomes={outcomes} /></Listed>
      {asking && <ConfirmDialog question={s("back.question", { count: possible.length })} sentence={s("back.sentence")} confirm={s("back.go", { count: possible.length })} keep={s("back.keep")} onConfirm={() => { setAsking(false); taking.mutate({ rows: possible, reason }, { onSuccess: (refused) => refused === 0 && forget() }); }} onClose={() => setAsking(false)} />}
    </>
  );
}

function useTakingBack(batch: string) {
  const words = useStaffWords();
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<Outcomes>(new Map());
  const taking = useMutation({
    networkMode: "always",
    mutationFn: async ({ rows, reason }: { rows: readonly Extended[]; reason: string }) => {
      setOutcomes(new Map());
      let refused = 0;
      for (const row of rows) {
        const outcome = await give(row.orderId, { type: "TakeBackExtension", deadline: row.deadline, batch, ...(reason.trim() === "" ? {} : { reason: reason.trim() }) })
          .then(() => null, (error: unknown) => whyNot(error, words));
        if (outcome !== null) refused += 1;
        setOutcomes((before) => new Map([...before, [keyOf(row), outcome]]));
      }
      return refused;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["orders"] }),
  });
  return { ...taking, outcomes };
}

function Table({ rows, outcomes }: { rows: readonly Extended[]; outcomes: Outcomes }): ReactElement {
  const { s, say } = useStaffWords();
  return (
    <div className="wrap">
      <table className="table rows">
        <thead><tr><th>{s("late.now")}</th><th>{s("late.then")}</th><th>{s("queue.owes")}</th><th>{s("queue.order")}</th><th>{s("ops.marketplace")}</th><th>{s("bulk.happened")}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <td>{row.by === null ? <span className="faint">{s("back.ended")}</span> : <Instant at={row.by} kind="due" />}</td><td>{canTakeBack(row) && row.before !== null && <><span aria-hidden="true">→ </span><Instant at={row.before} /></>}</td>
              <td className="text whole"><b>{row.owes === null ? "" : begun(say(row.marketplace, `owes.${row.owes}.${row.otherwise ?? ""}`, `owes.${row.owes}`, `command.${row.owes}`))}</b></td>
              <td className="id"><Link to="/orders/$orderId" params={{ orderId: row.orderId }}>{row.externalId}</Link></td>
              <td>{say(row.marketplace, "marketplace")}</td><td className="text whole"><Standing row={row} outcome={outcomes.get(keyOf(row))} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What became of a row's extension, or until when it can be taken back, or why not. */
function Standing({ row, outcome }: { row: Extended; outcome: string | null | undefined }): ReactElement {
  const { s, language } = useStaffWords();
  if (outcome === null || row.state === "takenBack") return <>{s("back.taken")}</>;
  if (outcome !== undefined) return <><b>{s("bulk.refused")}</b> {outcome}</>;
  if (row.refusal !== null) return <>{refusalText(row.refusal, row.because ?? row.refusal, language)}</>;
  return <span className="soft">{s("back.until")} {row.until !== null && <Instant at={row.until} />}</span>;
}
