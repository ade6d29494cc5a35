// What people are told of goods on their way back and of claims.
import type { Rules } from "./rule.ts";

export const returnRules = {
  ReturnRequested: [
    { to: "seller", required: true, unless: ["ClaimAgreed", "ClaimDecided", "ContractWithdrawn"], means: ["The buyer wants to send goods back. If your answer is asked for, it stands below with its time.", "买家要求退货。如需您答复，期限见下文。", "Покупатель хочет вернуть товар. Если нужен ваш ответ, ниже указано, до какого времени."] },
  ],
  ReturnAuthorized: [
    { to: "buyer", required: true, own: true, unless: ["ClaimAgreed", "ContractWithdrawn"], means: ["You may send the goods back. Post them in time and keep the receipt; after that the return expires and no money goes back.", "您可以寄回商品。请按时寄出并保留凭证；逾期退货失效，款项不予退还。", "Вы можете отправить товар обратно. Сделайте это вовремя и сохраните квитанцию: потом возврат истечёт и деньги не вернутся."] },
  ],
  ReturnCalledOff: [
    { to: "buyer", required: true, means: ["The seller has called the return off. Do not send the goods; the order's page says what else you can do.", "卖家已终止退货，请勿寄出商品；其他可采取的措施见订单页面。", "Продавец прекратил возврат. Не отправляйте товар; что ещё можно сделать, показано на странице заказа."] },
  ],
  ReturnCancelled: [
    { to: "seller", required: false, means: ["The buyer keeps the goods. Nothing comes back.", "买家保留商品，不再退货。", "Покупатель оставляет товар себе. Возврата не будет."] },
  ],
  ReturnOverdue: [
    { to: "buyer", required: true, means: ["The goods that you sent back have not arrived in time. The matter is looked at; keep what proves that you posted them.", "您寄回的商品未按时到达，正在核查；请保留寄件凭证。", "Отправленный вами обратно товар не прибыл вовремя. Дело рассматривается; сохраните подтверждение отправки."] },
    { to: "seller", required: true, means: ["The goods that the buyer sent back have not arrived in time. The matter is looked at.", "买家寄回的商品未按时到达，正在核查。", "Товар, отправленный покупателем обратно, не прибыл вовремя. Дело рассматривается."] },
  ],
  ReturnExpired: [
    { to: "buyer", required: true, means: ["The goods did not come back in time, so the return has ended. You keep them, and no money goes back for them; an advance refund is charged back.", "商品未按时寄回，退货已结束。商品归您所有，不再退款；已预先退还的款项将追回。", "Товар не вернулся вовремя, возврат завершён. Товар остаётся у вас, деньги за него не возвращаются; досрочно возвращённая сумма будет списана обратно."] },
    { to: "seller", required: false, means: ["The goods did not come back in time, so the return has ended.", "商品未按时寄回，退货已结束。", "Товар не вернулся вовремя, возврат завершён."] },
  ],
  ReturnDeclined: [
    { to: "buyer", required: true, means: ["The return was declined. What you can do now stands on the order's page.", "退货申请被拒绝。您现在可以采取的措施见订单页面。", "В возврате отказано. Что можно сделать теперь, показано на странице заказа."] },
  ],
  LabelIssued: [
    { to: "buyer", required: false, own: true, means: ["Your return label is ready on the return's page. Print it and put it on the parcel.", "退货面单已在退货页面备好，请打印并贴在包裹上。", "Ярлык для возврата готов на странице возврата. Распечатайте его и наклейте на посылку."] },
  ],
  LabelVoided: [
    { to: "buyer", required: false, unless: ["ReturnCancelled"], means: ["This return label is no longer valid. Do not use it.", "该退货面单已作废，请勿使用。", "Этот ярлык больше не действует. Не используйте его."] },
  ],
  ReturnPosted: [
    { to: "seller", required: false, means: ["The buyer has posted the goods. They are on their way back to you.", "买家已寄出商品，正在退回途中。", "Покупатель отправил товар. Он едет к вам обратно."] },
  ],
  ReturnReceived: [
    { to: "buyer", required: false, means: ["The goods are back. What was found stands below.", "商品已退回，验收结果见下文。", "Товар вернулся. Результат осмотра указан ниже."] },
  ],
  ReplacementShipped: [
    { to: "buyer", required: false, means: ["The replacement is on its way to you.", "换货已寄出。", "Замена отправлена вам."] },
  ],
  ReplacementOwed: [
    { to: "buyer", required: true, means: ["You have the replacement and the first goods have not come back: you owe this amount for the replacement.", "您已收到换货而原商品未寄回：您须为换货支付此金额。", "Замена у вас, а первый товар не вернулся: за замену вы должны эту сумму."] },
  ],
  ClaimOpened: [
    { to: "seller", required: true, when: "startsWithSeller", means: ["The buyer has opened a claim against this order. Answer in time: accept, refuse, or offer something else.", "买家对该订单提起申诉。请及时答复：同意、拒绝或提出其他方案。", "Покупатель открыл претензию по этому заказу. Ответьте вовремя: примите, отклоните или предложите другое."] },
    { to: "seller", required: true, when: "startsInMediation", means: ["A claim against this order is with the mediators. Say what you have to say and add evidence in time.", "该订单的申诉已交由平台调解。请及时陈述并提交证据。", "Претензия по этому заказу у посредников. Вовремя выскажитесь и приложите доказательства."] },
    { to: "mediator", required: true, when: "startsInMediation", means: ["A claim waits for a decision.", "有一个申诉待裁定。", "Претензия ждёт решения."] },
  ],
  ClaimRevised: [
    { to: "seller", required: true, means: ["The buyer has changed the claim. What is asked for now stands below; your time to answer begins anew.", "买家修改了申诉。现在的要求见下文；您的答复期限重新计算。", "Покупатель изменил претензию. Новое требование указано ниже; срок вашего ответа начинается заново."] },
  ],
  ClaimRefused: [
    { to: "buyer", required: true, means: ["The seller has refused your claim. Change it, agree, or put it to the mediators in time; otherwise the consequence below follows.", "卖家拒绝了您的申诉。请及时修改、达成一致或提交平台调解，否则将产生以下后果。", "Продавец отклонил вашу претензию. Вовремя измените её, договоритесь или передайте посредникам, иначе наступит указанное ниже последствие."] },
  ],
  OfferMade: [
    { to: "buyer", required: true, means: ["The seller offers something else. Accept it or answer in time.", "卖家提出其他方案。请及时接受或答复。", "Продавец предлагает другое. Вовремя примите или ответьте."] },
    { to: "seller", required: true, means: ["The buyer offers something else. Accept it or answer in time.", "买家提出其他方案。请及时接受或答复。", "Покупатель предлагает другое. Вовремя примите или ответьте."] },
  ],
  ClaimAgreed: [
    { to: "buyer", required: true, own: true, means: ["Your claim is agreed on. What you get stands below; where the goods go back first, send them in time.", "您的申诉已达成一致。结果见下文；如需先退货，请按时寄出。", "По вашей претензии достигнуто согласие. Что вы получите, указано ниже; если сначала возвращается товар, отправьте его вовремя."] },
    { to: "seller", required: true, own: true, means: ["The claim is agreed on. What the buyer gets stands below.", "申诉已达成一致。买家所得见下文。", "По претензии достигнуто согласие. Что получит покупатель, указано ниже."] },
  ],
  ClaimWithdrawn: [
    { to: "seller", required: false, means: ["The buyer has taken the claim back. The order goes on.", "买家撤回了申诉，订单继续进行。", "Покупатель отозвал претензию. Заказ продолжается."] },
  ],
  ClaimLapsed: [
    { to: "buyer", required: true, means: ["Your claim has ended because nothing came in time. Nothing is paid for it.", "因逾期未处理，您的申诉已失效，不予赔付。", "Ваша претензия прекращена, так как вовремя ничего не поступило. По ней ничего не выплачивается."] },
    { to: "seller", required: false, means: ["The buyer's claim has ended because nothing came in time.", "因逾期未处理，买家的申诉已失效。", "Претензия покупателя прекращена, так как вовремя ничего не поступило."] },
  ],
  ClaimEscalated: [
    { to: "buyer", required: true, own: true, means: ["The claim is with the mediators, who decide by the facts and the evidence. Add evidence while you can.", "申诉已交由平台调解，将依据事实和证据裁定。请尽早补充证据。", "Претензия у посредников: они решают по фактам и доказательствам. Добавьте доказательства, пока можно."] },
    { to: "seller", required: true, own: true, means: ["The claim is with the mediators, who decide by the facts and the evidence. Add evidence while you can.", "申诉已交由平台调解，将依据事实和证据裁定。请尽早补充证据。", "Претензия у посредников: они решают по фактам и доказательствам. Добавьте доказательства, пока можно."] },
    { to: "mediator", required: true, means: ["A claim waits for a decision.", "有一个申诉待裁定。", "Претензия ждёт решения."] },
  ],
  ClaimOverdue: [
    { to: "operator", required: true, means: ["The mediators have not decided in time: the claim is now the platform's to decide.", "调解员未按时裁定：该申诉现由平台裁定。", "Посредники не уложились в срок: решать теперь площадке."] },
  ],
  EvidenceAdded: [
    { to: "buyer", required: false, means: ["New evidence was added to the claim. You can look at it and answer on the claim's page.", "申诉中补充了新证据，您可在申诉页面查看并回应。", "К претензии добавлены доказательства. Посмотреть их и ответить можно на странице претензии."] },
    { to: "seller", required: false, means: ["New evidence was added to the claim. You can look at it and answer on the claim's page.", "申诉中补充了新证据，您可在申诉页面查看并回应。", "К претензии добавлены доказательства. Посмотреть их и ответить можно на странице претензии."] },
  ],
  ClaimDecided: [
    { to: "buyer", required: true, means: ["The claim is decided. The decision and its reasons stand below. If you may still appeal, it says until when.", "申诉已作出裁定。裁定及理由见下文。如仍可申请复议，下文载明期限。", "По претензии принято решение. Оно и его причины указаны ниже. Если его ещё можно обжаловать, указано, до какого времени."] },
    { to: "seller", required: true, means: ["The claim is decided. The decision and its reasons stand below. If you may still appeal, it says until when.", "申诉已作出裁定。裁定及理由见下文。如仍可申请复议，下文载明期限。", "По претензии принято решение. Оно и его причины указаны ниже. Если его ещё можно обжаловать, указано, до какого времени."] },
  ],
  DecisionAppealed: [
    { to: "buyer", required: true, means: ["The other side has appealed the decision. Somebody else decides anew; until then nothing is carried out.", "对方已申请复议，将由他人重新裁定；在此之前不予执行。", "Другая сторона обжаловала решение. Решать заново будет другой человек; до этого ничего не исполняется."] },
    { to: "seller", required: true, means: ["The other side has appealed the decision. Somebody else decides anew; until then nothing is carried out.", "对方已申请复议，将由他人重新裁定；在此之前不予执行。", "Другая сторона обжаловала решение. Решать заново будет другой человек; до этого ничего не исполняется."] },
    { to: "mediator", required: true, means: ["An appeal waits for a decision by somebody who has not decided before.", "有一个复议待未参与原裁定的调解员裁定。", "Жалоба ждёт решения того, кто не принимал прежнего."] },
  ],
} as const satisfies Rules;
