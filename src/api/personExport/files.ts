// The files of a person's export, made one after the other as the archive is written: at most one of them is in memory. What is in
// them is what the API shows to that very person, whoever asks for it.
import { endingOf, withinLimit } from "../../dossier/evidence.ts";
import type { Entry } from "../../dossier/archive.ts";
import type { EvidenceEntry } from "../../dossier/record.ts";
import type { Language } from "../../dossier/reader.ts";
import type { Side } from "../../core/state.ts";
import type { MailRow } from "../../store/mail.ts";
import type { Caller } from "../caller.ts";
import type { Api } from "../route.ts";
import { payoutAccountsView } from "../routes/payoutAccounts.ts";
import { personView } from "../routes/people.ts";
import { countsOf } from "../routes/risk.ts";
import { keptView } from "../routes/session.ts";
import { statementView } from "../routes/statement.ts";
import { iso, isoOrNull } from "../views/time.ts";
import { MOST_ORDERS, orderParts } from "./orders.ts";
import { readme } from "./readme.ts";

/** Whose export it is. */
export type Exported = { role: Side; id: string };

const MOST_FILES_LISTED = 10_000;
const MOST_MAILS = 10_000;
const MAILS_IN_PART = 100;
const MOST_STATEMENT_LINES = 50_000;
const LAST = 8.64e15;

const entryOf = (path: string, text: string): Entry => {
  const bytes = Buffer.from(text);
  return { path, size: bytes.length, read: () => bytes };
};
const json = (path: string, value: unknown): Entry => entryOf(path, `${JSON.stringify(value, null, 1)}\n`);

/** Every file, README first. They fail where the person is erased meanwhile. */
export async function* exportFiles(api: Api, { role, id }: Exported, language: Language): AsyncGenerator<Entry> {
  const { engine, people } = api;
  const { store } = engine;
  const person = `${role}/${id}`;
  const self: Caller = { actor: { role, id }, scope: "person", name: person };
  const [account, erasedAt, wishes, orders] = await Promise.all([
    people.account({ role, id }), store.erasedAt(person), store.mails.wishes([person]), store.count({ [role]: id }, MOST_ORDERS + 1),
  ]);
  yield entryOf("README.txt", readme({ role, id, madeAt: engine.clock.now(), moreOrders: orders > MOST_ORDERS }, language));
  yield json("person.json", {
    role, id, account: account && { ...personView(account.person), createdAt: iso(account.createdAt) },
    mailWish: wishes.get(person) ?? { optional: true, language: null }, wordsErasedAt: isoOrNull(erasedAt),
  });
  yield* parts("orders", orderParts(engine, role, self));
  yield* evidenceFiles(api, { role, id });
  yield* parts("mails", mailParts(api, person));
  const sessions = account === null ? [] : await people.sessionsOf(account.person);
  yield json("sessions.json", { sessions: sessions.map((one) => ({ ...keptView(one), address: one.address })) });
  yield json("risk.json", { marketplaces: await countsOf(engine, role, id) });
  yield json("views.json", { views: await store.views.of(person) });
  if (role === "seller") yield* moneyFiles(api, id);
}

/** Each list as a file of its own, so that only one is in memory: `orders.json`, `orders-2.json` and so on. */
async function* parts(name: string, lists: AsyncIterable<object[]>): AsyncGenerator<Entry> {
  let part = 0;
  for await (const list of lists) {
    part += 1;
    yield json(part === 1 ? `${name}.json` : `${name}-${part}.json`, { [name]: list });
  }
}

async function* evidenceFiles({ engine: { store } }: Api, uploader: Exported): AsyncGenerator<Entry> {
  const kept = await store.evidence.of(uploader, MOST_FILES_LISTED);
  const entries = withinLimit(kept.map(({ id, name, mediaType, size, sha256, at, uploader: by }): EvidenceEntry => {
    // The name is sealed with the key that the bytes are sealed with: where it does not open, they do not.
    const erased = name === null;
    return { id, state: erased ? "erased" : "here", path: erased ? null : `evidence/${id}.${endingOf(mediaType)}`, name, mediaType, size, sha256: erased ? null : sha256, at, by };
  }));
  yield json("evidence.json", { evidence: entries.map(({ by, ...entry }) => ({ ...entry, at: iso(entry.at) })) });
  for (const { id, state, path, size } of entries) {
    if (state !== "here") continue;
    yield {
      path: path!, size,
      async read() {
        const bytes = await store.evidence.bytes(id);
        if (!bytes) throw new Error(`${id} was erased while its person's export was being written`);
        return bytes;
      },
    };
  }
}

/** What was told to the person, the last first. No bodies: they are not kept, and those of letters would hold links that are good once. */
async function* mailParts({ engine: { store }, mail }: Api, person: string): AsyncGenerator<object[]> {
  let before: { madeAt: number; id: string } | null = null;
  for (let left = MOST_MAILS; left > 0; left -= MAILS_IN_PART) {
    const rows: MailRow[] = await store.mails.of(person, before, MAILS_IN_PART);
    yield (await mail.compose(rows)).map(({ mail: { id, kind, orderId, required, status, madeAt, endedAt }, written, at }) =>
      ({ id, kind, subject: written?.subject ?? null, orderId, at: iso(at), required, status, madeAt: iso(madeAt), endedAt: isoOrNull(endedAt) }));
    const last = rows.at(-1);
    if (rows.length < MAILS_IN_PART || !last) return;
    before = { madeAt: last.madeAt, id: last.id };
  }
}

async function* moneyFiles({ engine }: Api, sellerId: string): AsyncGenerator<Entry> {
  const statement = await engine.store.statement({ sellerId, from: -LAST, to: LAST, limit: MOST_STATEMENT_LINES });
  yield json("statement.json", statementView(sellerId, statement));
  const accounts = await engine.payouts.accounts(sellerId);
  if (accounts !== null) yield json("payout-accounts.json", payoutAccountsView({ engine }, accounts));
}
