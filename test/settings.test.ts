// Every setting of every policy at its default and at each other value that the marketplace's texts name: what it changes for an
// order, and the instant at which it does. A setting that is told nowhere fails.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { doubtsAbout } from "../src/core/parcel.ts";
import type { Parcel } from "../src/core/state.ts";
import { later } from "../src/core/time.ts";
import { parseStories } from "../src/story/story.ts";
import { policyNamed } from "./support/coreOrder.ts";
import { playOnCore, STORY_BEGINS } from "./support/storyRunner.ts";

type Value = string | number | boolean | null;
/** Tells, for a value of the setting, what happens. */
type Telling = (value: Value) => string;

const PAID = "+PT0S buyer PayOrder method=card → PaymentMade\n+PT0S institution ConfirmPayment → PaymentConfirmed";
const SHIPPED = `${PAID}\n+PT0S seller ShipOrder carrier=sandbox number=OUT-1 → ParcelShipped OrderShipped`;
const DELIVERED = `${SHIPPED}\n+PT0S carrier RecordScan number=OUT-1 status=delivered country=DE → ParcelScanned OrderDelivered`;
const AUTHORIZED = `${DELIVERED}\n+PT0S buyer RequestReturn lines=SEED-1×2:noLongerWanted → ReturnRequested\n+PT0S seller AuthorizeReturn → ReturnAuthorized`;
const POSTED = `${AUTHORIZED}\n+PT0S buyer PostReturn carrier=sandbox number=BACK-1 → ParcelShipped ReturnPosted`;
const CLAIMED = `${SHIPPED}\n+P7D buyer OpenClaim ground=deliveryRunningOut → ClaimOpened`;
const AGREED = `${CLAIMED}\n+PT0S seller AcceptClaim → ClaimAgreed RefundApproved ClaimSettled OrderClosed`;
const SETTLED = `${AGREED}\n+PT2H institution RecordRefundSubmitted reference=ref-1 → RefundSubmitted\n+PT1S institution RecordRefundSettled → RefundSettled`;
const IN_MEDIATION = `${CLAIMED}\n+PT0S buyer EscalateClaim → ClaimEscalated`;
const GOODS_AGREED = `${DELIVERED}\n+P7D buyer OpenClaim ground=other remedy=goodsAndMoney → ClaimOpened\n+PT0S seller AcceptClaim → ReturnRequested ReturnAuthorized ClaimAgreed`;
const GOODS_POSTED = `${GOODS_AGREED}\n+PT0S buyer PostReturn carrier=sandbox number=BACK-1 → ParcelShipped ReturnPosted`;
const BACK = "+PT0S carrier RecordScan number=BACK-1 status=delivered country=CN → ParcelScanned";
const SANCTIONED = "+PT0S seller CancelOrder reason=outOfStock → SellerSanctioned OrderClosed";

/** After what was told so far the deadline runs exactly as long as the setting says, and then the clock acts. */
const runsFor = (before: string, owes: string, silence: string): Telling => (value) =>
  `${before}\n· deadline ${owes} in ${String(value)}\n+${String(value)} operator silent\n· deadline ${owes} now\n+PT1S clock ${silence}`;
/** After what was told so far the command is open for as long as the setting says, and not a second longer. */
const openFor = (before: string, command: string, by = "buyer"): Telling => (value) =>
  `${before}\n+${String(value)} operator silent\n· ${by} may ${command}\n+PT1S ${by} ${command} → refused NoLongerOpen, closed PT1S ago`;

