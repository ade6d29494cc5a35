// People who sign in to the pages: their sessions, how they prove them anew, who is invited. What the API asks of better-auth goes
// through here, and everybody else sees a Person. Sessions follow the real clock.
import { randomBytes } from "node:crypto";
import { setImmediate as afterTheAnswer } from "node:timers/promises";
import type { PeopleRows } from "../store/people.ts";
import type { Store } from "../store/store.ts";
import type { Auth } from "./auth.ts";
import { ADDRESS_HEADER, NO_EMAIL, type Letter, type OidcSettings, type PersonRole } from "./signIn.ts";

export type Log = { [level in "debug" | "info" | "warn"]: (more: object, message: string) => void };

/** `secret` signs cookies; without one it is made once and kept. `baseUrl` is the origin that people see. */
export type PeopleSettings = { baseUrl?: string | null; secret?: string | null; oidc?: OidcSettings | null };

export type MadeBy = "self" | "operator" | "oidc" | "demo";
/** Somebody with an account. `id` is whom the orders mean by that role; `email` is null where none is known. */
export type Person = { userId: string; role: PersonRole; id: string; name: string; email: string | null; emailProven: boolean; marketplace: string | null; madeBy: MadeBy };
/** Times are real, epoch milliseconds. `address` is where it was begun, by IP. */
export type Session = { id: string; person: Person; provenAt: number; createdAt: number; seenAt: number; device: string | null; address: string | null };
/** A session that a request carries, and the cookies that its answer must set. */
export type Presented = { session: Session; cookies: string[] };
export type Invitation = { email: string; role: PersonRole; id: string; name: string };
export type DemoPerson = { id: string; role: PersonRole; name: string; marketplace: string | null };

export type People = {
  /** The session of a request's cookie, or null; sessions of demo people count in a sandbox only. */
  presented(headers: Headers): Promise<Presented | null>;
  /** Answers one of better-auth's own addresses. `address` is where the request came from. */
  answer(request: Request, address: string): Promise<Response>;
  /** The same, begun once the caller has its answer from elsewhere: neither what comes of it nor how long it takes is to be seen. */
  answerLater(request: Request, address: string): void;
  /** Resolves when all that was put off has been done. */
  idle(): Promise<void>;
  /** Signs a demo person in; the cookies carry the session. */
  signInDemo(person: DemoPerson, headers: Headers): Promise<Presented>;
  /** Whether there is a marketplace's own sign-in. */
  readonly marketplaceSignIn: boolean;
  /** Ends this very session and returns the cookies that say so. */
  signOut(headers: Headers): Promise<string[]>;
  sessionsOf(person: Person): Promise<Session[]>;
  /** Ends one of the person's own sessions; false where it is none of theirs. */
  revoke(person: Person, sessionId: string): Promise<boolean>;
  /** Whether that is the person's password. */
  isPassword(person: Person, password: string): Promise<boolean>;
  /** Writes down that the session has proven itself now. */
  prove(session: Session): Promise<void>;
  /** Makes an account for somebody and sends them its link; the token sets its password once. Null where the e-mail or the person has one already. `wished` is the language of the letter, as Accept-Language says it. */
  invite(invitation: Invitation, wished: string | null): Promise<{ person: Person; token: string; expiresAt: number } | null>;
  list(): Promise<Person[]>;
  /** Somebody's account and when it was made (real time, epoch milliseconds); null where there is none. */
  account(person: { role: string; id: string }): Promise<{ person: Person; createdAt: number } | null>;
  /** Ends the account with all its sessions; false where there is none. */
  close(person: { role: string; id: string }): Promise<boolean>;
  /** Makes the account that person's own; false where somebody else has them. */
  become(person: Person, id: string): Promise<boolean>;
  /** The letters of a sandbox, the latest first; nowhere else are they kept. */
  letters(): Promise<Letter[]>;
};

const DAY_MS = 86_400_000;
const INVITED_MS = 7 * DAY_MS;
const MOST_PEOPLE = 1000;
const MOST_LETTERS = 50;
const SECRET = "sessionSecret";
const LETTERS = "sandboxLetters";

