// Why somebody may not do something now: what a person is told of an order, or a part of one, that is not where the command needs it. On a
// policy of one arrow made up for it; that people hear the right thing in a real marketplace is told in the stories.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { admit, nothingToActOn, targetField, targetOf, withNextSteps } from "../src/core/admit.ts";
import type { CommandType, Noun } from "../src/core/commands.ts";
import type { Role } from "../src/core/event.ts";
import type { Target } from "../src/core/moments.ts";
import type { Arrow, Policy } from "../src/core/policy.ts";
import { refuse, type RefusalCode } from "../src/core/refusals.ts";
import type { Order, OrderStatus } from "../src/core/state.ts";
import { policyLike } from "./support/policies.ts";

const DAY = 86_400_000;
const order = (change: Partial<Order> = {}): Order => ({
  status: "delivered", hidden: false, dispatchBegunAt: null, paidAt: 1, confirmedAt: 2, shippedAt: 3, deliveredAt: 4, endedAt: null, restartedAt: null,
  cancellations: [], returns: [], claims: [], refunds: [], reversals: [], sanctions: [], ...change,
}) as unknown as Order;
const arrow = (command: CommandType, from: string[], more: Partial<Arrow> = {}): Arrow => ({ command, by: ["buyer"], from, to: [], rule: "X1", ...more });
const having = (...arrows: Arrow[]): Policy => policyLike("aliexpress", (policy) => void (policy.arrows = arrows));
const ask = (policy: Policy, command: CommandType, at: { order?: Partial<Order>; target?: object; role?: Role; now?: number; input?: object | null } = {}) =>
  admit(policy, order(at.order), command, (at.target ?? null) as Target | null, { role: at.role ?? "buyer", id: "ann" }, at.now ?? 100, at.input ?? null);
const told = (...args: Parameters<typeof ask>): RefusalCode | undefined => ask(...args).refused?.refusal;

describe("a part that is not where the command needs it", () => {
  const becomes: Record<string, Partial<Record<string, RefusalCode>>> = {
    AcceptCancellation: { accepted: "CancellationAlreadyAnswered", refused: "CancellationAlreadyAnswered", withdrawn: "CancellationAlreadyAnswered" },
    ApproveRefund: {
      requested: "ReturnNotAuthorized", authorized: "ReturnAlreadyAuthorized", inTransit: "ReturnAlreadyAuthorized", received: "ReturnAlreadyEnded", closed: "ReturnAlreadyEnded", declined: "ReturnAlreadyEnded",
      cancelled: "ReturnAlreadyEnded", expired: "ReturnAlreadyEnded",
    },
    PostReturn: { inTransit: "ReturnAlreadyPosted", authorized: "ReturnAlreadyAuthorized" },
    AcceptClaim: {
      awaitingSeller: "ClaimNotInMediation", awaitingBuyer: "ClaimNotInMediation", awaitingGoods: "ClaimAlreadyAgreed", inMediation: "ClaimInMediation", decided: "ClaimDecided", settled: "ClaimAlreadyEnded",
      withdrawn: "ClaimAlreadyEnded", lapsed: "ClaimAlreadyEnded",
    },
    AppealDecision: { awaitingSeller: "ClaimNotDecided", awaitingBuyer: "ClaimNotDecided", inMediation: "ClaimNotDecided", awaitingGoods: "ClaimAlreadyAgreed", decided: "ClaimDecided" },
    RefuseClaim: { awaitingBuyer: "ClaimAlreadyAnswered", awaitingSeller: "ClaimNotInMediation" },
    StopRefund: {
      approved: "RefundNotSettled", submitting: "RefundAlreadySubmitted", submitted: "RefundAlreadySubmitted", unknown: "RefundAlreadySubmitted", settled: "RefundAlreadySubmitted", stopped: "RefundAlreadyStopped",
      failed: "RefundAlreadyFailed", reversed: "RefundAlreadyReversed",
    },
    RequestReversal: { approved: "RefundNotSettled", submitting: "RefundNotSettled", submitted: "RefundNotSettled", unknown: "RefundNotSettled", settled: "RefundAlreadySubmitted", stopped: "RefundAlreadyStopped" },
    GrantReversal: { requested: "ReversalNotGranted", underReview: "ReversalNotGranted", granted: "ReversalAlreadyDecided", refused: "ReversalAlreadyDecided" },
    CloseChargeback: { won: "ChargebackAlreadyDecided", lost: "ChargebackAlreadyDecided", withdrawn: "ChargebackAlreadyDecided", open: "NoSuchTarget" },
    AppealSanction: { active: "NoOpenSanction", appealed: "AlreadyAppealed", upheld: "SanctionAlreadyDecided", lifted: "SanctionAlreadyDecided" },
  };
  for (const [command, statuses] of Object.entries(becomes) as [CommandType, Record<string, RefusalCode>][]) {
    test(`${command} says what has become of it`, () => {
      const policy = having(arrow(command, [`${targetField[command]!.noun}.elsewhere`]));
      for (const [status, code] of Object.entries(statuses)) assert.equal(told(policy, command, { target: { id: "one", status } }), code, status);
    });
  }

  test("what would take money back that has been handed over is told so, before anything else", () => {
    const refunds = (status: string, id = "one"): Partial<Order> => ({ refunds: [{ status: "stopped", cause: { id: "one" } }, { status, cause: { id } }] as Order["refunds"] });
    for (const command of ["CancelReturn", "CallOffReturn", "WithdrawClaim", "WithdrawCancellation"] as const) {
      const policy = having(arrow(command, [`${targetField[command]!.noun}.elsewhere`]));
      const target = { id: "one", status: command === "WithdrawClaim" ? "settled" : command === "WithdrawCancellation" ? "accepted" : "closed" };
      assert.equal(told(policy, command, { target, order: refunds("submitted") }), "RefundAlreadySubmitted", command);
      assert.notEqual(told(policy, command, { target, order: refunds("approved") }), "RefundAlreadySubmitted", command);
      assert.notEqual(told(policy, command, { target, order: refunds("submitted", "other") }), "RefundAlreadySubmitted", command);
    }
    assert.equal(told(having(arrow("ReceiveReturn", ["return.elsewhere"])), "ReceiveReturn", { target: { id: "one", status: "closed" }, order: refunds("submitted") }), "ReturnAlreadyEnded");
  });
});

