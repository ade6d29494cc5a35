// What is asked for, or offered, in the marketplace's words.
import type { Order } from "../../api/queries.ts";
import type { Key, Words } from "../../words/words.ts";

/** A remedy in words. */
export const remedyText = (order: Order, remedy: string, { say, t, has }: Words): string =>
  has(`option.remedy.${remedy}`) ? t(`option.remedy.${remedy}` as Key) : say(order.marketplace, `remedy.${remedy}`);
