// A marketplace's own sign-in: the certified `oidc-provider` over HTTP, with its development pages, and somebody who fills them in.
// What the accounts say of themselves is the test's.
import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

export type Claims = Record<string, unknown>;
export type OidcProvider = {
  issuer: string;
  /** Begins to serve; whoever is signed in comes back to that address. */
  serve(redirectUri: string): void;
  /** Follows the address, signs in there, agrees, and returns the address that it leads back to, with its code. Cookies that are given are the browser's there. */
  signIn(address: string, login: string, cookies?: Map<string, string>): Promise<string>;
  /** What was asked of the authorization endpoint last. */
  asked(): URLSearchParams;
  close(): Promise<void>;
};

export const client = { clientId: "rescind", clientSecret: "a secret of the test's" };

/** Opens a provider on a free port; `claimsOf` is what it says of who signs in under that name. */
export async function openOidcProvider(claimsOf: (login: string) => Claims): Promise<OidcProvider> {
  let handle: ((request: never, response: never) => unknown) | null = null;
  let asked = new URLSearchParams();
  const server = await new Promise<Server>((resolve) => {
    const made = createServer((request, response) => {
      if (request.url?.startsWith("/auth?")) asked = new URL(request.url, "http://x").searchParams;
      return handle ? handle(request as never, response as never) : response.writeHead(503).end();
    }).listen(0, "127.0.0.1", () => resolve(made));
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    asked: () => asked,
    serve(redirectUri) {
      const provider = new Provider(issuer, {
        clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirectUri], token_endpoint_auth_method: "client_secret_post", require_auth_time: true }],
        claims: { openid: ["sub", "role", "shop_id"], email: ["email", "email_verified"], profile: ["name"] },
        findAccount: (_context: unknown, login: string) => ({ accountId: login, claims: () => ({ sub: login, ...claimsOf(login) }) }),
        pkce: { required: () => true }, cookies: { keys: ["a key of the test's"] },
      });
      handle = provider.callback() as never;
    },
    signIn: (address, login, cookies = new Map()) => signIn(issuer, address, login, cookies),
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

/** A browser of its own at the provider: keeps its cookies, fills in its two forms. */
async function signIn(issuer: string, address: string, login: string, cookies: Map<string, string>): Promise<string> {
  let next = address;
  for (let steps = 0; steps < 12; steps += 1) {
    if (!next.startsWith(issuer)) return next;
    const interaction = /\/interaction\/[^/]+$/.test(next);
    const prompt = interaction ? await promptOf(next, cookies) : null;
    const body = prompt === null ? null : new URLSearchParams(prompt === "login" ? { prompt, login, password: "any" } : { prompt });
    const answer = await fetch(next, { redirect: "manual", method: body ? "POST" : "GET", headers: { cookie: cookieOf(cookies) }, body });
    keep(answer, cookies);
    const location = answer.headers.get("location");
    assert.ok(location, `${next} answered ${answer.status}: ${(await answer.text()).slice(0, 2000)}`);
    next = new URL(location, next).href;
  }
  throw new Error("the provider leads nowhere");
}

async function promptOf(page: string, cookies: Map<string, string>): Promise<string> {
  const answer = await fetch(page, { redirect: "manual", headers: { cookie: cookieOf(cookies) } });
  keep(answer, cookies);
  const found = /name="prompt" value="(\w+)"/.exec(await answer.text());
  assert.ok(found, "the provider's page has a form");
  return found[1]!;
}

const cookieOf = (cookies: Map<string, string>): string => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");

function keep(answer: Response, cookies: Map<string, string>): void {
  for (const set of answer.headers.getSetCookie()) {
    const [pair = ""] = set.split(";");
    const equals = pair.indexOf("=");
    cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
}
