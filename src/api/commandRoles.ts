// The contract's table of commands: who may give which one anywhere. A policy then says where and when;
// a role that the table lacks gets 403 before anything else is looked at.
import type { CommandType } from "../core/commands.ts";
import type { Role } from "../core/event.ts";

/** Commands of the contract that no marketplace has yet: they are known, and refused everywhere. */
export type LaterCommand = "OpenChargeback" | "CloseChargeback";
export type ContractCommand = CommandType | LaterCommand;

const buyer: Role[] = ["buyer"];
const seller: Role[] = ["seller"];
const either: Role[] = ["buyer", "seller"];
const sellerOrOperator: Role[] = ["seller", "operator"];
const institution: Role[] = ["institution"];
const clock: Role[] = ["clock"];

const roles: Partial<Record<ContractCommand, readonly Role[]>> = {
  PayOrder: buyer, ConfirmPayment: institution, RejectPayment: institution, ReducePrice: seller, CancelOrder: either,
  BeginDispatch: sellerOrOperator, DeleteOrder: buyer, RestoreOrder: buyer,
  RequestCancellation: buyer, AcceptCancellation: seller, RefuseCancellation: seller, WithdrawCancellation: buyer,
  ShipOrder: sellerOrOperator, RecordScan: ["carrier"], ExtendProtection: seller, ConfirmReceipt: buyer,
  RequestReturn: buyer, AuthorizeReturn: sellerOrOperator, DeclineReturn: sellerOrOperator, CallOffReturn: sellerOrOperator,
  ApproveRefund: sellerOrOperator, CancelReturn: buyer, PostReturn: buyer, ReceiveReturn: sellerOrOperator, ShipReplacement: sellerOrOperator,
  OpenClaim: buyer, AcceptClaim: seller, RefuseClaim: seller, MakeOffer: either, AcceptOffer: either, ReviseClaim: buyer, WithdrawClaim: buyer,
  EscalateClaim: either, AddEvidence: either, DecideClaim: ["mediator", "operator"], AppealDecision: either,
  StopRefund: sellerOrOperator, ReissueRefund: ["operator"], InquireRefund: ["operator"], ResolveRefund: ["operator"], ConfirmRefundFailure: ["operator"], DismissRefundFailure: ["operator"],
  InquireChargeback: ["operator"],
  HoldRefund: ["operator"], TakeHold: ["operator"], ReleaseHold: ["operator"], SanctionBuyer: ["operator"], AnswerSanction: either,
  RequestReversal: ["buyer", "seller", "operator", "institution"], AnswerReversal: buyer, AppealReversal: buyer,
  AskForMore: ["institution", "operator"], GrantReversal: ["institution", "operator"], RefuseReversal: ["institution", "operator"],
  AppealSanction: either, UpholdSanction: ["mediator", "operator"], LiftSanction: ["mediator", "operator"],
  OpenChargeback: institution, CloseChargeback: institution, WithdrawFromContract: buyer, ExtendDeadline: ["operator"], TakeBackExtension: ["operator"],
  ExpirePayment: clock, ExpireVerification: clock, ExpireShipment: clock, ReleaseEscrow: clock, LapseClaim: clock, ExpireReturn: clock,
  ExecuteDecision: clock, SubmitRefund: clock, ExpireReversal: clock,
};

/** Every command of the contract, in its order. */
export const contractCommands = Object.keys(roles) as ContractCommand[];

/** Who may give the command somewhere; undefined where the contract has no such command. */
export function rolesOf(type: string): readonly Role[] | undefined {
  return Object.hasOwn(roles, type) ? roles[type as ContractCommand] : undefined;
}
