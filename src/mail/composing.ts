// From a kept mail to what is sent: the order as it was, the person's address and language as they are now. Sends nothing.
import type { Order } from "../core/state.ts";
import { languageOf, type Language } from "../engine/acknowledgement.ts";
import type { Engine } from "../engine/engine.ts";
import { GUEST_MAIL } from "../store/guestWithdrawals.ts";
import type { MailRow, MailWish } from "../store/mail.ts";
import type { GuestNotice } from "../engine/guests.ts";
import { contentOf } from "./content.ts";
import { seenAfter } from "./history.ts";
import { guestContent, letterContent, openedLetter, payoutAccountContent } from "./letters.ts";
import { ruleOf } from "./recipients.ts";
import { written, type Written } from "./render.ts";
import type { Seen } from "./rules/conditions.ts";
import type { Unsubscribing } from "./unsubscribe.ts";

/** `unwanted`: it can be turned off, and was. */
export type Nobody = "erased" | "noAddress" | "unwanted" | "untold";
/** `to` is null where no address is known; `at` is the order's clock for an order's mail. Nothing is `written` where it says why nobody is told. */
export type Composed = { mail: MailRow; to: string | null; nobody: Nobody | null; written: Written | null; unsubscribeAt: string | null; at: number };

/** Composes each of the mails. Each order, person and wish is read once. `baseUrl` is the origin of every link. */
export async function composed(engine: Engine, unsubscribing: Unsubscribing, baseUrl: string, mails: readonly MailRow[]): Promise<Composed[]> {
  const { store } = engine;
  const orderIds = [...new Set(mails.flatMap(({ orderId }) => orderId ?? []))];
  const wishes = await store.mails.wishes([...new Set(mails.map(({ person }) => person))]);
  const words = await store.unseal(orderIds);
  const seen = new Map<string, Seen[]>();
  for (const id of orderIds) seen.set(id, await seenAfter(engine, id, 0));
  const all: Composed[] = [];
  for (const mail of mails) {
    const wish = wishes.get(mail.person) ?? { optional: true, language: null };
    if (mail.notice !== null) all.push(await guestMail(engine, baseUrl, mail));
    else if (mail.orderId === null) all.push(await letterMail(engine, mail, wish, baseUrl));
    else all.push(await orderMail(engine, { mail, wish, words, baseUrl, unsubscribing, seen: seen.get(mail.orderId)?.find(({ event }) => event.seq === mail.seq) }));
  }
  return all;
}

const nobodyToTell = (mail: MailRow, nobody: Nobody, at = mail.madeAt): Composed => ({ mail, to: null, nobody, written: null, unsubscribeAt: null, at });

async function letterMail(engine: Engine, mail: MailRow, { language }: MailWish, baseUrl: string): Promise<Composed> {
  const letter = openedLetter(mail);
  if (letter === null) return nobodyToTell(mail, "erased");
  if (letter.kind === "payoutAccount") {
    const { email, name, isSure } = (await accountOf(engine, mail.person)) ?? { email: null, name: null, isSure: false };
    return { mail, to: isSure ? email : null, nobody: isSure ? null : "noAddress", written: written(payoutAccountContent(letter, name, language, baseUrl), null), unsubscribeAt: null, at: letter.at };
  }
  return { mail, to: letter.to, nobody: null, written: written(letterContent(letter, language, baseUrl), null), unsubscribeAt: null, at: mail.madeAt };
}

async function guestMail({ store }: Engine, baseUrl: string, mail: MailRow): Promise<Composed> {
  const notice = mail.kind === GUEST_MAIL ? await store.guestWithdrawals.find(mail.notice!) : null;
  if (notice?.words == null) return nobodyToTell(mail, "erased");
  const said = JSON.parse(notice.words) as GuestNotice & { document: string };
  return { mail, to: said.email, nobody: null, written: written(guestContent(said, baseUrl), null), unsubscribeAt: null, at: notice.confirmedAt ?? mail.madeAt };
}

type OrderMail = { mail: MailRow; wish: MailWish; words: ReadonlyMap<string, string | null>; baseUrl: string; unsubscribing: Unsubscribing; seen: Seen | undefined };

async function orderMail(engine: Engine, { mail, wish, words, baseUrl, unsubscribing, seen }: OrderMail): Promise<Composed> {
  const role = mail.person.slice(0, mail.person.indexOf("/"));
  const rule = seen && ruleOf(seen, role);
  if (!seen || !rule) return nobodyToTell(mail, "untold");
  if (!rule.required && !wish.optional) return nobodyToTell(mail, "unwanted", seen.event.at);
  const reached = await reach(engine, mail.person, seen.order, words);
  if (reached === "erased") return nobodyToTell(mail, "erased", seen.event.at);
  const language = wish.language ?? languageFor(role, seen.order);
  const content = await contentOf({ seen, rule, language, words, ...reached, baseUrl });
  const unsubscribeAt = rule.required ? null : `${baseUrl}/v1/mail/unsubscribe/${unsubscribing.tokenFor(mail.person)}`;
  return { mail, to: reached.email, nobody: reached.email === null ? "noAddress" : null, written: written(content, unsubscribeAt), unsubscribeAt, at: seen.event.at };
}

/** Whom nobody has asked: a buyer reads the order's language, a seller their country's, the house English. */
function languageFor(role: string, { locale, seller }: Order): Language {
  if (role === "buyer") return languageOf(locale);
  if (role !== "seller") return "en";
  return ["CN", "HK", "MO", "TW"].includes(seller.country) ? "zh" : ["RU", "BY", "KZ", "KG"].includes(seller.country) ? "ru" : "en";
}

type Reached = { email: string | null; name: string | null };

/** Their own account's address where it is theirs for sure, otherwise the one that came with the order. */
async function reach(engine: Engine, person: string, order: Order, words: ReadonlyMap<string, string | null>): Promise<Reached | "erased"> {
  const account = await accountOf(engine, person);
  if (account?.isSure) return { email: account.email, name: account.name };
  const role = person.slice(0, person.indexOf("/"));
  const profile = role === "buyer" || role === "seller" ? order[role].profile : null;
  const plain = profile === null ? undefined : words.get(profile.sealed);
  if (plain === null) return "erased";
  const { email = null, name = account?.name ?? null } = plain === undefined ? {} : (JSON.parse(plain) as Partial<Reached>);
  return { email, name };
}

/** Somebody's account; `isSure` where its address is theirs: proven, or given by an operator. */
async function accountOf({ store }: Engine, person: string): Promise<{ email: string; name: string; isSure: boolean } | null> {
  const role = person.slice(0, person.indexOf("/"));
  const same = (column: string, value: string) => ({ column, operator: "eq" as const, value, either: false, anyCase: false });
  const [account] = await store.people.find("people", [same("role", role), same("person_id", person.slice(role.length + 1))], { limit: 1, offset: 0, sortBy: null });
  if (!account) return null;
  const email = String(account.email);
  return { email, name: String(account.name), isSure: (account.email_verified === true || account.made_by === "operator") && !email.endsWith(".invalid") };
}
