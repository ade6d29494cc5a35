// What each command asks for, as JSON Schema 2020-12 without references: the same lists check the input and fill the forms.
// Closed lists are enums: all that the shape allows, or what is possible in this marketplace and state.
import type { CommandType } from "./commands.ts";
import { LARGEST_AMOUNT_MINOR } from "./money.ts";

export type Schema = { [key: string]: unknown };

/** Every identifier of the contract: what passes the shape at any time. */
export const codes = {
  method: ["card", "bankAccount", "eWallet", "westernUnion", "alipay", "giftCard"],
  cancellationReason: [
    "noLongerWanted", "wrongProductOrdered", "duplicateOrder", "notShippedOnTime", "outOfStock", "supplierRefusesToShip", "supplierUnreachable",
    "notAsDescribed", "paymentOutsideEscrow", "priceRaised", "supplierOther", "other",
  ],
  returnReason: [
    "noLongerWanted", "orderedByMistake", "foundCheaper", "defective", "notAsDescribed", "wrongItem", "missingParts", "arrivedLate", "damagedInTransit", "other",
  ],
  ground: [
    "noLongerWanted", "notShippedOnTime", "agreedWithSeller", "other", "wrongProductOrdered", "duplicateOrder", "outOfStock", "supplierRefusesToShip",
    "supplierUnreachable", "notAsDescribed", "paymentOutsideEscrow", "priceRaised", "supplierOther", "notTracked", "wrongDestination", "falseTracking",
    "deliveryRunningOut", "defective", "wrongItem", "missingItems", "notReceived",
  ],
  remedy: ["money", "goodsAndMoney", "repair", "replacement", "lowerPrice"],
  decisionReason: ["evidence", "noEvidence", "noAnswer", "falseTracking", "policy", "law", "agreement", "other"],
  reversalGround: ["fraud", "misleading", "accountTheft", "risk", "givenBack"],
  chargebackOutcome: ["won", "lost", "withdrawn"],
  buyerFault: ["emptyBox", "otherGoods", "sameEvidence", "falseEvidence", "falseClaim", "chargebackAfterRefund", "other"],
  refundOutcome: ["settled", "failed"],
  refundTo: ["sameMethod", "card", "bankAccount", "eWallet", "westernUnion", "alipay", "giftCard"],
  returnRemedy: ["refund", "replacement"],
  condition: ["asSent", "damaged", "empty", "different"],
  scanStatus: ["accepted", "inTransit", "outForDelivery", "attempted", "availableForPickup", "delivered", "returnedToSender", "lost", "exception"],
} as const;
export type CodeList = keyof typeof codes;

const durationPattern = "^P(?!$)(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?(T(?!$)(\\d{1,6}H)?(\\d{1,7}M)?(\\d{1,8}S)?)?$";
const text = (most: number): Schema => ({ type: "string", minLength: 1, maxLength: most });
const note = text(4000);
const amount = (least: number): Schema => ({ type: "integer", minimum: least, maximum: LARGEST_AMOUNT_MINOR });
const id = (prefix: string): Schema => ({ type: "string", pattern: `^${prefix}_[0-9a-f-]{36}$` });
const evidence: Schema = { type: "array", items: id("evi"), maxItems: 20, uniqueItems: true };
const part: Schema = { type: "object", properties: { sku: text(200), quantity: { type: "integer", minimum: 1, maximum: 1_000_000 } }, required: ["sku", "quantity"], additionalProperties: false };
const parts: Schema = { type: "array", items: part, minItems: 1, maxItems: 1000 };
const duration: Schema = { type: "string", pattern: durationPattern };
const country: Schema = { type: "string", pattern: "^[A-Z]{2}$" };
const trackingNumber: Schema = { type: "string", minLength: 1, maxLength: 64 };
const position: Schema = {
  type: "object", properties: { latitude: { type: "number", minimum: -90, maximum: 90 }, longitude: { type: "number", minimum: -180, maximum: 180 } },
  required: ["latitude", "longitude"], additionalProperties: false,
};

