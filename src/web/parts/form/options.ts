// What an option of a form is called: reasons, grounds, ways of payment, remedies, in the marketplace's words where it has them.
import type { Order } from "../../api/queries.ts";
import { carrierText, codeText } from "../../words/facts.ts";
import { useWords, type Key } from "../../words/words.ts";
import { listText } from "../format.ts";
import { begun } from "../people.ts";

/** Under which kind of word the options of a field stand in the shared lists. */
const kinds: Record<string, string> = { method: "method", refundTo: "method", reason: "reason", ground: "reason", remedy: "remedy" };

/** The options to choose between. Money that goes back by one of the ways it was paid goes the way it was paid: that is one option, not several. */
export function optionsOf({ options }: { options: readonly string[] }): readonly string[] {
  return options.includes("sameMethod") ? options.filter((one) => one === "sameMethod" || one === "giftCard") : options;
}

/** An option in words: the marketplace's where it has them. */
export function useOptionName(order: Order, name: string): (option: string) => string {
  const { say, has, t, language } = useWords();
  return (option) => {
    if (option === "sameMethod") return `${t("option.refundTo.sameMethod")}${language === "zh" ? "：" : ": "}${listText([...new Set(order.payments.map(({ method }) => say(order.marketplace, `method.${method}`)))], language)}`;
    if (has(`option.${name}.${option}`)) return begun(t(`option.${name}.${option}` as Key));
    if (name === "carrier") return begun(carrierText(option, language));
    const kind = kinds[name];
    const said = kind === undefined ? option : say(order.marketplace, `${kind}.${option}`);
    return begun(said === option ? codeText(option, language) : said);
  };
}
