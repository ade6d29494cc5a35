// Runs one campaign by its name: `npm run campaign -- NAME --seconds 60 --seed 1 [--rounds N] [--OPTION=VALUE …]`. Each is a file of
// scripts/campaigns; `campaign help` names them. Exit 1 where something was found; the seed it prints repeats it.
import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Campaign } from "./campaigns/campaign.ts";

const folder = new URL("campaigns/", import.meta.url);
const names = readdirSync(folder).filter((file) => file.endsWith(".ts")).map((file) => file.replace(/\.ts$/, "")).filter((name) => name !== "campaign").sort();

function readWish(args: string[]): { name: string; seconds: number; seed: number; rounds: number | undefined; more: Record<string, string> } {
  const { positionals: [name = "help"], values } = parseArgs({ args, strict: false, allowPositionals: true });
  const more: Record<string, string> = Object.fromEntries(Object.entries(values).map(([option, value]) => [option, String(value)]));
  const whole = (option: string): number | undefined => {
    const text = more[option];
    delete more[option];
    if (text === undefined) return undefined;
    if (!/^\d{1,9}$/.test(text)) throw new Error(`--${option} is a whole number, not ${text}`);
    return Number(text);
  };
  return { name, seconds: whole("seconds") ?? 60, seed: whole("seed") ?? Date.now() % 1_000_000, rounds: whole("rounds"), more };
}

// `--seconds 60` as well as `--seconds=60`: parseArgs takes the next word as a value only for options it was told of.
const joined = process.argv.slice(2).reduce<string[]>((all, word) => {
  const last = all.at(-1);
  if (last !== undefined && /^--\w[\w-]*$/.test(last) && !word.startsWith("--")) return [...all.slice(0, -1), `${last}=${word}`];
  return [...all, word];
}, []);

const { name, rounds, ...wish } = readWish(joined);
if (!names.includes(name)) {
  process.stderr.write(`usage: npm run campaign -- NAME --seconds N --seed S (NAME: ${names.join(", ")})\n`);
  process.exitCode = name === "help" ? 0 : 2;
} else {
  const { campaign } = (await import(new URL(`${name}.ts`, folder).href)) as { campaign: Campaign };
  process.stderr.write(`${name}, seed ${wish.seed}, ${wish.seconds} s\n`);
  const { tried, findings } = await campaign({ ...wish, ...(rounds === undefined ? {} : { rounds }), tell: (line) => process.stderr.write(`  ${line}\n`) });
  process.stdout.write(`${JSON.stringify({ campaign: name, seed: wish.seed, tried, found: findings.length }, null, 2)}\n`);
  for (const finding of findings) process.stdout.write(`FOUND ${finding}\n`);
  if (findings.length > 0) {
    process.stdout.write(`again: npm run campaign -- ${name} --seed ${wish.seed} --seconds ${wish.seconds}${rounds === undefined ? "" : ` --rounds ${rounds}`}\n`);
    process.exitCode = 1;
  }
}
