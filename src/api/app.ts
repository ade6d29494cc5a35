// The HTTP API as one value that any server can mount: its routes over an engine, behind the checks that all of them share.
// The one list of routes is here; what each does stands in the file of its noun.
import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { OpenAPIHono } from "@hono/zod-openapi";
import { secureHeaders } from "hono/secure-headers";
import type { Logger } from "pino";
import { openDemo } from "../demo/demo.ts";
import type { Engine } from "../engine/engine.ts";
import { openMail, type MailOptions } from "../mail/mail.ts";
import { openPeople, type PeopleSettings } from "../people/people.ts";
import { openWebhooks } from "../webhooks/webhooks.ts";
import { endAct } from "./acts.ts";
import { openAuthentication } from "./authentication.ts";
import type { Caller } from "./caller.ts";
import { openApiDocument } from "./document.ts";
import { openGuessLimit } from "./guessLimit.ts";
import type { Pages } from "./pages/serve.ts";
import { Problem, RefusedProblem, problemResponse } from "./problems.ts";
import { rateLimitOf } from "./rateLimit.ts";
import type { Api, App, Env, Route } from "./route.ts";
import { accessRoutes } from "./routes/access.ts";
import { auditRoutes } from "./routes/audit.ts";
import { commandRoutes } from "./routes/commands.ts";
import { demoRoutes } from "./routes/demo.ts";
import { demoClockRoutes } from "./routes/demoClock.ts";
import { diagramRoutes } from "./routes/diagrams.ts";
import { docsRoutes } from "./routes/docs.ts";
import { dossierRoutes } from "./routes/dossier.ts";
import { evidenceRoutes } from "./routes/evidence.ts";
import { extensionRoutes } from "./routes/extensions.ts";
import { historyRoutes } from "./routes/history.ts";
import { labelRoutes } from "./routes/labels.ts";
import { mailRoutes } from "./routes/mail.ts";
import { marketplaceRoutes } from "./routes/marketplaces.ts";
import { messageRoutes } from "./routes/messages.ts";
import { noticeRoutes } from "./routes/notices.ts";
import { orderListRoutes } from "./routes/orderList.ts";
import { orderRoutes } from "./routes/orders.ts";
import { overviewRoutes } from "./routes/overview.ts";
import { ownOrdersRoutes } from "./routes/ownOrders.ts";
import { payoutAccountRoutes } from "./routes/payoutAccounts.ts";
import { payoutRoutes } from "./routes/payouts.ts";
import { riskRoutes } from "./routes/risk.ts";
import { peopleRoutes } from "./routes/people.ts";
import { personExportRoutes } from "./routes/personExport.ts";
import { policyRoutes } from "./routes/policies.ts";
import { publishingRoutes } from "./routes/publishing.ts";
import { sandboxRoutes } from "./routes/sandbox.ts";
import { sandboxMailRoutes } from "./routes/sandboxMail.ts";
import { sandboxPayoutRoutes } from "./routes/sandboxPayouts.ts";
import { sessionRoutes } from "./routes/session.ts";
import { signInRoutes } from "./routes/signIn.ts";
import { statementRoutes } from "./routes/statement.ts";
import { streamRoutes } from "./routes/stream.ts";
import { trackingNumberRoutes } from "./routes/trackingNumbers.ts";
import { viewRoutes } from "./routes/views.ts";
import { webhookRoutes } from "./routes/webhooks.ts";
import { withdrawalRoutes } from "./routes/withdrawals.ts";
import { eventViews } from "./views/event.ts";

/** `operatorKeyHash` is `hashOfKey` of the first operator key; `rateLimit` requests a minute and caller; `closing` ends open streams; `people` is how they sign in; `pages` is what a browser is shown, none where a shop has its own; `framedBy` are the origins that may frame it; `cartLinks` (by marketplace) and `modelOrigins` are what its pages may lead to and load; `mail` is how it is sent, without it only a sandbox keeps what would be. */
export type AppSettings = { pages?: Pages; framedBy?: readonly string[]; cartLinks?: Readonly<Record<string, string>>; modelOrigins?: readonly string[]; operatorKeyHash: string; rateLimit?: number | null; log: Logger; closing?: AbortSignal; people?: PeopleSettings; mail?: MailOptions };

/** Every route; those of the sandbox only where there is one. */
export function routesOf(sandbox: boolean): Route[] {
  const house = [...orderRoutes, ...orderListRoutes, ...overviewRoutes, ...extensionRoutes, ...commandRoutes, ...historyRoutes, ...streamRoutes, ...messageRoutes, ...evidenceRoutes, ...labelRoutes, ...trackingNumberRoutes, ...dossierRoutes, ...accessRoutes, ...sessionRoutes, ...signInRoutes, ...peopleRoutes, ...personExportRoutes, ...ownOrdersRoutes, ...statementRoutes, ...payoutRoutes, ...payoutAccountRoutes, ...riskRoutes, ...auditRoutes, ...marketplaceRoutes, ...policyRoutes, ...publishingRoutes, ...diagramRoutes, ...withdrawalRoutes, ...webhookRoutes, ...mailRoutes, ...viewRoutes, ...noticeRoutes];
  return [...house, ...(sandbox ? [...sandboxRoutes, ...sandboxPayoutRoutes, ...sandboxMailRoutes, ...demoRoutes, ...demoClockRoutes] : []), ...docsRoutes];
}

