// The demonstration's orders: for each the story that makes it, up to which command it is played, whose it is, and how long ago that
// was. The stories are those of policies/: what can happen there stands here in every state that a page must be able to show.

export type Said = readonly [who: "buyer" | "seller", text: string];

export type Scene = {
  marketplace: string; story: string;
  /** The last command of the story that is given; empty for an order that was only placed, null for the whole story. */
  until: string | null;
  buyer: string; seller: string;
  /** How long before the end the last thing happened: an ISO 8601 duration. */
  ago: string;
  /** What the two write to each other after the last command, a minute between them. */
  says?: readonly Said[];
  /** The institution does not answer when the refund is handed over. */
  unanswered?: true;
};

type People = { marketplace: string; buyers: [string, string]; sellers: [string, string] };
const aliexpress: People = { marketplace: "aliexpress", buyers: ["demo-anna", "demo-jonas"], sellers: ["demo-greenhouse", "demo-shenzhen-light"] };
const amazon: People = { marketplace: "amazon", buyers: ["demo-emma", "demo-carlos"], sellers: ["demo-papermill", "demo-northwind"] };
const taobao: People = { marketplace: "taobao", buyers: ["demo-li-na", "demo-wang-wei"], sellers: ["demo-yunnan-tea", "demo-jingdezhen"] };

/** A scene of one of the two buyers and sellers there. */
const scene = ({ marketplace, buyers, sellers }: People, who: 0 | 1, story: string, until: string | null, ago: string, ...says: Said[]): Scene =>
  ({ marketplace, story, until, ago, buyer: buyers[who], seller: sellers[who], ...(says.length > 0 ? { says } : {}) });

const COURSE = "An order goes from payment to completion, and shows at each step what is open";
const RETURN = "A return opens with its number and its label, and the refund follows the goods";
const TEA = "The buyer confirms receipt, and the seller is paid";
const CANCELLED = "The seller agrees: the order is cancelled and the money goes back";

