// Everything that is kept of a person, as a download for themselves or by the house. What is in it stands in personExport/.
import { z } from "@hono/zod-openapi";
import { archive } from "../../dossier/archive.ts";
import { languages } from "../../dossier/reader.ts";
import { languageOf } from "../../engine/acknowledgement.ts";
import { rights, type Caller } from "../caller.ts";
import { exportFiles, type Exported } from "../personExport/files.ts";
import { MOST_ORDERS } from "../personExport/orders.ts";
import { Problem } from "../problems.ts";
import { route, type Route } from "../route.ts";

const download = route({
  method: "get", path: "/v1/people/{role}/{id}/export", tag: "People", right: "read", audited: true, summary: "Download everything that is kept of a person", problems: ["notFound"],
  description: `A ZIP of JSON for a buyer or a seller: account, orders with their histories and messages, their own files, mails, sessions, counts; a seller's statement and accounts. As the API shows it to that very person. Their own, or anybody's for an operator. At most ${MOST_ORDERS} orders, the newest; README.txt says what each file is. What was erased is not in it.`,
  query: z.strictObject({ language: z.enum(languages).optional() }),
  answers: { 200: { description: "The export; README.txt in the language asked for, otherwise the one that the person wishes, otherwise by Accept-Language.", content: { "application/zip": { schema: {} } } } },
  async handle({ c, api, caller, query }) {
    const person = personFor(c.req.param(), caller);
    const { wishes } = api.engine.store.mails;
    const language = query.language ?? (await wishes([`${person.role}/${person.id}`])).get(`${person.role}/${person.id}`)?.language ?? languageOf(c.req.header("accept-language"));
    const headers = {
      "content-type": "application/zip", "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${person.role}-${person.id}.zip`)}`,
      "x-content-type-options": "nosniff", "cache-control": "private, no-store",
    };
    const bytes = c.req.method === "HEAD" ? null : (ReadableStream.from(archive(exportFiles(api, person, language))) as ReadableStream<Uint8Array<ArrayBuffer>>);
    return new Response(bytes, { headers });
  },
});

/** Whose export it is. Throws 404 where it is not the caller's to have. */
function personFor({ role, id = "" }: Partial<Record<"role" | "id", string>>, caller: Caller): Exported {
  const own = caller.scope === "person" && caller.actor.role === role && caller.actor.id === id;
  const known = (role === "buyer" || role === "seller") && id.isWellFormed() && !id.includes("\0");
  if (!known || (!own && !rights.operate(caller))) throw new Problem("notFound", "No such person.");
  return { role, id };
}

export const personExportRoutes: Route[] = [download];
