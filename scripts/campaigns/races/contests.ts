// Races of two commands for one order, of which exactly one can be accepted: accept against withdraw, decide against settle, settle
// against escalate. The answer tells which; the order must show it at once, and the institution in the end.
import { done, type Json, type Reply } from "../../../test/support/market.ts";
import { atTheEdge, beside, said, won, type Arena } from "./arena.ts";

/** Two commands that exclude each other. By side: the status that the target then has, and what is paid in the end for its cause. */
type Contest = {
  name: string;
  prepare(arena: Arena): Promise<{ orderId: string; target: string; give: [() => Promise<Reply>, () => Promise<Reply>]; paidMinor: [number, number] }>;
  of: "cancellations" | "claims"; shows: [string, string];
};

export const contests: Contest[] = [
  { name: "accept a cancellation · withdraw it", of: "cancellations", shows: ["accepted", "withdrawn"], async prepare(arena) {
    const { id, total } = await asked(arena, false);
    const target = (await arena.both.order(id)).cancellations[0].id as string;
    const give = both(arena, id, ["seller", { type: "AcceptCancellation" }], ["buyer", { type: "WithdrawCancellation" }]);
    return { orderId: id, target, give, paidMinor: [total, 0] };
  } },
  { name: "accept a claim · withdraw it", of: "claims", shows: ["settled", "withdrawn"], prepare: (arena) => claimed(arena, { type: "AcceptClaim" }, { type: "WithdrawClaim" }) },
  { name: "settle a claim · escalate it", of: "claims", shows: ["settled", "inMediation"], prepare: (arena) => claimed(arena, { type: "AcceptClaim" }, { type: "EscalateClaim" }) },
  { name: "decide a claim · settle it by withdrawing", of: "claims", shows: ["decided", "withdrawn"], async prepare(arena) {
    const { id } = await asked(arena, true);
    const { order } = done(await arena.both.buyer.command(id, { type: "EscalateClaim" }));
    const give = both(arena, id, ["mediator", { type: "DecideClaim", remedy: "money", amountMinor: 500, reasons: ["evidence"] }], ["buyer", { type: "WithdrawClaim" }]);
    return { orderId: id, target: order.claims[0].id, give, paidMinor: [500, 0] };
  } },
];

type Wanted = [who: "buyer" | "seller" | "mediator", command: { type: string; [field: string]: unknown }];

/** The first side's command at the first server, the other's at the second; at random it is the other way round. */
function both({ first, second, chance }: Arena, orderId: string, one: Wanted, other: Wanted): [() => Promise<Reply>, () => Promise<Reply>] {
  const [here, there] = chance.happens(50) ? [first, second] : [second, first];
  const giveAt = (market: typeof here, [who, command]: Wanted) => async () =>
    (who === "mediator" ? await market.as("mediator", "solomon") : market[who]).command(orderId, command);
  return [giveAt(here, one), giveAt(there, other)];
}

/** A paid order whose cancellation is asked for; where the seller is at fault that is a claim. */
async function asked({ both: market }: Arena, sellerAtFault: boolean): Promise<{ id: string; total: number }> {
  // Long enough that no order ends for another reason before the answers are held against the institution.
  const { id, money } = await market.placePaid({ shipWithin: "P30D" });
  done(await market.buyer.command(id, { type: "RequestCancellation", reason: "noLongerWanted", sellerAtFault }));
  return { id, total: money.totalMinor };
}

async function claimed(arena: Arena, sellers: Wanted[1], buyers: Wanted[1]) {
  const { id } = await asked(arena, true);
  const [claim] = (await arena.both.order(id)).claims as Json[];
  return { orderId: id, target: claim.id as string, give: both(arena, id, ["seller", sellers], ["buyer", buyers]), paidMinor: [claim.amountMinor, 0] as [number, number] };
}

/** `each` meetings of every contest, the contests beside each other. */
export async function runContests(arena: Arena, each: number): Promise<void> {
  await Promise.all(contests.map(async (contest) => {
    for (let count = 0; count < each; count += 1) await run(arena, contest);
  }));
}

async function run(arena: Arena, { name, prepare, of, shows }: Contest): Promise<void> {
  const { orderId, target, give: [one, other], paidMinor } = await prepare(arena);
  const replies = await Promise.all([atTheEdge(one), beside(arena, name, other)]);
  const accepted = replies.flatMap(({ status }, side) => (status === 200 ? [side] : []));
  const told = replies.map(said).join(" · ");
  if (accepted.length !== 1 || replies.some(({ status, body }) => status !== 200 && (status !== 409 || typeof body.refusal !== "string"))) {
    arena.findings.push(`${name}: ${orderId} was answered ${told}`);
    return;
  }
  const side = accepted[0] as 0 | 1;
  won(arena, name, side);
  const { status } = ((await arena.both.order(orderId))[of] as Json[]).find(({ id }) => id === target);
  if (status !== shows[side]) arena.findings.push(`${name}: ${orderId} was answered ${told} and shows ${status}`);
  arena.promised.push({ race: name, orderId, cause: target, paidMinor: paidMinor[side] });
}