/** Opens what people need over the store; `post` sends a letter, or says that it cannot. better-auth is loaded when somebody first signs in; the secret is looked up when it is first needed; all processes share it. */
export function openPeople(store: Store, settings: PeopleSettings, sandbox: boolean, log: Log, post: (letter: Letter) => Promise<void>): People {
  let opened: Promise<Auth> | null = null;
  const auth = (): Promise<Auth> => (opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  }));

  async function open(): Promise<Auth> {
    const secret = settings.secret ?? String(await store.settings.putFirst(SECRET, randomBytes(32).toString("base64url")));
    const { openAuth } = await import("./auth.ts");
    await forgetOld(store.people);
    return openAuth({ rows: store.people, secret, baseUrl: settings.baseUrl ?? null, oidc: settings.oidc ?? null, log, send });
  }

  /** A sandbox keeps it for its operator, too. */
  async function send(letter: Letter): Promise<void> {
    await post(letter);
    if (!sandbox) return;
    await store.settings.putFirst(LETTERS, []);
    await store.settings.change(LETTERS, (kept) => [letter, ...(kept as Letter[])].slice(0, MOST_LETTERS));
  }

  const answer = async (request: Request, address: string): Promise<Response> => (await auth()).handler(fromAddress(request, address));
  const putOff = new Set<Promise<void>>();

  async function answeredLater(request: Request, address: string): Promise<void> {
    await afterTheAnswer();
    try {
      const { status } = await answer(request, address);
      if (status >= 400) log.warn({ status }, "what was put off was refused");
    } catch (error) {
      log.warn({ err: error }, "what was put off could not be done");
    }
  }

  const idle = async (): Promise<void> => void (await Promise.all(putOff));

  return {
    ...sessionsOver(auth, sandbox),
    ...invitationsOver(auth, store, send),
    marketplaceSignIn: settings.oidc != null,
    answer,
    answerLater(request, address) {
      const doing = answeredLater(request, address).finally(() => putOff.delete(doing));
      putOff.add(doing);
    },
    idle,
    async letters() {
      await idle();
      return ((await store.settings.get(LETTERS)) as Letter[] | null) ?? [];
    },
  };
}

type Context = Awaited<Auth["$context"]>;
type Part<Names extends keyof People> = Pick<People, Names>;
type SessionPart = Part<"presented" | "signInDemo" | "signOut" | "sessionsOf" | "revoke" | "isPassword" | "prove">;

function sessionsOver(auth: () => Promise<Auth>, sandbox: boolean): SessionPart {
  const adapter = async () => (await (await auth()).$context).internalAdapter;
  return {
    async presented(headers) {
      if (!headers.has("cookie")) return null;
      const { api } = await auth();
      const { headers: set, response } = await api.getSession({ headers, returnHeaders: true });
      if (!response) return null;
      const session = sessionOf(response.session, personOf(response.user));
      if (session.person.madeBy === "demo" && !sandbox) return null;
      return { session, cookies: set?.getSetCookie() ?? [] };
    },
    async signInDemo({ id, role, name, marketplace }, headers) {
      const { api, $context } = await auth();
      const { internalAdapter, adapter: rows } = await $context;
      const email = `${id}@demo${NO_EMAIL}`;
      const found = async () => (await internalAdapter.findUserByEmail(email))?.user;
      const made = async () => (await create(rows, { email, name, role, personId: id, madeBy: "demo", marketplace }).catch(nullIfTaken)) ?? (await found())!;
      const user = (await found()) ?? (await made());
      const { response, headers: set } = await api.signInAs({ body: { userId: user.id }, headers, returnHeaders: true });
      return { session: sessionOf(response.session, personOf(user)), cookies: set.getSetCookie() };
    },
    signOut: async (headers) => (await (await auth()).api.signOut({ headers, returnHeaders: true })).headers.getSetCookie(),
    sessionsOf: async (person) =>
      (await (await adapter()).listSessions(person.userId, { onlyActiveSessions: true })).map((session) => sessionOf(session, person)).sort((a, b) => b.seenAt - a.seenAt),
    async revoke(person, sessionId) {
      const sessions = await adapter();
      const own = (await sessions.listSessions(person.userId)).find(({ id }) => id === sessionId);
      if (own) await sessions.deleteSession(own.token);
      return own !== undefined;
    },
    async isPassword({ userId }, password) {
      const { internalAdapter, password: hashing } = await (await auth()).$context;
      const hash = (await internalAdapter.findCredentialAccount(userId))?.password;
      return hash != null && hashing.verify({ hash, password });
    },
    async prove({ id }) {
      const { adapter: rows } = await (await auth()).$context;
      await rows.update({ model: "session", where: [{ field: "id", value: id }], update: { provenAt: new Date() } });
    },
  };
}

