// Turns a person's words into commitments before anything is decided, and keeps the words for the vault.
// After this point no name, note or message exists in plain text anywhere but in the vault's ciphertext.
import type { Actor, Sealed } from "../core/event.ts";
import type { VaultRow } from "../store/rows.ts";
import { seal, type Entropy } from "../store/seal.ts";
import type { Command } from "../core/commands.ts";
import { proposesOffPlatform } from "./offPlatform.ts";

/** Words that were sealed: rows for the vault, still without their order. */
export type SealedWords = Omit<VaultRow, "orderId">[];

/** Whose key seals a person's words. */
export const personOf = (actor: Pick<Actor, "role" | "id">): string => `${actor.role}/${actor.id}`;

/** The fields of commands that hold words. */
const wordFields = ["note", "reason", "text"] as const;

/** Commands whose `reason` is a code, not free text. */
const coded = new Set<unknown>(["CancelOrder", "RequestCancellation", "RecordRefundFailed", "RecordReversalImpossible", "SanctionBuyer"]);

/** The words that a command carries. */
function wordsIn(command: Record<string, unknown>): (typeof wordFields)[number][] {
  return wordFields.filter((field) => typeof command[field] === "string" && !(field === "reason" && coded.has(command.type)));
}

/** Whether the command carries words that need a key. */
export const carriesWords = (command: Record<string, unknown>): boolean => wordsIn(command).length > 0;

/** The command with its words sealed, and what the vault is to keep. `key` is the person's, hex; `entropy` repeats in replays. */
export function sealCommand(command: { type: string } & Record<string, unknown>, person: string, key: string, entropy?: Entropy): { command: Command; words: SealedWords } {
  const sealed: Record<string, unknown> = { ...command };
  const words: SealedWords = [];
  for (const field of wordsIn(command)) {
    const made = seal(command[field] as string, key, entropy);
    words.push({ ...made, person });
    sealed[field] = { sealed: made.commitment } satisfies Sealed;
  }
  if (command.type === "SendMessage") sealed.offPlatform = proposesOffPlatform(String(command.text));
  return { command: sealed as Command, words };
}

/** A person's profile sealed as one: null where nothing personal was given. */
export function sealProfile(profile: { name?: string; email?: string; address?: string }, person: string, key: string, entropy?: Entropy): { profile: Sealed | null; words: SealedWords } {
  const { name, email, address } = profile;
  if (name === undefined && email === undefined && address === undefined) return { profile: null, words: [] };
  const made = seal(JSON.stringify({ name, email, address }), key, entropy);
  return { profile: { sealed: made.commitment }, words: [{ ...made, person }] };
}
