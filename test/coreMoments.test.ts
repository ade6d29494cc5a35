// The instants that everything waits for: what is promised of money, the named moments, the windows between them, and the deadlines that
// come of them. On orders made up for it, one instant a line; what follows when they pass is told in the stories.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { deadlineId, deadlinesOf, extendable, firesAt, targetsOf } from "../src/core/deadlines.ts";
import { takenBack } from "../src/core/extension.ts";
import { underLaw } from "../src/core/law.ts";
import { edgeOf, isMoment, momentNames, momentOf, protectionEnds, shipBy, type Target } from "../src/core/moments.ts";
import type { Moment, Policy } from "../src/core/policy.ts";
import { cancellableUntil, promisedBy, promiseFor, withdrawalDueBy, withdrawalMoneyDue } from "../src/core/promise.ts";
import { dueReminders, remindersOf } from "../src/core/reminders.ts";
import type { Extension, Order, Return } from "../src/core/state.ts";
import { lawOf, policyNamed } from "./support/coreOrder.ts";
import { policyLike } from "./support/policies.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday. */
const MONDAY = Date.UTC(2026, 2, 2, 9);
const amazon = policyNamed("amazon");
const [german, british, chinese] = ["DE", "GB", "CN"].map((country) => underLaw(amazon, lawOf(country))) as [Policy, Policy, Policy];
const order = (change: Partial<Order> = {}): Order => ({
  status: "delivered", closedBecause: null, placedAt: 1, paidAt: 2, confirmedAt: 3, shippedAt: 4, deliveredAt: 5, endedAt: 6, restartedAt: null, statusSince: 8, shipBy: null, shipWithin: null, extraProtectionMs: 0,
  money: { inEscrowMinor: 100, releasedMinor: 0 }, payments: [], parcels: [], cancellations: [], returns: [], claims: [], refunds: [], reversals: [], sanctions: [], extensions: {}, reminded: [], ...change,
}) as unknown as Order;
const ret = (change: Partial<Return> = {}): Return => ({ id: "ret_1", status: "inTransit", refundTo: "sameMethod", postedAt: null, receivedAt: null, backAt: null, ...change }) as Return;

