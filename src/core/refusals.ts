// Why a command was not accepted: one closed list of sentences, in descending order of precedence
// (exists, finished, party, physical fact, policy, time, amount). /docs/refusals is made from it.
import type { CommandType } from "./commands.ts";

type Entry = { title: string; next: string; instead?: CommandType[] };

export const refusals = {
  // exists
  NotInThisMarketplace: { title: "This marketplace has no such action.", next: "The marketplace's policy page lists what it has." },
  NoOpenCancellation: { title: "No cancellation request is open.", next: "A cancellation can be requested while the order waits for shipment.", instead: ["RequestCancellation"] },
  NoOpenReturn: { title: "No return is open.", next: "A return can be requested within the return window.", instead: ["RequestReturn"] },
  NoOpenClaim: { title: "No claim is open.", next: "A claim can be opened when something is wrong with the order.", instead: ["OpenClaim"] },
  NoSuchRefund: { title: "There is no such refund on this order.", next: "The order's page lists its refunds." },
  NoFailureProposed: { title: "Nobody has proposed to end this refund as failed.", next: "Who has it in writing from the institution proposes it.", instead: ["ResolveRefund"] },
  NoOpenReversal: { title: "No reversal is open.", next: "A reversal can be requested for a refund that has arrived.", instead: ["RequestReversal"] },
  NoOpenChargeback: { title: "No chargeback is open.", next: "The order's page lists what the buyer's bank has asked for." },
  NoOpenSanction: { title: "No sanction is open to this.", next: "The order's page lists the seller's sanctions and their state." },
  NoSuchParcel: { title: "No parcel of this order has that tracking number.", next: "Check the number, or ship the order first." },
  NoSuchDeadline: { title: "No such deadline is running.", next: "The order's page lists the deadlines that run now." },
  NoExtension: { title: "There is no extension to take back.", next: "Only what an operator has added to a deadline that runs can be taken back." },
  NoSuchTarget: { title: "This order has nothing with that id.", next: "The order's page lists what it has." },
  WhichOne: { title: "Several are open; the command must name one.", next: "Send the id of the one that is meant." },
  // finished
  OrderClosed: { title: "The order is closed.", next: "Nothing more can be done with it but to remove it from the list.", instead: ["DeleteOrder"] },
  OrderCompleted: { title: "The order is completed and the seller was paid.", next: "Write to the seller." },
  OrderNotClosed: { title: "Only a closed order can be deleted from the list and restored to it.", next: "Cancel the order first, or wait until it has ended.", instead: ["CancelOrder", "RequestCancellation"] },
  AlreadyDeleted: { title: "The order is already deleted from the list.", next: "It can be restored.", instead: ["RestoreOrder"] },
  NotDeleted: { title: "The order is not deleted.", next: "It stands in the list.", instead: ["DeleteOrder"] },
  CancellationAlreadyAnswered: { title: "The cancellation request has been answered or taken back.", next: "See the order's history for the answer." },
  ReturnAlreadyEnded: { title: "The return has ended.", next: "A new one can be requested while the return window is open.", instead: ["RequestReturn"] },
  AlreadyWithdrawn: { title: "You have withdrawn from the contract over all of this.", next: "Post back what is not with the seller yet; the money follows.", instead: ["PostReturn"] },
  ReturnAlreadyAuthorized: { title: "The return is authorized already.", next: "The goods can be posted now.", instead: ["PostReturn", "ReceiveReturn", "CallOffReturn"] },
  ReturnNotAuthorized: { title: "The return is not authorized yet.", next: "The order's deadlines say by when it is answered." },
  ClaimAlreadyAnswered: { title: "The claim has been answered.", next: "The buyer acts next; it can still be accepted, or an offer be made.", instead: ["AcceptClaim", "MakeOffer"] },
  ClaimAlreadyEnded: { title: "The claim has ended.", next: "See the claim for how it ended.", instead: ["OpenClaim"] },
  ClaimAlreadyAgreed: { title: "The claim is agreed; the goods are to come back.", next: "Post the goods, or confirm that they are back.", instead: ["PostReturn", "ReceiveReturn", "WithdrawClaim"] },
  ClaimDecided: { title: "The mediator has decided.", next: "The decision can be appealed once while the time for it runs.", instead: ["AppealDecision"] },
  ClaimNotDecided: { title: "There is no decision yet.", next: "The claim's page says by when the mediator decides.", instead: ["EscalateClaim"] },
  ClaimInMediation: { title: "The claim is with the mediators.", next: "Add what supports your side; they decide by the time shown.", instead: ["AddEvidence", "WithdrawClaim"] },
  ClaimNotInMediation: { title: "The claim is not with the mediators.", next: "The parties still negotiate; either may escalate it." },
  RefundAlreadyStopped: { title: "The refund was stopped; no money was sent.", next: "The money is back in escrow." },
  RefundAlreadyFailed: { title: "The refund failed; no money arrived.", next: "It is sent again, at the latest when its deadline passes.", instead: ["ReissueRefund"] },
  RefundAlreadyReversed: { title: "The refund was reversed; the money is back in escrow.", next: "See the order's deadlines for what happens next." },
  ReversalAlreadyDecided: { title: "The reversal has been decided.", next: "The buyer may appeal a granted one once.", instead: ["AppealReversal"] },
  ReversalNotGranted: { title: "The reversal has not been granted.", next: "There is nothing to appeal against." },
  ChargebackAlreadyDecided: { title: "The chargeback has been decided.", next: "The buyer's bank has the last word on it." },
  ChargebackKnown: { title: "This chargeback is known already.", next: "See the order's chargebacks for its state." },
  RefundNotHeld: { title: "The refund is not held.", next: "It goes on by itself; see when it is handed over." },
  RefundReviewed: { title: "The refund was held and looked at already.", next: "A refund is held once; it can be stopped until it is handed over.", instead: ["StopRefund"] },
  AlreadyYours: { title: "You are the one who looks at this refund.", next: "Release it or stop it.", instead: ["ReleaseHold", "StopRefund"] },
  SanctionAnswered: { title: "The sanction has been answered.", next: "It can be appealed until the time shown.", instead: ["AppealSanction"] },
  SanctionAlreadyDecided: { title: "The sanction's appeal has been decided.", next: "The decision stands." },
  // party
  NotFulfilledByYou: { title: "Who fulfils this order does this.", next: "The order says whether the seller or the platform fulfils it." },
  DecidedByYou: { title: "An appeal is heard by somebody else.", next: "Another mediator or operator must take the case." },
  ApprovedByYou: { title: "Above this amount a second person looks at a refund.", next: "Another operator must release it." },
  AskedByYou: { title: "Who asked for a reversal cannot grant it.", next: "The institution or another operator decides." },
  ProposedByYou: { title: "Who proposed that the refund failed cannot confirm it.", next: "Another operator confirms or dismisses it: a wrong one pays twice." },
  NotYourRequest: { title: "Only who asked may do this.", next: "The other side acts next." },
  NoOfferToAccept: { title: "There is no offer of the other side to accept.", next: "Make an offer, or wait for one.", instead: ["MakeOffer"] },
  EvidenceNotFound: { title: "That evidence does not exist or was uploaded by somebody else.", next: "Upload the file and use the id that comes back." },
  // physical fact
  RefundAlreadySubmitted: { title: "The refund has been handed to the payment institution.", next: "It can no longer be stopped; a reversal can be asked for once it has arrived.", instead: ["RequestReversal"] },
  RefundNotSettled: { title: "The money of this refund has not arrived.", next: "A reversal is for money that has arrived; before hand-over the refund can be stopped.", instead: ["StopRefund", "WithdrawClaim"] },
  ParcelAlreadyScanned: { title: "The carrier has scanned the parcel.", next: "The goods are on their way back; the refund follows when they arrive." },
  ReplacementOnItsWay: { title: "A replacement is on its way.", next: "Keep both and pay for one, or send one back." },
  ReplacementAlreadyShipped: { title: "The replacement has been shipped.", next: "The order's page shows its tracking." },
  ReturnAlreadyPosted: { title: "The goods have been posted back.", next: "The return's page shows where they are.", instead: ["ReceiveReturn"] },
  ReturnNotPosted: { title: "The goods have not been posted back.", next: "Post them with a tracking number.", instead: ["PostReturn"] },
  AlreadyPaid: { title: "The order is paid.", next: "A paid order can be cancelled by asking, until it is shipped.", instead: ["RequestCancellation", "CancelOrder", "OpenClaim"] },
  NotPaidYet: { title: "The order is not paid.", next: "Pay it, or cancel it.", instead: ["PayOrder", "CancelOrder"] },
  PaymentBeingVerified: { title: "The payment is being verified.", next: "Wait until it is verified, usually within an hour and at most a day." },
  PaymentAlreadyVerified: { title: "The payment has been decided.", next: "See the order's payments." },
  NotShippedYet: { title: "The order has not been shipped.", next: "Before shipment the order can be cancelled.", instead: ["RequestCancellation", "CancelOrder", "OpenClaim"] },
  AlreadyShipped: { title: "The order has been shipped.", next: "Confirm receipt, or say what is wrong with the order.", instead: ["ConfirmReceipt", "OpenClaim", "RequestReturn"] },
  NotDeliveredYet: { title: "The order has not been delivered.", next: "Wait for the delivery, or say that it does not come.", instead: ["OpenClaim"] },
  AlreadyDelivered: { title: "The order has been delivered.", next: "Return the goods, or say what is wrong with them.", instead: ["RequestReturn", "OpenClaim"] },
  DispatchNotBegun: { title: "The dispatch has not begun; nobody needs to be asked.", next: "Cancel the order.", instead: ["CancelOrder"] },
  DispatchAlreadyBegun: { title: "The dispatch has begun already.", next: "Ship the order.", instead: ["ShipOrder"] },
  TrackingNumberMalformed: { title: "This is not a tracking number of that carrier.", next: "Check the number and the carrier." },
  TrackingNumberCheckDigitWrong: { title: "The check digit of the tracking number is wrong.", next: "Check the number for a mistyped digit." },
  TrackingNumberAlreadyUsed: { title: "This tracking number is used already.", next: "Each parcel has a number of its own." },
  // policy
  CancellationOpen: { title: "A cancellation request is open.", next: "It is answered, accepted by silence, or withdrawn.", instead: ["WithdrawCancellation"] },
  ClaimOpen: { title: "A claim is open.", next: "Settle or withdraw it first.", instead: ["WithdrawClaim"] },
  ReturnOpen: { title: "A return is open.", next: "It ends when the goods are back, or when it is cancelled.", instead: ["CancelReturn"] },
  FailureAlreadyProposed: { title: "Somebody has proposed already to end this refund as failed.", next: "Another operator confirms or dismisses it.", instead: ["ConfirmRefundFailure", "DismissRefundFailure"] },
  RefundOpen: { title: "A refund is being carried out.", next: "Wait until it has arrived or was stopped." },
  RefundHeld: { title: "The refund is held until somebody has looked at it.", next: "The order's deadlines say by when; it goes on then by itself." },
  ReversalOpen: { title: "A reversal of this refund is open or was granted.", next: "See the reversal for its state." },
  ChargebackOpen: { title: "The buyer's bank disputes the payment.", next: "No money of the order leaves until the bank has decided." },
  NoClaimsLeft: { title: "This order has had all the claims it may have.", next: "Write to the seller or to the platform." },
  RefundAuthorizedByHand: { title: "The seller has authorized the refund by hand.", next: "Write to the seller, who can call it off while the money has not been handed over." },
  RefundAlreadyApproved: { title: "The refund of this return is approved already.", next: "It can be stopped until it is handed over.", instead: ["StopRefund", "CallOffReturn"] },
  WithdrawnFromContract: { title: "The buyer has withdrawn from the contract.", next: "Nobody needs to agree to it: the goods and the money go back." },
  ExceptedFromWithdrawal: { title: "The law excepts these goods from the right of withdrawal.", next: "If the goods are not what was described, open a claim.", instead: ["OpenClaim"] },
  FinalSale: { title: "The line was sold without a right of return.", next: "If the goods are not what was described, open a claim.", instead: ["OpenClaim"] },
  GroundNotPossibleNow: { title: "This ground does not fit the state of the order.", next: "Choose one of the grounds that are offered now." },
  ReasonUnknownHere: { title: "This marketplace does not know that reason.", next: "Choose one of the reasons that are offered." },
  MethodNotAccepted: { title: "This marketplace does not take that way of payment.", next: "Choose one of the methods that are offered." },
  RemedyNotPossible: { title: "This ground does not allow that remedy.", next: "Choose one of the remedies that are offered." },
  RepairOrReplacementFirst: { title: "Under the legal guarantee repair or replacement come first.", next: "Ask for one of them; a lower price or the money follow where the seller refuses, is late, or it fails." },
  EvidenceNeeded: { title: "This claim needs evidence.", next: "Upload a picture, a video or a document and add it." },
  TrackingNumberNeeded: { title: "A refusal says that the order is sent, and needs its tracking number.", next: "Give the carrier and the tracking number, or accept the cancellation.", instead: ["AcceptCancellation"] },
  NothingSaid: { title: "There is nothing new in this.", next: "Change the ground, the remedy, the amount, the note or the evidence." },
  RefundGoesBackTheWayItCame: { title: "Money goes back only the way it came.", next: "Choose the method that the order was paid with." },
  AlreadyAppealed: { title: "There has been an appeal already.", next: "The second decision is final." },
  ReplacementNotAsked: { title: "This return asks for money, not for a replacement.", next: "Receive the goods; the refund follows.", instead: ["ReceiveReturn"] },
  ExtendedOtherwise: { title: "The last extension of this deadline is another one.", next: "Take the later extension back first." },
  TooManyUnpaidOrders: { title: "The buyer has too many unpaid orders.", next: "Pay or cancel some of them first." },
  // time
  NotOpenYet: { title: "This is not open yet.", next: "It opens at the time shown." },
  NoLongerOpen: { title: "The time for this has passed.", next: "See the order for what is open now." },
  TooLateToTakeBack: { title: "The time before the extension has passed or is too near.", next: "The later time stays: nobody loses time on short notice." },
  BuyerMayStillAnswer: { title: "The buyer has been told and may still answer.", next: "Wait for the answer or for the end of its time." },
  StillWithTheMediators: { title: "The mediators' time to decide still runs.", next: "An operator decides when it has passed." },
  // amount
  QuantityTooHigh: { title: "Not enough units are left.", next: "Ask for at most what is left of the line." },
  UnknownLine: { title: "The order has no such line.", next: "Use the order's own sku." },
  NothingLeft: { title: "There is no money left in escrow for this.", next: "See the order's refunds." },
  AmountTooHigh: { title: "More money than is left to give back.", next: "Ask for at most what is left." },
  PaymentsDoNotAddUp: { title: "The payments do not add up to the total.", next: "Send payments whose amounts add up to the order's total." },
  PriceNotLower: { title: "The price can only be lowered.", next: "Give a total below the present one." },
  ProtectionExtendedEnough: { title: "The protection has been lengthened as far as it goes.", next: "120 days in all can be added." },
  DeadlineOnlyLater: { title: "A deadline can only be moved to a later time.", next: "Give a positive duration." },
} as const satisfies Record<string, Entry>;

export type RefusalCode = keyof typeof refusals;

/** A refusal with what the person can do next; times are epoch milliseconds or null. */
export type Refusal = { refusal: RefusalCode; because: string; opensAt: number | null; closedAt: number | null; instead: CommandType[] };

const order = Object.keys(refusals) as RefusalCode[];
const rank = new Map(order.map((code, index) => [code, index]));

/** Builds the refusal of that code. */
export function refuse(code: RefusalCode, times: { opensAt?: number | null; closedAt?: number | null } = {}): Refusal {
  const entry: Entry = refusals[code];
  return { refusal: code, because: entry.title, opensAt: times.opensAt ?? null, closedAt: times.closedAt ?? null, instead: entry.instead ?? [] };
}

/** The one of several refusals that a person is told: the first in precedence. */
export function foremost(all: readonly Refusal[]): Refusal {
  return all.reduce((best, next) => (rank.get(next.refusal)! < rank.get(best.refusal)! ? next : best));
}
