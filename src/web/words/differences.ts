// What is different between two versions of a policy, in Chinese and Russian, from the difference's kind and parameters. English comes from
// the server itself, and so does a kind that is newer than these pages. So it is with how far a proof goes. No React here.

type Language = "en" | "zh" | "ru";
/** How a marketplace's words are asked for, and in which language: a part of the pages' own words. */
type Words = { say(name: string, ...keys: string[]): string; language: Language };
export type Change = { kind: string; sentence: string; rule: string | null; where: string; parameters: Record<string, string | number | boolean | null | readonly string[]> };

type Two = readonly [zh: string, ru: string];

/** What stands between braces is filled in. One for each kind; some say a thing otherwise where a part of it is missing. */
/** For the test that none is missing. */
export const templates: Readonly<Record<string, Two>> = {
  termChanged: ["“{term}”现为：{after}；原为：{before}", "«{term}»: теперь {after}; было {before}"],
  termAdded: ["新设置“{term}”：{value}", "Новая настройка «{term}»: {value}"],
  termRemoved: ["取消设置“{term}”；原为：{value}", "Настройки «{term}» больше нет; было {value}"],
  permissionAdded: ["新增：{role}可以“{command}”", "Новое: {role} может «{command}»"],
  permissionRemoved: ["{role}不能再“{command}”", "{role} больше не может «{command}»"],
  statusesAdded: ["{role}现在还可以在以下状态“{command}”：{statuses}", "{role} теперь может «{command}» и в статусах: {statuses}"],
  statusesRemoved: ["{role}在以下状态不能再“{command}”：{statuses}", "{role} больше не может «{command}» в статусах: {statuses}"],
  wayAdded: ["新增途径：{role}可以“{command}”（{statuses}）；条件：{when}", "Ещё один путь: {role} может «{command}» ({statuses}); условия: {when}"],
  wayRemoved: ["减少途径：{role}不能再“{command}”（{statuses}）；条件：{when}", "Одним путём меньше: {role} больше не может «{command}» ({statuses}); условия: {when}"],
  conditionAdded: ["{role}“{command}”（{statuses}）现在须满足：{conditions}", "{role} может «{command}» ({statuses}) теперь только при условии: {conditions}"],
  conditionRemoved: ["{role}“{command}”（{statuses}）不再要求：{conditions}", "{role} может «{command}» ({statuses}) теперь и без условия: {conditions}"],
  windowChanged: ["{role}“{command}”（{statuses}）的时间现为：{window}；原为：{windowBefore}", "{role} может «{command}» ({statuses}) теперь {window}; раньше {windowBefore}"],
  outcomesChanged: ["{role}“{command}”后的结果：新增 {gained}；取消 {lost}", "К чему ведёт «{command}» ({role}): добавлено {gained}; убрано {lost}"],
  endingChanged: ["由此关闭的订单，关闭原因现为：{because}；原为：{becauseBefore}", "Причина, с которой закрывается заказ: теперь {because}; раньше {becauseBefore}"],
  deadlineAdded: ["新期限（{statuses}）：{who}须“{owes}”，期限为{within}，自{since}起算；沉默的结果：{otherwise}", "Новый срок ({statuses}): {who} — «{owes}», {within}, отсчёт: {since}; при молчании: {otherwise}"],
  deadlineRemoved: ["取消期限（{statuses}）：{who}“{owes}”不再有期限；原为{within}，沉默的结果：{otherwise}", "Срока больше нет ({statuses}): {who} — «{owes}»; было {within}, при молчании: {otherwise}"],
  silenceChanged: ["{who}沉默的结果（{statuses}）现为：{commandAfter}；原为：{commandBefore}", "Молчание, {who} ({statuses}): теперь {commandAfter}; раньше {commandBefore}"],
  debtorChanged: ["须按期“{owes}”的（{statuses}）现为{roleAfter}；原为{roleBefore}", "«{owes}» вовремя ({statuses}): теперь {roleAfter}; раньше {roleBefore}"],
  deadlineChanged: ["{who}的期限（{statuses}）现为：{commandAfter}；原为：{commandBefore}", "Срок, {who} ({statuses}): теперь {commandAfter}; раньше {commandBefore}"],
  countedFromChanged: ["{who}“{owes}”的期限（{statuses}）现自{sinceAfter}起算；原自{sinceBefore}", "Срок на «{owes}», {who} ({statuses}): отсчёт теперь {sinceAfter}; раньше {sinceBefore}"],
  lengthChanged: ["{who}“{owes}”的期限（{statuses}）现为{lengthAfter}；原为{lengthBefore}", "Срок на «{owes}», {who} ({statuses}): теперь {lengthAfter}; раньше {lengthBefore}"],
  deadlineConditionsChanged: ["{who}“{owes}”的期限（{statuses}）的条件现为：{guardsAfter}；原为：{guardsBefore}", "Условия срока на «{owes}», {who} ({statuses}): теперь {guardsAfter}; раньше {guardsBefore}"],
  methodAdded: ["新增付款方式：{method}", "Новый способ оплаты: {method}"],
  methodRemoved: ["不能再用此方式付款：{method}", "Больше нельзя платить так: {method}"],
  reasonAdded: ["新增理由（{list}）：{reason}", "Новое основание ({list}): {reason}"],
  reasonRemoved: ["取消理由（{list}）：{reason}", "Основания больше нет ({list}): {reason}"],
  reasonChanged: ["理由（{list}）{reason}：{field}现为{after}；原为{before}", "Основание ({list}) {reason}: {field} — теперь {after}; было {before}"],
  refundWayAdded: ["新增退款去向：{refundTo}", "Деньги можно вернуть и так: {refundTo}"],
  refundWayRemoved: ["取消退款去向：{refundTo}", "Так деньги больше не возвращаются: {refundTo}"],
  promiseChanged: ["{method}退款的承诺到账时间现为{promiseAfter}；原为{promiseBefore}", "Возврат на «{method}» обещан в срок: теперь {promiseAfter}; раньше {promiseBefore}"],
  calendarChanged: ["计算工作日的日历已更改", "Рабочие дни считаются по другому календарю"],
  sanctionsChanged: ["卖家处罚规则（{sanctions}）现为{after}；原为{before}", "Санкции для продавцов ({sanctions}): теперь {after}; раньше {before}"],
  remindersChanged: ["对将因沉默受损者的提醒现为：{timesAfter}；原为：{timesBefore}", "Напоминания тем, кому молчание дорого обойдётся: теперь {timesAfter}; раньше {timesBefore}"],
  zoneChanged: ["日历时区现为 {after}；原为 {before}", "Часовой пояс календаря теперь {after}; раньше {before}"],
  marketplaceChanged: ["规则现属于 {after}；原属于 {before}", "Правила теперь площадки {after}; раньше {before}"],
  orderOfRules: ["规则的查看顺序已更改：多条适用时，可能取另一条", "Изменился порядок, в котором просматриваются правила: где подходит несколько, может быть взято другое"],
  wordingChanged: ["出处、规则编号或文本所列数值有更改；其本身不改变任何规则", "Изменились источники, номера правил или названные в текстах значения; сами по себе они ничего не меняют"],
};

