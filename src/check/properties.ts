// The properties that a policy must have: each a name, a sentence that a person can hold it to, and the rule it comes from.
// What is looked at for each stands in facts.ts (a step), rest.ts (a state), explore.ts (the whole) and stalling.ts.
export const properties = {
  moneyConserved: { rule: "X6", sentence: "Every unit of money is in exactly one account: the postings of each event sum to zero and agree with the order." },
  refundWithinPayment: { rule: "A24", sentence: "A refund never exceeds what its payment still holds." },
  goodsOrMoney: { rule: "A23", sentence: "Nobody ends with both the goods and the money, or with neither, without a decision that names who made it." },
  silenceEnds: { rule: "X3", sentence: "Nothing waits for ever: wherever an order stands, silence brings it to an end." },
  everyWaitEnds: { rule: "X3", sentence: "Whatever is open, somebody owes its next step by a deadline: also mediators, operators and institutions." },
  deadlineActs: { rule: "X3", sentence: "Every deadline has a default outcome, and what it does is accepted and changes something." },
  silenceIsAnnounced: { rule: "X3", sentence: "Before silence costs somebody they are reminded, at half time and a day before, or the policy says why nobody is." },
  handedOverStays: { rule: "Z7", sentence: "After the point of no return nothing takes a refund back but the institution's own word." },
  scannedStays: { rule: "Z6", sentence: "Once the carrier has scanned goods on their way back, no rule pretends that they stay." },
  endsAreWhole: { rule: "A15", sentence: "An order does not end while something about it is open." },
  othersJudge: { rule: "A21", sentence: "Nobody decides their own case, and an appeal is heard by somebody else." },
  escrowEmptied: { rule: "X6", sentence: "Escrow is always released or refunded in the end." },
  permissionsTrue: { rule: "X1", sentence: "What is shown as allowed is accepted, and what is shown as refused is refused with that reason." },
  ruleLeadsWhereItSays: { rule: "X4", sentence: "A rule leads only to the statuses that it names." },
  noDeadRules: { rule: "X1", sentence: "Every rule and every deadline can come to pass." },
  withdrawnLeavesNoTrace: { rule: "T1", sentence: "A request that is withdrawn leaves the order, its money, its goods and its deadlines as they were." },
  nobodyStalls: { rule: "A22", sentence: "Nobody can keep an order open for ever by asking again and again, nor raise claims without end." },
  alwaysAnswered: { rule: "X4", sentence: "Every command that anybody gives is accepted or refused: none finds the rules without an answer." },
  lawHolds: { rule: "L1", sentence: "The floors of the buyer's law hold: no setting gives less, and who may withdraw from the contract can." },
} as const satisfies Record<string, { rule: string; sentence: string }>;

export type PropertyName = keyof typeof properties;
export const propertyNames = Object.keys(properties) as PropertyName[];

/** Something that is not as a property says, and what. */
export type Breach = { property: PropertyName; what: string };
