// Serves the pages: built files by their names, and the one document for every other address, which finds its own way.
// They are held in memory, so that a build that replaces them never leaves a browser with half of each.
import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import type { Context } from "hono";
import type { Env } from "../route.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".json": "application/json",
  ".geojson": "application/geo+json", ".woff2": "font/woff2", ".png": "image/png", ".webp": "image/webp", ".ico": "image/x-icon", ".glb": "model/gltf-binary", ".txt": "text/plain; charset=utf-8", ".wasm": "application/wasm",
};
const encodings = [["br", ".br"], ["gzip", ".gz"]] as const;
/** Files under this carry a hash of what they hold in their names: they never change. */
const HASHED = "/assets/";
/** What the document holds where its nonce belongs. */
const NONCE = "__NONCE__";
const DAY_SECONDS = 86_400;

/** `framedBy` are the origins that may show pages in a frame; from `modelOrigins` they may load 3D models. */
export type Allowed = { framedBy: readonly string[]; modelOrigins: readonly string[] };
/** Answers a request for a page or one of its files; null where there is none such. */
export type Pages = (c: Context<Env>, allowed: Allowed) => Promise<Response | null>;

/** Pages that are there as soon as `folder` is known. */
export function openPages(folder: Promise<string>): Pages {
  const files = folder.then(filesOf);
  files.catch(() => undefined);
  return async (c, allowed) => {
    const all = await files;
    const { pathname } = new URL(c.req.url);
    const file = all.get(pathname);
    if (file && pathname !== "/index.html") return fileAnswer(c, pathname, file, all);
    if (pathname.startsWith(HASHED) || extname(pathname) !== "") return null;
    return documentAnswer(all.get("/index.html")!, allowed);
  };
}

async function filesOf(folder: string): Promise<Map<string, Buffer>> {
  const all = new Map<string, Buffer>();
  for (const one of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!one.isFile()) continue;
    const path = join(one.parentPath, one.name);
    all.set(`/${relative(folder, path).replaceAll("\\", "/")}`, await readFile(path));
  }
  return all;
}

function fileAnswer(c: Context<Env>, name: string, file: Buffer, all: Map<string, Buffer>): Response {
  const accepted = c.req.header("accept-encoding") ?? "";
  const packed = encodings.map(([encoding, ending]) => ({ encoding, bytes: all.get(`${name}${ending}`) })).find(({ encoding, bytes }) => bytes && accepted.includes(encoding));
  const headers: Record<string, string> = {
    "content-type": types[extname(name)] ?? "application/octet-stream", vary: "accept-encoding",
    "cache-control": name.startsWith(HASHED) ? `public, max-age=${365 * DAY_SECONDS}, immutable` : `public, max-age=${DAY_SECONDS}`,
    ...(packed ? { "content-encoding": packed.encoding } : {}),
  };
  return new Response(new Uint8Array(packed?.bytes ?? file), { headers });
}

function documentAnswer(file: Buffer, { framedBy, modelOrigins }: Allowed): Response {
  const nonce = randomBytes(16).toString("base64");
  const frames = framedBy.length > 0 ? framedBy.join(" ") : "'none'";
  const policy = [
    "default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "font-src 'self'", "img-src 'self' data: blob: https:", "media-src 'self' blob:", ["connect-src 'self' blob:", ...modelOrigins].join(" "),
    "worker-src 'self' blob:", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", `frame-ancestors ${frames}`,
  ];
  return new Response(file.toString("utf8").replaceAll(NONCE, nonce), { headers: { "content-type": types[".html"]!, "cache-control": "no-cache", "content-security-policy": policy.join("; ") } });
}