const common: Record<string, Telling> = {
  payWithin: runsFor("+PT0S buyer silent", "buyer PayOrder", "ExpirePayment → OrderClosed"),
  verification: runsFor("+PT0S buyer PayOrder method=card → PaymentMade", "institution ConfirmPayment", "ExpireVerification → PaymentVoided OrderClosed"),
  unpaidOrdersAllowed: (value) => `+PT0S operator PlaceOrder → ${value === null ? "OrderPlaced" : "refused TooManyUnpaidOrders"}`,
  protection: runsFor(SHIPPED, "buyer ConfirmReceipt", "ReleaseEscrow → EscrowReleased OrderCompleted"),
  "protection.afterDelivery": runsFor(DELIVERED, "buyer ConfirmReceipt", "ReleaseEscrow → EscrowReleased OrderCompleted"),
  "protection.extendable": (value) => `${SHIPPED}\n+PT0S seller ExtendProtection by=${String(value)} → ProtectionExtended\n+PT0S seller ExtendProtection by=PT1S → refused ProtectionExtendedEnough`,
  shipWithin: runsFor(PAID, "seller ShipOrder", "ExpireShipment → SellerSanctioned RefundApproved OrderClosed"),
  "mediation.decideWithin": runsFor(IN_MEDIATION, "mediator DecideClaim", "EscalateClaim → ClaimOverdue"),
  "dispute.appealWithin": runsFor(`${IN_MEDIATION}\n+PT0S mediator DecideClaim amount=0 → ClaimDecided`, "buyer AppealDecision", "ExecuteDecision → ClaimSettled"),
  "dispute.attempts": (value) => {
    const once = "+PT0S buyer OpenClaim ground=deliveryRunningOut → ClaimOpened\n+PT0S buyer WithdrawClaim → ClaimWithdrawn";
    return [SHIPPED, "+P7D buyer silent", ...Array.from({ length: Number(value) }, () => once), "+PT0S buyer OpenClaim ground=deliveryRunningOut → refused NoClaimsLeft"].join("\n");
  },
  "return.postWithin": runsFor(GOODS_AGREED, "buyer PostReturn", "ExpireReturn → ReturnExpired ClaimLapsed ReturnsEnded"),
  "return.arriveWithin": runsFor(GOODS_POSTED, "carrier RecordScan", "ExpireReturn → ReturnOverdue ClaimEscalated"),
  "return.inspectWithin": runsFor(`${GOODS_POSTED}\n${BACK}`, "seller ReceiveReturn", "ReceiveReturn → ReturnReceived RefundApproved ClaimSettled OrderClosed"),
  "refund.when": () => `${GOODS_POSTED}\n${BACK}\n· no refund\n+PT0S seller ReceiveReturn condition=asSent → ReturnReceived RefundApproved ClaimSettled OrderClosed`,
  "refund.heldFor": (value) => `${AGREED}\n· refund #1 approved, cancellableUntil in ${String(value)}\n+${String(value)} clock SubmitRefund → RefundSubmitting`,
  "risk.reviewWithin": runsFor(`${AGREED}\n+PT0S operator HoldRefund → RefundHeld`, "operator ReleaseHold", "ReleaseHold → HoldReleased"),
  "refund.inquireWithin": runsFor(`${AGREED}\n+PT2H clock SubmitRefund → RefundSubmitting`, "operator InquireRefund", "InquireRefund → RefundInquired"),
  "refund.resolveWithin": runsFor(`${AGREED}\n+PT2H clock SubmitRefund → RefundSubmitting\n+PT0S institution RecordRefundUnknown → RefundUnknown\n+PT0S operator ResolveRefund outcome=failed note=Letter → RefundFailureProposed`,
    "operator ConfirmRefundFailure", "DismissRefundFailure → RefundFailureDismissed"),
  "chargeback.inquireWithin": runsFor(`${AGREED}\n+PT0S institution OpenChargeback → ChargebackOpened`, "institution CloseChargeback", "InquireChargeback → ChargebackInquired"),
  "refund.reissueWithin": runsFor(`${AGREED}\n+PT2H institution RecordRefundFailed reason=closed → RefundFailed`, "operator ReissueRefund", "ReissueRefund → RefundApproved RefundReissued"),
  "sanction.appealWithin": openFor(SANCTIONED, "AppealSanction", "seller"),
  "sanction.decideWithin": runsFor(`${SANCTIONED}\n+PT0S seller AppealSanction → SanctionAppealed`, "mediator UpholdSanction", "LiftSanction → SanctionLifted"),
};

const negotiated: Record<string, Telling> = {
  "dispute.answerWithin": runsFor(CLAIMED, "seller AcceptClaim", "AcceptClaim → ClaimAgreed RefundApproved ClaimSettled OrderClosed"),
  "dispute.settleWithin": runsFor(`${CLAIMED}\n+PT0S seller RefuseClaim → ClaimRefused`, "buyer AcceptOffer", "EscalateClaim → ClaimEscalated"),
};

const ASKED = "buyer RequestCancellation reason=noLongerWanted";
const aliexpress: Record<string, Telling> = {
  ...common, ...negotiated,
  "cancellation.opens": (value) => {
    const paid = "+PT0S buyer PayOrder method=card → PaymentMade";
    const confirmed = "+PT1H institution ConfirmPayment → PaymentConfirmed";
    if (value === "with_payment") return `${paid}\n+PT0S ${ASKED} → CancellationRequested`;
    if (value === "after_verification") return `${paid}\n+PT0S ${ASKED} → refused PaymentBeingVerified, opens in P1D\n${confirmed}\n+PT0S ${ASKED} → CancellationRequested`;
    return `${paid}\n${confirmed}\n+PT0S ${ASKED} → refused NotOpenYet, opens in PT23H\n+PT23H ${ASKED} → CancellationRequested`;
  },
  "cancellation.closes": (value) =>
    value === "shipping" ? `${PAID}\n+P7D ${ASKED} → CancellationRequested` : `${PAID}\n+P1D buyer silent\n· buyer may RequestCancellation\n+PT1S ${ASKED} → refused NoLongerOpen, closed PT1S ago`,
  "cancellation.answerWithin": runsFor(`${PAID}\n+PT0S ${ASKED} → CancellationRequested`, "seller AcceptCancellation", "AcceptCancellation → CancellationAccepted RefundApproved OrderClosed"),
  "cancellation.refusalNeedsTracking": (value) => `${PAID}\n+PT0S ${ASKED} → CancellationRequested\n+PT0S seller RefuseCancellation → ${value ? "refused TrackingNumberNeeded" : "CancellationRefused"}`,
  "dispute.opens": (value) => `${SHIPPED}\n+PT0S buyer OpenClaim ground=notTracked → refused NotOpenYet, opens in ${String(value)}\n+${String(value)} buyer OpenClaim ground=notTracked → ClaimOpened`,
};