describe("what is promised of money", () => {
  test("its arrival is counted in calendar time or business days, by the way it goes, and any other way as the policy says for all", () => {
    assert.equal(promisedBy(amazon, "giftCard", MONDAY), MONDAY + 3 * HOUR);
    assert.equal(promisedBy(amazon, "card", MONDAY), MONDAY + 7 * DAY);
    assert.equal(promisedBy(amazon, "eWallet", MONDAY), MONDAY + 10 * DAY);
  });
  test("a policy that promises nothing for a way is at fault", () => {
    const silent = policyLike("amazon", ({ refund }) => void (refund.arrives = { card: "P1D" }));
    assert.throws(() => promisedBy(silent, "eWallet", MONDAY), /policy amazon promises nothing for eWallet/);
  });
  test("it can be stopped while the policy holds it", () => assert.equal(cancellableUntil(amazon, MONDAY), MONDAY + 2 * HOUR));

  test("a withdrawal's money is due by the law's time: from the notice, from the posting, or from the goods' return", () => {
    const cases: [policy: Policy, ret: Return | null, dueBy: number | null][] = [
      [german, ret(), 100 + 14 * DAY], [german, null, 100 + 14 * DAY], [amazon, ret(), null],
      [british, null, 100 + 14 * DAY], [british, ret(), null], [british, ret({ postedAt: 200 }), 200 + 14 * DAY],
      [chinese, null, 100 + 7 * DAY], [chinese, ret({ postedAt: 200 }), null], [chinese, ret({ backAt: 300 }), 300 + 7 * DAY], [chinese, ret({ backAt: 300, receivedAt: 400 }), 400 + 7 * DAY],
    ];
    const own = policyLike("amazon", ({ terms }) => void (terms["withdrawal.refundWithin"] = { is: "P3D", rule: "X1", source: "own" }));
    cases.push([own, ret({ backAt: 300 }), 100 + 3 * DAY], [underLaw(own, { ...lawOf("DE")!, withdrawal: null }), ret(), 100 + 3 * DAY]);
    cases.forEach(([policy, one, dueBy], number) => assert.equal(withdrawalDueBy(policy, 100, one), dueBy, `case ${number + 1}`));
  });

  test("posted goods of a withdrawal are paid early enough for the slowest way to arrive in time, and not before the posting", () => {
    const posted = ret({ withdrawnAt: MONDAY, postedAt: MONDAY + DAY });
    const paidBy = (...methods: string[]): Order => order({ payments: methods.map((method) => ({ method })) as Order["payments"] });
    assert.equal(withdrawalMoneyDue(german, paidBy("eWallet"), posted), MONDAY + 4 * DAY);
    assert.equal(withdrawalMoneyDue(german, paidBy("giftCard", "eWallet"), posted), MONDAY + 4 * DAY);
    assert.equal(withdrawalMoneyDue(german, paidBy("eWallet"), { ...posted, refundTo: "giftCard" }), MONDAY + 14 * DAY - 3 * HOUR);
    assert.equal(withdrawalMoneyDue(german, paidBy(), posted), MONDAY + 14 * DAY);
    assert.equal(withdrawalMoneyDue(german, paidBy("eWallet"), { ...posted, postedAt: MONDAY + 6 * DAY }), MONDAY + 6 * DAY);
    assert.equal(withdrawalMoneyDue(german, paidBy("eWallet"), ret({ withdrawnAt: MONDAY })), null);
    assert.equal(withdrawalMoneyDue(german, paidBy("eWallet"), ret({ postedAt: MONDAY })), null);
    assert.equal(withdrawalMoneyDue(chinese, paidBy("eWallet"), posted), null, "there it waits for the goods");
  });

  test("the promise for a withdrawal is never later than the law allows, where that is still to come", () => {
    const slow = underLaw(policyLike("amazon", ({ refund }) => void (refund.arrives["*"] = "P20D")), lawOf("DE"));
    const returned = { kind: "return", id: "ret_1" } as const;
    const withdrawn = order({ returns: [ret({ id: "ret_0" }), ret({ withdrawnAt: MONDAY })], withdrawals: [{ id: "wdr_0", lines: [], asGuest: false, at: 1 }, { id: "wdr_1", lines: [], asGuest: false, at: MONDAY }] });
    const promise = (cause: Parameters<typeof promiseFor>[2], at: number, policy = slow): number => promiseFor(policy, withdrawn, cause, "eWallet", at);
    assert.equal(promise(returned, MONDAY), MONDAY + 14 * DAY);
    assert.equal(promise({ kind: "withdrawal", id: "wdr_1" }, MONDAY), MONDAY + 14 * DAY);
    assert.equal(promise(returned, MONDAY, german), MONDAY + 10 * DAY, "the marketplace's own is sooner");
    assert.equal(promise(returned, MONDAY + 14 * DAY), MONDAY + 34 * DAY, "the law's time is over");
    assert.equal(promise(returned, MONDAY + 14 * DAY - 1), MONDAY + 14 * DAY);
    const missing = { kind: "withdrawal", id: "wdr_9" } as const;
    assert.deepEqual([promise(missing, MONDAY), promiseFor(slow, order(), missing, "eWallet", MONDAY)], [MONDAY + 20 * DAY, MONDAY + 20 * DAY]);
    for (const cause of [{ kind: "return", id: "ret_0" }, { kind: "claim", id: "ret_1" }, { kind: "claim", id: "wdr_1" }, { kind: "order", id: null }] as const) assert.equal(promise(cause, MONDAY), MONDAY + 20 * DAY, cause.kind);
  });
});