function invitationsOver(auth: () => Promise<Auth>, store: Store, send: (letter: Letter) => Promise<void>): Part<"invite" | "list" | "account" | "become" | "close"> {
  const everyone = async (): Promise<Person[]> => (await (await (await auth()).$context).internalAdapter.listUsers(MOST_PEOPLE, 0, { field: "createdAt", direction: "asc" })).map(personOf);
  return {
    list: everyone,
    async account({ role, id }) {
      const { adapter } = await (await auth()).$context;
      const user = await adapter.findOne<UserRow & { createdAt: Date }>({ model: "user", where: [{ field: "role", value: role }, { field: "personId", value: id }] });
      return user && { person: personOf(user), createdAt: user.createdAt.getTime() };
    },
    close: ({ role, id }) => store.people.forget(`${role}/${id}`),
    async invite({ email, role, id, name }, wished) {
      const { internalAdapter, adapter } = await (await auth()).$context;
      const user = await create(adapter, { email, name, role, personId: id, madeBy: "operator" }).catch(nullIfTaken);
      if (!user) return null;
      const token = randomBytes(24).toString("base64url");
      const expiresAt = Date.now() + INVITED_MS;
      await internalAdapter.createVerificationValue({ identifier: `reset-password:${token}`, value: user.id, expiresAt: new Date(expiresAt) });
      await send({ kind: "invited", person: `${role}/${id}`, to: email, token, at: Date.now(), wished });
      return { person: personOf(user), token, expiresAt };
    },
    async become({ userId }, id) {
      const changed = await store.people.change("people", [{ column: "id", operator: "eq", value: userId, either: false, anyCase: false }], { person_id: id }).catch(nullIfTaken);
      return changed?.length === 1;
    },
  };
}

/** An account that nobody signed up for. */
const create = (rows: Context["adapter"], user: Omit<UserRow, "id" | "emailVerified">): Promise<UserRow> => rows.create({ model: "user", data: { ...user, emailVerified: false } });

const UNIQUE_VIOLATION = "23505";

function nullIfTaken(error: unknown): null {
  if ((error as { code?: string }).code === UNIQUE_VIOLATION) return null;
  throw error;
}

/** Sessions that have ended and tries that were long ago; looked for when a process first signs somebody in. */
async function forgetOld(rows: PeopleRows): Promise<void> {
  const before = (column: string, value: number) => [{ column, operator: "lt" as const, value, either: false, anyCase: false }];
  await rows.remove("sessions", before("expires_at", Date.now()));
  await rows.remove("sign_in_tries", before("last_request", Date.now() - DAY_MS));
}

/** The request as it came, with the address that the server saw in the one header that better-auth believes. */
function fromAddress(request: Request, address: string): Request {
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, address);
  return new Request(request, { headers });
}

type UserRow = { id: string; name: string; email: string; emailVerified: boolean } & Record<string, unknown>;
type SessionRow = { id: string; createdAt: Date; updatedAt: Date; userAgent?: string | null | undefined; ipAddress?: string | null | undefined } & Record<string, unknown>;

function personOf({ id, name, email, emailVerified, ...more }: UserRow): Person {
  const { role, personId, madeBy, marketplace = null } = more as { role: PersonRole; personId: string; madeBy: MadeBy; marketplace?: string | null };
  return { userId: id, role, id: personId, name, email: email.endsWith(NO_EMAIL) ? null : email, emailProven: emailVerified, marketplace, madeBy };
}

function sessionOf({ id, createdAt, updatedAt, userAgent, ipAddress, ...more }: SessionRow, person: Person): Session {
  return { id, person, provenAt: (more.provenAt as Date).getTime(), createdAt: createdAt.getTime(), seenAt: updatedAt.getTime(), device: userAgent || null, address: ipAddress || null };
}
