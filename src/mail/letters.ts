// Mails that belong to no order's event: the links of accounts, a seller's changed payout account, and the acknowledgement of a
// withdrawal without an account. What a letter says waits under its person's key, and is gone once it has been sent.
import { randomBytes } from "node:crypto";
import { languageOf, type Language } from "../engine/acknowledgement.ts";
import type { GuestNotice } from "../engine/guests.ts";
import type { Letter } from "../people/signIn.ts";
import type { MailRow, NewMail } from "../store/mail.ts";
import { institutionNames } from "../words/payoutWords.ts";
import { decrypt, encrypt } from "../store/seal.ts";
import type { Store } from "../store/store.ts";
import type { Content } from "./content.ts";
import { label, type Label } from "./labels.ts";
import { mailId } from "./recipients.ts";

/** What a seller (`person`, `role/id`) is told whose payouts go elsewhere from now on. `at` is the engine's clock; `wished` as for a letter, null where an operator said it. */
export type PayoutAccountNews = { kind: "payoutAccount"; person: string; institution: string; account: string; before: string | null; at: number; bySeller: boolean; wished: string | null };
/** What is told in a letter: to the address that it names, or to that of the person's account. */
export type Sent = Letter | PayoutAccountNews;

const says: Record<Letter["kind"], { title: Label; means: Label; go: Label; path(token: string): string }> = {
  proveEmail: { title: "proveEmail", means: "proveEmailMeans", go: "proveEmailGo", path: (token) => `/v1/auth/verify-email?token=${encodeURIComponent(token)}&callbackURL=%2F` },
  setPassword: { title: "setPassword", means: "setPasswordMeans", go: "setPasswordGo", path: (token) => `/set-password?token=${encodeURIComponent(token)}` },
  invited: { title: "invited", means: "invitedMeans", go: "setPasswordGo", path: (token) => `/set-password?token=${encodeURIComponent(token)}` },
};

/** The letter as a mail to be kept, its words sealed. */
export async function sealedLetter(store: Store, sent: Sent): Promise<NewMail> {
  const { person, kind } = sent;
  const key = (await store.ensurePersonKeys([person])).get(person)!;
  const nonce = randomBytes(12);
  const sealed = { nonce: nonce.toString("hex"), ciphertext: encrypt(Buffer.from(JSON.stringify(sent), "utf8"), key, nonce).toString("hex") };
  const id = sent.kind === "payoutAccount" ? mailId("letter", kind, person, sent.institution, sent.account, sent.at) : mailId("letter", kind, sent.token);
  return { id, kind, person, orderId: null, seq: null, notice: null, required: true, sealed };
}

/** The letter again; null where its person was erased, or it has ended. */
export function openedLetter({ sealed, key }: MailRow): Sent | null {
  const plain = sealed && key && decrypt(Buffer.from(sealed.ciphertext, "hex"), key, Buffer.from(sealed.nonce, "hex"));
  return plain ? (JSON.parse(plain.toString("utf8")) as Sent) : null;
}

const plainMail = { facts: [], said: null, deadlines: [] } satisfies Partial<Content>;

/** What a letter says. */
export function letterContent({ kind, token, wished }: Letter, language: Language | null, baseUrl: string): Content {
  const own = language ?? languageOf(wished);
  const { title, means, go, path } = says[kind];
  return {
    ...plainMail, language: own, brand: new URL(baseUrl).host, subject: label(own, title), title: label(own, title), greeting: label(own, "greetingNobody"), means: label(own, means),
    document: null, link: { href: baseUrl + path(token), text: label(own, go) }, why: "",
  };
}

/** What a seller is told whose payouts go elsewhere from now on. */
export function payoutAccountContent({ institution, account, before, at, bySeller, wished }: PayoutAccountNews, name: string | null, wish: Language | null, baseUrl: string): Content {
  const language = wish ?? languageOf(wished);
  const say = (text: Label, values?: Record<string, string>): string => label(language, text, values);
  return {
    ...plainMail, language, brand: new URL(baseUrl).host, subject: say("payoutAccount"), title: say("payoutAccount"), greeting: name === null ? say("greetingNobody") : say("greeting", { name }),
    means: say("payoutAccountMeans"), document: null, link: { href: `${baseUrl}/seller/balance`, text: say("payoutAccountGo") }, why: say("payoutAccountWhy"),
    facts: [
      [say("institution"), institutionNames[institution] ?? institution], [say("accountBefore"), before ?? say("noAccount")], [say("accountNow"), account],
      [say("by"), say(bySeller ? "bySeller" : "byOperator")], [say("at"), `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`],
    ],
  };
}

/** What somebody without an account is told who has confirmed a withdrawal: the acknowledgement itself. */
export function guestContent({ orderNumber, name, language, document }: GuestNotice & { document: string }, baseUrl: string): Content {
  return {
    ...plainMail, language, brand: new URL(baseUrl).host, title: label(language, "withdrawn"), subject: label(language, "subject", { what: label(language, "withdrawn"), number: orderNumber }),
    greeting: label(language, "greeting", { name }), means: label(language, "withdrawnMeans"), document, link: null, why: label(language, "withdrawnWhy"),
  };
}
