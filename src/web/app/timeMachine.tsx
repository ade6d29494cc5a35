// Moves the sandbox's clock by an hour, a day, a week, or to the next deadline, and gathers what happens by it:
// the changes of the stream that this person may see.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactElement } from "react";
import { client, got } from "../api/client.ts";
import { onChange, type Change } from "../api/live.ts";
import { useNow } from "../api/now.ts";
import { clockQuery, orderQuery } from "../api/queries.ts";
import { momentText } from "../parts/format.ts";
import { eventText } from "../words/facts.ts";
import { useWords } from "../words/words.ts";

/** How long the stream may still tell of what the move has done. */
const AFTERWARDS_MS = 700;
const MOST_SHOWN = 12;

type Machine = { move(advance: string | null): void; busy: boolean; error: unknown; happened: readonly Change[] | null; forget(): void };

/** The time machine: moving is answered once everything due on the way has been done. */
export function useTimeMachine(): Machine {
  const queries = useQueryClient();
  const [happened, setHappened] = useState<readonly Change[] | null>(null);
  const moving = useMutation({
    mutationFn: async (advance: string | null) => {
      const changes: Change[] = [];
      const end = onChange((change) => changes.push(change));
      try {
        got(await client.POST("/v1/demo/clock", { body: advance === null ? {} : { advance } }));
        await new Promise((resolve) => setTimeout(resolve, AFTERWARDS_MS));
      } finally {
        end();
      }
      return changes;
    },
    onSuccess: async (changes) => {
      setHappened(changes);
      await queries.invalidateQueries();
    },
  });
  return { move: (advance) => moving.mutate(advance), busy: moving.isPending, error: moving.error, happened, forget: () => setHappened(null) };
}

export function TimeMoves({ machine, kind = "large" }: { machine: Machine; kind?: "large" | "small" | "small shut" }): ReactElement {
  const { t, language } = useWords();
  const now = useNow();
  const { data: clock } = useQuery(clockQuery);
  const small = kind !== "large";
  const size = small ? "button small" : "button";
  const press = (advance: string | null) => () => !machine.busy && machine.move(advance);
  const next = clock?.next ? Date.parse(clock.next) : null;
  return (
    <div className={kind === "small shut" ? "moves shut" : "moves"}>
      {([["PT1H", "time.hour", "time.hourShort"], ["P1D", "time.day", "time.dayShort"], ["P7D", "time.week", "time.weekShort"]] as const).map(([advance, label, short]) => (
        <button key={advance} type="button" className={size} aria-disabled={machine.busy} onClick={press(advance)}>{t(small ? short : label)}</button>
      ))}
      {next !== null && <button type="button" className={small ? size : "button main"} aria-disabled={machine.busy} onClick={press(null)}>{machine.busy ? t("time.moving") : t(small ? "time.nextShort" : "time.next", { at: momentText(next, now, language) })}</button>}
    </div>
  );
}

export function Happened({ machine: { happened, forget, error } }: { machine: Machine }): ReactElement {
  const { t } = useWords();
  return (
    <div className="happened" role="status" hidden={happened === null && error === null}>
      {error !== null && <p>{t("time.failed")}</p>}
      {happened !== null && (
        <>
          <p><b>{t("time.happened", { count: happened.length })}</b> <button type="button" className="tool" onClick={forget}>{t("close")}</button></p>
          <ul>{happened.slice(0, MOST_SHOWN).map((change) => <li key={`${change.orderId}/${change.version}`}><OrderLink orderId={change.orderId} /> <span>{change.events.slice(0, 3).map((type, index) => <EventName key={index} type={type} last={index === Math.min(2, change.events.length - 1)} />)}</span></li>)}</ul>
        </>
      )}
    </div>
  );
}

function OrderLink({ orderId }: { orderId: string }): ReactElement {
  const { data: order } = useQuery(orderQuery(orderId));
  return <Link to="/orders/$orderId" params={{ orderId }} className="id">{order?.externalId ?? "…"}</Link>;
}

function EventName({ type, last }: { type: string; last: boolean }): ReactElement {
  const { language } = useWords();
  return <>{eventText(type, language)}{last ? "" : "; "}</>;
}
