// The codes of orders, claims, refunds and policies in words: English, Chinese, Russian. A code that is not here is shown as it is.
import type { Three } from "./eventWords.ts";

export const roleWords: Record<string, Three> = {
  buyer: ["buyer", "买家", "покупатель"], seller: ["seller", "卖家", "продавец"], mediator: ["mediator", "调解员", "посредник"],
  operator: ["operator", "运营人员", "оператор"], institution: ["payment institution", "支付机构", "платёжное учреждение"],
  carrier: ["carrier", "承运人", "перевозчик"], clock: ["time (nobody acted)", "时限届满（无人处理）", "срок истёк (никто не действовал)"],
};

export const codeWords: Record<string, Three> = {
  // statuses of an order
  awaitingPayment: ["awaiting payment", "待付款", "ожидает оплаты"], verifyingPayment: ["payment being verified", "付款核实中", "платёж проверяется"],
  awaitingShipment: ["awaiting shipment", "待发货", "ожидает отправки"], inTransit: ["in transit", "运输中", "в пути"], delivered: ["delivered", "已送达", "доставлено"],
  returnStarted: ["return started", "退货中", "идёт возврат товара"], completed: ["completed", "已完成", "завершён"], closed: ["closed", "已关闭", "закрыт"],
  // why it closed, and why something else happened
  unpaid: ["not paid", "未付款", "не оплачен"], paymentRejected: ["payment rejected", "付款被拒", "платёж отклонён"],
  cancelledByBuyer: ["cancelled by the buyer", "买家取消", "отменён покупателем"], cancelledBySeller: ["cancelled by the seller", "卖家取消", "отменён продавцом"],
  cancellationAccepted: ["cancellation accepted", "同意取消", "отмена принята"], sellerSilent: ["the seller stayed silent", "卖家未答复", "продавец не ответил"],
  notShipped: ["not shipped in time", "未按时发货", "не отправлен в срок"], refunded: ["refunded", "已退款", "деньги возвращены"],
  chargedBack: ["the buyer's bank took the payment back", "买家银行追回了付款", "банк покупателя забрал платёж"],
  withdrawnFromContract: ["withdrawn from the contract", "撤销合同", "отказ от договора"], shipped: ["it was shipped", "已发货", "отправлено"],
  goodsNotBack: ["the goods did not come back", "货物未退回", "товар не вернулся"], notPosted: ["the goods were not posted", "货物未寄出", "товар не отправлен"],
  refundFailed: ["the refund failed", "退款失败", "возврат денег не прошёл"],
  // reasons and grounds
  noLongerWanted: ["no longer wanted", "不再需要", "больше не нужно"], wrongProductOrdered: ["wrong product ordered", "拍错商品", "заказан не тот товар"],
  duplicateOrder: ["ordered twice", "重复下单", "повторный заказ"], notShippedOnTime: ["not shipped on time", "未按时发货", "не отправлено вовремя"],
  outOfStock: ["out of stock", "缺货", "нет в наличии"], supplierRefusesToShip: ["the seller refuses to ship", "卖家拒绝发货", "продавец отказывается отправлять"],
  supplierUnreachable: ["the seller cannot be reached", "联系不上卖家", "продавец недоступен"], notAsDescribed: ["not as described", "与描述不符", "не соответствует описанию"],
  paymentOutsideEscrow: ["the seller asked for payment outside escrow", "卖家要求绕开担保付款", "продавец просил оплату мимо эскроу"],
  priceRaised: ["the price was raised", "卖家涨价", "цена повышена"], supplierOther: ["another reason on the seller's side", "卖家的其他原因", "другая причина со стороны продавца"],
  other: ["other", "其他", "другое"], orderedByMistake: ["ordered by mistake", "误下单", "заказано по ошибке"], foundCheaper: ["found cheaper elsewhere", "别处更便宜", "найдено дешевле"],
  defective: ["defective", "有缺陷", "неисправно"], wrongItem: ["wrong item", "发错商品", "не тот товар"], missingParts: ["parts are missing", "缺少配件", "не хватает частей"],
  missingItems: ["items are missing", "少件", "не хватает товаров"], arrivedLate: ["arrived late", "到货太晚", "пришло поздно"],
  damagedInTransit: ["damaged in transit", "运输损坏", "повреждено в пути"], notTracked: ["not tracked", "无物流信息", "не отслеживается"],
  wrongDestination: ["tracked to another place", "物流显示送往他处", "отслеживается в другое место"], falseTracking: ["false tracking number", "虚假物流单号", "ложный номер отправления"],
  deliveryRunningOut: ["delivery time is running out", "配送期将满", "срок доставки истекает"], notReceived: ["not received", "未收到", "не получено"],
  agreed: ["agreed by both sides", "双方已达成一致", "по соглашению сторон"],
  agreedWithSeller: ["agreed with the seller", "与卖家协商一致", "по согласию с продавцом"],
  // reasons of decisions, grounds of reversals
  evidence: ["the evidence", "证据", "доказательства"], noEvidence: ["no evidence", "缺乏证据", "нет доказательств"], noAnswer: ["no answer was given", "未作答复", "ответа не было"],
  policy: ["the marketplace's rules", "平台规则", "правила площадки"], law: ["the law", "法律", "закон"], agreement: ["what the parties agreed", "双方约定", "соглашение сторон"],
  fraud: ["fraud", "欺诈", "мошенничество"], misleading: ["misleading", "误导", "введение в заблуждение"], accountTheft: ["stolen account", "账户被盗", "кража учётной записи"],
  risk: ["risky transaction", "交易风险", "рискованная операция"], givenBack: ["given back by the buyer", "买家退还", "возвращено покупателем"],
  // remedies, conditions, faults
  money: ["money only", "仅退款", "только деньги"], goodsAndMoney: ["goods back, money back", "退货退款", "возврат товара и денег"],
  refund: ["refund", "退款", "возврат денег"], replacement: ["replacement", "换货", "замена"],
  asSent: ["as it was sent", "完好", "в исходном виде"], damaged: ["damaged", "损坏", "повреждено"], empty: ["empty", "空包裹", "пусто"], different: ["something else", "调包", "другой товар"],
  buyer: ["the buyer", "买家", "покупатель"], seller: ["the seller", "卖家", "продавец"], carrier: ["the carrier", "承运人", "перевозчик"], nobody: ["nobody", "无过错方", "никто"],
  // what is counted of people, and what a buyer is sanctioned for
  byHand: ["held by an operator", "由运营人员暂缓", "придержан оператором"], amount: ["the amount", "金额", "сумма"], refundShare: ["share of orders with money back", "退款订单占比", "доля заказов с возвратом денег"],
  emptyBoxes: ["empty boxes", "空包裹", "пустые посылки"], claimsWithdrawn: ["claims taken back", "撤回的申诉", "отозванные претензии"], claimsLost: ["claims lost", "败诉的申诉", "проигранные претензии"],
  sameEvidence: ["the same picture on another order", "同一图片用于其他订单", "та же фотография в другом заказе"], points: ["points", "罚分", "баллы"], orders: ["paid orders", "已付款订单", "оплаченные заказы"],
  emptyBox: ["empty box", "空包裹", "пустая посылка"], otherGoods: ["other goods sent back", "退回其他商品", "возвращён другой товар"], falseEvidence: ["false evidence", "虚假证据", "ложные доказательства"],
  falseClaim: ["false claim", "不实申诉", "ложная претензия"], chargebackAfterRefund: ["chargeback after a refund", "退款后又拒付", "оспаривание платежа после возврата"],
  // ways of payment and states of payments and refunds
  card: ["card", "银行卡", "карта"], bankAccount: ["bank account", "银行账户", "банковский счёт"], eWallet: ["e-wallet", "电子钱包", "электронный кошелёк"],
  westernUnion: ["Western Union", "西联汇款", "Western Union"], alipay: ["Alipay", "支付宝", "Alipay"], giftCard: ["gift card", "礼品卡", "подарочная карта"],
  // the carrier's scans
  announced: ["announced", "已登记", "заявлена"], accepted: ["accepted by the carrier", "承运人已揽收", "принята перевозчиком"], outForDelivery: ["out for delivery", "派送中", "доставляется"],
  attempted: ["delivery attempted", "派送未成功", "попытка вручения"], availableForPickup: ["ready for pick-up", "待自提", "ждёт в пункте выдачи"],
  returnedToSender: ["returned to the sender", "退回寄件人", "возвращена отправителю"], lost: ["lost", "丢失", "утеряна"], exception: ["exception", "异常", "исключение"],
  // carriers that are no company
  s10: ["post office (international number)", "邮政（国际单号）", "почта (международный номер)"], sandbox: ["sandbox", "沙盒承运商", "песочница"],
  // warnings
  offPlatformPayment: ["proposes payment past the platform", "提议绕开平台付款", "предлагает оплату мимо площадки"],
};

/** The accounts of the ledger, by the beginning of their names. */
export const accountWords: Record<string, Three> = {
  "buyer": ["buyer", "买家", "покупатель"], "institution": ["on its way", "在途", "в пути"], "escrow": ["escrow", "担保账户", "эскроу"],
  "held": ["held for refund", "待退款", "удержано для возврата"], "subsidy": ["platform's discount", "平台补贴", "скидка площадки"], "seller": ["seller", "卖家", "продавец"],
  "platform/commission": ["platform: commission", "平台佣金", "площадка: комиссия"], "platform/discounts": ["platform: discounts", "平台补贴支出", "площадка: скидки"],
  "platform/fines": ["platform: fines", "平台罚款", "площадка: штрафы"],
};
