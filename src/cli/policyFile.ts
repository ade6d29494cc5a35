// A policy as somebody names it on the command line: a file of theirs, or one that came with the program. Faults are told by line.
import { readFile } from "node:fs/promises";
import type { Policy } from "../core/policy.ts";
import { readShippedPolicies } from "../engine/policies.ts";
import { BadPolicy, checkPolicy } from "../engine/policyShape.ts";
import { linesOf } from "./jsonLines.ts";

export type FileFault = { line: number; pointer: string; detail: string };

/** What was read: the policy, or all that is wrong with it. */
export type PolicyFile = { file: string; policy: Policy; faults: [] } | { file: string; policy: null; faults: FileFault[] };

/** A file that is not there, and no policy's name either. */
export class NoSuchPolicyFile extends Error {
  constructor(file: string, names: readonly string[]) {
    super(`there is no file ${file}, and no shipped policy of that name; there are ${names.join(", ")}`);
    this.name = "NoSuchPolicyFile";
  }
}

/** Reads a file, or takes the shipped policy of that name. Throws `NoSuchPolicyFile`. */
export async function readPolicy(file: string): Promise<PolicyFile> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "EISDIR") return null;
    throw error;
  });
  if (text !== null) return policyIn(file, text);
  const shipped = await readShippedPolicies();
  const policy = shipped.find((one) => one.policy === file);
  if (!policy) throw new NoSuchPolicyFile(file, shipped.map((one) => one.policy));
  return { file, policy, faults: [] };
}

function policyIn(file: string, text: string): PolicyFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    return { file, policy: null, faults: [{ line: Number(/line (\d+)/.exec(message)?.[1] ?? lineAtPosition(text, message)), pointer: "", detail: `not JSON: ${message}` }] };
  }
  try {
    return { file, policy: checkPolicy(value), faults: [] };
  } catch (error) {
    if (!(error instanceof BadPolicy)) throw error;
    const lineOf = linesOf(text);
    const faults = error.faults.map(({ pointer, detail }) => ({ line: lineOf(pointer), pointer, detail }));
    return { file, policy: null, faults: faults.sort((a, b) => a.line - b.line) };
  }
}

/** Some of V8's messages name a position, some the line, and at the end of the text neither. */
function lineAtPosition(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  return (position === undefined ? text : text.slice(0, Number(position))).split("\n").length;
}

/** `file:line: /pointer what is wrong`, a line each. */
export const faultLines = ({ file, faults }: PolicyFile): string[] => faults.map(({ line, pointer, detail }) => `${file}:${line}: ${pointer === "" ? "" : `${pointer} `}${detail}`);
