// An amount with its currency, as the reader's language writes it. Never a float: minor units come in.
import type { ReactElement } from "react";
import { useWords } from "../words/words.ts";
import { moneyText } from "./format.ts";

export function Money({ amountMinor, currency }: { amountMinor: number; currency: string }): ReactElement {
  const { language } = useWords();
  return <span className="id">{moneyText(amountMinor, currency, language)}</span>;
}
