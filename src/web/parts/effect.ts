// What a command will do, in sentences: how much goes where by when, until when it can be undone, what is given up by it.
import type { Order, Permission } from "../api/queries.ts";
import type { Words } from "../words/words.ts";
import { dayText, momentText, moneyText } from "./format.ts";
import { begun } from "./people.ts";

/** What an allowed command will do, after what is said `before`; `now` in epoch milliseconds. */
export function effectText(order: Order, permission: Permission, now: number, words: Words, before: readonly string[] = []): string {
  const sentences = [...before, ...effectSentences(order, permission, now, words)].map((one) => begun(one.replace(/\.\.$/, ".")));
  return sentences.join(words.language === "zh" ? "" : " ");
}

function effectSentences(order: Order, { effect }: Permission, now: number, { t, say, language }: Words): string[] {
  if (effect === null) return [];
  const money = (amountMinor: number): string => moneyText(amountMinor, order.money.currency, language);
  const day = (at: string): string => dayText(Date.parse(at), now, language);
  const sentences: string[] = [];
  if (effect.refundMinor > 0) {
    const to = effect.to === null ? t("effect.wayItCame") : say(order.marketplace, `method.${effect.to}`);
    const back = effect.arrivesBy === null ? t("effect.back", { amount: money(effect.refundMinor), to }) : t("effect.backBy", { amount: money(effect.refundMinor), to, by: day(effect.arrivesBy) });
    sentences.push(effect.if === "accepted" ? t("effect.ifAccepted", { back }) : effect.if === "posted" ? t("effect.ifPosted", { back }) : back);
  }
  if (effect.undoUntil !== null) sentences.push(t("effect.undo", { until: momentText(Date.parse(effect.undoUntil), now, language) }));
  if ((effect.releaseMinor ?? 0) > 0) sentences.push(t("effect.release", { amount: money(effect.releaseMinor!) }));
  if ((effect.takenBackMinor ?? 0) > 0) sentences.push(t("effect.takenBack", { amount: money(effect.takenBackMinor!) }));
  for (const lost of effect.loses ?? []) sentences.push(t(`loses.${lost}`));
  return sentences;
}

/** Whether it gives something up that does not come back. */
export const isLosing = ({ command, effect }: Permission): boolean => (effect?.loses?.length ?? 0) > 0 || ["CancelReturn", "WithdrawClaim", "WithdrawCancellation", "ConfirmRefundFailure"].includes(command);
