// Withdrawing from a contract without an account (L2): a notice, its confirmation, and what comes of it. A notice is matched by the
// order's number and the buyer's e-mail, and only after it was confirmed; nothing that a guest is told depends on whether it fits.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { LinePart, Order } from "../core/state.ts";
import { later } from "../core/time.ts";
import { isId, orderBucket } from "../store/ids.ts";
import type { GuestWithdrawal } from "../store/guestWithdrawals.ts";
import type { Store } from "../store/store.ts";
import { acknowledgementText, type Language } from "./acknowledgement.ts";
import type { Clock } from "./clock.ts";
import type { Engine } from "./engine.ts";
import type { Log } from "./log.ts";
import type { Policies } from "./policies.ts";
import { personOf } from "./sealing.ts";

/** What a guest says. `lines` null means the whole order. */
export type GuestNotice = { orderNumber: string; name: string; email: string; lines: LinePart[] | null; language: Language };

/** A notice as its writer may see it: times in epoch milliseconds, `document` once it is confirmed. */
export type GuestView = Omit<GuestNotice, "language"> & { id: string; at: number; confirmBefore: number; confirmedAt: number | null; document: string | null };

export type Guests = {
  /** Takes a notice; nothing is looked up. Returns the id, which is also the right to read and confirm it. */
  notice(said: GuestNotice): Promise<{ id: string; confirmBefore: number }>;
  /** The notice with that id, or null. */
  read(id: string): Promise<GuestView | null>;
  /** Confirms it: the same answer each time. Null where there is none, `late` where its time has passed. What comes of it follows by itself. */
  confirm(id: string): Promise<GuestView | "late" | null>;
  /** Resolves when everything that was confirmed has been acted on. */
  idle(): Promise<void>;
};

/** How long a notice waits to be confirmed, and is then kept before it is forgotten. */
const CONFIRM_WITHIN = "P1D";
const KEPT = "P1D";
const AT_ONCE = 50;

type Words = GuestNotice & { document?: string };

/** Opens the function. Confirmed notices that a crash left without an outcome are acted on at once. */
export function openGuests(store: Store, clock: Clock, policies: Policies, command: Engine["command"], log: Log): Guests {
  const kept = store.guestWithdrawals;
  let work: Promise<void> = Promise.resolve();
  const failed = (error: unknown): void => log.error({ err: error }, "a guest's withdrawal could not be acted on; it is tried again with the next");
  const settleAll = (): Promise<void> => (work = work.then(settleUnsettled).catch(failed));

  /** One that fails does not hold up the others. */
  async function settleUnsettled(): Promise<void> {
    for (let settled = 1; settled > 0; ) {
      settled = 0;
      for (const notice of await kept.unsettled(AT_ONCE)) await settle(notice).then(() => (settled += 1), failed);
    }
  }

  async function settle(notice: GuestWithdrawal): Promise<void> {
    if (notice.words === null) return kept.settle(notice.idHash, "erased", null);
    const { orderNumber, email, lines } = JSON.parse(notice.words) as Words;
    const order = await orderOf(store, policies, orderNumber, email);
    if (!order) return kept.settle(notice.idHash, "noOrder", null);
    const actor = { role: "buyer" as const, id: order.buyer.id };
    const answer = await command({
      orderId: order.id, actor, command: { type: "WithdrawFromContract", asGuest: true, ...(lines ? { lines } : {}) },
      key: { caller: "guest", key: notice.idHash, bodyHash: notice.idHash },
    });
    const outcome = answer.kind === "accepted" ? "withdrawn" : answer.kind === "refused" ? answer.refusal.refusal : answer.kind;
    await kept.settle(notice.idHash, outcome, { orderId: order.id, person: personOf(actor) });
  }

  async function read(id: string): Promise<GuestView | null> {
    const found = await kept.find(hashOf(id));
    if (!found || found.words === null) return null;
    const { language: _, document = null, ...said } = JSON.parse(found.words) as Words;
    return { id, at: found.at, confirmBefore: found.confirmBefore, confirmedAt: found.confirmedAt, document, ...said };
  }

  void settleAll();
  return {
    read,
    async notice(said) {
      await clock.refresh();
      const id = `wdn_${randomBytes(32).toString("base64url")}`;
      const at = clock.now();
      const confirmBefore = later(at, CONFIRM_WITHIN, "UTC");
      await kept.forgetUnconfirmed(at - (later(at, KEPT, "UTC") - at));
      await kept.add({ idHash: hashOf(id), at, confirmBefore, words: JSON.stringify(said satisfies Words) });
      return { id, confirmBefore };
    },
    async confirm(id) {
      await clock.refresh();
      const found = await kept.find(hashOf(id));
      if (!found || found.words === null) return null;
      const at = clock.now();
      if (found.confirmedAt === null && at > found.confirmBefore) return "late";
      if (found.confirmedAt === null) {
        const said = JSON.parse(found.words) as Words;
        const document = acknowledgementText({ reference: id, at, ...said }, said.language);
        await kept.confirm(found.idHash, at, JSON.stringify({ ...said, document } satisfies Words));
      }
      void settleAll();
      return read(id);
    },
    idle: () => work,
  };
}

/** The order with that number whose buyer has that e-mail; of several marketplaces' the one placed last. */
export async function orderOf(store: Store, policies: Pick<Policies, "names">, number: string, email: string): Promise<Order | null> {
  const rows = isId(number, "ord") ? [await store.order(number)]
    : await Promise.all(policies.names().map((name) => store.orderByExternalId(orderBucket(name, number), name, number)));
  const orders = rows.flatMap((row) => (row ? [row.state as Order] : [])).sort((a, b) => b.placedAt - a.placedAt);
  const words = await store.unseal(orders.map((order) => order.id));
  return orders.find((order) => sameAddress(buyersEmail(order, words), email)) ?? null;
}

const hashOf = (id: string): string => createHash("sha256").update(id).digest("hex");

const emailIn = (profile: string | null | undefined): string | null => (profile ? (JSON.parse(profile) as { email?: string }).email ?? null : null);

/** The e-mail in the buyer's words of an order, among the unsealed ones; null where none was given. */
export const buyersEmail = ({ buyer }: Order, words: ReadonlyMap<string, string | null>): string | null => emailIn(buyer.profile && words.get(buyer.profile.sealed));

/** Whether two e-mail addresses are the same, letters of either case taken as one; how much of them agrees is not to be measured. */
export function sameAddress(one: string | null, other: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text.trim().toLowerCase()).digest();
  return timingSafeEqual(digest(one ?? ""), digest(other)) && one !== null;
}
