// An actor token that came in the address (`/#token=…`), as a shop's own page links to us: kept for this tab, taken out of the address.
// It is read here for whom it names; whether it holds, the server says.
import type { Role } from "./person.ts";

const PLACE = "rescind.token";
export type Token = { text: string; role: Role; id: string; expiresAt: number };

/** Takes a token out of the address, so that it neither stays in the history nor is sent on as a referrer. */
export function takeTokenFromAddress(): void {
  const said = new URLSearchParams(location.hash.slice(1)).get("token");
  if (said === null) return;
  sessionStorage.setItem(PLACE, said);
  history.replaceState(history.state, "", location.pathname + location.search);
}

/** The token of this tab, or null where there is none or its time is over. */
export function tokenHere(): Token | null {
  const text = sessionStorage.getItem(PLACE);
  const token = text === null ? null : read(text);
  return token && token.expiresAt > Date.now() ? token : null;
}

/** Keeps a token for this tab, or forgets it. */
export function presentToken(text: string | null): void {
  if (text === null) sessionStorage.removeItem(PLACE);
  else sessionStorage.setItem(PLACE, text);
}

function read(text: string): Token | null {
  try {
    const part = text.split(".")[1] ?? "";
    const said = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0)))) as { role: Role; sub: string; exp: number };
    return { text, role: said.role, id: said.sub, expiresAt: said.exp * 1000 };
  } catch {
    return null;
  }
}
