// The sandbox's clock on every page: it stands still until a visitor moves it, and then says what has happened by it.
// On a phone its buttons are folded away.
import { Link } from "@tanstack/react-router";
import { useState, type ReactElement } from "react";
import { useNow } from "../api/now.ts";
import { clockText, zoneText } from "../parts/format.ts";
import { useWords } from "../words/words.ts";
import { Happened, TimeMoves, useTimeMachine } from "./timeMachine.tsx";

export function SandboxBar(): ReactElement {
  const { t, language } = useWords();
  const now = useNow();
  const machine = useTimeMachine();
  const [open, setOpen] = useState(false);
  return (
    <aside className="sandbox" aria-label={t("sandbox")}><div>
      <p className="clock"><Link to="/" className="plain">{t("sandbox")}</Link>: <b>{clockText(now, language)} {zoneText(now, language)}</b></p>
      <button type="button" className="tool toggle" aria-expanded={open} onClick={() => setOpen(!open)}>{t("time.move")}</button>
      <TimeMoves machine={machine} kind={open ? "small" : "small shut"} />
      <Happened machine={machine} />
    </div></aside>
  );
}
