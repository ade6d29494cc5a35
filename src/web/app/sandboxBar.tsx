// The sandbox's clock on every page: it stands still until a visitor moves it, and then says what has happened by it.
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useNow } from "../api/now.ts";
import { momentText, zoneText } from "../parts/format.ts";
import { useWords } from "../words/words.ts";
import { Happened, TimeMoves, useTimeMachine } from "./timeMachine.tsx";

export function SandboxBar(): ReactElement {
  const { t, language } = useWords();
  const now = useNow();
  const machine = useTimeMachine();
  return (
    <aside className="sandbox" aria-label={t("sandbox")}><div>
      <p className="clock"><Link to="/" className="plain">{t("sandbox")}</Link>: <b>{momentText(now, now, language)} {zoneText(now, language)}</b></p>
      <TimeMoves machine={machine} small />
      <Happened machine={machine} />
    </div></aside>
  );
}
