// README.txt of a person's export: what each file is, what the times and sums mean, and what is left out. In the reader's language.
import { MOST_EVIDENCE_BYTES, MOST_EVIDENCE_FILES } from "../../dossier/evidence.ts";
import type { Language } from "../../dossier/reader.ts";
import type { Side } from "../../core/state.ts";
import { MOST_ORDERS } from "./orders.ts";

/** `madeAt` is the engine's clock, epoch milliseconds. */
export type About = { role: Side; id: string; madeAt: number; moreOrders: boolean };

type FileName = "person" | "orders" | "evidence" | "evidenceFiles" | "mails" | "sessions" | "risk" | "views" | "statement" | "accounts";
const paths: Record<FileName, string> = {
  person: "person.json", orders: "orders.json", evidence: "evidence.json", evidenceFiles: "evidence/", mails: "mails.json", sessions: "sessions.json", risk: "risk.json", views: "views.json",
  statement: "statement.json", accounts: "payout-accounts.json",
};
const ofSellers: ReadonlySet<FileName> = new Set(["statement", "accounts"]);

type Wording = { title: string; of(role: Side, id: string): string; made: string; files: Record<FileName, string>; notes: readonly string[]; moreOrders: string };

const gibibytes = MOST_EVIDENCE_BYTES / 1024 ** 3;

const wordings: Record<Language, Wording> = {
  en: {
    title: "What is kept of you", of: (role, id) => `${role === "buyer" ? "Buyer" : "Seller"}: ${id}`, made: "Made",
    files: {
      person: "your role, id and account, which mails you wish, and when your words were erased, if they were", orders: "your orders as they are shown to you, each with its history and its messages; after a hundred in orders-2.json and so on",
      evidence: "the list of the files that you uploaded, with their SHA-256", evidenceFiles: "these files, named by their ids", mails: "what was mailed to you; after a hundred in mails-2.json and so on. The subject is null where it is not known any more",
      sessions: "where you are signed in", risk: "what is counted of you", views: "the searches that you keep under a name", statement: "your balances and every movement of your account; complete says whether that is all",
      accounts: "where you are paid, and who said so; only where the institution needs to be told",
    },
    notes: [
      "Times are UTC (ISO 8601). Sums are whole numbers of the smallest unit: cents, fen, yen.",
      "Of the other side only that is here which is shown to you at the order. Words and files that were erased are not here.",
      `At most ${MOST_EVIDENCE_FILES} files and ${gibibytes} GiB of evidence are here; what is beyond is in the list as leftOut and can be fetched by its id. Mails are kept for ninety days.`,
    ],
    moreOrders: `There are more than ${MOST_ORDERS} orders. The newest ${MOST_ORDERS} are here; the others are found in the list of orders.`,
  },
  zh: {
    title: "我们保存的关于您的信息", of: (role, id) => `${role === "buyer" ? "买家" : "卖家"}：${id}`, made: "生成时间",
    files: {
      person: "您的角色、编号和账户，您希望收到的邮件，以及您的文字何时被删除（如已删除）", orders: "您的订单，内容与您所见相同，每个订单附其经过和消息；超过一百个时，其余在 orders-2.json 等文件中",
      evidence: "您上传的文件清单及其 SHA-256", evidenceFiles: "这些文件，以编号命名", mails: "发给您的邮件；超过一百封时，其余在 mails-2.json 等文件中。主题已无法得知时为 null",
      sessions: "您登录的设备", risk: "关于您的统计数字", views: "您命名保存的搜索", statement: "您的余额和账户的每笔变动；complete 表示是否完整",
      accounts: "您的收款账户及由谁指定；仅在机构需要时才有",
    },
    notes: [
      "时间为 UTC（ISO 8601）。金额为最小货币单位的整数：分、日元等。",
      "关于对方，这里只有在订单中向您显示的内容。已删除的文字和文件不在其中。",
      `最多包含 ${MOST_EVIDENCE_FILES} 个证据文件、共 ${gibibytes} GiB；超出的在清单中标为 leftOut，可凭编号另行下载。邮件记录保存九十天。`,
    ],
    moreOrders: `订单超过 ${MOST_ORDERS} 个。这里是最新的 ${MOST_ORDERS} 个，其余请在订单列表中查找。`,
  },
  ru: {
    title: "Что о вас хранится", of: (role, id) => `${role === "buyer" ? "Покупатель" : "Продавец"}: ${id}`, made: "Составлено",
    files: {
      person: "ваша роль, идентификатор и учётная запись, какие письма вы хотите получать и когда ваши слова были стёрты, если это было", orders: "ваши заказы в том виде, в каком их видите вы, каждый с его историей и сообщениями; после ста — в orders-2.json и далее",
      evidence: "список файлов, которые вы загрузили, с их SHA-256", evidenceFiles: "сами эти файлы, названные по идентификаторам", mails: "письма, отправленные вам; после ста — в mails-2.json и далее. Тема равна null, если она больше не известна",
      sessions: "где вы вошли", risk: "что о вас подсчитано", views: "поиски, которые вы сохранили под именем", statement: "ваши остатки и все движения по вашему счёту; complete говорит, всё ли это",
      accounts: "куда вам платят и кто это указал; только если это нужно учреждению",
    },
    notes: [
      "Время — UTC (ISO 8601). Суммы — целые числа наименьших единиц: центы, копейки, фэни, иены.",
      "О другой стороне здесь только то, что показано вам в заказе. Стёртых слов и файлов здесь нет.",
      `Здесь не более ${MOST_EVIDENCE_FILES} файлов и ${gibibytes} ГиБ доказательств; остальные отмечены в списке как leftOut, их можно скачать по идентификатору. Письма хранятся девяносто дней.`,
    ],
    moreOrders: `Заказов больше ${MOST_ORDERS}. Здесь последние ${MOST_ORDERS}; остальные — в списке заказов.`,
  },
};

const NAMES = Object.keys(paths) as FileName[];

/** The text of the file. */
export function readme({ role, id, madeAt, moreOrders }: About, language: Language): string {
  const say = wordings[language];
  const colon = language === "zh" ? "：" : ": ";
  const files = NAMES.filter((name) => role === "seller" || !ofSellers.has(name)).map((name) => `${paths[name].padEnd(22)}${say.files[name]}`);
  return [say.title, "", say.of(role, id), `${say.made}${colon}${new Date(madeAt).toISOString()}`, "", ...files, "", ...say.notes, ...(moreOrders ? ["", say.moreOrders] : []), ""].join("\n");
}