describe("an order that is not where the command needs it", () => {
  const statuses: OrderStatus[] = ["awaitingPayment", "verifyingPayment", "awaitingShipment", "inTransit", "delivered", "returnStarted", "completed"];
  const allTold = (from: string[], command: CommandType = "RequestReturn"): (RefusalCode | undefined)[] => statuses.map((status) => told(having(arrow(command, from)), command, { order: { status } }));
  test("before that it says what comes next, after it what has come", () => {
    assert.deepEqual(allTold(["order.returnStarted"]), ["NotPaidYet", "PaymentBeingVerified", "NotShippedYet", "NotDeliveredYet", "NoOpenReturn", undefined, "OrderCompleted"]);
    assert.deepEqual(allTold(["order.completed"]), ["NotPaidYet", "PaymentBeingVerified", "NotShippedYet", "NotDeliveredYet", "NoOpenReturn", "ReturnOpen", undefined]);
    const late = (status: OrderStatus): RefusalCode | undefined => told(having(arrow("RequestReturn", [`order.${status}`])), "RequestReturn", { order: { status: "returnStarted" } });
    assert.deepEqual(statuses.slice(0, 5).map(late), ["AlreadyPaid", "PaymentAlreadyVerified", "AlreadyShipped", "AlreadyDelivered", "ReturnOpen"]);
    assert.deepEqual(allTold(["order.verifyingPayment", "order.awaitingPayment"]), [undefined, undefined, ...Array(4).fill("PaymentAlreadyVerified"), "OrderCompleted"], "the last of several counts");
    assert.deepEqual(allTold(["order.awaitingPayment", "order.inTransit"])[1], "PaymentBeingVerified", "what is still to come counts before what is over");
  });
  test("a closed order is closed, and only a closed one can be deleted", () => {
    assert.equal(told(having(arrow("RequestReturn", ["order.delivered"])), "RequestReturn", { order: { status: "closed" } }), "OrderClosed");
    for (const command of ["DeleteOrder", "RestoreOrder"] as const) assert.deepEqual(allTold(["order.closed"], command), Array(7).fill("OrderNotClosed"));
  });
  test("an arrow from any status of a noun is from each", () => {
    const policy = having(arrow("ExtendDeadline", ["order.*"]), arrow("RecordLabel", ["return.*"]));
    assert.deepEqual([told(policy, "ExtendDeadline"), told(policy, "RecordLabel", { target: { id: "one", status: "closed" } })], [undefined, undefined]);
  });
  test("another role's arrow is none", () => {
    const policy = having(arrow("RequestReturn", ["order.delivered"]), arrow("RequestReturn", ["order.inTransit"], { by: ["seller"] }));
    assert.deepEqual([told(policy, "RequestReturn", { role: "mediator" }), told(policy, "RequestReturn", { role: "seller" }), told(policy, "RequestReturn")], ["NotInThisMarketplace", "AlreadyDelivered", undefined]);
  });
});

