// Evidence: pictures, PDF, MP4, GIF that people upload to prove something. What a file is, its bytes say, not its name.
// A file belongs to who uploaded it; it is seen by the parties of the orders it is used on, by mediators and operators.
import { randomUUIDv7 } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { z } from "@hono/zod-openapi";
import type { Order } from "../../core/state.ts";
import type { StoredEvidence } from "../../store/evidence.ts";
import { pictureHash } from "../../engine/pictureHash.ts";
import { personOf } from "../../engine/sealing.ts";
import { actIsAbout } from "../acts.ts";
import { EVIDENCE_LIMIT, readBytes } from "../body.ts";
import { sees, type Caller } from "../caller.ts";
import { Problem, wrongShape } from "../problems.ts";
import { jsonAnswer, route, type Api, type Route } from "../route.ts";
import { instant } from "../schemas/common.ts";
import { iso } from "../views/time.ts";

const tag = "Evidence";
/** Room for the multipart frame around a file of the largest size. */
const FRAME = 64 * 1024;
const LONGEST_NAME = 200;
const EVIDENCE_ID = /^evi_[0-9a-f-]{36}$/;
const mediaTypes = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/heic", "application/pdf", "video/mp4"] as const;
type MediaType = (typeof mediaTypes)[number];

const evidence = z.object({ id: z.string(), mediaType: z.enum(mediaTypes), size: z.int(), sha256: z.string(), at: instant }).openapi("Evidence");

const upload = route({
  method: "post", path: "/v1/evidence", tag, right: "act", summary: "Upload evidence",
  description: `One file of at most 25 MiB: ${mediaTypes.join(", ")}. Its id can be used on any order of the uploader.`,
  documented: { body: { required: true, content: { "multipart/form-data": { schema: { type: "object", properties: { file: { type: "string", contentMediaType: "application/octet-stream" } }, required: ["file"] } } } } },
  problems: ["malformed", "tooLarge", "mediaType", "shape"],
  answers: { 201: jsonAnswer("Kept.", evidence) },
  async handle({ c, api, caller }) {
    const file = await fileOf(c.req.header("content-type"), await readMultipart(c));
    if (file.size > EVIDENCE_LIMIT) throw new Problem("tooLarge", `At most ${EVIDENCE_LIMIT} bytes are taken.`);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const mediaType = await mediaTypeOf(bytes, file.type);
    const kept = await api.engine.store.evidence.put({
      id: `evi_${randomUUIDv7()}`, uploader: caller.actor, person: personOf(caller.actor), mediaType, name: nameOf(file.name), bytes, atMs: api.engine.clock.now(),
    });
    actIsAbout(c, kept.id);
    const print = mediaType.startsWith("image/") ? await pictureHash(bytes) : null;
    if (print !== null) await api.engine.store.risk.keepPrint(kept.id, caller.actor, print);
    return c.json({ id: kept.id, mediaType, size: kept.size, sha256: kept.sha256, at: iso(kept.at) }, 201);
  },
});

async function readMultipart(c: Parameters<typeof readBytes>[0]): Promise<Uint8Array> {
  if (!/^multipart\/form-data *;/i.test(c.req.header("content-type") ?? "")) throw new Problem("mediaType", "Send multipart/form-data.");
  return readBytes(c, EVIDENCE_LIMIT + FRAME);
}

async function fileOf(contentType: string | undefined, bytes: Uint8Array): Promise<File> {
  const form = await new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { "content-type": contentType! } }).formData().catch(() => {
    throw wrongShape([{ pointer: "#", detail: "not multipart/form-data" }], "malformed");
  });
  const others = [...form.keys()].filter((name) => name !== "file");
  const files = form.getAll("file");
  if (others.length > 0) throw wrongShape(others.map((name) => ({ pointer: `#/${encodeURIComponent(name.toWellFormed())}`, detail: "no such field" })));
  const [file] = files;
  if (files.length !== 1 || !(file instanceof File)) throw wrongShape([{ pointer: "#/file", detail: "must be exactly one file" }]);
  if (file.size === 0) throw wrongShape([{ pointer: "#/file", detail: "must not be empty" }]);
  return file;
}

/** What the bytes are. Throws 415 for what is not taken, 422 where the declared type says something else. */
async function mediaTypeOf(bytes: Uint8Array, declared: string): Promise<MediaType> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const mediaType = mediaTypes.find((one) => one === found?.mime);
  if (!mediaType) throw new Problem("mediaType", `Evidence is one of ${mediaTypes.join(", ")}.`);
  const said = declared.split(";")[0]!.trim().toLowerCase();
  const vague = said === "" || said === "application/octet-stream" || (said === "image/jpg" && mediaType === "image/jpeg");
  if (!vague && said !== mediaType) throw wrongShape([{ pointer: "#/file", detail: `declared as ${said.slice(0, 100)}, but is ${mediaType}` }]);
  return mediaType;
}

/** A name that a disk and a database can keep. */
const nameOf = (name: string): string => name.toWellFormed().replaceAll(/[\0-\x1f/\\]/g, "_").slice(-LONGEST_NAME) || "evidence";

const download = route({
  method: "get", path: "/v1/evidence/{id}", tag, right: "read", summary: "Download evidence",
  problems: ["notFound", "gone"],
  answers: { 200: { description: "The file.", content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: {} }])) } },
  async handle({ c, api, caller }) {
    const { store } = api.engine;
    const id = c.req.param("id") ?? "";
    const kept = EVIDENCE_ID.test(id) ? await store.evidence.get(id) : null;
    if (!kept || !(await seesEvidence(api, caller, kept))) throw new Problem("notFound", "No such evidence.");
    const bytes = await store.evidence.bytes(kept.id);
    if (bytes === null) throw new Problem("gone", "Its uploader was erased.");
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        "content-type": kept.mediaType, "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(kept.name ?? kept.id)}`,
        "content-security-policy": "sandbox; default-src 'none'", "x-content-type-options": "nosniff", "cache-control": "private, no-store",
      },
    });
  },
});

async function seesEvidence({ engine: { store } }: Api, caller: Caller, { id, uploader }: StoredEvidence): Promise<boolean> {
  const { role, id: callerId } = caller.actor;
  if (role === "mediator" || role === "operator" || (uploader.role === role && uploader.id === callerId)) return true;
  const orders = await store.orders(await store.evidence.usedOn(id));
  return [...orders.values()].some((row) => sees(caller, row.state as Order));
}

export const evidenceRoutes: Route[] = [upload, download];
