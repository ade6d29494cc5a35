// The pages as files that a browser can load: where they lie, and building them where the sources are newer than what was built.
// Built once for each state of the sources, in a process of its own, so that a running server never waits for it.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
/** Folders that the pages are made of: their own, and the words of facts and marketplaces. */
const sources = ["src/web", "src/words", "words", "policies"].map((folder) => join(root, folder));
/** Of the policies only the words. */
const isSource = (name: string): boolean => !name.startsWith(sources.at(-1)!) || /words\.\w+\.json$/.test(name);
const builds = join(root, "build/pages");
const maker = join(root, "scripts/build-pages.ts");

/** The folder of the pages as the sources are now; builds them where they are not there yet. Throws with what the build said. */
export async function builtPages(): Promise<string> {
  const folder = join(builds, await hashOfSources());
  if (existsSync(folder)) return folder;
  await mkdir(builds, { recursive: true });
  const made = `${folder}.${process.pid}`;
  await build(made);
  // Another process may have been faster: its pages are the same.
  await rename(made, folder).catch(() => rm(made, { recursive: true }));
  await removeOlder(folder);
  return folder;
}

/** Everything that the pages are made of, and what makes them. */
async function hashOfSources(): Promise<string> {
  const all = await Promise.all(sources.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })));
  const names = all.flat().filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name)).filter(isSource).sort();
  const hash = createHash("sha256");
  for (const name of [...names, join(root, "package-lock.json"), maker]) hash.update(`${name.slice(root.length)}\0`).update(await readFile(name));
  return hash.digest("hex").slice(0, 16);
}

function build(folder: string): Promise<void> {
  const child = spawn(process.execPath, [maker, folder], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`the pages could not be built:\n${said}`))));
  });
}

/** What was built of earlier sources; a server that still serves it has it in memory. */
async function removeOlder(kept: string): Promise<void> {
  for (const name of await readdir(builds)) {
    const folder = join(builds, name);
    if (folder !== kept && !name.includes(".")) await rm(folder, { recursive: true, force: true });
  }
}
