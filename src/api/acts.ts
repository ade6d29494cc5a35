// What the house does besides commands to orders: each act is written down before it is done, and the status of its answer after it.
// What operators and mediators do to orders is none of this file's: the events of the order say it.
import type { Context } from "hono";
import type { Logger } from "pino";
import type { Order } from "../core/state.ts";
import type { Store } from "../store/store.ts";
import type { Caller } from "./caller.ts";
import type { Api, Env } from "./route.ts";

/** An act under way: its id, and what it is about as far as only its handler knows. */
export type BegunAct = { id: string; about: string | null };

const LONGEST_ABOUT = 400;

/** Writes down that the caller is about to do this, where they are of the house. Whoever only asks for the headers does nothing. */
export async function beginAct(c: Context<Env>, { engine }: Api, { actor }: Caller, act: string, order: Order | null): Promise<void> {
  const ofHouse = actor.role === "operator" || actor.role === "mediator";
  if (!ofHouse || c.req.method === "HEAD") return;
  const ids = Object.values(c.req.param() as Record<string, string>).filter((value) => value !== order?.id);
  const about = ids.length === 0 ? null : storable(ids.join("/"));
  c.set("act", { id: await engine.store.audit.begin({ atMs: engine.clock.now(), by: actor, act, about, orderId: order?.id ?? null }), about: null });
}

/** Says by ids what an act is about whose path does not: what it made, or whom it concerns. Never words, names or secrets. */
export function actIsAbout(c: Context<Env>, ...ids: readonly (string | number)[]): void {
  const act = c.get("act");
  if (act) act.about = storable(ids.join("/"));
}

/** Writes down how the act was answered. Where that fails its outcome stays open in the audit: what was answered was done. */
export async function endAct(c: Context<Env>, store: Store, log: Logger): Promise<void> {
  const act = c.get("act");
  if (!act) return;
  try {
    await store.audit.ended(act.id, c.res.status, act.about);
  } catch (error) {
    log.error({ err: error, act: act.id, status: c.res.status }, "the outcome of an act could not be written down");
  }
}

/** Paths may carry any text; what a database cannot keep is nobody's id. */
const storable = (text: string): string => text.toWellFormed().replaceAll("\0", "\uffff").slice(0, LONGEST_ABOUT).toWellFormed();
