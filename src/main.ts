// The server: settings, engine, API, and a clean end. Composition only; nothing is decided here.
import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { pino, type Logger } from "pino";
import { createApp } from "./api/app.ts";
import { hashOfKey, newKey } from "./api/authentication.ts";
import { builtPages } from "./api/pages/build.ts";
import { openPages, type Pages } from "./api/pages/serve.ts";
import type { Engine } from "./engine/engine.ts";
import { startEngine } from "./engine/start.ts";
import type { MailOptions } from "./mail/mail.ts";
import { DataFolderInUse, MigrationChanged } from "./store/errors.ts";
import { BadSettings, readSettings, type Settings } from "./settings.ts";

/** How long requests may take to finish once a signal came. */
const GRACE_MS = 10_000;
const CLOSE_IDLE_MS = 20;
const OPERATOR_KEY_HASH = "operatorKeyHash";

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const log = pino({ level: settings.logLevel }, pino.destination({ dest: 2, sync: true }));
  const { databaseUrl, dataDir, sandbox, proofStates, institution, carrier, payouts, reviewers } = settings;
  const engine = await startEngine({ databaseUrl, dataDir, sandbox, log, proofStates, institution, carrier, payouts, reviewers });
  const closing = new AbortController();
  const operatorKeyHash = await firstOperatorKey(engine, settings);
  const app = createApp(engine, { operatorKeyHash, rateLimit: settings.rateLimit, log, closing: closing.signal, people: settings.signIn, mail: mailOf(settings, log), pages: pagesFor(log), framedBy: settings.framedBy, cartLinks: settings.cartLinks, modelOrigins: settings.modelOrigins });
  const server = serve({ fetch: app.fetch, port: settings.port, hostname: settings.host }, (address) => say(`listening on ${addressOf(settings.host, address)}`)) as Server;
  server.on("error", (error) => void fail(error, engine));
  endOnSignals(server, engine, closing, log);
}

/** Where mail goes, and where its links lead. */
function mailOf({ smtp, sandbox, signIn, host, port }: Settings, log: Logger): MailOptions {
  if (smtp === null && !sandbox) log.warn({}, "no mail is sent: nobody is reminded, and no letter arrives, until SMTP_URL and MAIL_FROM are set");
  return { smtp, baseUrl: signIn.baseUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}` };
}

/** The pages, built beside the running server where that has not been done yet: only a browser waits for them. */
function pagesFor(log: Logger): Pages {
  const folder = builtPages();
  folder.catch((error: unknown) => log.error({ err: error }, "there are no pages"));
  return openPages(folder);
}

/** The hash of the key that the setting gives; without one, of a key that is made and printed once. */
async function firstOperatorKey(engine: Engine, { operatorKey }: Settings): Promise<string> {
  if (operatorKey !== undefined) return hashOfKey(operatorKey);
  const made = newKey();
  const kept = await engine.store.settings.putFirst(OPERATOR_KEY_HASH, hashOfKey(made));
  if (kept === hashOfKey(made)) say(`operator key, shown this once: ${made}`);
  return String(kept);
}

/** Both signals, however often they come: no new requests, the ones under way finish, the store closes, exit 0. */
function endOnSignals(server: Server, engine: Engine, closing: AbortController, log: Logger): void {
  let ending = false;
  const end = async (signal: string): Promise<void> => {
    if (ending) return;
    ending = true;
    log.info({ signal }, "finishing");
    closing.abort();
    const impatient = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    // A connection whose request is answered is kept alive for the next one: there is none, it need not be waited for.
    const idle = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_MS);
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
    });
    clearTimeout(impatient);
    clearInterval(idle);
    await engine.close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void end(signal).catch((error: unknown) => fail(error, null)));
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function addressOf(host: string, { port, family }: AddressInfo): string {
  return `http://${family === "IPv6" && host.includes(":") ? `[${host}]` : host}:${port}`;
}

async function fail(error: unknown, engine: Engine | null): Promise<void> {
  const told = error instanceof DataFolderInUse || error instanceof MigrationChanged;
  process.stderr.write(`${told ? error.message : error instanceof BadSettings || !(error instanceof Error) ? String(error) : error.stack}\n`);
  await engine?.close();
  process.exit(1);
}

await main().catch((error: unknown) => fail(error, null));
