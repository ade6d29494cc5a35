// What a label says besides addresses and numbers, in three languages. Another language gets English.
export type LabelWords = { title: string; from: string; to: string; order: string; reason: string; nameless: string; unprintable: string; countryOf(code: string): string };

const texts: Record<string, Omit<LabelWords, "countryOf">> = {
  en: { title: "Return", from: "From", to: "To", order: "Order", reason: "Reason:", nameless: "(no name given)", unprintable: "Some characters could not be printed. Write the address beside it by hand." },
  zh: { title: "退货", from: "寄件人", to: "收件人", order: "订单", reason: "原因：", nameless: "（未提供姓名）", unprintable: "部分字符无法打印，请在旁手写地址。" },
  ru: { title: "Возврат", from: "От кого", to: "Кому", order: "Заказ", reason: "Причина:", nameless: "(имя не указано)", unprintable: "Некоторые знаки не печатаются. Впишите адрес рядом от руки." },
};

/** The words of that language. */
export function labelWords(language: string): LabelWords {
  const own = new Intl.DisplayNames([language, "en"], { type: "region" });
  const english = new Intl.DisplayNames(["en"], { type: "region" });
  return {
    ...(texts[language] ?? texts.en!),
    countryOf(code) {
      const plain = english.of(code)!.toUpperCase();
      const local = own.of(code)!;
      return local.toUpperCase() === plain ? plain : `${plain} / ${local}`;
    },
  };
}
