// The summary's own words: headings, labels, explanations. English, Chinese, Russian, side by side.
// `{…}` is filled in by whoever uses the sentence.
import type { Language } from "../reader.ts";
import type { Three } from "../../words/eventWords.ts";

const labels = {
  title: ["Dossier of order {number}", "订单 {number} 卷宗", "Досье заказа {number}"],
  made: ["Made on {time} for {who}.", "制作于 {time}，领取人：{who}。", "Составлено {time} для: {who}."],
  zone: ["All times are in the zone {zone}, each with its distance from UTC.", "所有时间均为 {zone} 时区，并标明与 UTC 的时差。", "Все времена указаны в поясе {zone}, с отклонением от UTC."],
  sandbox: ["Made in a sandbox: no real money moved, and the times are those of its own clock.", "本卷宗出自沙盒环境：未发生真实资金往来，时间为沙盒时钟。", "Составлено в песочнице: настоящие деньги не двигались, время идёт по её часам."],
  parties: ["Parties", "当事人", "Стороны"], order: ["The order", "订单", "Заказ"], money: ["Money", "资金", "Деньги"], history: ["What happened", "经过", "Что произошло"],
  decisions: ["Decisions and their reasons", "决定及理由", "Решения и их основания"], messages: ["Messages", "消息", "Сообщения"], evidence: ["Evidence", "证据", "Доказательства"],
  rules: ["The rules that held", "适用规则", "Действовавшие правила"], next: ["The next step", "下一步", "Следующий шаг"], proof: ["Whether this was changed", "是否被改动", "Не изменено ли досье"],
  name: ["name", "姓名", "имя"], id: ["identifier", "标识", "идентификатор"], country: ["country", "国家", "страна"], email: ["e-mail", "电子邮件", "эл. почта"], address: ["address", "地址", "адрес"],
  others: ["Also acted", "其他参与方", "Также действовали"], erased: ["erased", "已删除", "стёрто"], notShown: ["not shown to you", "不向您显示", "вам не показывается"],
  number: ["order number", "订单号", "номер заказа"], marketplace: ["marketplace", "平台", "площадка"], placed: ["placed", "下单时间", "размещён"], status: ["status", "状态", "состояние"],
  goods: ["goods", "商品", "товар"], quantity: ["quantity", "数量", "кол-во"], price: ["price", "价格", "цена"], shipping: ["shipping", "运费", "доставка"], total: ["total", "合计", "итого"],
  paid: ["paid", "已付", "оплачено"], inEscrow: ["in escrow", "担保中", "на эскроу"], released: ["released to the seller", "已放给卖家", "передано продавцу"],
  refunding: ["on its way back", "退款途中", "возвращается"], refundedSum: ["refunded", "已退款", "возвращено"],
  moneyNote: ["Every posting of the ledger. A plus is money that an account got, a minus money that it gave; the postings of one event add up to zero.",
    "账本的全部分录。正数为该账户收到，负数为该账户付出；同一事件的分录合计为零。", "Все проводки книги. Плюс означает деньги, полученные счётом, минус — отданные; проводки одного события дают в сумме ноль."],
  event: ["no.", "序号", "№"], time: ["time", "时间", "время"], who: ["who", "谁", "кто"], what: ["what", "内容", "что"], account: ["account", "账户", "счёт"], amount: ["amount", "金额", "сумма"],
  hiddenEvent: ["{count} of the {all} events are not shown to you; they concern the seller and the platform only.", "共 {all} 个事件，其中 {count} 个不向您显示，仅涉及卖家与平台。",
    "Из {all} событий {count} вам не показываются: они касаются только продавца и площадки."],
  more: ["{count} more stand in {file}.", "另有 {count} 条见 {file}。", "Ещё {count} — в файле {file}."], none: ["None.", "无。", "Нет."],
  ground: ["ground", "理由", "основание"], reason: ["reason", "原因", "причина"], reasons: ["reasons", "理由", "основания"], remedy: ["remedy", "处理方式", "способ"], note: ["said", "说明", "сказано"],
  method: ["way", "方式", "способ"], carrier: ["carrier", "承运人", "перевозчик"], tracking: ["tracking number", "运单号", "номер отправления"], condition: ["condition", "状况", "состояние товара"],
  place: ["place", "地点", "место"], until: ["can be stopped until", "可停止至", "можно остановить до"], promised: ["promised by", "承诺到账", "обещано к"], reference: ["institution's reference", "机构流水号", "номер учреждения"],
  because: ["because", "因为", "потому что"], files: ["files", "文件", "файлы"], deadline: ["deadline", "期限", "срок"], points: ["points", "扣分", "баллы"], fine: ["fine", "罚款", "штраф"],
  final: ["final", "终局", "окончательно"], decidedBy: ["decided by", "作出人", "решил"], fileName: ["file name", "文件名", "имя файла"], type: ["type", "类型", "тип"], size: ["bytes", "字节", "байт"],
  leftOut: ["left out for its size", "因体积过大未收入", "не вошёл из-за размера"], uploaded: ["uploaded by {who}", "上传人：{who}", "загрузил: {who}"],
  policyIs: ["The rules of {name}, version {version}, source: {source}. The order keeps the version under which it was bought; it stands in policy.json.",
    "{name} 规则第 {version} 版，来源：{source}。订单始终适用下单时的版本，全文见 policy.json。",
    "Правила {name}, версия {version}, источник: {source}. Заказ живёт по той версии, при которой куплен; она в файле policy.json."],
  lawNote: ["General information, not legal advice; checked on {date}.", "一般信息，不构成法律意见；核对日期 {date}。", "Общие сведения, не юридическая консультация; проверено {date}."],
  taken: ["taken", "已进行", "пройдено"], underWay: ["under way", "进行中", "идёт"], nextStep: ["next", "下一步", "следующая"], notTaken: ["not taken", "未进行", "не пройдено"], outside: ["outside the marketplace", "平台之外", "вне площадки"],
  proofChain: ["Each event's hash (SHA-256) covers the event and the hash before it, so none can be changed, left out or put in without breaking the chain. Words of people stand in the events as salted commitments: they can be erased and the chain still holds.",
    "每个事件的哈希（SHA-256）涵盖该事件及前一个哈希，任何事件都无法被改动、删去或插入而不破坏链条。当事人文字在事件中以加盐承诺值表示：即使被删除，链条依然成立。",
    "Хеш каждого события (SHA-256) охватывает само событие и предыдущий хеш: ничего нельзя изменить, убрать или вставить, не порвав цепь. Слова людей стоят в событиях как солёные обязательства: их можно стереть, и цепь останется целой."],
  proofHow: ["In the unpacked folder run: node verify.mjs (Node 20 or later, no network). Compare the key below with the one that the marketplace shows at /v1/dossier-key. HOW-TO-VERIFY.txt says more.",
    "在解压后的文件夹中运行：node verify.mjs（Node 20 及以上，无需联网）。请将下列密钥与平台在 /v1/dossier-key 公布的密钥比对。详见 HOW-TO-VERIFY.txt。",
    "В распакованной папке выполните: node verify.mjs (Node 20 или новее, без сети). Сравните ключ ниже с тем, что площадка показывает по адресу /v1/dossier-key. Подробнее в HOW-TO-VERIFY.txt."],
  eventsCount: ["events", "事件数", "событий"], lastHash: ["hash of the last event", "最后事件的哈希", "хеш последнего события"], key: ["signed with the key", "签名密钥", "подписано ключом"], policyHash: ["hash of the rules", "规则的哈希", "хеш правил"],
  page: ["Order {number}, page {page} of {pages}", "订单 {number}，第 {page} 页，共 {pages} 页", "Заказ {number}, страница {page} из {pages}"],
} satisfies Record<string, Three>;

export type Label = keyof typeof labels;

const place: Record<Language, 0 | 1 | 2> = { en: 0, zh: 1, ru: 2 };

/** The word of a table of three in that language. */
export const inLanguage = (three: Three, language: Language): string => three[place[language]];

/** A label, its `{…}` filled in. */
export function label(language: Language, name: Label, values: Record<string, string | number> = {}): string {
  return inLanguage(labels[name], language).replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
}