describe("what stands in the way of an arrow", () => {
  const from = ["order.delivered"];
  test("a window that has not opened, and one that has closed, with their instants, which are still in time", () => {
    const policy = having(arrow("OpenClaim", from, { opens: ["delivered", "dispute.opens"], closes: ["delivered", "protection.afterDelivery"] }));
    const at = (now: number, change: Partial<Order> = {}) => {
      const { refused } = ask(policy, "OpenClaim", { now, order: change });
      return refused && [refused.refusal, refused.opensAt, refused.closedAt];
    };
    const [opens, closes] = [4 + 6 * DAY, 4 + 15 * DAY];
    assert.deepEqual([at(opens - 1), at(opens), at(closes), at(closes + 1)], [["NotOpenYet", opens, null], null, null, ["NoLongerOpen", null, closes]]);
    assert.deepEqual(at(closes, { deliveredAt: null }), ["NotOpenYet", null, null], "what has not come yet opens nothing");
    assert.deepEqual(ask(having(arrow("OpenClaim", from, { closes: ["delivered"] })), "OpenClaim", { order: { deliveredAt: null } }).refused, null, "and closes nothing");
  });
  test("a window that opens with the verification is told as the payment being verified", () => {
    const policy = having(arrow("RequestCancellation", ["order.verifyingPayment", "order.awaitingShipment"], { opens: ["cancellation.opens"] }));
    const refusal = (change: Partial<Order>) => ask(policy, "RequestCancellation", { now: 2 * DAY, order: change }).refused;
    const early = refusal({ status: "verifyingPayment", confirmedAt: null });
    assert.deepEqual([early?.refusal, early?.opensAt], ["PaymentBeingVerified", 1 + DAY], "even past the latest instant, while nobody has verified it");
    assert.equal(refusal({ status: "awaitingShipment", confirmedAt: 2 }), null);
    assert.equal(refusal({ status: "awaitingShipment", confirmedAt: 3 * DAY })?.refusal, "NotOpenYet");
  });
  test("of several reasons the foremost, of several arrows the one that is nearest to being open", () => {
    const shut = arrow("ConfirmReceipt", from, { when: ["deleted", "dispatchBegun", "neverDelivered"] });
    const near = arrow("ConfirmReceipt", from, { when: ["dispatchBegun"] });
    assert.equal(told(having(shut, near), "ConfirmReceipt"), "DispatchNotBegun");
    assert.equal(told(having(near, shut), "ConfirmReceipt"), "DispatchNotBegun");
    assert.equal(told(having(shut), "ConfirmReceipt"), "NotDeleted");
    const open = arrow("ConfirmReceipt", from, { rule: "A14" });
    const { arrow: taken } = ask(having(near, open), "ConfirmReceipt");
    assert.equal(taken?.rule, "A14");
  });
  test("a choice takes its arrow, and where none is meant all are asked", () => {
    const yes = arrow("RequestCancellation", from, { when: ["sellerAtFault"], rule: "A10" });
    const graver = arrow("RequestCancellation", from, { when: ["graverGround"], rule: "A11" });
    const no = arrow("RequestCancellation", from, { when: ["sellerNotAtFault"], rule: "A12" });
    const rule = (input: object | null, ...arrows: Arrow[]) => ask(having(...arrows), "RequestCancellation", { input }).arrow?.rule;
    assert.deepEqual([rule({ sellerAtFault: true }, no, yes), rule({}, yes, no), rule(null, yes, no), rule({}, yes, graver)], ["A10", "A12", "A10", "A10"]);
  });
  test("how long the buyer may still answer is told with it", () => {
    const policy = having(arrow("GrantReversal", ["reversal.requested"], { when: ["buyerHeard"] }), arrow("ConfirmReceipt", from, { when: ["buyerHeard"] }));
    const { refused } = ask(policy, "GrantReversal", { target: { id: "one", status: "requested", buyerMayAnswerUntil: 200 } });
    assert.deepEqual([refused?.refusal, refused?.opensAt], ["BuyerMayStillAnswer", 200]);
    const other = having(arrow("GrantReversal", ["reversal.requested"], { when: ["appealable"] }));
    assert.equal(ask(other, "GrantReversal", { target: { id: "one", status: "requested", ground: "givenBack", buyerMayAnswerUntil: 200 } }).refused?.opensAt, null);
  });
});

