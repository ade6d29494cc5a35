// What a mail's kind is called: the event that it tells, or the letter that it is.
import type { Three } from "../../words/eventWords.ts";
import { eventText } from "./facts.ts";
import type { Language } from "./words.ts";

const letters: Record<string, Three> = {
  proveEmail: ["E-mail to confirm", "确认邮箱", "Подтверждение адреса"], setPassword: ["New password", "重设密码", "Новый пароль"], invited: ["Invitation", "邀请", "Приглашение"],
  payoutAccount: ["Payout account changed", "打款账户变更", "Смена счёта для выплат"], withdrawalAcknowledged: ["Withdrawal acknowledged", "解除合同确认", "Подтверждение отказа"],
};
const place: Record<Language, 0 | 1 | 2> = { en: 0, zh: 1, ru: 2 };

export const mailKind = (kind: string, language: Language): string => (Object.hasOwn(letters, kind) ? letters[kind]![place[language]] : eventText(kind, language));
