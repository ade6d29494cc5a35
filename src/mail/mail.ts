// Tells people by mail what they must be told. First each order's new events become mails, each once; then each mail is sent, and
// what the server said is kept. Several processes share both by leases. Real clock throughout.
import type { Engine } from "../engine/engine.ts";
import type { Log } from "../engine/log.ts";
import type { Letter } from "../people/signIn.ts";
import type { MailLease, MailRow } from "../store/mail.ts";
import { composed, type Composed } from "./composing.ts";
import { seenAfter } from "./history.ts";
import { sealedLetter, type PayoutAccountNews, type Sent } from "./letters.ts";
import { openPost, type MailSettings, type Post } from "./post.ts";
import { mailsFor, type Staff } from "./recipients.ts";
import { openUnsubscribing, type Unsubscribing } from "./unsubscribe.ts";

export type Mail = {
  /** Something was kept that no commit tells of: it is looked at now. */
  changed(): void;
  /** Sends a letter, or keeps it in a sandbox. Resolves once that is certain to happen; without mail nothing happens. */
  letter(letter: Letter): Promise<void>;
  /** The same of what is told to a person whose address is looked up when it is sent. */
  tell(news: PayoutAccountNews): Promise<void>;
  /** These mails as they would be sent now. */
  compose(mails: readonly MailRow[]): Promise<Composed[]>;
  unsubscribing(): Promise<Unsubscribing>;
  /** Does at once what is due, and resolves when all of it has been tried. */
  idle(): Promise<void>;
  /** Nothing more is sent. Resolves when what is under way has ended. */
  close(): Promise<void>;
};

/** `smtp` null keeps mail in a sandbox and sends none elsewhere. `timeoutMs` is how long a mail server may be silent. */
export type MailOptions = { smtp: MailSettings | null; baseUrl: string; timeoutMs?: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** When a mail is tried again; after the last it is given up. */
const TRY_AGAIN_MS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 24 * HOUR];
const LEASE_MS = 10 * MINUTE;
const KEPT_MS = 90 * 24 * HOUR;
const ORDERS_AT_ONCE = 16;
const MAILS_AT_ONCE = 10;
const TOGETHER_MS = 100;
/** Nobody waits for mail that is only kept: who wants to read it asks first. */
const KEEPING_MS = 5_000;
const LONGEST_WAIT_MS = 30_000;

/** Opens the way. What happened before mail was first switched on is told to nobody. */
export function openMail(engine: Engine, { smtp, baseUrl, timeoutMs }: MailOptions, log: Log): Mail {
  const { mails } = engine.store;
  const post: Post | null = smtp && openPost(smtp, timeoutMs);
  const on = post !== null || engine.sandbox !== null;
  let unsubscribing: Promise<Unsubscribing> | null = null;
  const links = (): Promise<Unsubscribing> => (unsubscribing ??= openUnsubscribing(engine.store.settings));
  const work = workOver(engine, post, async (rows) => composed(engine, await links(), baseUrl, rows), log);
  const worker = openWorker(async (stopped) => {
    await switched;
    return on ? work(stopped) : null;
  }, post ? TOGETHER_MS : KEEPING_MS, log);
  const switched = mails.switch(on, Date.now());
  // A failure comes back where it is waited for.
  switched.catch(() => undefined);
  const stop = engine.changes.onCommit(() => on && worker.wake());
  if (on) worker.wake();
  async function keep(sent: Sent): Promise<void> {
    if (!on) return log.info({ kind: sent.kind }, "a letter could not be sent: there is no mail");
    await mails.add(await sealedLetter(engine.store, sent), Date.now());
    worker.wake();
  }
  return {
    changed: worker.wake,
    letter: keep,
    tell: keep,
    compose: async (rows) => composed(engine, await links(), baseUrl, rows),
    unsubscribing: links,
    idle: worker.idle,
    async close() {
      stop();
      await worker.close();
      post?.close();
    },
  };
}

type Stopped = () => boolean;

