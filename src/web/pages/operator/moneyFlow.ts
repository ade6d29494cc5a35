// What an order's postings move from which account to which: the arrows of the flow picture. Pure.

/** A line of the journal. */
export type Posting = { eventSeq: number; at: string; account: string; amountMinor: number; currency: string };
/** One sum from one account to another. */
export type Move = { from: string; to: string; amountMinor: number; currency: string };
/** All that one fact moves. */
export type Fact = { eventSeq: number; at: string; moves: Move[] };

/** Signed lines become moves: what leaves an account goes to those that take, in the order of the journal. Lines of an event sum to zero by currency. */
export function factsOf(postings: readonly Posting[]): Fact[] {
  return [...Map.groupBy(postings, ({ eventSeq }) => eventSeq)].map(([eventSeq, lines]) => ({
    eventSeq, at: lines[0]!.at, moves: [...Map.groupBy(lines, ({ currency }) => currency).values()].flatMap(movesOf),
  }));
}

function movesOf(lines: readonly Posting[]): Move[] {
  const moves: Move[] = [];
  const takers = lines.filter(({ amountMinor }) => amountMinor > 0).map(({ account, amountMinor }) => ({ account, leftMinor: amountMinor }));
  for (const { account, amountMinor, currency } of lines) {
    for (let leftMinor = -amountMinor; leftMinor > 0; ) {
      const taker = takers.find((one) => one.leftMinor > 0);
      if (!taker) break;
      const sum = Math.min(leftMinor, taker.leftMinor);
      moves.push({ from: account, to: taker.account, amountMinor: sum, currency });
      taker.leftMinor -= sum;
      leftMinor -= sum;
    }
  }
  return moves;
}

const places = ["buyer", "institution", "escrow", "held", "subsidy", "seller", "platform"];

/** The accounts from the buyer on the left to the seller and the house on the right, each once. */
export function accountsOf(postings: readonly Posting[]): string[] {
  const place = (account: string): number => places.indexOf(account.slice(0, account.indexOf("/")));
  return [...new Set(postings.map(({ account }) => account))].sort((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
}