describe("the named moments", () => {
  const at = (name: string, target: object | null, change: Partial<Order> = {}, policy = amazon): number | null => momentOf(policy, order(change), target as Target | null, name);
  const cases: Record<string, [is: number | null, target: object | null, change?: Partial<Order>][]> = {
    placed: [[1, null]], paid: [[2, null], [null, null, { paidAt: null }]],
    confirmed: [[3, null], [null, null, { confirmedAt: null, restartedAt: 9 }], [9, null, { restartedAt: 9 }], [3, null, { restartedAt: 2 }]],
    shipBy: [[3 + 7 * DAY, null]], shipped: [[4, null], [4, null, { restartedAt: 9 }]],
    goodsHeld: [[5, null], [null, null, { deliveredAt: null }], [6, null, { deliveredAt: null, status: "completed" }], [5, null, { status: "completed" }]],
    delivered: [[5, null], [9, null, { restartedAt: 9 }]], protectionEnds: [[5 + 30 * DAY, null]],
    requested: [[11, { requestedAt: 11 }]], claimOpened: [[11, { openedAt: 11, askedAt: 12 }]], asked: [[12, { openedAt: 11, askedAt: 12 }]],
    answered: [[13, { askedAt: 12, answeredAt: 13 }], [12, { askedAt: 12, answeredAt: null }]], escalated: [[14, { escalatedAt: 14 }]], overdue: [[15, { overdueAt: 15 }]],
    decided: [[17, { decisions: [{ at: 16 }, { at: 17 }] }], [null, { decisions: [] }]],
    authorized: [[18, { authorizedAt: 18 }], [5, { authorizedAt: 4 }], [null, { authorizedAt: null }], [4 + 60 * DAY, { authorizedAt: 18 }, { deliveredAt: null }], [18, { authorizedAt: 18 }, { deliveredAt: null, shippedAt: null }]],
    posted: [[19, { postedAt: 19 }]], withdrawalMoneyDue: [[null, ret()]], goodsBack: [[20, { backAt: 20 }]], received: [[21, { receivedAt: 21 }]],
    cancellableUntil: [[22, { cancellableUntil: 22 }]], promisedBy: [[23, { promisedBy: 23 }]],
    submitting: [[24, { submittingAt: 24, inquiredAt: null }], [25, { submittingAt: 24, inquiredAt: 25 }], [24, { submittingAt: 24, inquiredAt: 23 }], [null, { submittingAt: null, inquiredAt: 25 }]],
    unknown: [[26, { unknownAt: 26, inquiredAt: null }], [27, { unknownAt: 26, inquiredAt: 27 }]], reversing: [[28, { reversingSince: 28, inquiredAt: null }], [29, { reversingSince: 28, inquiredAt: 29 }]],
    failed: [[30, { endedAt: 30 }]], refundOverdue: [[31, { overdueAt: 31, inquiredAt: null }], [32, { overdueAt: 31, inquiredAt: 32 }]], reviewSince: [[33, { reviewSince: 33 }]],
    reversalDecided: [[34, { decidedAt: 34 }]], chargedBack: [[35, { openedAt: 35, inquiredAt: null }], [36, { openedAt: 35, inquiredAt: 36 }]], sanctioned: [[37, { at: 37 }]],
    held: [[40, { hold: { heldAt: 40 } }], [null, {}]], awaited: [[42, { submittingAt: 41, promisedBy: 42 }], [43, { submittingAt: 43, promisedBy: 42 }], [null, { submittingAt: null, promisedBy: 42 }]],
    failureProposed: [[44, { failureProposed: { by: "olga", at: 44 } }], [null, {}]],
    appealUntil: [[38, { appealUntil: 38 }]], sanctionAppealed: [[39, { appealedAt: 39 }]],
  };
  for (const [name, own] of Object.entries(cases)) {
    test(`${name} is when it was`, () => own.forEach(([is, target, change], number) => assert.equal(at(name, target, change), is, `case ${number + 1}`)));
  }
  test("those are all; another word is a policy's fault", () => {
    assert.deepEqual(Object.keys(cases).sort(), [...momentNames].sort());
    assert.deepEqual([isMoment("placed"), isMoment("toString"), isMoment("")], [true, false, false]);
    assert.throws(() => at("someday", null), /policy amazon names no moment of the core: someday/);
  });

  test("goods are to be shipped by the listing's instant, the listing's time, or the policy's; anew where the order was opened again", () => {
    const by = (change: Partial<Order>): number | null => shipBy(amazon, order(change));
    assert.deepEqual([by({ shipBy: 77, shipWithin: "P1D" }), by({ shipWithin: "P1D" }), by({}), by({ restartedAt: 50 }), by({ confirmedAt: null })], [77, 3 + DAY, 3 + 7 * DAY, 50 + 7 * DAY, null]);
  });
  test("the protection ends some time after the delivery, or after the shipping while none is recorded, later where it was extended", () => {
    const ends = (change: Partial<Order>, policy = amazon): number | null => protectionEnds(policy, order(change));
    assert.deepEqual([ends({}), ends({ deliveredAt: null }), ends({ deliveredAt: null, shippedAt: null }), ends({ extraProtectionMs: 7 }), ends({ restartedAt: 50 }), ends({ deliveredAt: null, restartedAt: 50 })],
      [5 + 30 * DAY, 4 + 60 * DAY, null, 12 + 30 * DAY, 50 + 30 * DAY, 50 + 60 * DAY]);
    assert.equal(ends({}, policyNamed("amazon", { "protection.afterDelivery": null })), null);
  });
});

