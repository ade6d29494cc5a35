// Saved views: a person's own searches of the list of orders, kept under a name, each with how many orders it finds.
import { randomUUID } from "node:crypto";
import { z } from "@hono/zod-openapi";
import type { SavedView } from "../../store/views.ts";
import type { Caller } from "../caller.ts";
import { Problem } from "../problems.ts";
import { jsonAnswer, route, type Api, type Route } from "../route.ts";
import { filterOf, ownOnly, searchQuery } from "./orderList.ts";

const tag = "Saved views";
const path = "/v1/me/views/{id}";
/** Nobody reads the difference between thousands; so far it is counted. */
const MOST_COUNTED = 1000;
const NO_SUCH_VIEW = "You have no such view.";

const name = z.string().trim().min(1).max(60);
const search = searchQuery.openapi("OrderSearch");
const viewSchema = z.object({ id: z.string(), name: z.string(), search, count: z.int().nonnegative().openapi({ description: `How many orders it finds, counted up to ${MOST_COUNTED}.` }) }).openapi("SavedView");
type View = z.infer<typeof viewSchema>;

/** What the path names; no view has another kind of id. Throws 404. */
function idIn(c: { req: { param(name: "id"): string | undefined } }): string {
  const id = c.req.param("id") ?? "";
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Problem("notFound", NO_SUCH_VIEW);
  return id;
}

const personOf = ({ actor }: Caller): string => `${actor.role}/${actor.id}`;

async function counted(api: Api, caller: Caller, view: SavedView): Promise<View> {
  const kept = search.parse(view.search);
  const filter = ownOnly(filterOf(kept), caller);
  return { id: view.id, name: view.name, search: kept, count: filter === null ? 0 : await api.engine.store.count(filter, MOST_COUNTED) };
}

const list = route({
  method: "get", path: "/v1/me/views", tag, right: "act", summary: "List one's saved views", description: "As they were made, each with how many orders it finds now.",
  answers: { 200: jsonAnswer("The views.", z.object({ views: z.array(viewSchema) })) },
  async handle({ c, api, caller }) {
    const views: View[] = [];
    for (const view of await api.engine.store.views.of(personOf(caller))) views.push(await counted(api, caller, view));
    return c.json({ views }, 200);
  },
});

const add = route({
  method: "post", path: "/v1/me/views", tag, right: "act", audited: false, summary: "Save a view", description: "A search of the list of orders under a name, for the caller alone; at most thirty.",
  body: z.strictObject({ name, search }), problems: ["tooManyViews"], answers: { 201: jsonAnswer("The view.", viewSchema) },
  async handle({ c, api, caller, body }) {
    const view = { id: randomUUID(), ...body };
    if (!(await api.engine.store.views.add(personOf(caller), view, Date.now()))) throw new Problem("tooManyViews", "At most thirty: delete one first.");
    return c.json(await counted(api, caller, view), 201);
  },
});

const change = route({
  method: "put", path, tag, right: "act", audited: false, summary: "Rename a saved view, or change its search", problems: ["notFound"],
  body: z.strictObject({ name: name.optional(), search: search.optional() }), answers: { 200: jsonAnswer("The view.", viewSchema) },
  async handle({ c, api, caller, body }) {
    const view = await api.engine.store.views.change(personOf(caller), idIn(c), body);
    if (view === null) throw new Problem("notFound", NO_SUCH_VIEW);
    return c.json(await counted(api, caller, view), 200);
  },
});

const remove = route({
  method: "delete", path, tag, right: "act", audited: false, summary: "Delete a saved view", problems: ["notFound"], answers: { 204: { description: "It is gone." } },
  async handle({ c, api, caller }) {
    if (!(await api.engine.store.views.remove(personOf(caller), idIn(c)))) throw new Problem("notFound", NO_SUCH_VIEW);
    return c.body(null, 204);
  },
});

export const viewRoutes: Route[] = [list, add, change, remove];
