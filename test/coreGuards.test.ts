// Each word that a policy can make a condition of: when it holds, and which refusal it names when it does not. On orders made up for it, one
// line a case; that policies use the words where they should is told in the stories.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chosen, failing, guardWords, holds, type GuardWord, type View } from "../src/core/guards.ts";
import type { Target } from "../src/core/moments.ts";
import type { RefusalCode } from "../src/core/refusals.ts";
import type { Chargeback, Claim, Hold, Line, Offer, Order, Refund, Return, Reversal, Sanction } from "../src/core/state.ts";
import { lawOf, policyNamed } from "./support/coreOrder.ts";
import { underLaw } from "../src/core/law.ts";

const DAY = 86_400_000;
const policy = policyNamed("amazon");
const line = (change: Partial<Line> = {}): Line =>
  ({ sku: "CUP-1", quantity: 2, priceMinor: 2_000, finalSale: false, cancelled: 0, shipped: 2, delivered: 2, returning: 0, returned: 0, ...change }) as Line;
const ret = (change: Partial<Return> = {}): Return => ({
  id: "ret_1", status: "authorized", claimId: null, lines: [{ sku: "CUP-1", quantity: 1, reason: "defective" }], remedy: "refund", amountMinor: 0, sellerPays: false, replacementParcelId: null,
  condition: null, scannedAt: null, backAt: null, receivedAt: null, approvedByHand: false, advance: false, overdueAt: null, ...change,
}) as Return;
const refund = (change: Partial<Refund> = {}): Refund => ({
  id: "rfd_1", paymentId: "pay_1", amountMinor: 500, status: "settled", cause: { kind: "return", id: "ret_1" }, replacedBy: null, reversingSince: null, chargeBackDue: false, overdueAt: null, ...change,
}) as Refund;
const claim = (change: Partial<Claim> = {}): Claim =>
  ({ id: "clm_1", status: "awaitingSeller", stage: "onTheWay", silence: "grants", remedy: "money", amountMinor: 500, offers: [], decisions: [], appealedBy: null, overdueAt: null, returnId: null, ...change }) as Claim;
const reversal = (change: Partial<Reversal> = {}): Reversal =>
  ({ id: "rev_1", refundId: "rfd_1", status: "requested", ground: "fraud", requestedBy: { role: "seller", id: "cactus" }, buyerMayAnswerUntil: null, decidedBy: null, appealedAt: null, ...change }) as Reversal;
const sanction = (change: Partial<Sanction> = {}): Sanction => ({ id: "snc_1", status: "active", ...change }) as Sanction;
const hold = (change: Partial<Hold> = {}): Hold => ({ reasons: [], secondPerson: false, approvedBy: "olga", reviewer: null, heldAt: 1, releasedAt: null, releasedBy: null, ...change });
const held = (change: Partial<Hold> = {}): Refund => refund({ status: "approved", hold: hold(change) });
const olga = { role: "operator", id: "olga" } as const;
const chargeback = (status: Chargeback["status"]): Chargeback => ({ id: "cbk_1", paymentId: "pay_1", amountMinor: 100, lossMinor: 0, status }) as Chargeback;
const order = (change: Partial<Order> = {}): Order => ({
  status: "delivered", lines: [line()], shippingMinor: 0, shippingReturned: false, fulfilledBy: "seller", hidden: false, dispatchBegunAt: null, deliveredAt: 10 * DAY, endedAt: null,
  money: { inEscrowMinor: 2_000, releasedMinor: 0 }, payments: [], parcels: [], cancellations: [], returns: [], claims: [], refunds: [], reversals: [], sanctions: [], ...change,
}) as unknown as Order;

type At = { order?: Partial<Order>; target?: object; actor?: View["actor"]; now?: number; policy?: View["policy"] };
const view = (at: At): View => ({ policy: at.policy ?? policy, order: order(at.order), target: (at.target ?? null) as Target | null, actor: at.actor ?? { role: "buyer", id: "ann" }, now: at.now ?? 20 * DAY });

