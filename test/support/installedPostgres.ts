// Finds the PostgreSQL servers installed on this machine. It starts none.

import { execFileSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { delimiter, join } from "node:path";

const suffix = process.platform === "win32" ? ".exe" : "";
const usualPlaces = [
  "/usr/lib/postgresql/*/bin",
  "/usr/pgsql-*/bin",
  "/usr/local/pgsql/bin",
  "/opt/homebrew/opt/postgresql*/bin",
  "/usr/local/opt/postgresql*/bin",
  "/Applications/Postgres.app/Contents/Versions/*/bin",
  "C:/Program Files/PostgreSQL/*/bin",
];

/** The folder of programs of the highest installed version, or nothing when none reaches `oldestMajor`. */
export function highestInstalled(oldestMajor: number): string | undefined {
  const places = [...(process.env.PATH ?? "").split(delimiter), configuredPlace(), ...globSync(usualPlaces)];
  const found = [...new Set(places)]
    .filter((place) => ["postgres", "initdb"].every((program) => place !== "" && existsSync(join(place, program + suffix))))
    .map((place) => ({ place, version: postgresVersion(place) }))
    .filter(({ version }) => Number.parseFloat(version) >= oldestMajor)
    .sort((a, b) => Number.parseFloat(b.version) - Number.parseFloat(a.version));
  return found[0]?.place;
}

/** Such as `15.14`; `0` when the program does not run. */
export function postgresVersion(place: string): string {
  try {
    const said = execFileSync(join(place, "postgres"), ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return /\d+(\.\d+)?/.exec(said)?.[0] ?? "0";
  } catch {
    return "0";
  }
}

function configuredPlace(): string {
  try {
    return execFileSync("pg_config", ["--bindir"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}
