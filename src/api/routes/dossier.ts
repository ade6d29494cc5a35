// The dossier of an order as a download, what is needed to check one, and the ladder of redress on which the order stands (T6).
import { z } from "@hono/zod-openapi";
import type { Order } from "../../core/state.ts";
import { makeDossier, readVerifier } from "../../dossier/dossier.ts";
import { MOST_EVIDENCE_BYTES, MOST_EVIDENCE_FILES } from "../../dossier/evidence.ts";
import { standingOf, type Standing } from "../../dossier/ladder.ts";
import { ladderFor } from "../../dossier/ladders.ts";
import { languages, type Language, type Reader } from "../../dossier/reader.ts";
import { dossierKey } from "../../dossier/signingKey.ts";
import { seesPosting, type Caller } from "../caller.ts";
import { jsonAnswer, orderRoute, publicRoute, type Route } from "../route.ts";
import { instant } from "../schemas/common.ts";
import { ladderSchema } from "../schemas/ladder.ts";
import { seesEvent, seesWhole } from "../views/event.ts";
import { iso } from "../views/time.ts";
import { mayRead } from "../views/words.ts";

const tag = "Dossier";
const MEBIBYTE = 1024 * 1024;

const dossier = orderRoute({
  method: "get", path: "/v1/orders/{id}/dossier", tag, right: "read", audited: true, summary: "Download an order's dossier",
  description: `A ZIP with a PDF summary, all events with their hash chain, messages, evidence, ledger, policy version, a signed manifest, and a program that finds
any changed byte offline. Each reader gets what they may see. At most ${MOST_EVIDENCE_FILES} files and ${MOST_EVIDENCE_BYTES / MEBIBYTE} MiB of evidence; what is beyond is named with its hash.`.replaceAll("\n", " "),
  query: z.strictObject({ language: z.enum(languages).optional() }),
  answers: { 200: { description: "The dossier, in the language asked for, otherwise the order's, otherwise English.", content: { "application/zip": { schema: {} } } } },
  async handle({ c, api, caller, order, query }) {
    const made = await makeDossier(api.engine, order, readerOf(caller), query.language ?? languageOf(order));
    const headers = {
      "content-type": "application/zip", "content-length": String(made.size), "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`dossier-${order.externalId.toWellFormed()}.zip`)}`,
      "x-content-type-options": "nosniff", "cache-control": "private, no-store",
    };
    return new Response(c.req.method === "HEAD" ? null : (ReadableStream.from(made.bytes) as ReadableStream<Uint8Array<ArrayBuffer>>), { headers });
  },
});

function readerOf(caller: Caller): Reader {
  return {
    role: caller.actor.role, id: caller.actor.id, seesEvent: (event) => seesWhole(caller, event), seesPosting: (account) => seesPosting(caller, account),
    profileFields: { buyer: mayRead(caller, "buyer"), seller: mayRead(caller, "seller") },
  };
}

const languageOf = ({ locale }: Order): Language => languages.find((language) => locale?.toLowerCase().startsWith(language)) ?? "en";

const ladder = orderRoute({
  method: "get", path: "/v1/orders/{id}/ladder", tag, right: "read", summary: "Read where an order stands on its ladder of redress",
  description: "The ways to settle a dispute under the law of the buyer's country, in three languages with their sources; which of them the order's history shows, and which is next. General information, not legal advice.",
  answers: { 200: jsonAnswer("The ladder.", ladderSchema) },
  async handle({ c, api, caller, order }) {
    const events = await api.engine.store.events(order.id);
    return c.json(ladderView(standingOf(ladderFor(order.buyer.country), order, events.filter((event) => seesEvent(caller, event))), order), 200);
  },
});

function ladderView({ ladder: { ladder: id, name, order: climbed, note, checkedOn }, country, rungs, current, next }: Standing, order: Order): z.infer<typeof ladderSchema> {
  return {
    ladder: id, country, name, order: climbed, note, checkedOn, current, next, dossier: `/v1/orders/${order.id}/dossier`,
    rungs: rungs.map(({ id: rung, title, text, sources, state, trace }) => ({
      id: rung, title, text, sources, state,
      trace: trace && { events: trace.events, firstSeq: trace.firstSeq, firstAt: iso(trace.firstAt), lastSeq: trace.lastSeq, lastAt: iso(trace.lastAt) },
    })),
  };
}

const key = publicRoute({
  method: "get", path: "/v1/dossier-key", tag, summary: "The key that signs dossiers",
  description: "Compare it with the one that a dossier names, or give its id to verify.mjs with --key.",
  answers: { 200: jsonAnswer("The public key.", z.object({ id: z.string().openapi({ description: "SHA-256 of the public key." }), algorithm: z.literal("Ed25519"), publicKey: z.string().openapi({ description: "32 bytes, hex." }), since: instant })) },
  async handle({ c, api }) {
    const { id, algorithm, publicKey, since } = await dossierKey(api.engine.store.settings);
    return c.json({ id, algorithm, publicKey, since: iso(since) }, 200);
  },
});

const verifier = publicRoute({
  method: "get", path: "/v1/dossier-verifier", tag, summary: "The program that checks dossiers",
  description: "verify.mjs: one file, no packages, no network, any Node from 20 on.",
  answers: { 200: { description: "The program.", content: { "text/javascript": { schema: { type: "string" } } } } },
  async handle() {
    return new Response((await readVerifier()) as Uint8Array<ArrayBuffer>, { headers: { "content-type": "text/javascript; charset=utf-8", "content-disposition": 'attachment; filename="verify.mjs"', "x-content-type-options": "nosniff" } });
  },
});

export const dossierRoutes: Route[] = [dossier, ladder, key, verifier];