const offer = (change: Partial<Offer>): Offer => ({ by: "seller", remedy: "money", amountMinor: 500, note: null, at: 1, ...change });
const money = (inEscrowMinor: number, releasedMinor: number): Partial<Order> => ({ money: { ...order().money, inEscrowMinor, releasedMinor } });
const withdrawn = ret({ withdrawnAt: 1 });
const decided = (by: string): Claim => claim({ status: "decided", decisions: [{ by }] as Claim["decisions"] });

const cases: Partial<Record<GuardWord, [at: At, code: RefusalCode | null][]>> = {
  dispatchBegun: [[{}, "DispatchNotBegun"], [{ order: { dispatchBegunAt: 1 } }, null]],
  dispatchNotBegun: [[{}, null], [{ order: { dispatchBegunAt: 1 } }, "DispatchAlreadyBegun"]],
  deleted: [[{}, "NotDeleted"], [{ order: { hidden: true } }, null]],
  notDeleted: [[{}, null], [{ order: { hidden: true } }, "AlreadyDeleted"]],
  noCancellation: [[{}, null], [{ order: { cancellations: [{ status: "requested" }] as Order["cancellations"] } }, "CancellationOpen"]],
  noClaim: [[{ order: { claims: [claim({ status: "settled" })] } }, null], [{ order: { claims: [claim()] } }, "ClaimOpen"]],
  noReturn: [[{ order: { returns: [ret({ status: "closed" })] } }, null], [{ order: { returns: [ret({ status: "closed" }), ret()] } }, "ReturnOpen"]],
  nothingOpen: [
    [{}, null], [{ order: { chargebacks: [chargeback("open")], claims: [claim()] } }, "ChargebackOpen"], [{ order: { claims: [claim()], returns: [ret()] } }, "ClaimOpen"],
    [{ order: { returns: [ret({ status: "closed" }), ret()], reversals: [reversal()] } }, "ReturnOpen"], [{ order: { reversals: [reversal({ status: "granted" }), reversal()] } }, "ReversalOpen"],
    [{ order: { refunds: [refund(), refund({ reversingSince: 1 })] } }, "ReversalOpen"], [{ order: { reversals: [reversal({ status: "refused" })], refunds: [refund()] } }, null],
  ],
  noChargeback: [[{ order: { chargebacks: [chargeback("won")] } }, null], [{ order: { chargebacks: [chargeback("open")] } }, "ChargebackOpen"]],
  escrowHeld: [[{}, null], [{ order: money(0, 500) }, "NothingLeft"], [{ order: { ...money(500, 0), refunds: [refund({ status: "failed" })] } }, "NothingLeft"]],
  worthLeft: [[{ target: ret() }, null], [{ target: ret(), order: money(0, 0) }, "NothingLeft"]],
  goodsLeft: [
    [{}, null], [{ order: { lines: [line({ returned: 2 }), line({ returned: 1 })] } }, null], [{ order: { lines: [line({ returned: 1, returning: 1 }), line({ delivered: 0 })] } }, "QuantityTooHigh"],
  ],
  moneyLeft: [[{}, null], [{ order: money(0, 0) }, "NothingLeft"], [{ order: money(0, 500) }, null], [{ order: { ...money(0, 500), status: "completed" } }, "NothingLeft"]],
  claimsLeft: [
    [{ policy: policyNamed("aliexpress", { "dispute.attempts": 2 }), order: { claims: [claim()] } }, null],
    [{ policy: policyNamed("aliexpress", { "dispute.attempts": 2 }), order: { claims: [claim(), claim()] } }, "NoClaimsLeft"],
  ],
  returnWindowEnded: [
    [{ now: 40 * DAY - 1 }, "ReturnOpen"], [{ now: 40 * DAY }, null], [{ now: 90 * DAY, order: { deliveredAt: null } }, "ReturnOpen"],
  ],
  fulfilledByPlatform: [[{}, "NotFulfilledByYou"], [{ order: { fulfilledBy: "platform" } }, null]],
  fulfilledBySeller: [[{}, null], [{ order: { fulfilledBy: "platform" } }, "NotFulfilledByYou"]],
  fulfilsIt: [[{}, null], [{ actor: { role: "operator", id: "olga" } }, "NotFulfilledByYou"], [{ actor: { role: "operator", id: "olga" }, order: { fulfilledBy: "platform" } }, null]],
  guaranteed: [
    [{}, null], [{ order: { deliveredAt: null } }, "NotDeliveredYet"], [{ order: { deliveredAt: null, status: "completed" } }, "OrderCompleted"], [{ order: money(0, 0) }, "NothingLeft"],
    [{ order: { ...money(0, 500), status: "completed" } }, null], [{ order: { lines: [line({ returning: 1, returned: 1 })] } }, "NothingLeft"], [{ order: { lines: [line({ returned: 2 }), line()] } }, null],
  ],
  withdrawable: [[{}, null], [{ order: { lines: [line({ returned: 2 })] } }, "NothingLeft"]],
  withdrawn: [[{ target: withdrawn }, null], [{ target: ret() }, "ReturnNotPosted"], [{}, "ReturnNotPosted"]],
  notWithdrawn: [[{ target: withdrawn }, "WithdrawnFromContract"], [{ target: ret() }, null], [{}, null]],
  notByWithdrawal: [
    [{ target: refund() }, null], [{ target: refund(), order: { returns: [withdrawn] } }, "WithdrawnFromContract"], [{ target: refund(), order: { returns: [ret(), { ...withdrawn, id: "ret_2" }] } }, null],
    [{ target: refund({ cause: { kind: "withdrawal", id: "wdr_1" } }) }, "WithdrawnFromContract"], [{ target: refund({ cause: { kind: "claim", id: "ret_1" } }), order: { returns: [withdrawn] } }, null],
  ],
  notScanned: [[{ target: ret() }, null], [{ target: ret({ scannedAt: 1 }) }, "ParcelAlreadyScanned"]],
  goodsNotScanned: [
    [{ target: claim() }, null], [{ target: claim({ returnId: "ret_1" }), order: { returns: [ret()] } }, null],
    [{ target: claim({ returnId: "ret_1" }), order: { returns: [ret({ replacementParcelId: "prc_1" })] } }, "ReplacementOnItsWay"],
    [{ target: claim({ returnId: "ret_1" }), order: { returns: [ret({ scannedAt: 1 })] } }, "ParcelAlreadyScanned"],
    [{ target: claim({ returnId: "ret_1" }), order: { returns: [ret({ receivedAt: 1 })] } }, "ParcelAlreadyScanned"],
    [{ target: claim(), order: { returns: [ret({ scannedAt: 1, receivedAt: 1, replacementParcelId: "prc_1" })] } }, null],
    [{ target: claim(), order: { returns: [ret(), ret({ status: "inTransit", overdueAt: 1, scannedAt: 1 })] } }, "ParcelAlreadyScanned"],
    [{ target: claim(), order: { returns: [ret({ status: "inTransit", overdueAt: 1 }), ret({ status: "expired", overdueAt: 1, scannedAt: 1 }), ret({ status: "inTransit", scannedAt: 1 })] } }, null],
  ],
  refundNotSubmitted: [
    [{ target: ret(), order: { refunds: [refund({ status: "approved" }), refund({ cause: { kind: "return", id: "ret_2" } })] } }, null],
    [{ target: ret(), order: { refunds: [refund({ status: "approved" }), refund()] } }, "RefundAlreadySubmitted"],
  ],
  refundStoppable: [
    [{ target: claim() }, null], [{ target: claim({ status: "settled" }) }, "ClaimAlreadyEnded"],
    [{ target: claim({ status: "settled" }), order: { refunds: [refund({ status: "stopped", cause: { kind: "claim", id: "clm_1" } }), refund({ status: "approved", cause: { kind: "claim", id: "clm_1" } })] } }, null],
    [{ target: claim(), order: { refunds: [refund({ status: "submitting", cause: { kind: "claim", id: "clm_1" } }), refund({ status: "approved", cause: { kind: "claim", id: "clm_1" } })] } }, "RefundAlreadySubmitted"],
  ],
  notApprovedYet: [
    [{ target: ret(), order: { refunds: [refund({ status: "stopped" }), refund({ status: "failed", replacedBy: "rfd_2" })] } }, null],
    [{ target: ret(), order: { refunds: [refund({ status: "stopped" }), refund({ status: "failed" })] } }, "RefundAlreadyApproved"],
  ],
  notAuthorizedByHand: [[{ target: ret() }, null], [{ target: ret({ approvedByHand: true }) }, "RefundAuthorizedByHand"]],
  noReplacement: [[{ target: ret() }, null], [{ target: ret({ replacementParcelId: "prc_1" }) }, "ReplacementOnItsWay"]],
  replacementNotShipped: [[{ target: ret() }, null], [{ target: ret({ replacementParcelId: "prc_1" }) }, "ReplacementAlreadyShipped"]],
  replacementWaiting: [[{ target: ret() }, "ReplacementNotAsked"], [{ target: ret({ remedy: "replacement" }) }, null], [{ target: ret({ remedy: "replacement", status: "closed" }) }, "ReplacementNotAsked"]],
  ownReturn: [[{ target: ret() }, null], [{ target: ret({ claimId: "clm_1" }) }, "ClaimAlreadyAgreed"]],
  goodsAreBack: [[{ target: ret() }, "ReturnNotPosted"], [{ target: ret({ backAt: 1 }) }, null]],
  goodsNotBack: [[{ target: ret() }, null], [{ target: ret({ backAt: 1 }) }, "ReturnNotPosted"], [{ target: ret({ overdueAt: 1 }) }, "ReturnNotPosted"]],
  silenceGrants: [[{ target: claim() }, null], [{ target: claim({ silence: "escalates" }) }, "ClaimNotDecided"]],
  silenceEscalates: [[{ target: claim() }, "ClaimNotDecided"], [{ target: claim({ silence: "escalates" }) }, null]],
  beforeShipment: [[{ target: claim() }, "AlreadyShipped"], [{ target: claim({ stage: "beforeShipment" }) }, null]],
  afterShipment: [[{ target: claim() }, null], [{ target: claim({ stage: "beforeShipment" }) }, "NotShippedYet"]],
  notAppealed: [
    [{ target: claim() }, null], [{ target: claim({ appealedBy: "buyer" }) }, "AlreadyAppealed"], [{ target: reversal() }, null], [{ target: reversal({ appealedAt: 1 }) }, "AlreadyAppealed"],
    [{ target: { id: "snc_1", appealedAt: 1 } }, null],
  ],
  notOverdue: [[{ target: claim() }, null], [{ target: claim({ overdueAt: 1 }) }, "ClaimInMediation"]],
  isOverdue: [[{ target: claim() }, "StillWithTheMediators"], [{ target: claim({ overdueAt: 1 }) }, null]],
  anotherHears: [
    [{ target: claim(), actor: { role: "mediator", id: "mia" } }, null], [{ target: decided("mia"), actor: { role: "mediator", id: "mia" } }, "DecidedByYou"], [{ target: decided("max"), actor: { role: "mediator", id: "mia" } }, null],
    [{ target: reversal({ decidedBy: "olga" }), actor: { role: "operator", id: "olga" } }, null],
    [{ target: reversal({ decidedBy: "olga", appealedAt: 1 }), actor: { role: "operator", id: "olga" } }, "DecidedByYou"],
    [{ target: reversal({ decidedBy: "otto", appealedAt: 1 }), actor: { role: "operator", id: "olga" } }, null],
  ],
  offerWaits: [[{ target: claim() }, "NoOfferToAccept"], [{ target: claim({ offers: [offer({})] }) }, null], [{ target: claim({ offers: [offer({})] }), actor: { role: "seller", id: "cactus" } }, "NoOfferToAccept"]],
  notAskedByYou: [
    [{ target: reversal() }, null], [{ target: reversal(), actor: { role: "seller", id: "cactus" } }, "AskedByYou"], [{ target: reversal(), actor: { role: "seller", id: "agave" } }, null],
    [{ target: reversal(), actor: { role: "operator", id: "cactus" } }, null],
  ],
  yourReversal: [[{ target: reversal() }, null], [{ target: reversal(), actor: { role: "seller", id: "agave" } }, null], [{ target: reversal(), actor: { role: "operator", id: "olga" } }, "NotYourRequest"]],
  appealable: [[{ target: reversal() }, null], [{ target: reversal({ ground: "givenBack" }) }, "ReversalNotGranted"]],
  buyerHeard: [[{ target: reversal() }, null], [{ target: reversal({ buyerMayAnswerUntil: 5 }), now: 5 }, "BuyerMayStillAnswer"], [{ target: reversal({ buyerMayAnswerUntil: 5 }), now: 6 }, null]],
  noReversal: [
    [{ target: refund() }, null], [{ target: refund({ reversingSince: 1 }) }, "ReversalOpen"], [{ target: refund(), order: { reversals: [reversal({ status: "refused" }), reversal({ refundId: "rfd_2" })] } }, null],
    [{ target: refund(), order: { reversals: [reversal({ status: "refused" }), reversal({ status: "granted" })] } }, "ReversalOpen"],
  ],
  notReissued: [
    [{ target: refund() }, null], [{ target: refund({ replacedBy: "rfd_2" }) }, "RefundAlreadyFailed"], [{ target: refund({ chargeBackDue: true }) }, "RefundAlreadyFailed"],
    [{ target: refund({ coveredBy: "cbk_1" }) }, "RefundAlreadyFailed"],
  ],
  refundNotOverdue: [[{ target: refund() }, null], [{ target: refund({ overdueAt: 1 }) }, "RefundOpen"]],
  refundOverdue: [[{ target: refund() }, "RefundOpen"], [{ target: refund({ overdueAt: 1 }) }, null]],
  refundReversing: [[{ target: refund() }, "RefundNotSettled"], [{ target: refund({ reversingSince: 1 }) }, null]],
  failureProposed: [[{ target: refund() }, "NoFailureProposed"], [{ target: refund({ failureProposed: { by: "olga", at: 1 } }) }, null]],
  notProposedByYou: [
    [{ target: refund({ failureProposed: { by: "olga", at: 1 } }), actor: olga }, "ProposedByYou"], [{ target: refund({ failureProposed: { by: "otto", at: 1 } }), actor: olga }, null], [{ target: refund(), actor: olga }, null],
  ],
  failedByHand: [
    [{ target: refund() }, "RefundAlreadyFailed"], [{ target: refund({ resolved: "settled" }) }, "RefundAlreadyFailed"], [{ target: refund({ resolved: "failed" }) }, null],
    [{ target: refund({ resolved: "failed", stray: { amountMinor: 1, lossMinor: 1 } }) }, "RefundAlreadyFailed"],
  ],
  paidTwice: [[{ target: refund() }, "RefundAlreadyFailed"], [{ target: refund({ stray: { amountMinor: 0, lossMinor: 0 } }) }, "RefundAlreadyFailed"], [{ target: refund({ stray: { amountMinor: 1, lossMinor: 0 } }) }, null]],
  notHeld: [[{ target: refund({ status: "approved" }) }, null], [{ target: held() }, "RefundHeld"], [{ target: held({ releasedAt: 2 }) }, null], [{ target: { ...held(), status: "stopped" } }, null]],
  held: [[{ target: refund({ status: "approved" }) }, "RefundNotHeld"], [{ target: held() }, null], [{ target: held({ releasedAt: 2 }) }, "RefundNotHeld"]],
  neverHeld: [[{ target: refund({ status: "approved" }) }, null], [{ target: held() }, "RefundHeld"], [{ target: held({ releasedAt: 2 }) }, "RefundReviewed"]],
  heldByAnother: [[{ target: held(), actor: olga }, null], [{ target: held({ reviewer: "olga" }), actor: olga }, "AlreadyYours"], [{ target: held({ reviewer: "otto" }), actor: olga }, null], [{ target: refund(), actor: olga }, null]],
  secondPerson: [
    [{ target: held(), actor: olga }, null], [{ target: held({ secondPerson: true }), actor: olga }, "ApprovedByYou"], [{ target: held({ secondPerson: true, approvedBy: "otto" }), actor: olga }, null], [{ target: refund(), actor: olga }, null],
  ],
  yourSanction: [
    [{ target: sanction() }, "NotYourRequest"], [{ target: sanction({ party: "buyer" }) }, null], [{ target: sanction(), actor: { role: "seller", id: "cactus" } }, null],
    [{ target: sanction({ party: "buyer" }), actor: { role: "seller", id: "cactus" } }, "NotYourRequest"],
  ],
  notAnswered: [[{ target: sanction() }, null], [{ target: sanction({ answer: { sealed: "no" } }) }, "SanctionAnswered"]],
  extended: [[{}, "NoExtension"], [{ order: { extended: [{ deadline: "ExpireReturn:ret_1@100", byMs: 5, at: 1 }], extensions: { "ExpireReturn:ret_1@100": 5 } }, now: 105 }, null]],
  neverDelivered: [[{}, "AlreadyDelivered"], [{ order: { deliveredAt: null } }, null]],
};