const fieldNames: Readonly<Record<string, Two>> = { fault: ["过错方", "вина"], points: ["扣分", "баллы"], evidence: ["须有证据", "нужны доказательства"], graver: ["严重理由", "тяжкое основание"], remedies: ["处理方式", "решения"], silence: ["沉默的结果", "при молчании"] };
const sanctionNames: Readonly<Record<string, Two>> = { threshold: ["起罚分数", "порог баллов"], finePerTenThousand: ["罚款比例", "размер штрафа"] };
const listNames: Readonly<Record<string, Two>> = {
  cancellation: ["取消", "отмена"], return: ["退货", "возврат товара"], decision: ["裁决", "решение"], reversal: ["撤回退款", "отмена возврата денег"], beforeShipment: ["发货前申诉", "претензия до отправки"], onTheWay: ["运输途中申诉", "претензия в пути"], afterDelivery: ["送达后申诉", "претензия после доставки"],
};
const plain: Readonly<Record<string, Two>> = {
  none: ["无", "нет"], always: ["任何时候", "в любое время"], from: ["自{from}起", "с момента: {from}"], until: ["至{until}", "до момента: {until}"], otherMethods: ["与其他方式相同", "как у остальных способов"], anyMethod: ["其他方式", "остальные способы"],
  half: ["期限过半", "в середине срока"], beforeEnd: ["到期前{time}", "за {time} до конца"], grants: ["视为同意", "просьба удовлетворена"], escalates: ["转交调解员", "дело у посредников"], happened: ["按所发生的情况", "по тому, что произошло"], businessDays: ["{count} 个工作日", "рабочих дней: {count}"], money: ["退款", "деньги"],
  confirmed: ["付款确认后", "после подтверждения оплаты"], goodsHeld: ["买家收到全部商品后", "после получения всех товаров"], withdrawalMoneyDue: ["应退还解除合同款项时", "когда деньги за отказ от договора подлежат возврату"], sanctioned: ["处罚后", "после санкции"],
  goodsAndMoney: ["退货退款", "деньги за возврат товара"], sameMethod: ["原路", "тем же путём"],
};

