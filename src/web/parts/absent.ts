// Which actions are about what an order does not have: a dispute where none is open, a return where none was asked for. Pure.

const absences = new Set<string>(["NoOpenCancellation", "NoOpenReturn", "NoOpenClaim", "NoSuchRefund", "NoOpenReversal", "NoOpenChargeback", "NoOpenSanction", "NoExtension"]);

/** Refused because the order has nothing of the kind: true of most actions on most orders, and no news to anybody. */
export const isAboutNothing = ({ target, refusal }: { target: string | null; refusal: string | null }): boolean => target === null && refusal !== null && absences.has(refusal);