/** Words that look at what a command carries, not at the order. */
const choices: GuardWord[] = ["sellerAtFault", "sellerNotAtFault", "graverGround", "guaranteeGround"];

describe("the conditions", () => {
  for (const [word, own] of Object.entries(cases) as [GuardWord, [At, RefusalCode | null][]][]) {
    test(`${word}: holds, or says ${[...new Set(own.map(([, code]) => code))].filter((code) => code !== null).join(", ")}`, () => {
      own.forEach(([at, code], number) => assert.deepEqual(failing([word], view(at)), code === null ? [] : [code], `case ${number + 1}`));
    });
  }

  test("each word is among the cases or is a choice", () => assert.deepEqual([...Object.keys(cases), ...choices].sort(), [...guardWords].sort()));

  test("all that do not hold are told, in the order in which they are written; none is asked where there is none", () => {
    assert.deepEqual(failing(["dispatchBegun", "notDeleted", "escrowHeld", "neverDelivered"], view({})), ["DispatchNotBegun", "AlreadyDelivered"]);
    assert.deepEqual([holds(["notDeleted", "escrowHeld"], view({})), holds(["notDeleted", "deleted"], view({})), holds(undefined, view({}))], [true, false, true]);
    assert.deepEqual([failing(undefined, view({})), failing(["sellerAtFault"], view({}))], [[], []]);
  });
});

