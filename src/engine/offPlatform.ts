// Whether a message proposes to settle money outside the platform (A26): it is delivered all the same, marked and kept.
// Looks for a way of payment that the escrow does not see together with words of paying or giving back, in three languages.
const ways =
  /\b(pay\s?pal|venmo|zelle|cash\s?app|wise|revolut|western\s?union|money\s?gram|webmoney|qiwi|crypto|bitcoin|usdt|gift\s?cards?|iban|bank\s+(account|transfer|details)|wire\s+transfer|cash|we\s?chat\s*(pay)?|whats\s?app|telegram|direct(ly)?|privately|outside)\b|微信|支付宝转账|私下|线下|银行卡号|银行账户|转账|пэйпал|пайпал|вебмани|киви|на\s+карту|на\s+счёт|на\s+счет|переводом?|напрямую|мимо\s+(сайта|площадки)|в\s+обход|наличн/iu;
const money =
  /\b(refunds?|refunded|money|pay(ment)?s?|repay|reimburse|compensat\w*|return\s+(you|the)\s+\w*|send\s+(you|the)\s+\w*|transfer)\b|退款|退钱|退给|付款|打款|补偿|返现|вернём|верну|вернем|возврат\w*|деньги|оплат\w*|компенс\w*|перевед\w*/iu;
const outright =
  /outside\s+(of\s+)?(the\s+)?(platform|site|marketplace|escrow|aliexpress|amazon|taobao)|off[-\s]platform|(cancel|close|withdraw)\s+(the|your)\s+(dispute|claim|return|refund)[^.]{0,60}\b(pay\s?pal|refund|money|directly)|平台外|不走平台|вне\s+(площадки|сайта|платформы)/iu;

/** True where the text proposes a payment or refund past the platform. A doubt is marked: the warning costs nothing. */
export function proposesOffPlatform(text: string): boolean {
  const plain = text.normalize("NFKC");
  return outright.test(plain) || (ways.test(plain) && money.test(plain));
}
