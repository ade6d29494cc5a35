// What commands are called: in the marketplace's words, short on a button, and exactly as the law says where it does.
import type { Order } from "../api/queries.ts";
import { useWords, type Key, type Words } from "../words/words.ts";

/** The command's name as a heading. The right of withdrawal is the law's, and no marketplace renames it. */
export const commandText = (order: Order, command: string, { t, say }: Words): string =>
  command === "WithdrawFromContract" ? t("command.WithdrawFromContract") : say(order.marketplace, `command.${command}`);

/** The words on the button that opens a form or a question. */
export function useActName(): (order: Order, command: string) => string {
  const words = useWords();
  return (order, command) => (words.has(`act.${command}`) ? words.t(`act.${command}` as Key) : commandText(order, command, words));
}

/** The words on the button that confirms: the act's name, or what the marketplace writes there. */
export function useConfirmName(): (order: Order, command: string) => string {
  const { own } = useWords();
  const actName = useActName();
  return (order, command) => own(order.marketplace, `confirm.${command}`) ?? actName(order, command);
}
