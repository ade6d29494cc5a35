// The fixed words of mails in three languages, side by side, so that none is forgotten.
import type { Language } from "../engine/acknowledgement.ts";
import type { Three } from "../words/eventWords.ts";

const place: Record<Language, 0 | 1 | 2> = { en: 0, zh: 1, ru: 2 };

/** The text of that language. */
export const inLanguage = (three: Three, language: Language): string => three[place[language]];

const labels = {
  greeting: ["Hello {name},", "{name}，您好：", "Здравствуйте, {name}!"],
  greetingNobody: ["Hello,", "您好：", "Здравствуйте!"],
  reminder: ["Reminder: {owes}", "提醒：{owes}", "Напоминание: {owes}"],
  subject: ["{what}: order {number}", "{what}：订单 {number}", "{what}: заказ {number}"],
  order: ["Order", "订单", "Заказ"], goods: ["Goods", "商品", "Товары"], at: ["When", "时间", "Когда"], amount: ["Amount", "金额", "Сумма"], total: ["Total", "合计", "Итого"],
  commission: ["Commission", "佣金", "Комиссия"], method: ["By", "方式", "Способ"], ground: ["Ground", "申请理由", "Основание"], reason: ["Reason", "理由", "Причина"], because: ["Because", "原因", "Почему"], remedy: ["What is asked or given", "处理方式", "Решение"],
  condition: ["Condition of the goods", "商品状况", "Состояние товара"], stoppable: ["Can be stopped until", "可停止至", "Можно остановить до"], promised: ["Expected by", "预计到账时间", "Ожидается до"],
  appeal: ["You can appeal until", "申诉截止时间", "Обжаловать можно до"], answer: ["Answers are taken until", "答复截止时间", "Ответить можно до"],
  points: ["Points", "罚分", "Баллы"], fine: ["Fine", "罚款", "Штраф"], tracking: ["Tracking number", "运单号", "Номер отправления"], rma: ["Return number", "退货编号", "Номер возврата"],
  reference: ["The institution's reference", "支付机构参考号", "Номер у учреждения"], final: ["This decision is final.", "此裁定为最终裁定。", "Это решение окончательное."],
  said: ["{who} wrote:", "{who}写道：", "{who} пишет:"],
  you: ["You", "您", "Вы"],
  deadlines: ["Until when", "期限", "Сроки"],
  deadline: ["{who}: {owes}, by {time}. Otherwise: {silence}.", "{who}：请在 {time} 前{owes}。否则：{silence}。", "{who}: {owes} — до {time}. Иначе: {silence}."],
  deadlineOther: ["{who}: {owes}, by {time}. Otherwise: {silence}.", "{who}须在 {time} 前{owes}。否则：{silence}。", "{who}: {owes} — до {time}. Иначе: {silence}."],
  haveYouReceivedIt: ["Have you received your order? If not, say so on its page before the time below: otherwise the seller is paid.", "您收到订单了吗？如未收到，请在下述时间前在订单页面提出，否则货款将付给卖家。", "Вы получили заказ? Если нет, сообщите об этом на его странице до указанного времени: иначе деньги получит продавец."],
  open: ["Open the order", "查看订单", "Открыть заказ"], openCase: ["Open the case", "查看案件", "Открыть дело"],
  required: ["You get this mail because it concerns your rights or your money in this order. It cannot be turned off.", "此邮件涉及您在该订单中的权利或款项，无法关闭。", "Вы получили это письмо, так как оно касается ваших прав или денег по этому заказу. Отключить такие письма нельзя."],
  requiredHere: ["You get this mail because one of your role must act. It cannot be turned off.", "您收到此邮件，是因为您所在角色须处理此事。此类邮件无法关闭。", "Вы получили это письмо, так как кто-то в вашей роли должен действовать. Отключить такие письма нельзя."],
  optional: ["You can turn off mails like this one; decisions, deadlines and refunds are still told.", "您可以关闭此类邮件；裁定、期限和退款仍会通知。", "Такие письма можно отключить; о решениях, сроках и возвратах денег сообщат всё равно."],
  unsubscribe: ["Turn them off", "关闭此类邮件", "Отключить"],
  noReply: ["Nobody reads answers to this address.", "此邮箱不接收回复。", "Ответы на этот адрес никто не читает."],
  proveEmail: ["Confirm your e-mail address", "确认您的电子邮箱", "Подтвердите адрес электронной почты"],
  proveEmailMeans: ["Somebody, probably you, has made an account with this address. Open the link within a day to confirm it. If it was not you, do nothing.", "有人（可能是您）使用此邮箱注册了账户。请在一天内打开链接确认。如非本人操作，请忽略。", "Кто-то, вероятно вы, создал учётную запись с этим адресом. Откройте ссылку в течение суток, чтобы подтвердить его. Если это были не вы, ничего не делайте."],
  proveEmailGo: ["Confirm the address", "确认邮箱", "Подтвердить адрес"],
  setPassword: ["Set a new password", "设置新密码", "Задайте новый пароль"],
  setPasswordMeans: ["Somebody, probably you, has asked to set a new password. The link is good once, for an hour. If it was not you, do nothing: your password stays.", "有人（可能是您）申请设置新密码。链接一小时内有效，仅可使用一次。如非本人操作，请忽略，您的密码不变。", "Кто-то, вероятно вы, попросил задать новый пароль. Ссылка действует один раз в течение часа. Если это были не вы, ничего не делайте: пароль останется прежним."],
  setPasswordGo: ["Set the password", "设置密码", "Задать пароль"],
  invited: ["You are invited", "您收到邀请", "Вас пригласили"],
  invitedMeans: ["An operator has made an account for you. Open the link within a week to set its password; it is good once.", "运营人员已为您创建账户。请在一周内打开链接设置密码，链接仅可使用一次。", "Оператор создал для вас учётную запись. Откройте ссылку в течение недели и задайте пароль; она действует один раз."],
  payoutAccount: ["Your payouts go to another account from now on", "您的打款账户已变更", "Ваши выплаты теперь идут на другой счёт"],
  payoutAccountMeans: ["Payouts that are under way keep the account to which they were sent. If neither you nor the marketplace wanted this change, tell the marketplace at once and end the sessions that are not yours.", "在途的打款仍进入原账户。如果这不是您或平台所为，请立即告知平台，并结束不属于您的登录会话。", "Выплаты в пути придут на прежний счёт. Если этого не хотели ни вы, ни площадка, сразу сообщите площадке и завершите чужие сеансы."],
  payoutAccountGo: ["Look at your balance", "查看余额", "Посмотреть баланс"],
  payoutAccountWhy: ["You get this mail because it says where your money goes. It cannot be turned off.", "此邮件涉及您的收款去向，无法关闭。", "Вы получили это письмо, так как оно о том, куда идут ваши деньги. Отключить такие письма нельзя."],
  institution: ["Institution", "支付机构", "Учреждение"], accountBefore: ["Until now", "原账户", "До сих пор"], accountNow: ["From now on", "现账户", "С этого времени"], noAccount: ["no account", "无账户", "счёта не было"],
  by: ["Said by", "变更人", "Кто указал"], bySeller: ["you, signed in as the seller", "您（以卖家身份登录）", "вы, войдя как продавец"], byOperator: ["an operator of the marketplace", "平台运营人员", "оператор площадки"],
  withdrawn: ["Acknowledgement of your withdrawal", "解除合同确认", "Подтверждение отказа от договора"],
  withdrawnMeans: ["We have received your withdrawal from the contract. The acknowledgement below is for you to keep.", "我们已收到您解除合同的通知。以下确认书请妥善保存。", "Мы получили ваш отказ от договора. Подтверждение ниже сохраните у себя."],
  withdrawnWhy: ["You get this mail because this address was given with a withdrawal from a contract. If it was not you, do nothing.", "您收到此邮件，是因为有人在解除合同时填写了此邮箱。如非本人操作，请忽略。", "Вы получили это письмо, так как этот адрес указан при отказе от договора. Если это были не вы, ничего не делайте."],
  turnOff: ["Turn off optional mail", "关闭非必要邮件", "Отключить необязательные письма"],
  turnOffMeans: ["Decisions, deadlines that cost you something, refunds, withdrawals and sanctions are still told by mail.", "裁定、影响您权益的期限、退款、解除合同及处罚仍会通过邮件通知。", "О решениях, важных для вас сроках, возвратах денег, отказах от договора и санкциях по-прежнему сообщат письмом."],
  turnedOff: ["Optional mail is turned off.", "非必要邮件已关闭。", "Необязательные письма отключены."],
} as const satisfies Record<string, Three>;

export type Label = keyof typeof labels;

export const labelNames = Object.keys(labels) as Label[];

/** A fixed text with its values filled in. What somebody wrote may come as a value: filling in happens once. */
export function label(language: Language, name: Label, values: Record<string, string> = {}): string {
  return inLanguage(labels[name], language).replaceAll(/\{(\w+)\}/g, (_, key: string) => values[key] ?? "");
}
