// What an option of a form is called: reasons, grounds, ways of payment, remedies, in the marketplace's words where it has them.
import type { Order } from "../../api/queries.ts";
import { carrierText, codeText } from "../../words/facts.ts";
import { useWords, type Key } from "../../words/words.ts";
import { begun } from "../people.ts";

/** Under which kind of word the options of a field stand in the shared lists. */
const kinds: Record<string, string> = { method: "method", refundTo: "method", reason: "reason", ground: "reason", remedy: "remedy" };

/** An option in words: the marketplace's where it has them. */
export function useOptionName(order: Order, name: string): (option: string) => string {
  const { say, has, t, language } = useWords();
  return (option) => {
    if (has(`option.${name}.${option}`)) return begun(t(`option.${name}.${option}` as Key));
    if (name === "carrier") return begun(carrierText(option, language));
    const kind = kinds[name];
    const said = kind === undefined ? option : say(order.marketplace, `${kind}.${option}`);
    return begun(said === option ? codeText(option, language) : said);
  };
}