/** Where a sandbox's mails lead to that nobody has told its address. */
const NO_ORIGIN = "http://127.0.0.1:4600";

/** Webhooks are the house's own: all that its operators see, but nobody's words. */
const receiver: Caller = { actor: { role: "operator", id: "webhook" }, scope: "read", name: "webhook" };

/** The API over an engine. A shop can mount it in its own server: it is a web-standard `fetch`. */
export function createApp(engine: Engine, settings: AppSettings): App {
  const app: App = new OpenAPIHono<Env>();
  const routes = routesOf(engine.sandbox !== null);
  const mail = openMail(engine, settings.mail ?? { smtp: null, baseUrl: settings.people?.baseUrl ?? NO_ORIGIN }, settings.log);
  const people = openPeople(engine.store, settings.people ?? {}, engine.sandbox !== null, settings.log, mail.letter);
  const closing = settings.closing ?? new AbortController().signal;
  const webhooks = openWebhooks(engine, (_order, event) => eventViews([event], receiver, new Map())[0]!, settings.log);
  closing.addEventListener("abort", () => void Promise.all([webhooks.close(), mail.close()]), { once: true });
  let document: object | null = null;
  const api: Api = {
    engine, people, demo: openDemo(engine, settings.log), baseUrl: settings.people?.baseUrl ?? null, log: settings.log, authentication: openAuthentication(engine.store, people, settings.operatorKeyHash),
    guessLimit: openGuessLimit(), rateLimit: settings.rateLimit ? rateLimitOf(settings.rateLimit) : null, closing, webhooks, mail, cartLinks: settings.cartLinks ?? {}, modelOrigins: settings.modelOrigins ?? [],
    document: () => (document ??= openApiDocument(routes)),
  };
  const { pages, framedBy = [], modelOrigins = [] } = settings;
  const allowed = { framedBy, modelOrigins };
  app.use(secureHeaders({ xFrameOptions: false, referrerPolicy: "no-referrer", strictTransportSecurity: false }));
  app.use(async (c, next) => {
    const instance = `urn:uuid:${randomUUID()}`;
    const began = performance.now();
    c.set("instance", instance);
    await next();
    await endAct(c, engine.store, settings.log);
    for (const cookie of c.get("cookies") ?? []) c.header("set-cookie", cookie, { append: true });
    settings.log.debug({ instance, method: c.req.method, path: c.req.path, status: c.res.status, tookMs: Math.round(performance.now() - began) }, "answered");
    if (!c.res.headers.has("cache-control")) c.header("cache-control", "no-store");
    if (!c.res.headers.has("content-security-policy")) c.header("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
    if (framedBy.length === 0) c.header("x-frame-options", "DENY");
  });
  // Where there are pages, the first address is theirs.
  if (pages) app.get("/", async (c, next) => (await pages(c, allowed)) ?? next());
  mount(app, routes, api);
  app.notFound(async (c) => {
    const page = pages && c.req.method === "GET" && !isOfApi(c.req.path) ? await pages(c, allowed) : null;
    return page ?? problemResponse(new Problem("notFound", "No such address."), c.get("instance"));
  });
  app.onError((error, c) => answerError(error, c, settings.log));
  return app;
}

/** Addresses that never show a page: whoever mistypes one of them is told so. */
const isOfApi = (path: string): boolean => /^\/(v1|docs|mcp|health|openapi\.json)(\/|$)/.test(path);

function mount(app: App, routes: Route[], api: Api): void {
  const byPath = Map.groupBy(routes, (route) => route.path.replaceAll(/\{(\w+)\}/g, ":$1"));
  for (const [path, own] of byPath) {
    for (const { method, perform } of own) app.on(method.toUpperCase(), path, (c) => perform(c, api));
    const allow = [...new Set(own.flatMap(({ method }) => (method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()])))].join(", ");
    app.all(path, (c) => problemResponse(new Problem("methodNotAllowed", `Here are ${allow}.`, {}, { allow }), c.get("instance")));
  }
}

function answerError(error: Error, c: Context<Env>, log: Logger): Response {
  const instance = c.get("instance");
  if (error instanceof Problem || error instanceof RefusedProblem) return problemResponse(error, instance);
  log.error({ err: error, instance, method: c.req.method, path: c.req.path }, "a request failed");
  return problemResponse(new Problem("failed", "It has been logged under this instance."), instance);
}
