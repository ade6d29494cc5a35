// What people are told of an order itself, its payment, its cancellation, and of the buyer's withdrawal from the contract.
import type { Rules } from "./rule.ts";

const reminders = {
  own: ["What you were to do is still open. If nothing comes from you in time, the consequence below follows by itself.", "您需要办理的事项尚未完成。如逾期未办理，将自动产生以下后果。", "От вас всё ещё ждут действия. Если его не будет вовремя, указанное ниже последствие наступит само."],
} as const;

export const orderRules = {
  OrderPlaced: [
    { to: "buyer", required: false, own: true, means: ["We have your order. The seller sends it once the payment is confirmed.", "我们已收到您的订单。付款确认后，卖家会发货。", "Мы получили ваш заказ. Продавец отправит его, когда платёж подтвердится."] },
  ],
  PriceReduced: [
    { to: "buyer", required: false, means: ["The seller has lowered the price. What you pay now stands below.", "卖家已降低价格。您现在应付的金额见下文。", "Продавец снизил цену. Сколько платить теперь, указано ниже."] },
  ],
  OrderClosed: [
    { to: "buyer", required: true, when: "endsUnpaid", means: ["The order has ended without a payment. You owe nothing.", "订单未付款即结束，您无需支付任何费用。", "Заказ завершён без оплаты. Вы ничего не должны."] },
    { to: "seller", required: true, when: "endsUnpaid", means: ["The order has ended without a payment. Do not send anything.", "订单未付款即结束，请勿发货。", "Заказ завершён без оплаты. Ничего не отправляйте."] },
    { to: "buyer", required: true, when: "endsOtherwise", unless: ["CancellationAccepted", "ClaimDecided", "ContractWithdrawn"], means: ["The order has ended. What you paid and have not got back goes back to you the way it came; another mail says when.", "订单已结束。您已支付且尚未退还的款项将原路退回，具体时间另行通知。", "Заказ завершён. Оплата, которая вам ещё не возвращена, вернётся тем же путём; о сроках придёт отдельное письмо."] },
    { to: "seller", required: true, when: "endsOtherwise", unless: ["CancellationAccepted", "ClaimDecided", "ContractWithdrawn"], means: ["The order has ended. The buyer gets back what was paid and not yet given back.", "订单已结束。买家已支付且尚未退还的款项将退还给买家。", "Заказ завершён. Покупателю возвращается то, что оплачено и ещё не возвращено."] },
  ],
  OrderCompleted: [
    { to: "buyer", required: false, means: ["The order is complete: the seller has the money. What the law gives you beyond that stays.", "订单已完成：货款已付给卖家。法律另行赋予您的权利不受影响。", "Заказ завершён: деньги у продавца. Ваши права по закону остаются."] },
  ],
  OrderReopened: [
    { to: "buyer", required: false, means: ["The order goes on where it stood before it was closed.", "订单从关闭前的状态继续进行。", "Заказ продолжается с того места, где был закрыт."] },
    { to: "seller", required: false, means: ["The order goes on where it stood before it was closed.", "订单从关闭前的状态继续进行。", "Заказ продолжается с того места, где был закрыт."] },
  ],
  OrderShipped: [
    { to: "buyer", required: false, means: ["The seller has handed the goods to the carrier.", "卖家已将商品交给承运人。", "Продавец передал товар перевозчику."] },
  ],
  OrderDelivered: [
    { to: "buyer", required: false, means: ["The carrier reports that your order was delivered. If it was not, or if something is wrong, say so on the order's page in time.", "承运人报告您的订单已送达。如未收到或有问题，请及时在订单页面提出。", "Перевозчик сообщает, что заказ доставлен. Если это не так или что-то не в порядке, вовремя сообщите об этом на странице заказа."] },
  ],
  ReceiptConfirmed: [
    { to: "seller", required: false, means: ["The buyer has received the goods and has no objection.", "买家已收到商品，没有异议。", "Покупатель получил товар и не имеет возражений."] },
  ],
  LinesCancelled: [
    { to: "buyer", required: true, unless: ["CancellationAccepted", "ContractWithdrawn", "OrderClosed"], means: ["A part of your order will not be sent. What you paid for it goes back to you.", "您的部分商品将不再发货，相应款项将退还给您。", "Часть заказа не будет отправлена. Её стоимость вернётся вам."] },
    { to: "seller", required: true, unless: ["CancellationAccepted", "ContractWithdrawn", "OrderClosed"], means: ["The buyer no longer wants a part of the order. Do not send it.", "买家取消了部分商品，请勿发出该部分。", "Покупатель отказался от части заказа. Не отправляйте её."] },
  ],
  ProtectionExtended: [
    { to: "buyer", required: false, means: ["The seller has given you more time to receive the goods and to object.", "卖家延长了您收货和提出异议的时间。", "Продавец дал вам больше времени, чтобы получить товар и возразить."] },
  ],
  EscrowReleased: [
    { to: "seller", required: false, means: ["The money of this order is yours: it left escrow and stands in your balance, less the commission.", "该订单的货款已归您所有：已从担保账户转出，扣除佣金后计入您的余额。", "Деньги за этот заказ ваши: они списаны с эскроу и за вычетом комиссии зачислены на ваш баланс."] },
  ],
  SellerDebited: [
    { to: "seller", required: true, means: ["This amount was taken from your balance for this order. The order's page shows what for.", "因该订单从您的余额中扣除此金额，用途见订单页面。", "Эта сумма списана с вашего баланса по этому заказу. За что — показано на странице заказа."] },
  ],
  DeadlineExtended: [
    { to: "buyer", required: false, means: ["An operator has moved a deadline of this order to a later time. What runs now stands below.", "运营人员已推迟该订单的一个期限。现行期限见下文。", "Оператор перенёс срок по этому заказу на более позднее время. Текущие сроки указаны ниже."] },
    { to: "seller", required: false, means: ["An operator has moved a deadline of this order to a later time. What runs now stands below.", "运营人员已推迟该订单的一个期限。现行期限见下文。", "Оператор перенёс срок по этому заказу на более позднее время. Текущие сроки указаны ниже."] },
  ],
  DeadlineExtensionTakenBack: [
    { to: "buyer", required: true, means: ["An operator has taken back what was added to a deadline of this order. The earlier time counts again; what runs now stands below.", "运营人员已撤回对该订单一个期限的延长，原先较早的期限重新生效。现行期限见下文。", "Оператор отменил продление срока по этому заказу. Снова действует прежний, более ранний срок; текущие сроки указаны ниже."] },
    { to: "seller", required: true, means: ["An operator has taken back what was added to a deadline of this order. The earlier time counts again; what runs now stands below.", "运营人员已撤回对该订单一个期限的延长，原先较早的期限重新生效。现行期限见下文。", "Оператор отменил продление срока по этому заказу. Снова действует прежний, более ранний срок; текущие сроки указаны ниже."] },
  ],
  PartyReminded: [
    { to: "buyer", required: true, when: "reminded", means: reminders.own },
    { to: "seller", required: true, when: "reminded", means: reminders.own },
    { to: "mediator", required: true, when: "reminded", means: reminders.own },
    { to: "operator", required: true, when: "reminded", means: reminders.own },
  ],
  MessageSent: [
    { to: "buyer", required: false, means: ["Somebody has written to you about this order. Answer on its page, not by replying to this mail. Never pay outside the platform.", "有人就该订单给您留言。请在订单页面回复，不要直接回复此邮件。切勿在平台之外付款。", "Вам написали по этому заказу. Отвечайте на странице заказа, а не на это письмо. Никогда не платите мимо площадки."] },
    { to: "seller", required: false, means: ["Somebody has written to you about this order. Answer on its page, not by replying to this mail.", "有人就该订单给您留言。请在订单页面回复，不要直接回复此邮件。", "Вам написали по этому заказу. Отвечайте на странице заказа, а не на это письмо."] },
  ],
  PaymentConfirmed: [
    { to: "buyer", required: false, means: ["Your payment has arrived and waits in escrow until you have the goods.", "您的付款已到账，在您收到商品前由担保账户保管。", "Ваш платёж поступил и ждёт на эскроу, пока вы не получите товар."] },
    { to: "seller", required: false, means: ["The order is paid. Send the goods in time; otherwise it closes and the money goes back.", "订单已付款。请按时发货，否则订单将关闭，货款退还买家。", "Заказ оплачен. Отправьте товар вовремя, иначе заказ закроется, а деньги вернутся."] },
  ],
  CancellationRequested: [
    { to: "seller", required: true, means: ["The buyer asks to cancel. Agree or refuse in time; silence counts as the answer that stands below. Until you have answered, do not send what the buyer no longer wants.", "买家申请取消。请及时同意或拒绝；逾期未答复的后果见下文。答复之前，请勿发出买家不再需要的商品。", "Покупатель просит отменить заказ. Ответьте вовремя: последствие молчания указано ниже. Пока вы не ответили, не отправляйте то, от чего покупатель отказывается."] },
  ],
  CancellationAccepted: [
    { to: "buyer", required: true, means: ["Your cancellation was agreed to. What you paid for it goes back the way it came.", "您的取消申请已获同意，相应款项将原路退回。", "Ваша просьба об отмене принята. Оплата вернётся тем же путём."] },
    { to: "seller", required: true, means: ["The cancellation counts as agreed. Do not send the goods.", "取消视为已同意，请勿发货。", "Отмена считается согласованной. Не отправляйте товар."] },
  ],
  CancellationWithdrawn: [
    { to: "seller", required: false, means: ["The buyer wants the order after all. It goes on.", "买家撤回了取消申请，订单继续进行。", "Покупатель передумал отменять. Заказ продолжается."] },
  ],
  CancellationRefused: [
    { to: "buyer", required: true, means: ["The seller has refused to cancel: the goods are on their way, or will be. What you can do now stands on the order's page.", "卖家拒绝取消：商品已在途中或即将发出。您现在可以采取的措施见订单页面。", "Продавец отказал в отмене: товар уже в пути или скоро будет отправлен. Что можно сделать теперь, показано на странице заказа."] },
  ],
  ContractWithdrawn: [
    { to: "buyer", required: true, own: true, when: "withAccount", means: ["We have received your withdrawal from the contract. The acknowledgement below is for you to keep.", "我们已收到您解除合同的通知。以下确认书请妥善保存。", "Мы получили ваш отказ от договора. Подтверждение ниже сохраните у себя."] },
    { to: "seller", required: true, means: ["The buyer has withdrawn from the contract, as the law allows without a reason and without your consent. What was paid for these goods goes back.", "买家已依法解除合同，无需理由，也无需您的同意。相应货款将退还买家。", "Покупатель отказался от договора: закон позволяет это без причины и без вашего согласия. Оплата за эти товары возвращается."] },
  ],
} as const satisfies Rules;