/** Makes the closed list of a kind: `of` narrows it to what is possible. */
export type Narrow = (list: CodeList) => readonly string[];
type Fields = (code: (list: CodeList) => Schema, carrier: Schema) => { properties: Record<string, Schema>; required?: string[]; anyOf?: Schema[] };

const returnOnly: Fields = () => ({ properties: { returnId: id("ret") } });
const returnNote: Fields = () => ({ properties: { returnId: id("ret"), note } });
const claimOnly: Fields = () => ({ properties: { claimId: id("clm") } });
const claimNote: Fields = () => ({ properties: { claimId: id("clm"), note } });
const reversalNote: Fields = () => ({ properties: { reversalId: id("rev"), note } });
const reversalDocuments: Fields = () => ({ properties: { reversalId: id("rev"), note, documents: evidence } });
const refundNote: Fields = () => ({ properties: { refundId: id("rfd"), note } });
const sanctionNote: Fields = () => ({ properties: { sanctionId: id("snc"), note } });
const nothing: Fields = () => ({ properties: {} });
const paymentOnly: Fields = () => ({ properties: { paymentId: id("pay") } });

/** The input of every command that a person or a gateway can give. The clock's own commands have none. */
const fields: Partial<Record<CommandType, Fields>> = {
  PayOrder: (code) => ({
    properties: {
      method: code("method"),
      payments: {
        type: "array", minItems: 1, maxItems: 20,
        items: { type: "object", properties: { method: code("method"), amountMinor: amount(1) }, required: ["method", "amountMinor"], additionalProperties: false },
      },
    },
    anyOf: [{ required: ["method"] }, { required: ["payments"] }],
  }),
  ConfirmPayment: paymentOnly, RejectPayment: paymentOnly,
  ReducePrice: () => ({ properties: { totalMinor: amount(0) }, required: ["totalMinor"] }),
  CancelOrder: (code) => ({ properties: { reason: code("cancellationReason"), lines: parts }, required: ["reason"] }),
  BeginDispatch: nothing, DeleteOrder: nothing, RestoreOrder: nothing, ConfirmReceipt: nothing,
  RequestCancellation: (code) => ({
    properties: { reason: code("cancellationReason"), sellerAtFault: { type: "boolean" }, note, lines: parts }, required: ["reason"],
  }),
  AcceptCancellation: () => ({ properties: { cancellationId: id("can") } }),
  WithdrawCancellation: () => ({ properties: { cancellationId: id("can") } }),
  RefuseCancellation: (_code, carrier) => ({ properties: { cancellationId: id("can"), carrier, trackingNumber, evidence, note } }),
  ShipOrder: (_code, carrier) => ({ properties: { carrier, trackingNumber, lines: parts }, required: ["carrier", "trackingNumber"] }),
  RecordScan: (code) => ({
    properties: { trackingNumber, status: code("scanStatus"), place: text(200), country, position, at: { type: "string", format: "date-time" } },
    required: ["trackingNumber", "status"],
  }),
  ExtendProtection: () => ({ properties: { by: duration }, required: ["by"] }),
  RequestReturn: (code) => ({
    properties: {
      lines: {
        ...parts,
        items: { ...part, properties: { ...(part.properties as object), reason: code("returnReason") }, required: ["sku", "quantity", "reason"] },
      },
      remedy: code("returnRemedy"), refundTo: code("refundTo"),
    },
    required: ["lines"],
  }),
  WithdrawFromContract: () => ({ properties: { lines: parts } }),
  AuthorizeReturn: returnNote, DeclineReturn: returnNote, CallOffReturn: returnNote, CancelReturn: returnOnly,
  ApproveRefund: () => ({ properties: { returnId: id("ret"), amountMinor: amount(1) } }),
  PostReturn: (_code, carrier) => ({ properties: { returnId: id("ret"), carrier, trackingNumber }, required: ["carrier", "trackingNumber"] }),
  ReceiveReturn: (code) => ({ properties: { returnId: id("ret"), condition: code("condition") }, required: ["condition"] }),
  ShipReplacement: (_code, carrier) => ({ properties: { returnId: id("ret"), carrier, trackingNumber }, required: ["carrier", "trackingNumber"] }),
  OpenClaim: (code) => ({
    properties: { ground: code("ground"), remedy: code("remedy"), amountMinor: amount(1), note, evidence, lines: parts }, required: ["ground"],
  }),
  AcceptClaim: claimNote,
  RefuseClaim: (_code, carrier) => ({ properties: { claimId: id("clm"), note, carrier, trackingNumber } }),
  MakeOffer: (code) => ({ properties: { claimId: id("clm"), remedy: code("remedy"), amountMinor: amount(1), note }, required: ["remedy", "amountMinor"] }),
  AcceptOffer: claimOnly, WithdrawClaim: claimOnly, EscalateClaim: claimOnly,
  ReviseClaim: (code) => ({ properties: { claimId: id("clm"), ground: code("ground"), remedy: code("remedy"), amountMinor: amount(1), note, evidence } }),
  AddEvidence: () => ({ properties: { claimId: id("clm"), evidence: { ...evidence, minItems: 1 } }, required: ["evidence"] }),
  DecideClaim: (code) => ({
    properties: { claimId: id("clm"), amountMinor: amount(0), remedy: code("remedy"), reasons: { type: "array", items: code("decisionReason"), maxItems: 8, uniqueItems: true }, note },
    required: ["amountMinor"],
  }),
  AppealDecision: claimNote,
  StopRefund: () => ({ properties: { refundId: id("rfd"), reason: note, evidence } }),
  ReissueRefund: (code) => ({ properties: { refundId: id("rfd"), to: code("refundTo") } }),
  HoldRefund: refundNote, TakeHold: () => ({ properties: { refundId: id("rfd") } }), ReleaseHold: refundNote,
  ResolveRefund: (code) => ({ properties: { refundId: id("rfd"), outcome: code("refundOutcome"), reference: text(200), note, evidence }, required: ["outcome", "note"] }),
  ConfirmRefundFailure: () => ({ properties: { refundId: id("rfd"), note } }),
  DismissRefundFailure: () => ({ properties: { refundId: id("rfd"), note } }),
  InquireChargeback: () => ({ properties: { chargebackId: id("cbk") } }),
  InquireRefund: () => ({ properties: { refundId: id("rfd") } }),
  RequestReversal: (code) => ({ properties: { refundId: id("rfd"), ground: code("reversalGround"), note, documents: evidence }, required: ["ground"] }),
  AnswerReversal: reversalDocuments, AppealReversal: reversalDocuments, AskForMore: reversalNote, GrantReversal: reversalNote, RefuseReversal: reversalNote,
  OpenChargeback: () => ({ properties: { paymentId: id("pay"), amountMinor: amount(1), reference: text(200) } }),
  CloseChargeback: (code) => ({ properties: { chargebackId: id("cbk"), paymentId: id("pay"), outcome: code("chargebackOutcome") }, required: ["outcome"] }),
  SanctionBuyer: (code) => ({ properties: { reason: code("buyerFault"), note }, required: ["reason"] }),
  AnswerSanction: () => ({ properties: { sanctionId: id("snc"), note }, required: ["note"] }), AppealSanction: sanctionNote, UpholdSanction: sanctionNote, LiftSanction: sanctionNote,
  ExtendDeadline: () => ({ properties: { deadline: text(200), by: duration, reason: note, batch: text(64) }, required: ["deadline", "by"] }),
  TakeBackExtension: () => ({ properties: { deadline: text(200), reason: note, batch: text(64) }, required: ["deadline"] }),
};

/** The commands that somebody can give, in the order of the contract. */
export const givenCommands = Object.keys(fields) as CommandType[];

/** The JSON Schema of a command's input, its closed lists narrowed; carriers come from outside, the core knows none. */
export function schemaOf(type: CommandType, carriers: readonly string[], narrow: Narrow = (list) => codes[list]): Schema | null {
  const make = fields[type];
  if (!make) return null;
  const { properties, required = [], anyOf } = make((list) => ({ type: "string", enum: [...narrow(list)] }), { type: "string", enum: [...carriers] });
  return { $schema: "https://json-schema.org/draft/2020-12/schema", type: "object", properties, required, ...(anyOf ? { anyOf } : {}), additionalProperties: false };
}