/** How a value of a setting, a duration and a code read; they are the pages' own. */
export type Reading = { value(raw: unknown): string; code(code: string): string };

/** The sentence of that difference in the reader's language. `name` is the policy's. */
export function differenceText(change: Change, name: string, words: Words, reading: Reading): string {
  if (words.language === "en" || !Object.hasOwn(templates, change.kind)) return change.sentence;
  const said = inTheirWords(change, name, words, reading);
  const text = pick(templates[change.kind]!, words.language).replaceAll(/\{(\w+)\}/g, (gap, key: string) => said[key]?.() ?? gap);
  const cited = change.rule === null ? "" : words.language === "zh" ? `（${change.rule}）` : ` (${change.rule})`;
  return `${text}${cited}${words.language === "zh" ? "。" : "."}`;
}

const pick = (two: Two, language: Language): string => two[language === "zh" ? 0 : 1];

function inTheirWords({ parameters, where }: Change, name: string, { say, language }: Words, { value, code }: Reading): Record<string, () => string> {
  const own = (key: string): string => pick(plain[key]!, language);
  const all = (key: string): readonly string[] => (Array.isArray(parameters[key]) ? (parameters[key] as readonly string[]) : typeof parameters[key] === "string" ? [parameters[key]] : []);
  const text = (key: string): string => String(parameters[key] ?? "");
  const list = (items: readonly string[]): string => (items.length === 0 ? own("none") : items.join(language === "zh" ? "、" : ", "));
  const open = (template: string): string => template.replaceAll(/\{[^}]*\}/g, "…");
  const status = (at: string): string => (at.endsWith(".*") ? say(name, `noun.${at.slice(0, -2)}`) : `${say(name, `noun.${at.split(".")[0]!}`)}${language === "zh" ? "：" : ": "}${say(name, `status.${at}`)}`);
  const command = (key: string): string => (typeof parameters[key] === "boolean" ? value(parameters[key]) : say(name, `command.${text(key)}`));
  const guards = (key: string): string => list(all(key).map((word) => open(say(name, `guard.${word}`))));
  const moment = (first: string, term?: string): string => (Object.hasOwn(plain, first) ? own(first) : say(name, `moment.${first}`, `term.${first}`).replaceAll(/\{[^}]*\}/g, term === undefined ? "…" : `«${say(name, `term.${term}`)}»`));
  const window = (key: string): string => {
    const at = all(key).indexOf("|");
    const [opens, closes] = [all(key).slice(0, at), all(key).slice(at + 1)];
    const parts = [...(opens.length > 0 ? [own("from").replace("{from}", moment(opens[0]!, opens[1]))] : []), ...(closes.length > 0 ? [own("until").replace("{until}", moment(closes[0]!, closes[1]))] : [])];
    return parts.length === 0 ? own("always") : list(parts);
  };
  const ending = (key: string): string => (parameters[key] == null ? own("happened") : say(name, `because.${text(key)}`));
  const length = (key: string): string => (parameters[key] == null ? own("none") : say(name, `term.${text(key)}`));
  const promise = (key: string): string => (parameters[key] == null ? own("otherMethods") : typeof parameters[key] === "number" ? own("businessDays").replace("{count}", text(key)) : value(parameters[key]));
  const times = (key: string): string => list(all(key).map((one) => (one === "half" ? own("half") : own("beforeEnd").replace("{time}", value(one)))));
  const plainly = (key: string): string => {
    const raw = parameters[key];
    if (Array.isArray(raw)) return list(raw.map((one: string) => (Object.hasOwn(plain, one) ? own(one) : code(one))));
    if (typeof raw === "string" && Object.hasOwn(plain, raw)) return own(raw);
    if (raw === null || raw === undefined) return own("none");
    return parameters.field === "fault" ? say(name, `fault.${text(key)}`) : parameters.term !== undefined && typeof raw === "string" && !/^P/.test(raw) ? say(name, `value.${raw}`, `term.${raw}`) : value(raw);
  };
  const place = where.split("/");
  const named = (names: Readonly<Record<string, Two>>, key: string): string => (Object.hasOwn(names, key) ? pick(names[key]!, language) : key);
  return {
    term: () => say(name, `term.${text("term")}`), before: () => plainly("before"), after: () => plainly("after"), value: () => plainly("value"),
    role: () => say(name, `role.${text("role")}`), who: () => say(name, `role.${text("who")}`), roleBefore: () => say(name, `role.${text("before")}`), roleAfter: () => say(name, `role.${text("after")}`),
    command: () => command("command"), owes: () => command("owes"), otherwise: () => command("otherwise"), commandBefore: () => command("before"), commandAfter: () => command("after"),
    statuses: () => list(all("statuses").map(status)), gained: () => list(all("gained").map(status)), lost: () => list(all("lost").map(status)),
    when: () => guards("when"), conditions: () => guards("conditions"), guardsBefore: () => guards("before"), guardsAfter: () => guards("after"), window: () => window("after"), windowBefore: () => window("before"),
    because: () => ending("after"), becauseBefore: () => ending("before"), within: () => length("within"), since: () => moment(text("since")), sinceBefore: () => moment(text("before")), sinceAfter: () => moment(text("after")),
    lengthBefore: () => length("before"), lengthAfter: () => length("after"), method: () => { const method = text("word") || text("method"); return method === "*" ? own("anyMethod") : say(name, `method.${method}`); },
    reason: () => code(text("code") || text("word")), list: () => named(listNames, place[2] ?? ""), field: () => named(fieldNames, text("field")), refundTo: () => (Object.hasOwn(plain, text("word")) ? own(text("word")) : say(name, `method.${text("word")}`)),
    promiseBefore: () => promise("before"), promiseAfter: () => promise("after"), timesBefore: () => times("before"), timesAfter: () => times("after"), sanctions: () => named(sanctionNames, place[2] ?? ""),
  };
}