describe("windows", () => {
  const edge = (spec: Moment, change: Partial<Order> = {}, word: string | number = "with_payment") => {
    const policy = policyNamed("aliexpress", { "cancellation.opens": word });
    return edgeOf(policy, order(change), null, spec);
  };
  test("open and close at a moment, or some time after it", () => {
    assert.deepEqual([edge(["shipped"]), edge(["shipped", "dispute.opens"]), edge(["shipped"], { shippedAt: null }), edge(["shipped", "dispute.opens"], { shippedAt: null })],
      [{ at: 4, certain: true }, { at: 4 + 6 * DAY, certain: true }, { at: null, certain: true }, { at: null, certain: true }]);
  });
  test("or at a term's word for a moment; the verification is certain only once it is there", () => {
    const opens: Moment = ["cancellation.opens"];
    assert.deepEqual(edge(opens), { at: 2, certain: true });
    assert.deepEqual(edge(opens, {}, "after_verification"), { at: 3, certain: true });
    assert.deepEqual(edge(opens, { confirmedAt: null }, "after_verification"), { at: 2 + DAY, certain: false });
    assert.deepEqual(edge(opens, { confirmedAt: null, paidAt: null }, "after_verification"), { at: null, certain: false });
    assert.deepEqual(edge(opens, {}, "P1D_after_payment"), { at: 2 + DAY, certain: true });
    assert.deepEqual(edge(opens, {}, "shipping"), { at: null, certain: true });
    assert.throws(() => edge(opens, {}, "some day"), /policy aliexpress names no moment of the core: some day/);
  });
});

