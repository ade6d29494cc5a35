// The words behind sealed references, as far as the reader may read them. Null where nothing was said or the person was erased.
import type { Sealed } from "../../core/event.ts";
import type { Order, Party } from "../../core/state.ts";
import type { Caller } from "../caller.ts";
import type { PartyView } from "../schemas/order.ts";

export type Words = ReadonlyMap<string, string | null>;

export const plain = (words: Words, sealed: Sealed | null): string | null => (sealed === null ? null : (words.get(sealed.sealed) ?? null));

type Profile = { name?: string; email?: string; address?: string };

/** Which personal fields of that side the caller may read. The seller needs the buyer's address, neither needs the other's e-mail. */
export function mayRead(caller: Caller, side: "buyer" | "seller"): readonly (keyof Profile)[] {
  const { role } = caller.actor;
  if (role === side || role === "mediator" || role === "operator") return ["name", "email", "address"];
  return side === "buyer" ? ["name", "address"] : ["name"];
}

/** A side of the order with what the caller may read of it. */
export function partyView(order: Order, side: "buyer" | "seller", caller: Caller, words: Words): PartyView {
  const party: Party = order[side];
  const profile = profileOf(plain(words, party.profile));
  const view: PartyView = { id: party.id, country: party.country, name: profile.name ?? null };
  for (const field of mayRead(caller, side)) view[field] = profile[field] ?? null;
  return view;
}

/** What a sealed profile holds; nothing where it was erased. */
export const profileOf = (text: string | null): Profile => (text === null ? {} : (JSON.parse(text) as Profile));