const CANCELLING = `${PAID}\n+PT0S seller BeginDispatch → DispatchBegun\n+PT0S buyer CancelOrder reason=noLongerWanted → CancellationRequested`;
const amazon: Record<string, Telling> = {
  ...common, ...negotiated,
  protection: runsFor(SHIPPED, "buyer OpenClaim", "ReleaseEscrow → EscrowReleased OrderCompleted"),
  shipWithin: runsFor(PAID, "seller ShipOrder", "ExpireShipment → RefundApproved OrderClosed"),
  "cancellation.answerWithin": runsFor(CANCELLING, "seller AcceptCancellation", "AcceptCancellation → CancellationAccepted RefundApproved OrderClosed"),
  "cancellation.refusalNeedsTracking": () => `${CANCELLING}\n+PT0S seller RefuseCancellation → CancellationRefused`,
  "return.window": (value) =>
    `${DELIVERED}\n+${String(value)} buyer silent\n· buyer may RequestReturn\n+PT1S clock ReleaseEscrow → EscrowReleased OrderCompleted\n+PT0S buyer RequestReturn lines=SEED-1×2:noLongerWanted → refused OrderCompleted`,
  "return.authorizeWithin": runsFor(`${DELIVERED}\n+PT0S buyer RequestReturn lines=SEED-1×2:noLongerWanted → ReturnRequested`, "seller AuthorizeReturn", "AuthorizeReturn → ReturnAuthorized"),
  "return.postWithin": runsFor(AUTHORIZED, "buyer PostReturn", "ExpireReturn → ReturnExpired ReturnsEnded"),
  "return.arriveWithin": runsFor(POSTED, "carrier RecordScan", "ExpireReturn → ReturnOverdue ClaimOpened"),
  "return.inspectWithin": runsFor(`${POSTED}\n${BACK}`, "seller ReceiveReturn", "ReceiveReturn → ReturnReceived RefundApproved OrderClosed"),
  "replacement.shipWithin": runsFor(
    `${DELIVERED}\n+PT0S buyer RequestReturn lines=SEED-1×2:defective remedy=replacement → ReturnRequested\n+PT0S seller AuthorizeReturn → ReturnAuthorized\n+PT0S seller ReceiveReturn condition=asSent → ReturnReceived`,
    "seller ShipReplacement", "ApproveRefund → RefundAuthorized RefundApproved ReturnClosed OrderClosed"),
  "refund.when": (value) => {
    const asked = `${DELIVERED}\n+PT0S buyer RequestReturn lines=SEED-1×1:noLongerWanted → ReturnRequested`;
    const advance = "RefundAuthorized RefundApproved";
    return [
      asked, `+PT0S seller AuthorizeReturn → ReturnAuthorized${value === "authorized" ? ` ${advance}` : ""}`, "+PT0S buyer PostReturn carrier=sandbox number=BACK-1 → ParcelShipped ReturnPosted",
      `+PT0S carrier RecordScan number=BACK-1 status=accepted → ParcelScanned${value === "scanned" ? ` ${advance}` : ""}`,
      `+PT0S seller ReceiveReturn condition=asSent → ReturnReceived${value === "received" ? " RefundApproved" : ""} ReturnsEnded`,
    ].join("\n");
  },
  "payout.after": (value) =>
    value === "P7D" ? `${DELIVERED}\n+P7D buyer silent\n· money escrow 10.00\n+PT1S clock ReleaseEscrow → EscrowReleased\n· order delivered` : `${DELIVERED}\n+P30D buyer silent\n· money escrow 10.00\n+PT1S clock ReleaseEscrow → EscrowReleased OrderCompleted`,
};

