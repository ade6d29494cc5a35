// Every command of the contract: who it speaks to, and what it carries. One spelling everywhere.
// The shape of each input as JSON Schema is made in asks.ts from the field lists here.
import type { Sealed } from "./event.ts";
import type { Remedy } from "./policy.ts";
import type { Condition, LinePart, Method, Position, ReturnLine, ScanStatus } from "./state.ts";

export type Noun = "order" | "cancellation" | "return" | "claim" | "refund" | "reversal" | "chargeback" | "sanction";
type Words = { note?: Sealed };
type Tracking = { carrier?: string; trackingNumber?: string; postedIn?: string | null };

export type Command =
  | { type: "PayOrder"; method?: Method; payments?: { method: Method; amountMinor: number }[] }
  | { type: "ConfirmPayment" | "RejectPayment"; paymentId?: string }
  | { type: "ReducePrice"; totalMinor: number }
  | { type: "CancelOrder"; reason: string; lines?: LinePart[] }
  | { type: "BeginDispatch" | "DeleteOrder" | "RestoreOrder" | "ConfirmReceipt" }
  | ({ type: "RequestCancellation"; reason: string; sellerAtFault?: boolean; lines?: LinePart[] } & Words)
  | { type: "AcceptCancellation" | "WithdrawCancellation"; cancellationId?: string }
  | ({ type: "RefuseCancellation"; cancellationId?: string; evidence?: string[] } & Tracking & Words)
  | { type: "ShipOrder"; carrier: string; trackingNumber: string; postedIn?: string | null; lines?: LinePart[] }
  | { type: "RecordScan"; trackingNumber: string; status: ScanStatus; place?: string; country?: string; position?: Position; at?: number }
  | { type: "ExtendProtection"; by: string }
  | { type: "RequestReturn"; lines?: ReturnLine[]; remedy?: "refund" | "replacement"; refundTo?: string }
  | { type: "WithdrawFromContract"; lines?: LinePart[]; asGuest?: boolean }
  | ({ type: "AuthorizeReturn" | "DeclineReturn" | "CallOffReturn"; returnId?: string } & Words)
  | { type: "ApproveRefund"; returnId?: string; amountMinor?: number }
  | { type: "CancelReturn"; returnId?: string }
  | { type: "PostReturn"; returnId?: string; carrier: string; trackingNumber: string; postedIn?: string | null }
  | { type: "ReceiveReturn"; returnId?: string; condition?: Condition }
  | { type: "ShipReplacement"; returnId?: string; carrier: string; trackingNumber: string; postedIn?: string | null }
  | ({ type: "OpenClaim"; ground: string; remedy?: Remedy; amountMinor?: number; evidence?: string[]; lines?: LinePart[] } & Words)
  | ({ type: "AcceptClaim"; claimId?: string } & Words)
  | ({ type: "RefuseClaim"; claimId?: string } & Tracking & Words)
  | ({ type: "MakeOffer"; claimId?: string; remedy: Remedy; amountMinor: number } & Words)
  | { type: "AcceptOffer" | "WithdrawClaim" | "EscalateClaim"; claimId?: string }
  | ({ type: "ReviseClaim"; claimId?: string; ground?: string; remedy?: Remedy; amountMinor?: number; evidence?: string[] } & Words)
  | { type: "AddEvidence"; claimId?: string; evidence: string[] }
  | ({ type: "DecideClaim"; claimId?: string; amountMinor: number; remedy?: Remedy; reasons?: string[] } & Words)
  | ({ type: "AppealDecision"; claimId?: string } & Words)
  | { type: "StopRefund"; refundId?: string; reason?: Sealed; evidence?: string[] }
  | { type: "ReissueRefund"; refundId?: string; to?: string }
  | ({ type: "HoldRefund" | "ReleaseHold"; refundId?: string } & Words)
  | { type: "TakeHold"; refundId?: string }
  | { type: "ResolveRefund"; refundId?: string; outcome: "settled" | "failed"; reference?: string; note: Sealed; evidence?: string[] }
  | ({ type: "ConfirmRefundFailure" | "DismissRefundFailure"; refundId?: string } & Words)
  | ({ type: "RequestReversal"; refundId?: string; ground: string; documents?: string[] } & Words)
  | ({ type: "AnswerReversal" | "AppealReversal"; reversalId?: string; documents?: string[] } & Words)
  | ({ type: "AskForMore" | "GrantReversal" | "RefuseReversal"; reversalId?: string } & Words)
  | { type: "OpenChargeback"; paymentId?: string; amountMinor?: number; reference?: string }
  | { type: "CloseChargeback"; chargebackId?: string; paymentId?: string; outcome: "won" | "lost" | "withdrawn" }
  | { type: "InquireChargeback"; chargebackId?: string }
  | ({ type: "SanctionBuyer"; reason: string } & Words)
  | { type: "AnswerSanction"; sanctionId?: string; note: Sealed }
  | ({ type: "AppealSanction"; sanctionId?: string } & Words)
  | ({ type: "UpholdSanction" | "LiftSanction"; sanctionId?: string } & Words)
  | { type: "ExtendDeadline"; deadline: string; by: string; reason?: Sealed; batch?: string }
  | { type: "TakeBackExtension"; deadline: string; reason?: Sealed; batch?: string }
  | { type: "SendMessage"; text: Sealed; offPlatform: boolean; about?: string }
  | { type: "ExpirePayment" | "ExpireVerification" | "ExpireShipment" | "ReleaseEscrow" | "LapseClaim"; claimId?: string }
  | { type: "ExpireReturn"; returnId?: string }
  | { type: "ExecuteDecision"; claimId?: string }
  | { type: "SubmitRefund" | "ReportOverdueRefund" | "InquireRefund"; refundId?: string }
  | { type: "ExpireReversal"; reversalId?: string }
  | { type: "RemindParty"; reminder?: string }
  | { type: "RecordRefundSubmitted"; refundId: string; reference: string }
  | { type: "RecordRefundSettled" | "RecordRefundUnknown" | "RecordRefundReversed"; refundId: string }
  | { type: "RecordRefundFailed" | "RecordReversalImpossible"; refundId: string; reason: string }
  | { type: "RecordLabel"; returnId: string; label: { id: string; carrier: string; trackingNumber: string; url: string | null } }
  | { type: "RecordLabelVoided"; returnId: string };

export type CommandType = Command["type"];
/** The command of one type, with its input. */
export type CommandOf<T extends CommandType> = Command extends infer C
  ? C extends { type: CommandType } ? (T extends C["type"] ? Omit<C, "type"> & { type: T } : never) : never
  : never;
