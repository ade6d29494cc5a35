// An instant in the reader's zone: "today, 15:04". As a deadline it is amber until it has passed, then red.
import type { ReactElement } from "react";
import { useNow } from "../api/now.ts";
import { useWords } from "../words/words.ts";
import { dayText, momentText, zoneText } from "./format.ts";

type Props = { at: string; kind?: "plain" | "due" | "day"; zone?: boolean };

export function Instant({ at, kind = "plain", zone = false }: Props): ReactElement {
  const { language } = useWords();
  const now = useNow();
  const ms = Date.parse(at);
  const text = kind === "day" ? dayText(ms, now, language) : momentText(ms, now, language);
  const className = kind === "due" ? (ms < now ? "loss" : "due") : "";
  return <time dateTime={at} className={className}>{zone ? `${text} ${zoneText(ms, language)}` : text}</time>;
}