const REVERSAL = `${SETTLED}\n+PT0S seller RequestReversal ground=fraud → ReversalRequested`;
const taobao: Record<string, Telling> = {
  ...common,
  "refund.answerWithin.beforeShipment": runsFor(`${PAID}\n+PT0S buyer OpenClaim ground=agreedWithSeller → ClaimOpened`, "seller AcceptClaim", "AcceptClaim → ClaimAgreed RefundApproved ClaimSettled OrderClosed"),
  "refund.answerWithin.afterShipment": runsFor(CLAIMED, "seller AcceptClaim", "AcceptClaim → ClaimAgreed RefundApproved ClaimSettled OrderClosed"),
  "refund.reviseWithin": runsFor(`${CLAIMED}\n+PT0S seller RefuseClaim → ClaimRefused`, "buyer ReviseClaim", "LapseClaim → ClaimLapsed"),
  "dispute.settleWithin": runsFor(`${SHIPPED}\n+PT0S buyer OpenClaim ground=noLongerWanted → ClaimOpened`, "seller AcceptClaim", "EscalateClaim → ClaimEscalated"),
  "reversal.reviewWithin": runsFor(REVERSAL, "operator GrantReversal", "ExpireReversal → ReversalRefused"),
  "reversal.answerWithin": (value) => `${REVERSAL}\n+${String(value)} operator GrantReversal → refused BuyerMayStillAnswer\n+PT1S operator GrantReversal → ReversalGranted`,
  "reversal.appealWithin": openFor(
    `${SETTLED}\n+PT0S institution RequestReversal ground=risk → ReversalRequested ReversalGranted\n+PT0S institution RecordRefundReversed → RefundReversed OrderReopened`, "AppealReversal"),
};

/** Settings that say nothing of what becomes of an order, or nothing there, and where they are tested. */
const elsewhere: Record<string, string> = {
  "aliexpress tracking.silentAfter": "marks a parcel (below)", "amazon tracking.silentAfter": "marks a parcel (below)", "taobao tracking.silentAfter": "marks a parcel (below)",
  "amazon writeAccess": "concerns sessions", "amazon protection.afterDelivery": "what is delivered there waits for the return window",
  "amazon sanction.appealWithin": "there are no sanctions there", "amazon sanction.decideWithin": "there are no sanctions there",
};
/** Settings longer than a seller may take to ship. */
const patient = new Set(["aliexpress cancellation.answerWithin"]);

for (const [marketplace, tellings] of Object.entries({ aliexpress, amazon, taobao })) {
  describe(`the settings of ${marketplace}`, () => {
    for (const [name, { is, others = [], rule }] of Object.entries(policyNamed(marketplace).terms)) {
      if (`${marketplace} ${name}` in elsewhere) continue;
      for (const value of [is, ...others]) {
        test(`${rule} · ${name} = ${String(value)}${value === is ? " (the default)" : ""}`, () => {
          const told = tellings[name];
          assert.ok(told, "the setting is told");
          const order = `order USD SEED-1 2×5.00 · elsewhere 20 unpaid orders${patient.has(`${marketplace} ${name}`) ? " · ships within P60D" : ""}`;
          const limit = name === "unpaidOrdersAllowed" ? "" : " · setting unpaidOrdersAllowed=null";
          const [story] = parseStories(`${rule} · ${name}\nmarketplace ${marketplace} · setting ${name}=${String(value)}${limit}\n${order}\n${told(value)}`);
          playOnCore(story!, marketplace, {});
        });
      }
    }
  });
}

describe("tracking.silentAfter", () => {
  const at = STORY_BEGINS;
  const parcel: Parcel = {
    id: "prc_1", kind: "order", returnId: null, carrier: "sandbox", trackingNumber: "OUT-1", lines: [], shippedAt: at, postedIn: null, status: "announced", scans: [], deliveredAt: null, marks: [],
  };
  for (const marketplace of ["aliexpress", "amazon", "taobao"]) {
    const { is, others = [] } = policyNamed(marketplace).terms["tracking.silentAfter"]!;
    for (const value of [is, ...others]) {
      test(`A27 · a parcel of ${marketplace} that was not heard of for ${String(value)} is marked as silent`, () => {
        const policy = policyNamed(marketplace, { "tracking.silentAfter": value });
        const ends = later(at, String(value), policy.zone);
        assert.deepEqual(doubtsAbout(policy, parcel, ends), []);
        assert.deepEqual(doubtsAbout(policy, parcel, ends + 1), ["silent"]);
        const heard: Parcel = { ...parcel, scans: [{ status: "inTransit", at: ends, place: null, country: null, position: null }] };
        assert.deepEqual(doubtsAbout(policy, heard, ends + 1), []);
        assert.deepEqual(doubtsAbout(policy, { ...parcel, deliveredAt: ends }, ends + 1), []);
      });
    }
  }
});
