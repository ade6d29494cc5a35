// Hands payouts over and learns what became of them: the same key again until there is an answer, then asking, and an operator owns it.
// Nothing is sent before it was recorded; the word of an institution counts whoever hears it.
import { StoreConflict } from "../../store/errors.ts";
import type { PayoutRow } from "../../store/payoutRows.ts";
import type { Store } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import { NotExecuted, type Abilities, type PayoutAbility, type PayoutAnswer, type PayoutLookup } from "../gateways/gateway.ts";
import type { Log } from "../log.ts";
import { after, again, askNext, type Said } from "./payout.ts";

const MINUTE = 60_000;
/** How long after an attempt the same key is sent again: within what institutions keep keys. After the last one it is only asked about. */
const RESEND_AFTER_MS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 240 * MINUTE, 240 * MINUTE, 240 * MINUTE, 240 * MINUTE];
const ASK_AGAIN_MS = 360 * MINUTE;
const LEASE_MS = 15_000;
const AT_ONCE = 32;
const MOST_TRIES = 20;

export const INSTITUTION = "institution";

export type Sending = {
  /** Sends and asks about everything that is due at `now`. Resolves with how much, when it has been recorded. */
  sendDue(now: number): Promise<number>;
  /** Records what was said of a payout; null where there is no such one. `news` is false where it was known or cannot be true any more. */
  record(id: string, said: Said, by: string): Promise<{ payout: PayoutRow; news: boolean } | null>;
  /** Asks the institution about a payout now. */
  ask(payout: PayoutRow): Promise<void>;
};

/** What is asked of an institution here. */
export type PayingOut = { name: string; payouts?: PayoutAbility; abilities: Pick<Abilities, "keepsKeysMs"> };

export function openSending(store: Store, clock: Clock, { payouts: ability, abilities }: PayingOut, log: Log): Sending {
  const { payouts } = store;
  return { sendDue, record, ask };

  async function sendDue(now: number): Promise<number> {
    if (!ability) return 0;
    const due = await payouts.lease({ nowMs: now, realNowMs: Date.now(), leaseMs: LEASE_MS, limit: AT_ONCE });
    await Promise.all(due.map((payout) => attempt(ability, payout, now)));
    return due.length;
  }

  /** Where even the recording fails, the lease runs out and the same key goes out again. */
  async function attempt({ submitPayout }: PayoutAbility, payout: PayoutRow, now: number): Promise<void> {
    const { id: key, sellerId, amountMinor, currency, attempts, status, at } = payout;
    if (status === "submitted") {
      await ask(payout);
      return postpone(key, askNext(now));
    }
    const resend = RESEND_AFTER_MS[attempts - 1];
    // The first attempt of all can have sent nothing before it. Later ones only while the key surely stands for the same payout.
    if (resend === undefined || (attempts > 1 && now - at >= abilities.keepsKeysMs)) {
      if (status === "submitting") await record(key, { kind: "unknown", reason: "the institution keeps its key no longer" }, INSTITUTION);
      await ask(payout);
      return postpone(key, now + ASK_AGAIN_MS);
    }
    // An adapter that throws may have sent it: that is an unknown outcome, too.
    const answer = await submitPayout({ key, sellerId, amountMinor, currency }).catch((error: unknown): PayoutAnswer | null => {
      log.error({ err: error, payout: key }, "a payout could not be handed over");
      return error instanceof NotExecuted ? null : { kind: "unknown", reason: "the gateway failed" };
    });
    if (answer) await record(key, saidBy(answer), INSTITUTION);
    if (answer === null || answer.kind === "unknown") await postpone(key, now + resend);
  }

  async function record(id: string, said: Said, by: string) {
    let seen: PayoutRow | null = null;
    const changed = await inspite(() => payouts.change(id, (payout) => after((seen = payout), said, by, clock.now())));
    const known = seen as PayoutRow | null;
    if (known?.status === "failed" && (said.kind === "settled" || said.kind === "submitted")) log.error({ payout: id, said: said.kind }, "a payout that has failed is said to have been paid: compare it with the institution's report");
    return known && { payout: changed ?? known, news: changed !== null };
  }

  async function ask(payout: PayoutRow): Promise<void> {
    const found = await ability?.findPayout(payout.id).catch((error: unknown): PayoutLookup => {
      log.error({ err: error, payout: payout.id }, "a payout could not be looked up");
      return { kind: "notFound" };
    });
    // "Not found" never proves that nothing was sent.
    if (found && found.kind !== "notFound") await record(payout.id, found, INSTITUTION);
  }

  async function postpone(id: string, dueAt: number): Promise<void> {
    await inspite(() => payouts.change(id, (payout) => (payout.status === "settled" || payout.status === "failed" ? null : again(payout, dueAt))));
  }
}

function saidBy(answer: PayoutAnswer): Said {
  if (answer.kind === "accepted") return { kind: "submitted", reference: answer.reference };
  return answer.kind === "rejected" ? { kind: "failed", reason: answer.reason } : answer;
}

/** Somebody else was faster: what they wrote is seen by asking again. */
export async function inspite<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof StoreConflict) || tries === MOST_TRIES) throw error;
    }
  }
}
