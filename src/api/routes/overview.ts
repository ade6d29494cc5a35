// What is open, counted: by status and kind, and by whose turn it is; and, for the house, effects that fail and what its accounts hold.
import { z } from "@hono/zod-openapi";
import { jsonAnswer, route, type Route } from "../route.ts";
import { instant } from "../schemas/common.ts";
import { orderSchema } from "../schemas/order.ts";
import { iso } from "../views/time.ts";

const MOST_EFFECTS = 200;

const count = z.int().nonnegative();
const openCount = z.object({ marketplace: z.string(), status: orderSchema.shape.status, orders: count, cancellations: count, returns: count, claims: count, refunds: count, reversals: count });
const turnCount = z.object({ who: z.string(), orders: count });

const query = z.strictObject({
  owes: z.enum(["buyer", "seller", "mediator", "operator", "institution", "carrier", "clock"]).optional().openapi({ description: "Only orders in which it is that role's turn." }),
});

const open = route({
  method: "get", path: "/v1/orders:open", tag: "Orders", right: "read", summary: "Count open orders", query,
  description: "Orders in which a person owes something or something is open, by marketplace and status, with how many of them have each kind of matter open; and how many wait for each role. Buyers and sellers count their own.",
  answers: { 200: jsonAnswer("The counts.", z.object({ open: z.array(openCount), turns: z.array(turnCount) })) },
  async handle({ c, api, caller: { actor }, query: { owes } }) {
    const own = actor.role === "buyer" ? { buyer: actor.id } : actor.role === "seller" ? { seller: actor.id } : {};
    const { overview } = api.engine.store;
    const [rows, turns] = await Promise.all([overview.open(owes === undefined ? own : { ...own, owes }), overview.turns(own)]);
    return c.json({ open: rows as z.infer<typeof openCount>[], turns }, 200);
  },
});

const effects = route({
  method: "get", path: "/v1/effects", tag: "Operations", right: "operate", summary: "List failing effects",
  description: `What was to leave the house (a refund to hand over, a label to buy), was tried and could not: it is tried again by itself. At most ${MOST_EFFECTS}, the longest waiting first.`,
  answers: { 200: jsonAnswer("The effects.", z.object({ effects: z.array(z.object({ id: z.string(), orderId: z.string(), kind: z.string(), attempts: count, nextAt: instant })) })) },
  handle: async ({ c, api }) =>
    c.json({ effects: (await api.engine.store.overview.failingEffects(MOST_EFFECTS)).map(({ dueAt, ...rest }) => ({ ...rest, nextAt: iso(dueAt) })) }, 200),
});

const ledger = route({
  method: "get", path: "/v1/ledger", tag: "Operations", right: "operate", summary: "Read what the accounts hold",
  description: "All accounts of a kind together (`escrow/*`, `seller/*`, `buyer/*/card`, …), and those of the house and of the institutions each by its name; those of one currency sum to zero. Accounts that hold nothing are left out. One order's journal is at `/v1/orders/{id}/journal`, a seller's account at `/v1/sellers/{id}/statement`.",
  answers: { 200: jsonAnswer("The balances.", z.object({ accounts: z.array(z.object({ account: z.string(), currency: z.string(), balanceMinor: z.int() })) })) },
  handle: async ({ c, api }) => c.json({ accounts: await api.engine.store.ledger.balances() }, 200),
});

export const overviewRoutes: Route[] = [open, effects, ledger];