/** One round of work: everything that is due. Returns when something is due next, or null. */
function workOver(engine: Engine, post: Post | null, compose: (rows: readonly MailRow[]) => Promise<Composed[]>, log: Log) {
  const { mails } = engine.store;
  let purgedAt = 0;

  async function tell(lease: MailLease, staff: readonly Staff[]): Promise<void> {
    const seen = await seenAfter(engine, lease.orderId, lease.toldSeq);
    const last = seen.at(-1);
    if (!last) return;
    const { buyer, seller } = last.order;
    const wishes = await mails.wishes([`buyer/${buyer.id}`, `seller/${seller.id}`]);
    await mails.told(lease, last.event.seq, seen.flatMap((one) => mailsFor(one, staff, wishes)), Date.now());
  }

  async function send({ mail, to, nobody, written, unsubscribeAt }: Composed): Promise<void> {
    if (nobody !== null || to === null || written === null || to.endsWith(".invalid")) return mails.end(mail, "notSent", nobody ?? "noAddress", Date.now());
    const { kind, answer } = await post!.post({ id: mail.id, to, written, unsubscribeAt });
    if (kind === "sent") return mails.end(mail, "sent", answer, Date.now());
    if (kind === "failed") return failed(mail, answer);
    log.warn({ mail: mail.id, answer }, "a mail was refused for good");
    return mails.end(mail, "refused", answer, Date.now());
  }

  async function failed(mail: MailRow, answer: string): Promise<void> {
    const again = TRY_AGAIN_MS[mail.attempts - 1];
    log.warn({ mail: mail.id, answer }, again === undefined ? "a mail is given up" : "a mail could not be sent yet");
    if (again === undefined) return mails.end(mail, "givenUp", answer, Date.now());
    return mails.end(mail, "waiting", answer, Date.now(), Date.now() + again);
  }

  return async (stopped: Stopped): Promise<number | null> => {
    if (Date.now() - purgedAt > HOUR) {
      purgedAt = Date.now();
      await mails.purge(purgedAt - KEPT_MS);
    }
    for (let leases = await mails.lease(Date.now(), LEASE_MS, ORDERS_AT_ONCE); leases.length > 0 && !stopped(); leases = await mails.lease(Date.now(), LEASE_MS, ORDERS_AT_ONCE)) {
      const staff = await staffOf(engine);
      for (const lease of leases) await tell(lease, staff).catch((error: unknown) => void (stopped() || log.error({ err: error, orderId: lease.orderId }, "an order's mails could not be made; it is tried again")));
    }
    if (post === null) await mails.keepWaiting(Date.now());
    else for (let taken = await mails.take(Date.now(), LEASE_MS, MAILS_AT_ONCE); taken.length > 0 && !stopped(); taken = await mails.take(Date.now(), LEASE_MS, MAILS_AT_ONCE)) {
      await Promise.all(taken.map((mail) => compose([mail]).then(([one]) => send(one!), (error: unknown) => {
        if (stopped()) throw error;
        log.error({ err: error, mail: mail.id }, "a mail could not be written");
        return failed(mail, "it could not be written");
      })));
    }
    return mails.earliest();
  };
}

const MOST_STAFF = 1000;

/** Everybody of the house who has an account. */
async function staffOf({ store }: Engine): Promise<Staff[]> {
  const rows = await store.people.find("people", [{ column: "role", operator: "in", value: ["mediator", "operator"], either: false, anyCase: false }], { limit: MOST_STAFF, offset: 0, sortBy: null });
  return rows.map(({ role, person_id: id, marketplace }) => ({ role: role as Staff["role"], id: id as string, marketplace: marketplace as string | null }));
}

/** Does the work when it is woken, when something is due, and now and then; never twice at once. */
function openWorker(work: (stopped: Stopped) => Promise<number | null>, togetherMs: number, log: Log) {
  let closed = false;
  let timer: NodeJS.Timeout | null = null;
  let under: Promise<void> | null = null;
  let asked = false;

  function wakeIn(wait: number): void {
    if (closed || under) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(run, wait).unref();
  }

  function run(): void {
    asked = false;
    timer = null;
    under = work(() => closed).then((next) => next, (error: unknown) => {
      if (!closed) log.error({ err: error }, "mail could not be looked after; it is tried again");
      return null;
    }).then((next) => {
      under = null;
      wakeIn(asked ? togetherMs : Math.min(LONGEST_WAIT_MS, Math.max(togetherMs, (next ?? Infinity) - Date.now())));
    });
  }

  return {
    wake(): void {
      // A timer that is soon enough is left alone: what keeps coming must not put it off for ever.
      if (asked) return;
      asked = true;
      wakeIn(togetherMs);
    },
    async idle(): Promise<void> {
      while ((asked || under) && !closed) {
        if (!under) {
          if (timer) clearTimeout(timer);
          run();
        }
        await under;
      }
    },
    async close(): Promise<void> {
      closed = true;
      if (timer) clearTimeout(timer);
      await under;
    },
  };
}