export const scenes: readonly Scene[] = [
  scene(aliexpress, 0, COURSE, "", "PT3H"),
  scene(aliexpress, 1, COURSE, "PayOrder", "PT20M"),
  scene(aliexpress, 0, COURSE, "ConfirmPayment", "P2D",
    ["buyer", "Здравствуйте! Когда отправите заказ? Нужен до праздников."], ["seller", "Здравствуйте! Отправим завтра, трек-номер пришлём сразу."]),
  scene(aliexpress, 1, COURSE, "ShipOrder", "P4D"),
  scene(aliexpress, 0, COURSE, null, "P3D"),
  scene(aliexpress, 1, CANCELLED, "RequestCancellation", "P1D"),
  scene(aliexpress, 0, CANCELLED, null, "PT40M"),
  scene(aliexpress, 1, "The buyer cancels an unpaid order with a reason and deletes it from the list", "CancelOrder", "P5D"),
  scene(aliexpress, 0, "A seller who has not shipped in time loses the order, and the money returns by itself", "ExpireShipment", "PT5H"),
  scene(aliexpress, 1, "Protection ends while a claim is open, and withdrawing it says that this is lost", "RecordScan", "P1DT2H"),
  scene(aliexpress, 0, "A defect needs evidence, and evidence may be added later by either side", "AddEvidence", "P1D"),
  scene(aliexpress, 1, "The seller offers something else, as often as needed, and the buyer accepts the latest", "MakeOffer", "PT9H",
    ["seller", "Half of the price back, and you keep the earbuds. Is that all right?"], ["buyer", "The left one does not charge at all. I would rather have more back."]),
  scene(aliexpress, 0, "The button makes it a complaint at once, and the mediators give a part of the money", "EscalateClaim", "P2D",
    ["seller", "Please cancel the dispute, we will refund you by PayPal at once."], ["buyer", "Нет, спасибо. Только здесь, на площадке."]),
  scene(aliexpress, 1, "The mediators give nothing, and the order goes on", "DecideClaim", "P1D"),
  scene(aliexpress, 0, "The seller is first to appeal, and the second decision can ask for the goods", "AppealDecision", "PT15H"),
  scene(aliexpress, 1, "The buyer asks for the return of goods and money: the money goes back when the seller has the goods", "PostReturn", "P1D"),
  scene(aliexpress, 0, "A refund is held for two hours, then handed over, and from then on nothing takes it back", "AcceptClaim", "P7D"),
  { ...scene(aliexpress, 1, "A refund whose outcome is unknown is an operator's, and the institution's word ends it", "AcceptClaim", "PT2H20S"), unanswered: true },
  scene(aliexpress, 0, "A seller appeals against a sanction, and silence of the mediators lifts it", "AppealSanction", "P2D"),
  scene(aliexpress, 1, "Once shipped there is no cancelling: the buyer tracks and confirms receipt", null, "P6D"),

  scene(amazon, 0, RETURN, "", "PT2H"),
  scene(amazon, 1, RETURN, "ConfirmPayment", "PT8H"),
  scene(amazon, 0, RETURN, "ShipOrder", "P2D"),
  scene(amazon, 1, RETURN, "RecordScan", "P5D"),
  scene(amazon, 0, RETURN, "RequestReturn", "PT20H",
    ["buyer", "The pan is heavier than I can lift. It was never used and is in its box."], ["seller", "Thank you. We look at it tomorrow morning."]),
  scene(amazon, 1, RETURN, "AuthorizeReturn", "P1D"),
  scene(amazon, 0, "A replacement is asked for, and sent when the goods are back", "PostReturn", "P2D"),
  scene(amazon, 1, "Once a replacement is on its way the return cannot be cancelled", "ShipReplacement", "P1D"),
  scene(amazon, 0, "A refund stopped by a seller who has the goods back goes to the mediators, and the money waits in escrow", "StopRefund", "P1D"),
  scene(amazon, 1, "Goods that come back damaged are for the mediators", "ReceiveReturn", "P3D",
    ["seller", "The box that came back was empty. We have pictures from the dock."], ["buyer", "I packed both covers myself, and the carrier weighed 2.1 kg."]),
  scene(amazon, 0, "From the beginning of the dispatch on it is a request, and silence of a day accepts it", "CancelOrder", "PT4H"),
  scene(amazon, 1, "Before dispatch the buyer cancels without asking anyone", "CancelOrder", "PT50M"),
  scene(amazon, 0, "A return is cancelled, the label voided, and the order is delivered again, at once and everywhere", "CancelReturn", "P2D"),
  scene(amazon, 1, "A guarantee claim is negotiated: refused, offered, countered and agreed", "MakeOffer", "PT11H"),
  scene(amazon, 0, "Back and not inspected in time: refunded", null, "PT6H"),

  scene(taobao, 0, TEA, "", "PT1H"),
  scene(taobao, 1, TEA, "PayOrder", "PT10M"),
  scene(taobao, 0, TEA, "ConfirmPayment", "P1D"),
  scene(taobao, 1, TEA, "ShipOrder", "P3D"),
  scene(taobao, 0, TEA, null, "P8D"),
  scene(taobao, 1, "Shipping in time, then escrow, with ten days after delivery", "RecordScan", "P2D"),
  scene(taobao, 0, "The buyer cancels the application, and the refund is closed", "OpenClaim", "PT7H",
    ["buyer", "您好，我拍错了，想退款。"], ["seller", "亲，茶叶已经打包好了，您确定不要了吗？"]),
  scene(taobao, 1, "The buyer cancels the application, and the refund is closed", null, "P1D"),
  scene(taobao, 0, "Agreed and not yet handed over, the application can still be cancelled: the order is where it was", "AcceptClaim", "PT30M"),
  scene(taobao, 1, "After delivery the goods go back first, and then the money", "PostReturn", "P1D"),
  scene(taobao, 0, "After a refusal the buyer calls the platform in", "EscalateClaim", "P1D",
    ["buyer", "物流三天没有更新，客服也不回复。"], ["seller", "快递说明天到，请再等一天。"]),
  scene(taobao, 1, "After a refusal the buyer lets it lapse", "RefuseClaim", "P2D"),
  scene(taobao, 0, "Misconduct: the buyer is told and may answer before it can be granted", "RequestReversal", "P1D"),
  scene(taobao, 1, "The reviewers ask for more, and the time starts anew", "AskForMore", "P1D"),
  scene(taobao, 0, "Who received the refund gives it back: granted at once, and the order is where it was", "RecordRefundReversed", "P1D"),
  scene(taobao, 1, "The buyer appeals once, and the money that was taken back goes to the buyer again", "AppealReversal", "P1D"),
  scene(taobao, 0, "Not shipped in time, the money goes back", null, "P1D"),
];
