// What each step of a payout is called on a statement, in three languages side by side; and the names of institutions.
import type { Three } from "./eventWords.ts";

export const payoutWords: Readonly<Record<string, Three>> = {
  PayoutMade: ["Paid out to the bank", "打款至银行账户", "Выплата в банк"],
  PayoutFeeCharged: ["Fee of the payout", "打款手续费", "Комиссия за выплату"],
  PayoutSubmitted: ["The institution has accepted the payout", "机构已受理打款", "Учреждение приняло выплату"],
  PayoutUnknown: ["The outcome of the payout is unknown", "打款结果未知", "Исход выплаты неизвестен"],
  PayoutSettled: ["The payout has arrived", "打款已到账", "Выплата дошла"],
  PayoutFailed: ["The payout failed: back in the balance", "打款失败：已退回余额", "Выплата не прошла: снова на балансе"],
  PayoutFeeReturned: ["Fee of the failed payout, given back", "退还失败打款的手续费", "Комиссия за непрошедшую выплату возвращена"],
};

/** How institutions write their own names, in every language. */
export const institutionNames: Readonly<Record<string, string>> = { stripe: "Stripe", paypal: "PayPal" };
