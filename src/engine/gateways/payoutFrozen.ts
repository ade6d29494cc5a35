// What every adapter that pays out keeps of a payout: to which account it went the first time, so that each attempt is the same one.
// A seller without an account is a payout that failed before anything was sent: its money waits for the next batch.
import type { ReferenceKind } from "../../store/references.ts";
import type { PayoutAnswer, PayoutCall } from "./gateway.ts";
import type { Records } from "./records.ts";

const TO: ReferenceKind = "payoutTo";

/** The account that this payout goes to; the answer to give instead where there is none. */
export async function frozenAccount(institution: string, { references, now, payoutAccount }: Records, { key, sellerId }: PayoutCall): Promise<string | PayoutAnswer> {
  const before = await references.find(institution, TO, key);
  if (before) return before.reference;
  const account = await payoutAccount(sellerId);
  if (account === null) return { kind: "rejected", reason: `no account of seller ${sellerId} is known at ${institution}` };
  return (await references.keep(institution, TO, { key, reference: account, at: now() })).reference;
}