const BOUND = /^orders of one or two units in one or two lines, one or two payments; first at most (\d+) cancellation, (\d+) return, (\d+) claim, (\d+) reversal, (\d+) parcels to the buyer, (\d+) stopped refund, (\d+) fault of the institution, then at most two of each \((\d+) parcels\); a chargeback on two of them, a held refund and a sanction of the buyer on one, and on one that is never shipped a refund that operators end by hand$/;
const boundWords = [
  "所检查的订单：一种或两种商品、各一件或两件、一笔或两笔付款；先是最多 {1} 次取消、{2} 次退货、{3} 次申诉、{4} 次退款撤回、{5} 个发给买家的包裹、{6} 次叫停的退款、支付机构出错 {7} 次，然后每项最多两次（{8} 个包裹）；其中两种订单有银行拒付，一种有被扣留的退款和对买家的处罚，一种从未发货的订单有由运营人员手动了结的退款。",
  "Проверены заказы из одной или двух единиц в одной или двух позициях с одним или двумя платежами; сначала не больше чем: отмен — {1}, возвратов товара — {2}, претензий — {3}, отмен возврата денег — {4}, посылок покупателю — {5}, остановленных возвратов денег — {6}, сбоев платёжной организации — {7}; затем всего не больше двух (посылок — {8}); на двух заказах платёж оспаривает банк, на одном возврат денег удержан, а покупатель наказан, и на одном, который не отправлен, возврат завершают операторы вручную.",
] as const;

/** How far a proof goes; `said` is the server's own, for English and where it says something else than these pages know. */
export function boundText(said: string, language: Language): string {
  const found = BOUND.exec(said);
  return language === "en" || !found ? said : boundWords[language === "zh" ? 0 : 1].replaceAll(/\{(\d)\}/g, (_, at: string) => found[Number(at)]!);
}
