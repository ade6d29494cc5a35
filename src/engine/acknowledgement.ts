// The acknowledgement of a withdrawal as a text that a person can keep (L2): what was said, and the date and time at which it came.
// The same words for everybody: it tells nothing about whether such an order exists.
import type { LinePart } from "../core/state.ts";

export const languages = ["en", "zh", "ru"] as const;
export type Language = (typeof languages)[number];

/** `lines` null means the whole order; `at` is epoch milliseconds. */
export type Acknowledged = { reference: string; at: number; orderNumber: string; name: string | null; email: string | null; lines: LinePart[] | null };

type Wording = { title: string; received: string; at: string; number: string; name: string; email: string; what: string; whole: string; reference: string; effect: string; keep: string };

const wordings: Record<Language, Wording> = {
  en: {
    title: "Acknowledgement of your withdrawal from the contract", received: "Your notice of withdrawal has been received.", at: "Date and time", number: "Order number",
    name: "Name", email: "E-mail", what: "You withdraw from", whole: "the whole order", reference: "Reference",
    effect: "It takes effect for the order with this number that was placed with this e-mail address, from the date and time above.",
    keep: "Please keep this document.",
  },
  zh: {
    title: "解除合同（撤回）通知的确认", received: "我们已收到您的撤回通知。", at: "日期和时间", number: "订单号", name: "姓名", email: "电子邮箱", what: "撤回的内容",
    whole: "整个订单", reference: "编号", effect: "该通知自上述日期和时间起，对使用此电子邮箱所下的、具有此订单号的订单生效。", keep: "请妥善保存本文件。",
  },
  ru: {
    title: "Подтверждение отказа от договора", received: "Ваше уведомление об отказе от договора получено.", at: "Дата и время", number: "Номер заказа", name: "Имя",
    email: "Электронная почта", what: "Вы отказываетесь от", whole: "всего заказа", reference: "Номер уведомления",
    effect: "Отказ действует с указанных даты и времени для заказа с этим номером, оформленного на этот адрес электронной почты.", keep: "Пожалуйста, сохраните этот документ.",
  },
};

/** The language of ours that a list of languages (RFC 9110) or a locale asks for first; English where it asks for none. */
export function languageOf(wished: string | null | undefined): Language {
  const tags = (wished ?? "").toLowerCase().split(",").map((tag) => tag.trim().slice(0, 2));
  return tags.map((tag) => languages.find((language) => language === tag)).find((language) => language !== undefined) ?? "en";
}

/** The document, plain text of a few lines; what the person wrote stands on one line each. */
export function acknowledgementText({ reference, at, orderNumber, name, email, lines }: Acknowledged, language: Language): string {
  const say = wordings[language];
  const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
  const rows: [string, string | null][] = [
    [say.at, `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`], [say.number, orderNumber], [say.name, name], [say.email, email],
    [say.what, lines === null ? say.whole : lines.map((line) => `${line.quantity} × ${line.sku}`).join("; ")], [say.reference, reference],
  ];
  const told = rows.filter((row): row is [string, string] => row[1] !== null).map(([label, value]) => `${label}: ${oneLine(value)}`);
  return `${[say.title, "", say.received, "", ...told, "", say.effect, say.keep].join("\n")}\n`;
}
