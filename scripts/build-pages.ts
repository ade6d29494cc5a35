// Builds the pages into the folder that it is given: Vite, and what is compressed once for all requests.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "vite";

/** What compresses well; fonts and pictures are compressed already. */
const texts = new Set([".js", ".mjs", ".glb", ".css", ".svg", ".json", ".geojson"]);
const LEAST_BYTES = 1_000;

/** Beside each text of the folder lies its .br and its .gz, compressed once so that no request has to. */
async function compressFolder(folder: string): Promise<void> {
  for (const one of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(one.parentPath, one.name);
    if (!one.isFile() || !texts.has(extname(one.name))) continue;
    const bytes = await readFile(path);
    if (bytes.length < LEAST_BYTES) continue;
    await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  }
}

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: build-pages.ts FOLDER");
const root = fileURLToPath(new URL("../src/web/", import.meta.url));
await build({ root, configFile: `${root}vite.config.ts`, logLevel: "warn", build: { outDir: folder, emptyOutDir: true } });
await compressFolder(folder);
