// Where one arrives: in a sandbox its clock and the people that a visitor can be; elsewhere the way to one's own orders, or to sign in.
import { Navigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useNow } from "../../api/now.ts";
import { usePerson, useSandbox } from "../../api/person.ts";
import { homeOf } from "../../app/navigation.ts";
import { Happened, TimeMoves, useTimeMachine } from "../../app/timeMachine.tsx";
import { clockText, zoneText } from "../../parts/format.ts";
import { Head } from "../../parts/section.tsx";
import { useWords } from "../../words/words.ts";
import { DemoPeople } from "./demoPeople.tsx";

export function StartPage(): ReactElement {
  const { t } = useWords();
  const sandbox = useSandbox();
  const person = usePerson();
  if (person?.byToken) return <Navigate to={homeOf[person.role]} replace />;
  if (sandbox === undefined) return <p className="still" role="status">{t("loading")}</p>;
  if (!sandbox) return <Navigate to={person ? homeOf[person.role] : "/sign-in"} replace />;
  return (
    <>
      <Head title={t("start.title")} sub={t("start.what")} />
      <SandboxClock />
      <DemoPeople />
    </>
  );
}

function SandboxClock(): ReactElement {
  const { t, language } = useWords();
  const now = useNow();
  const machine = useTimeMachine();
  return (
    <>
      <div className="clock-head">
        <div>
          <p className="small faint">{t("start.clock")}</p>
          <p className="time">{clockText(now, language)} {zoneText(now, language)}</p>
          <p className="small soft">{t("start.clockStill")}</p>
        </div>
        <TimeMoves machine={machine} />
      </div>
      <Happened machine={machine} />
    </>
  );
}
