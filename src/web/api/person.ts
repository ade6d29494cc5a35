// Who is at the pages: an actor token that a shop's link brought (kept for this tab alone), or the session behind the cookie.
// What the person may do is not decided here.
import { queryOptions, useQuery } from "@tanstack/react-query";
import { client, got } from "./client.ts";
import { presentToken, tokenHere } from "./token.ts";
import type { paths } from "./openapi.d.ts";

export type Session = paths["/v1/session"]["get"]["responses"][200]["content"]["application/json"];
export type Role = "buyer" | "seller" | "mediator" | "operator";
/** `byToken` people came from a shop's page: they have no session to prove or to end. */
export type Person = { role: Role; id: string; name: string | null; provesBy: "password" | "marketplaceSignIn" | "nothing"; byToken: boolean };

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async () => got(await client.GET("/v1/session", {})),
  staleTime: 60_000,
});

/** The person, null where nobody is signed in, undefined until that is known. */
export function usePerson(): Person | null | undefined {
  const { data } = useQuery(sessionQuery);
  const token = tokenHere();
  if (token) return { role: token.role, id: token.id, name: null, provesBy: "nothing", byToken: true };
  if (data === undefined) return undefined;
  return data.person && { ...data.person, byToken: false };
}

/** Whether this server is a sandbox; undefined until that is known. */
export const useSandbox = (): boolean | undefined => useQuery(sessionQuery).data?.sandbox;

/** Ends the session here, or forgets the shop's token. */
export async function signOut(): Promise<void> {
  if (tokenHere()) return presentToken(null);
  await client.DELETE("/v1/session", {});
}
