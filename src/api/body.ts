// Reads a request's body: not more of it than allowed, as UTF-8, as JSON that is neither too deep nor meant to trick a program.
// What the JSON must look like is checked elsewhere; whatever comes out of here is safe to walk, to copy and to store.
import type { Context } from "hono";
import { Problem, wrongShape, type WrongField } from "./problems.ts";

export const JSON_LIMIT = 1024 * 1024;
export const BATCH_LIMIT = 8 * 1024 * 1024;
/** Some ten times the largest policy that is shipped. */
export const POLICY_LIMIT = 384 * 1024;
export const EVIDENCE_LIMIT = 25 * 1024 * 1024;

const DEEPEST = 32;
const trickyKeys = new Set(["__proto__", "constructor", "prototype"]);

/** The body's bytes. Throws 413 over `limit`, 415 where it is compressed. */
export async function readBytes(c: Context, limit: number): Promise<Uint8Array> {
  const tooLarge = new Problem("tooLarge", `At most ${limit} bytes are read here.`, {}, { connection: "close" });
  const encoding = c.req.header("content-encoding");
  if (encoding !== undefined && encoding !== "identity") throw new Problem("mediaType", `Content-Encoding ${encoding} is not taken.`);
  const declared = c.req.header("content-length");
  if (declared !== undefined && Number(declared) > limit) throw tooLarge;
  if (declared !== undefined) return new Uint8Array(await c.req.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.byteLength;
    if (length > limit) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The JSON of a request. Throws 415, 413, 400 (no UTF-8, no JSON, too deep) and 422 (keys and text that nothing may carry). */
export async function readJson(c: Context, limit: number): Promise<unknown> {
  demandJson(c.req.header("content-type"));
  const bytes = await readBytes(c, limit);
  const value = parsed(decoded(bytes));
  const errors = unsafeParts(value);
  if (errors.length > 0) throw wrongShape(errors);
  return value;
}

function demandJson(contentType: string | undefined): void {
  const [type = "", ...parameters] = (contentType ?? "").toLowerCase().split(";").map((part) => part.trim());
  if (type !== "application/json") throw new Problem("mediaType", "Send application/json.");
  const charset = parameters.find((part) => part.startsWith("charset="))?.slice("charset=".length).replaceAll('"', "");
  if (charset !== undefined && charset !== "utf-8" && charset !== "utf8") throw new Problem("mediaType", "JSON is UTF-8.");
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw wrongShape([{ pointer: "#", detail: "not UTF-8" }], "malformed");
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw wrongShape([{ pointer: "#", detail: `not JSON: ${(error as Error).message}` }], "malformed");
  }
}

/** A step of a JSON pointer, escaped as RFC 6901 and the URI fragment want it. */
export const pointerStep = (key: string | number): string =>
  `/${encodeURIComponent(String(key).toWellFormed().replaceAll("~", "~0").replaceAll("/", "~1"))}`;

/** Keys that change what an object is, and text that a database cannot keep. Throws 400 for what is nested too deep. */
function unsafeParts(value: unknown): WrongField[] {
  const errors: WrongField[] = [];
  const look = (part: unknown, pointer: string, depth: number): void => {
    if (typeof part === "string") {
      if (part.includes("\0") || !part.isWellFormed()) errors.push({ pointer, detail: "text with U+0000 or half of a surrogate pair" });
      return;
    }
    if (part === null || typeof part !== "object") return;
    if (depth === DEEPEST) throw wrongShape([{ pointer, detail: `nested deeper than ${DEEPEST}` }], "malformed");
    for (const [key, inner] of Object.entries(part)) {
      const at = pointer + pointerStep(key);
      if (trickyKeys.has(key) || key.includes("\0") || !key.isWellFormed()) errors.push({ pointer: at, detail: "no such field" });
      else look(inner, at, depth + 1);
    }
  };
  look(value, "#", 0);
  return errors;
}