describe("deadlines", () => {
  const paid = order({ status: "awaitingShipment", confirmedAt: MONDAY, shippedAt: null, deliveredAt: null });
  const [shipment] = deadlinesOf(amazon, paid);
  test("one says who owes what since when and by when, and what follows; its key names this running of it", () => {
    assert.deepEqual(shipment, {
      key: `ExpireShipment@${MONDAY + 7 * DAY}`, who: "seller", owes: "ShipOrder", since: 8, by: MONDAY + 7 * DAY, otherwise: "ExpireShipment", because: null, target: null, atOnce: false, floor: false,
      rule: shipment!.rule,
    });
    assert.equal(deadlinesOf(amazon, paid), deadlinesOf(amazon, paid), "and is worked out once");
    const closing = policyLike("amazon", ({ deadlines }) => deadlines.forEach((rule) => void (rule.because = "notShipped")));
    assert.equal(deadlinesOf(closing, paid)[0]!.because, "notShipped", "and why, where the policy says so");
  });
  test("the same order under another policy has that policy's deadlines", () => {
    const hasty = policyNamed("amazon", { shipWithin: "P1D" });
    assert.deepEqual([deadlinesOf(amazon, paid)[0]!.by, deadlinesOf(hasty, paid)[0]!.by, deadlinesOf(amazon, paid)[0]!.by], [MONDAY + 7 * DAY, MONDAY + DAY, MONDAY + 7 * DAY]);
    assert.deepEqual(deadlinesOf(policyLike("amazon", (policy) => void (policy.terms.payWithin!.is = null)), order({ status: "awaitingPayment" })), [], "no time set, no deadline");
  });
  test("one that was extended ends later under the same key", () => {
    const [later] = deadlinesOf(amazon, { ...paid, extensions: { [shipment!.key]: HOUR, "ExpireShipment@1": DAY } });
    assert.deepEqual([later!.key, later!.by], [shipment!.key, shipment!.by + HOUR]);
  });
  test("the clock acts after its instant, which is still in time, and at it where nobody's silence is meant", () => {
    assert.deepEqual([firesAt({ ...shipment!, by: 10 }), firesAt({ ...shipment!, by: 10, atOnce: true })], [11, 10]);
  });
  test("an operator names one by its key, by what follows and on what, or by what is owed where only one fits; hand-overs and the law's own are not moved", () => {
    const two = order({ claims: ["clm_1", "clm_2"].map((id) => ({ id, status: "inMediation", escalatedAt: MONDAY, overdueAt: null, stage: "onTheWay" })) as Order["claims"] });
    const named = (name: string, of = two, policy = amazon): string | undefined => extendable(policy, of, name)?.target ?? undefined;
    assert.deepEqual([named("EscalateClaim:clm_2"), named(`EscalateClaim:clm_2@${MONDAY + 30 * DAY}`), named("DecideClaim"), named("EscalateClaim"), named("EscalateClaim:clm_3")], ["clm_2", "clm_2", undefined, undefined, undefined]);
    const one = { ...two, claims: two.claims.slice(0, 1) };
    assert.deepEqual([named("DecideClaim", one), named("EscalateClaim", one)], ["clm_1", "clm_1"]);
    assert.deepEqual(extendable(amazon, paid, "ShipOrder"), shipment);
    const handedOver = order({ refunds: [{ id: "rfd_1", status: "approved", cancellableUntil: MONDAY, cause: { kind: "order", id: null } }] as Order["refunds"] });
    assert.deepEqual(deadlinesOf(amazon, handedOver).filter(({ otherwise }) => otherwise === "SubmitRefund").map(({ since, by, atOnce }) => [since, by, atOnce]), [[8, MONDAY, true]], "at a moment, without a time of its own");
    assert.deepEqual([extendable(amazon, handedOver, "SubmitRefund")], [undefined]);
    const floored = order({ returns: [ret({ withdrawnAt: 1, backAt: MONDAY, lines: [] })] });
    assert.deepEqual([deadlinesOf(german, floored).filter(({ floor }) => floor).map(({ otherwise }) => otherwise), extendable(german, floored, "ReceiveReturn")], [["ReceiveReturn"], undefined]);
    assert.deepEqual([deadlineId(shipment!), deadlineId({ ...shipment!, target: "clm_1" })], ["ExpireShipment", "ExpireShipment:clm_1"]);
  });
  test("each noun has its list; another has none", () => {
    for (const noun of ["cancellation", "return", "claim", "refund", "reversal", "sanction"]) assert.equal(targetsOf(paid, noun), paid[`${noun}s` as "claims"], noun);
    const chargebacks: Order["chargebacks"] = [];
    assert.deepEqual([targetsOf(paid, "chargeback"), targetsOf({ ...paid, chargebacks }, "chargeback") === chargebacks], [[], true]);
    assert.throws(() => targetsOf(paid, "parcel"), /no such noun: parcel/);
  });
});

describe("an extension", () => {
  const before = MONDAY + 7 * DAY;
  const key = `ExpireShipment@${before}`;
  const waiting = order({ status: "awaitingShipment", confirmedAt: MONDAY, shippedAt: null, deliveredAt: null });
  const lengthened = (at: number, change: Partial<Extension> = {}): Order => ({ ...waiting, extensions: { [key]: 2 * DAY }, extended: [{ deadline: key, byMs: DAY, at: 1 }, { deadline: key, byMs: 2 * DAY, at, ...change }, { deadline: "DecideClaim:clm_1@5", byMs: 9, at: 7 }] });
  const until = (at: number): number | null => takenBack(amazon, lengthened(at), "ShipOrder", undefined, MONDAY).until;
  test("can be taken back while the deadline before it is a day ahead, within an hour of a mistake while it is an hour ahead", () => {
    assert.deepEqual([MONDAY, before - 25 * HOUR, before - 10 * HOUR, before - 2 * HOUR, before - HOUR / 2].map(until), [24, 24, 9, 1, 1].map((hours) => before - hours * HOUR));
    const at = (now: number) => takenBack(amazon, lengthened(MONDAY), "ShipOrder", undefined, now);
    const late = at(before - DAY + 1).refused;
    assert.deepEqual([at(before - DAY).refused, at(before - DAY).extension?.at, late?.refusal, late?.closedAt], [null, MONDAY, "TooLateToTakeBack", before - DAY]);
  });
  test("is the last of its deadline, and of the batch that is meant", () => {
    const refusal = (of: Order, name = "ShipOrder", batch?: string) => takenBack(amazon, of, name, batch, MONDAY).refused?.refusal;
    assert.deepEqual([refusal(waiting), refusal({ ...waiting, extended: [{ deadline: "DecideClaim:clm_1@5", byMs: 9, at: 7 }] }), refusal(lengthened(MONDAY), "PayOrder")], ["NoExtension", "NoExtension", "NoSuchDeadline"]);
    assert.deepEqual([refusal(lengthened(MONDAY, { batch: "easter" }), "ShipOrder", "easter"), refusal(lengthened(MONDAY), "ShipOrder", "easter")], [undefined, "ExtendedOtherwise"]);
  });
});

