// A deadline's whole time as a line: one tick a day, ink for what has passed, amber at the end. Drawn with attributes only.
import type { ReactElement } from "react";
import { useWords } from "../words/words.ts";
import { Instant } from "./instant.tsx";

const DAY_MS = 86_400_000;
const MOST_TICKS = 62;

export function Ruler({ since, by, now }: { since: string; by: string; now: number }): ReactElement {
  const { t } = useWords();
  const [from, to] = [Date.parse(since), Date.parse(by)];
  const gone = Math.min(1, Math.max(0, (now - from) / Math.max(1, to - from))) * 100;
  const days = (to - from) / DAY_MS;
  const ticks = days > MOST_TICKS ? [] : Array.from({ length: Math.floor(days) + 1 }, (_nothing, day) => (day / days) * 100);
  return (
    <>
      <svg className="ruler" aria-hidden="true">
        <line className="track" x1="0" x2="100%" y1="10" y2="10" />
        {ticks.map((at) => <line key={at} className="tick" x1={`${at}%`} x2={`${at}%`} y1="5" y2="10" />)}
        <line className="gone" x1="0" x2={`${gone}%`} y1="10" y2="10" />
        <line className="gone" x1={`${gone}%`} x2={`${gone}%`} y1="2" y2="18" />
        <line className="end" x1="99.8%" x2="99.8%" y1="2" y2="18" />
      </svg>
      <p className="ruler-ends"><span>{t("since")} <Instant at={since} /></span><span><Instant at={by} kind="day" /></span></p>
    </>
  );
}