describe("what a command means", () => {
  const claims = (...statuses: string[]): Order => order({ claims: statuses.map((status, index) => ({ id: `clm_${index + 1}`, status })) as Order["claims"] });
  const found = (policy: Policy, of: Order, named?: string, type: CommandType = "AddEvidence"): string | undefined => {
    const outcome = targetOf(policy, of, type, named);
    return "refused" in outcome ? outcome.refused.refusal : outcome.target?.id;
  };
  const policy = having(arrow("AddEvidence", ["claim.inMediation", "claim.settled"]), arrow("AddEvidence", ["claim.awaitingSeller"], { by: ["seller"] }), arrow("StopRefund", ["refund.approved"]));
  test("the one it names, or the only one that it could mean, an open claim before one that has ended", () => {
    assert.deepEqual([found(policy, claims("settled", "inMediation"), "clm_1"), found(policy, claims("settled"), "clm_2")], ["clm_1", "NoSuchTarget"]);
    assert.deepEqual([found(policy, claims("settled", "inMediation", "settled")), found(policy, claims("settled")), found(policy, claims("lapsed", "awaitingSeller", "lapsed"))], ["clm_2", "clm_1", "clm_2"]);
    assert.deepEqual([found(policy, claims("settled", "settled")), found(policy, claims("inMediation", "awaitingSeller"))], ["WhichOne", "WhichOne"]);
    assert.deepEqual([found(policy, claims("lapsed", "withdrawn")), found(policy, claims())], ["clm_2", "NoOpenClaim"], "where it could mean none, the latest");
    const refunds = order({ refunds: [{ id: "rfd_1", status: "approved" }, { id: "rfd_2", status: "lapsed" }] as unknown as Order["refunds"] });
    assert.equal(found(policy, refunds, undefined, "StopRefund"), "rfd_1");
    assert.equal(found(policy, claims("inMediation"), undefined, "ConfirmReceipt"), undefined, "or the order as a whole");
  });
  test("where there is none of the kind it says so", () => {
    const nouns: Noun[] = ["order", "cancellation", "return", "claim", "refund", "reversal", "chargeback", "sanction"];
    assert.deepEqual(nouns.map((noun) => nothingToActOn(noun).refusal), ["NoSuchTarget", "NoOpenCancellation", "NoOpenReturn", "NoOpenClaim", "NoSuchRefund", "NoOpenReversal", "NoOpenChargeback", "NoOpenSanction"]);
  });
  test("of the next steps only those are told that this marketplace has for the role, and never the same again", () => {
    const refused = { ...refuse("OrderClosed"), instead: ["OpenClaim", "RequestReturn", "ConfirmReceipt"] as CommandType[] };
    const some = having(arrow("OpenClaim", ["order.delivered"]), arrow("RequestReturn", ["order.delivered"], { by: ["seller"] }), arrow("ConfirmReceipt", ["order.delivered"]));
    assert.deepEqual(withNextSteps(some, "ConfirmReceipt", "buyer", refused).instead, ["OpenClaim"]);
    assert.deepEqual(withNextSteps(some, "PayOrder", "buyer", refused).instead, ["OpenClaim", "ConfirmReceipt"]);
    const none = { ...refused, instead: [] };
    assert.equal(withNextSteps(some, "PayOrder", "buyer", none), none);
  });
});
