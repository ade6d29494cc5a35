// Payouts as the engine offers them: batches and their preview, what an institution says, what an operator finds out; and what of it
// the clock does by itself.
import { isId, type MintId } from "../../store/ids.ts";
import type { PayoutAccount } from "../../store/payoutAccounts.ts";
import type { BatchSummary } from "../../store/payoutBatches.ts";
import type { PayoutRow } from "../../store/payoutRows.ts";
import type { Store } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Outside } from "../drain.ts";
import type { PayoutNotice } from "../gateways/gateway.ts";
import type { Log } from "../log.ts";
import { openBatches, type PayoutSettings, type Share } from "./batches.ts";
import type { Said } from "./payout.ts";
import { INSTITUTION, openSending, type PayingOut } from "./sending.ts";

export type Payouts = {
  /** Whether the institution can pay out at all. */
  possible: boolean;
  /** What each seller of the marketplace would get now. */
  preview(marketplace: string): Promise<Share[]>;
  /** Makes the payouts of a marketplace; they leave beside the answer. Throws where it is not possible. */
  start(marketplace: string, by: string): Promise<BatchSummary>;
  /** Records what the institution says; null where the key is none of ours. Twice, late and out of order it changes nothing. */
  notice(key: string, said: Said): Promise<PayoutRow | null>;
  /** The same, of a message that says how much: of other money than ours it has no effect. */
  hear(notice: PayoutNotice): Promise<void>;
  /** Where a seller is paid, the last said first; null where the institution knows sellers by our ids. */
  accounts(sellerId: string): Promise<PayoutAccount[] | null>;
  /**
   * Says where a seller is paid from now on; "form" where that cannot be an account there, null where none has to be said. Of a change
   * `tell` is asked to tell before it counts: a word too many is better than a change that nobody hears of.
   */
  setAccount(sellerId: string, account: string, by: string, tell: (before: string | null, at: number) => Promise<void>): Promise<PayoutAccount[] | "form" | null>;
  /** The institution's name. */
  institution: string;
  /** What an account has to look like: for people, and as a regular expression. */
  accountForm: { says: string; pattern: string } | null;
  /** An operator says what became of an unknown one; "known" where its outcome is known already. */
  resolve(id: string, said: Said, by: string): Promise<PayoutRow | "known" | null>;
  /** Asks the institution now. */
  inquire(id: string): Promise<PayoutRow | null>;
  /** What the clock does by itself. */
  outside: Outside;
};

const MOST_ACCOUNTS = 20;

type Parts = { store: Store; clock: Clock; institution: PayingOut; marketplaces(): string[]; settings: PayoutSettings; mint: MintId; log: Log; wake(at: number): void };

export function openPayouts({ store, clock, institution, marketplaces, settings, mint, log, wake }: Parts): Payouts {
  const batches = openBatches(store, clock, marketplaces, settings, mint);
  const ability = institution.payouts;
  const sending = openSending(store, clock, institution, log);
  const earlier = (one: number | null, other: number | null): number | null => (one === null || (other !== null && other < one) ? other : one);
  const earliestDue = async (): Promise<number | null> => earlier(await store.payouts.earliestDue(Date.now()), await batches.nextSlot());
  const known = async (id: string): Promise<PayoutRow | null> => (isId(id, "pyo") ? store.payouts.payout(id) : null);
  const accounts = async (sellerId: string): Promise<PayoutAccount[] | null> => (ability?.account ? store.payouts.accounts(institution.name, sellerId, MOST_ACCOUNTS) : null);
  return {
    possible: ability !== undefined,
    preview: batches.preview,
    async start(marketplace, by) {
      if (!ability) throw new Error("the institution cannot pay out");
      const batch = await batches.start(marketplace, by);
      wake(clock.now());
      return batch;
    },
    notice: async (key, said) => (await sending.record(key, said, INSTITUTION))?.payout ?? null,
    async hear({ key, said, amountMinor, currency }) {
      const payout = await known(key);
      const ours = payout !== null && payout.amountMinor === amountMinor && payout.currency === currency;
      if (ours) await sending.record(key, said, INSTITUTION);
      else log.warn({ payout: key, amountMinor, currency }, "a message speaks of a payout that is not ours, or of other money");
    },
    institution: institution.name,
    accountForm: ability?.account ? { says: ability.account.says, pattern: ability.account.form.source } : null,
    accounts,
    async setAccount(sellerId, account, by, tell) {
      if (!ability?.account) return null;
      if (!ability.account.form.test(account)) return "form";
      const [current] = await store.payouts.accounts(institution.name, sellerId, 1);
      if (current?.account === account) return accounts(sellerId);
      const at = clock.now();
      await tell(current?.account ?? null, at);
      await store.payouts.setAccount(institution.name, sellerId, { account, at, by });
      return accounts(sellerId);
    },
    async resolve(id, said, by) {
      const payout = await known(id);
      if (payout && payout.status !== "unknown") return "known";
      const recorded = payout && (await sending.record(id, said, by));
      return recorded && (recorded.news ? recorded.payout : "known");
    },
    async inquire(id) {
      const payout = await known(id);
      if (payout && payout.status !== "failed") await sending.ask(payout);
      return payout && known(id);
    },
    outside: ability ? {
      earliestDue,
      async actUpTo(now) {
        const at = await earliestDue();
        return at === null || at > now ? 0 : (await batches.runDue(now)) + (await sending.sendDue(now));
      },
    } : { earliestDue: async () => null, actUpTo: async () => 0 },
  };
}
