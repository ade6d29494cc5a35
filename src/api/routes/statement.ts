// A seller's statement of account: for the seller and for the house, as JSON or, where CSV is accepted, as a table for a spreadsheet.
import { z } from "@hono/zod-openapi";
import type { Statement } from "../../store/statement.ts";
import { rights } from "../caller.ts";
import { Problem } from "../problems.ts";
import { route, type Route } from "../route.ts";
import { instant } from "../schemas/common.ts";
import { iso } from "../views/time.ts";

const MOST_LINES = 5000;
const DAY_MS = 86_400_000;
const LAST = 8.64e15;

const day = z.iso.date().openapi({ description: "A day (UTC)." });
const minor = z.int();
const statementSchema = z.object({
  seller: z.string(), balances: z.array(z.object({ currency: z.string(), openingMinor: minor, closingMinor: minor })),
  lines: z.array(z.object({ orderId: z.string().nullable(), externalId: z.string().nullable(), payoutId: z.string().nullable().openapi({ description: "Of a payout's step; an order's line has none." }), marketplace: z.string(), eventSeq: z.int(), type: z.string(), at: instant, amountMinor: minor, currency: z.string() })),
  complete: z.boolean(),
}).openapi("Statement");

const statement = route({
  method: "get", path: "/v1/sellers/{id}/statement", tag: "History", right: "read", summary: "Read a seller's statement", problems: ["notFound"],
  description: `What the ledger moved into and out of the seller's account, with the balances before and after; the seller's own, or any for an operator. At most ${MOST_LINES} lines, the oldest of the period; \`complete\` says whether that is all. With \`Accept: text/csv\` as a table.`,
  query: z.strictObject({ from: day.optional(), to: day.optional() }),
  answers: { 200: { description: "The statement.", content: { "application/json": { schema: statementSchema }, "text/csv": { schema: z.string() } } } },
  async handle({ c, api, caller, query: { from, to } }) {
    const sellerId = c.req.param("id") ?? "";
    const own = caller.actor.role === "seller" && caller.actor.id === sellerId;
    if (!own && !rights.operate(caller)) throw new Problem("notFound", "No such account.");
    const read = sellerId.isWellFormed() && !sellerId.includes("\0")
      ? await api.engine.store.statement({ sellerId, from: from === undefined ? -LAST : Date.parse(from), to: to === undefined ? LAST : Date.parse(to) + DAY_MS - 1, limit: MOST_LINES })
      : { balances: [], lines: [], complete: true };
    if (wantsCsv(c.req.header("accept"))) return c.body(csvOf(read), 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="statement.csv"' });
    return c.json(statementView(sellerId, read), 200);
  },
});

/** A statement as it is read. */
export const statementView = (seller: string, read: Statement): z.infer<typeof statementSchema> => ({ seller, ...read, lines: read.lines.map((line) => ({ ...line, at: iso(line.at) })) });

/** Only who names CSV gets it: a browser that takes anything reads JSON. */
const wantsCsv = (accept = ""): boolean => /\btext\/csv\b/i.test(accept);

function csvOf({ lines }: Statement): string {
  const rows = lines.map(({ at, marketplace, externalId, orderId, payoutId, eventSeq, type, amountMinor, currency }) => [iso(at), marketplace, externalId ?? "", orderId ?? "", eventSeq, type, amountMinor, currency, payoutId ?? ""]);
  return [["at", "marketplace", "externalId", "orderId", "eventSeq", "type", "amountMinor", "currency", "payoutId"], ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** RFC 4180. A text that a spreadsheet would take for a formula begins with an apostrophe; numbers stay numbers. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const statementRoutes: Route[] = [statement];