describe("reminders", () => {
  const waiting = order({ status: "awaitingShipment", statusSince: MONDAY, confirmedAt: MONDAY, shippedAt: null, deliveredAt: null });
  const key = (name: string): string => `ExpireShipment@${MONDAY + 7 * DAY}/${name}`;
  const told = (policy: Policy, of: Order): [string, number][] => remindersOf(policy, of).map((one) => [one.key, one.at]);
  test("come at half time and a day before, each once, the earliest first", () => {
    assert.deepEqual(told(amazon, waiting), [[key("half"), MONDAY + 3.5 * DAY], [key("P1D"), MONDAY + 6 * DAY]]);
    assert.deepEqual(told(amazon, { ...waiting, reminded: [key("half")] }), [[key("P1D"), MONDAY + 6 * DAY]]);
    const moved = { ...waiting, extensions: { [key("half").split("/")[0]!]: DAY }, reminded: [key("half"), key("P1D")] };
    assert.deepEqual(told(amazon, moved).map(([name]) => name), ["half", "P1D"].map((name) => key(name).replace("/", `+${DAY}/`)), "anew where the deadline was moved");
    const early = policyLike("amazon", ({ reminders }) => void (reminders.before = ["P5D"]));
    assert.deepEqual(told(early, { ...waiting }).map(([name]) => name), [key("P5D"), key("half")]);
  });
  test("only where the policy wants them, and only within the time that they are about", () => {
    const like = (half: boolean, before: string[]) => policyLike("amazon", ({ reminders }) => void Object.assign(reminders, { half, before }));
    assert.deepEqual([told(like(false, []), { ...waiting }), told(like(true, []), { ...waiting }).length, told(like(false, ["P1D"]), { ...waiting }).length], [[], 1, 1]);
    assert.deepEqual(told(like(false, ["P7D", "P8D", "PT0S"]), { ...waiting }), []);
  });
  test("people are reminded, institutions are not", () => {
    const verifying = order({ status: "verifyingPayment", paidAt: MONDAY, confirmedAt: null });
    assert.deepEqual([deadlinesOf(amazon, verifying).map(({ who }) => who), remindersOf(amazon, verifying)], [["institution"], []]);
  });
  test("whose silence would pay the seller although no delivery was recorded is asked whether the goods are there", () => {
    const aliexpress = policyNamed("aliexpress");
    const out = { status: "inTransit", shippedAt: MONDAY } as const;
    assert.deepEqual(remindersOf(aliexpress, order({ ...out, deliveredAt: null })).map(({ question }) => question), ["haveYouReceivedIt", "haveYouReceivedIt"]);
    assert.deepEqual(remindersOf(aliexpress, order({ ...out, status: "delivered", deliveredAt: MONDAY })).map(({ question }) => question), [null, null]);
    assert.deepEqual(remindersOf(amazon, waiting).map(({ question }) => question), [null, null]);
  });
  test("are due from their instant on", () => {
    const due = (now: number): number => dueReminders(amazon, waiting, now).length;
    assert.deepEqual([due(MONDAY + 3.5 * DAY - 1), due(MONDAY + 3.5 * DAY), due(MONDAY + 6 * DAY)], [0, 1, 2]);
  });
});