describe("the choices", () => {
  const german = underLaw(policyNamed("aliexpress"), lawOf("DE"));
  const takes = (word: GuardWord, input: object | null, at: At = {}): boolean => chosen([word], input, view(at));
  test("a command takes an arrow by what it carries; while nothing is carried yet every arrow is open", () => {
    assert.deepEqual([takes("sellerAtFault", { sellerAtFault: true }), takes("sellerAtFault", { sellerAtFault: false }), takes("sellerAtFault", {})], [true, false, false]);
    assert.deepEqual([takes("sellerNotAtFault", { sellerAtFault: true }), takes("sellerNotAtFault", { sellerAtFault: false }), takes("sellerNotAtFault", {})], [false, true, true]);
    assert.deepEqual([takes("sellerAtFault", null), chosen(undefined, {}, view({}))], [true, true]);
    assert.equal(chosen(["deleted", "sellerNotAtFault"], {}, view({})), true, "conditions are no choices");
    assert.equal(chosen(["sellerNotAtFault", "sellerAtFault"], {}, view({})), false);
  });
  test("a ground is graver where the policy says so at that stage, the guarantee's where the law names it", () => {
    const onTheWay: At = { policy: german, order: { status: "inTransit", shippedAt: 1, deliveredAt: null, lines: [line({ delivered: 0 })] } };
    const graver = Object.keys(german.grounds.onTheWay).filter((ground) => takes("graverGround", { ground }, onTheWay));
    assert.deepEqual(graver, ["falseTracking"]);
    assert.deepEqual([takes("graverGround", {}, onTheWay), takes("graverGround", { ground: "nothing" }, onTheWay)], [false, false]);
    const grounds = german.law!.guarantee!.grounds;
    assert.ok(grounds.length > 0 && grounds.every((ground) => takes("guaranteeGround", { ground }, { policy: german })));
    assert.deepEqual([takes("guaranteeGround", {}, { policy: german }), takes("guaranteeGround", { ground: "nothing" }, { policy: german }), takes("guaranteeGround", { ground: grounds[0] })], [false, false, false]);
  });
});
