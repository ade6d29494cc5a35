// What people are told of refunds, of refunds that are taken back, and of sanctions.
import type { Rules } from "./rule.ts";

export const moneyRules = {
  RefundApproved: [
    { to: "buyer", required: true, means: ["This amount goes back to you. It has not been sent yet; until it is handed over it can still be stopped.", "此金额将退还给您。款项尚未汇出，移交前仍可停止。", "Эта сумма возвращается вам. Деньги ещё не отправлены; до передачи возврат можно остановить."] },
    { to: "seller", required: false, means: ["This amount goes back to the buyer.", "此金额将退还给买家。", "Эта сумма возвращается покупателю."] },
  ],
  RefundStopped: [
    { to: "buyer", required: true, means: ["The refund was halted before it was handed over. No money was sent; the order goes on.", "退款在移交前已停止，未汇出款项，订单继续进行。", "Возврат остановлен до передачи. Деньги не отправлялись; заказ продолжается."] },
    { to: "seller", required: false, means: ["The refund was halted before it was handed over. No money was sent; the order goes on.", "退款在移交前已停止，未汇出款项，订单继续进行。", "Возврат остановлен до передачи. Деньги не отправлялись; заказ продолжается."] },
  ],
  RefundSubmitted: [
    { to: "buyer", required: true, means: ["Your refund was handed over and can no longer be stopped. It is not in your account yet.", "您的退款已移交支付机构，无法再停止，但尚未到账。", "Ваш возврат передан платёжному учреждению, остановить его уже нельзя. На счёт деньги ещё не поступили."] },
  ],
  RefundSettled: [
    { to: "buyer", required: false, means: ["The institution reports that your refund has arrived.", "支付机构报告您的退款已到账。", "Платёжное учреждение сообщает, что деньги поступили к вам."] },
  ],
  RefundUnknown: [
    { to: "operator", required: true, when: "owes", means: ["The institution gave no clear answer: nobody knows yet whether the money was sent. It must be cleared up before anything is sent again.", "支付机构未明确答复：款项是否已汇出尚不清楚。再次汇款前必须查清。", "Учреждение не дало ясного ответа: ушли ли деньги, пока неизвестно. Это нужно выяснить, прежде чем отправлять снова."] },
  ],
  RefundOverdue: [
    { to: "buyer", required: true, means: ["Your refund has not arrived by the time it was promised. The platform is clearing it up; you need not do anything.", "您的退款未在承诺时间内到账。平台正在处理，您无需操作。", "Возврат не поступил к обещанному сроку. Площадка выясняет; от вас ничего не требуется."] },
    { to: "operator", required: true, means: ["A refund has not arrived by the time it was promised. Ask the institution.", "一笔退款未在承诺时间内到账，请向支付机构查询。", "Возврат не поступил к обещанному сроку. Запросите учреждение."] },
  ],
  RefundFailureProposed: [
    { to: "operator", required: true, when: "owes", means: ["Somebody proposes to end a refund as failed. Look at what the institution wrote, and confirm or dismiss it: a wrong one pays the buyer twice.", "有人提议按失败了结一笔退款。请查看支付机构的书面答复后确认或驳回：误判将导致重复付款。", "Предложено завершить возврат как неудавшийся. Посмотрите, что написало учреждение, и подтвердите или отклоните: ошибка заплатит покупателю дважды."] },
  ],
  RefundRevived: [
    { to: "operator", required: true, means: ["The institution has a refund after all that was ended by hand as failed. It goes on, and is not sent again.", "一笔曾被手动按失败了结的退款实际已由支付机构受理，将继续进行，不再重发。", "Возврат, завершённый вручную как неудавшийся, всё же у учреждения. Он продолжается и повторно не отправляется."] },
  ],
  RefundPaidTwice: [
    { to: "operator", required: true, means: ["A refund that was ended by hand as failed has arrived after all, and had been sent again: it was paid twice. The platform's loss stands in the journal; ask the institution to take it back.", "一笔曾被手动按失败了结并重发的退款实际已到账：已重复支付。平台损失记入日记账，请向支付机构申请追回。", "Возврат, завершённый вручную как неудавшийся и отправленный снова, всё же поступил: он выплачен дважды. Убыток площадки стоит в журнале; попросите учреждение забрать деньги обратно."] },
  ],
  RefundFailed: [
    { to: "buyer", required: true, means: ["The institution could not pay your refund out. The money is still yours and is sent again; if another account is needed, the platform will ask you.", "支付机构未能完成退款。款项仍归您所有，将再次汇出；如需其他账户，平台会联系您。", "Учреждение не смогло выплатить возврат. Деньги по-прежнему ваши и будут отправлены снова; если нужен другой счёт, площадка вас спросит."] },
    { to: "operator", required: true, means: ["A refund has failed. Send it again, another way if need be.", "一笔退款失败，请重新汇出，必要时更换方式。", "Возврат не прошёл. Отправьте его снова, при необходимости другим путём."] },
  ],
  RefundReissued: [
    { to: "buyer", required: false, means: ["Your failed refund is being sent again.", "您失败的退款正在重新汇出。", "Ваш неудавшийся возврат отправляется снова."] },
  ],
  RefundReversed: [
    { to: "buyer", required: true, means: ["This refund was taken back: the money is in escrow again and the order goes on.", "该笔退款已被撤销：款项回到担保账户，订单继续进行。", "Этот возврат отменён: деньги снова на эскроу, заказ продолжается."] },
    { to: "seller", required: false, means: ["This refund was taken back: the money is in escrow again and the order goes on.", "该笔退款已被撤销：款项回到担保账户，订单继续进行。", "Этот возврат отменён: деньги снова на эскроу, заказ продолжается."] },
  ],
  AdvanceChargedBack: [
    { to: "buyer", required: true, means: ["The refund that you got in advance was charged back.", "预先退还给您的款项已被追回。", "Деньги, возвращённые вам досрочно, списаны обратно."] },
  ],
  ReversalRequested: [
    { to: "buyer", required: true, means: ["Somebody asks that a refund you have received be taken back. Say what you have to say in time: the decision is made on what is known then.", "有人申请撤销您已收到的退款。请及时陈述：届时将依据已知情况裁定。", "Поступила просьба отменить возврат, который вы уже получили. Вовремя выскажитесь: решение примут по тому, что будет известно."] },
    { to: "seller", required: false, means: ["Somebody asks that a refund of this order be taken back. It is being reviewed.", "有人申请撤销该订单的一笔退款，正在审核。", "Поступила просьба отменить возврат денег по этому заказу. Она рассматривается."] },
    { to: "operator", required: true, when: "owes", means: ["An application to take a refund back waits for a decision.", "一项撤销退款的申请待审核。", "Заявление об отмене возврата ждёт решения."] },
  ],
  ReversalAnswered: [
    { to: "operator", required: true, when: "owes", means: ["The buyer has answered; the application can be decided.", "买家已答复，可以裁定该申请。", "Покупатель ответил; по заявлению можно принять решение."] },
  ],
  ReversalAppealed: [
    { to: "seller", required: false, means: ["The buyer has appealed. Somebody else decides anew.", "买家已申请复议，将由他人重新裁定。", "Покупатель обжаловал решение. Решать заново будет другой человек."] },
    { to: "operator", required: true, when: "owes", means: ["An appeal waits for a decision by somebody who has not decided before.", "一项复议待未参与原裁定的人员处理。", "Жалоба ждёт решения того, кто не принимал прежнего."] },
  ],
  MoreAsked: [
    { to: "buyer", required: true, means: ["More documents are asked for before it is decided. Send them in time.", "裁定前需补充材料，请按时提交。", "Перед решением запрошены дополнительные документы. Пришлите их вовремя."] },
    { to: "seller", required: true, means: ["More documents are asked for before it is decided.", "裁定前需补充材料。", "Перед решением запрошены дополнительные документы."] },
  ],
  ReversalGranted: [
    { to: "buyer", required: true, means: ["The reversal was granted: the refund is taken back. You can appeal on the order's page.", "撤销申请已获同意：退款将被收回。您可在订单页面申请复议。", "Отмена одобрена: деньги будут списаны обратно. Обжаловать можно на странице заказа."] },
    { to: "seller", required: true, means: ["The reversal was granted: the refund is taken back into escrow.", "撤销申请已获同意：退款将收回担保账户。", "Отмена одобрена: деньги вернутся на эскроу."] },
  ],
  ReversalImpossible: [
    { to: "buyer", required: true, means: ["The refund was to be taken back, and the bank cannot do it. You keep the money, and owe it; the platform will tell you how to pay it.", "该退款应予收回，但银行无法执行。款项仍在您处，但须偿还；平台将告知偿还方式。", "Этот возврат должны были забрать, но банк не может. Деньги остались у вас, и вы их должны; площадка сообщит, как их вернуть."] },
    { to: "seller", required: true, means: ["The refund was to be taken back, and the bank cannot do it. The buyer owes the amount; it stands on the order.", "该退款应予收回，但银行无法执行。买家欠付该金额，已记入订单。", "Этот возврат должны были забрать, но банк не может. Покупатель должен эту сумму; она стоит в заказе."] },
    { to: "operator", required: true, means: ["A refund that was to be taken back cannot be: the institution says why. What the buyer owes stands in the journal; ask for it.", "一笔应收回的退款无法收回，支付机构已说明原因。买家欠款记入日记账，请予催收。", "Возврат, который надо было забрать, забрать нельзя: учреждение сообщило почему. Долг покупателя стоит в журнале; потребуйте его."] },
  ],
  ReversalUpheld: [
    { to: "buyer", required: true, means: ["Your appeal was decided: the reversal stands.", "您的复议已有结果：维持撤销。", "Ваша жалоба рассмотрена: отмена остаётся в силе."] },
    { to: "seller", required: true, means: ["The appeal was decided: the reversal stands.", "复议已有结果：维持撤销。", "Жалоба рассмотрена: отмена остаётся в силе."] },
  ],
  ReversalRefused: [
    { to: "buyer", required: true, means: ["The reversal was refused: the refund stays yours.", "撤销申请被拒绝：退款仍归您所有。", "В отмене отказано: возвращённые деньги остаются вашими."] },
    { to: "seller", required: true, means: ["The reversal was refused: the refund stays with the buyer.", "撤销申请被拒绝：退款仍归买家所有。", "В отмене отказано: деньги остаются у покупателя."] },
  ],
  ChargebackOpened: [
    { to: "buyer", required: true, means: ["Your bank disputes this payment. Until it has decided, no refund of this order is handed over, so that you are not paid twice.", "您的银行对该笔付款提出争议。银行作出决定前，该订单的退款暂不移交，以免重复支付。", "Ваш банк оспаривает этот платёж. Пока он не решит, возвраты по этому заказу не передаются, чтобы деньги не были выплачены дважды."] },
    { to: "seller", required: true, means: ["The buyer's bank disputes this payment. Until it has decided, the money of this order is neither released nor given back. Keep what proves that you delivered.", "买家银行对该笔付款提出争议。银行作出决定前，该订单的款项既不放款也不退款。请保留交货凭证。", "Банк покупателя оспаривает этот платёж. Пока он не решит, деньги по заказу не передаются и не возвращаются. Сохраните подтверждения доставки."] },
  ],
  ChargebackClosed: [
    { to: "buyer", required: true, means: ["Your bank leaves the payment as it was. The order goes on where it stood.", "您的银行维持原付款，订单从原状态继续。", "Ваш банк оставил платёж в силе. Заказ продолжается с того места, где стоял."] },
    { to: "seller", required: true, means: ["The buyer's bank leaves the payment as it was. The order goes on where it stood.", "买家银行维持原付款，订单从原状态继续。", "Банк покупателя оставил платёж в силе. Заказ продолжается с того места, где стоял."] },
  ],
  ChargebackLost: [
    { to: "buyer", required: true, means: ["Your bank has given you this payment back. Nothing more is paid for it here.", "您的银行已将该笔付款退还给您，此处不再另行退款。", "Ваш банк вернул вам этот платёж. Здесь за него больше ничего не выплачивается."] },
    { to: "seller", required: true, means: ["The buyer's bank has given the payment back to the buyer. It is not released to you.", "买家银行已将付款退还买家，该款项不会放给您。", "Банк покупателя вернул ему платёж. Вам эти деньги не передаются."] },
  ],
  SellerSanctioned: [
    { to: "seller", required: true, means: ["Points were put against you, and from a threshold on a fine; the reason stands below. If you think that is wrong, appeal on the order's page: somebody else decides.", "您被记罚分，达到阈值时并处罚款；理由见下文。如有异议，可在订单页面申诉，由他人裁定。", "Вам начислены баллы, а с определённого порога и штраф; причина указана ниже. Если вы не согласны, обжалуйте на странице заказа: решать будет другой человек."] },
  ],
  SanctionAppealed: [
    { to: "mediator", required: true, when: "owes", means: ["A seller has appealed a sanction. It waits for a decision.", "一名卖家对处罚提出申诉，待裁定。", "Продавец обжаловал санкцию. Жалоба ждёт решения."] },
    { to: "operator", required: true, when: "owes", means: ["A seller has appealed a sanction. It waits for a decision.", "一名卖家对处罚提出申诉，待裁定。", "Продавец обжаловал санкцию. Жалоба ждёт решения."] },
  ],
  SanctionUpheld: [
    { to: "seller", required: true, when: "theirs", means: ["Your appeal was decided: the sanction stands.", "您的申诉已有结果：维持处罚。", "Ваша жалоба рассмотрена: санкция остаётся в силе."] },
    { to: "buyer", required: true, when: "theirs", means: ["Your appeal was decided: the sanction stands.", "您的申诉已有结果：维持处罚。", "Ваша жалоба рассмотрена: санкция остаётся в силе."] },
  ],
  SanctionLifted: [
    { to: "seller", required: true, when: "theirs", means: ["The sanction was lifted: its points and its fine no longer count.", "处罚已撤销：罚分和罚款不再计算。", "Санкция снята: баллы и штраф больше не учитываются."] },
    { to: "buyer", required: true, when: "theirs", means: ["The sanction was lifted: its points no longer count.", "处罚已撤销：罚分不再计算。", "Санкция снята: баллы больше не учитываются."] },
  ],
  BuyerSanctioned: [
    { to: "buyer", required: true, means: ["Points were put against you; the reason stands below. You can still buy, return and claim. If you think that is wrong, answer or appeal on the order's page: somebody else decides.", "您被记罚分，理由见下文。您仍可购买、退货和申诉。如有异议，可在订单页面回应或申诉，由他人裁定。", "Вам начислены баллы; причина указана ниже. Вы по-прежнему можете покупать, возвращать и предъявлять претензии. Если вы не согласны, ответьте или обжалуйте на странице заказа: решать будет другой человек."] },
  ],
  RefundHeld: [
    { to: "buyer", required: true, means: ["Before this refund is handed over, a person looks at it. By the deadline on the order's page it goes on, whether they have answered or not; you can write to them there.", "该退款移交前须经人工审核。最迟在订单页面所示期限，无论是否答复，退款都会继续；您可在该页面留言。", "Перед передачей этот возврат проверит человек. К сроку, указанному на странице заказа, он продолжится в любом случае; там же можно написать."] },
    { to: "operator", required: true, means: ["A refund is held and waits to be looked at. Release it or stop it with a reason; by the deadline it goes on by itself.", "一笔退款暂缓，等待审核。请放行，或说明理由后停止；到期将自动继续。", "Возврат придержан и ждёт проверки. Отпустите его или остановите с указанием причины; к сроку он продолжится сам."] },
  ],
  HoldReleased: [
    { to: "buyer", required: true, means: ["Your refund was looked at and goes on.", "您的退款已审核，继续处理。", "Ваш возврат проверен и продолжается."] },
  ],
} as const satisfies Rules;
