// Where a seller is paid at the institution that is connected: read and said by the seller and by operators, every word about it kept,
// and each change told to the seller.
import { z } from "@hono/zod-openapi";
import type { PayoutAccount } from "../../store/payoutAccounts.ts";
import { decider, rights, type Caller } from "../caller.ts";
import { Problem, wrongShape } from "../problems.ts";
import { jsonAnswer, route, type Api, type Route } from "../route.ts";
import { instant, shortText } from "../schemas/common.ts";
import { iso } from "../views/time.ts";

const path = "/v1/sellers/{id}/payout-account";
const tag = "Payouts";
const accountsSchema = z.object({
  institution: z.string(), form: z.string().openapi({ description: "What an account looks like there." }),
  pattern: z.string().openapi({ description: "The same as a regular expression, which an account has to match as a whole." }),
  accounts: z.array(z.object({ account: z.string(), at: instant, by: z.string().openapi({ description: "Who said so: `seller/…`, `operator/…`, `key/…`." }) })).openapi({ description: "The one that counts first, then those before it." }),
}).openapi("PayoutAccounts");

const KNOWN_BY_OURS = "This institution knows sellers by your own ids; nothing has to be said.";

const isOwn = ({ actor }: Caller, sellerId: string): boolean => actor.role === "seller" && actor.id === sellerId;

/** The seller whose account it is, for themselves and for operators. */
function sellerFor(id: string | undefined, caller: Caller): string {
  const known = id !== undefined && id.isWellFormed() && !id.includes("\0");
  if (!known || (!isOwn(caller, id) && !rights.operate(caller))) throw new Problem("notFound", "No such account.");
  return id;
}

/** Where a seller is paid, as it is read. */
export function payoutAccountsView({ engine: { payouts } }: Pick<Api, "engine">, accounts: readonly PayoutAccount[]): z.infer<typeof accountsSchema> {
  return { institution: payouts.institution, form: payouts.accountForm?.says ?? "", pattern: payouts.accountForm?.pattern ?? "", accounts: accounts.map(({ account, at, by }) => ({ account, at: iso(at), by })) };
}

const read: Route = route({
  method: "get", path, tag, right: "read", summary: "Read where a seller is paid", description: "A seller's own, or any for an operator.", problems: ["notFound", "noPayouts"],
  answers: { 200: jsonAnswer("The accounts.", accountsSchema) },
  async handle({ c, api, caller }) {
    const accounts = await api.engine.payouts.accounts(sellerFor(c.req.param("id"), caller));
    if (accounts === null) throw new Problem("noPayouts", KNOWN_BY_OURS);
    return c.json(payoutAccountsView(api, accounts), 200);
  },
});

const say: Route = route({
  method: "put", path, tag, right: "act", summary: "Say where a seller is paid from now on", problems: ["notFound", "noPayouts"],
  description: "A seller for themselves, or an operator. Payouts that are under way keep the account to which they were sent first. The seller is told by mail before it counts; saying the same again changes nothing.", body: z.strictObject({ account: shortText }),
  answers: { 200: jsonAnswer("The accounts.", accountsSchema) },
  async handle({ c, api, caller, body: { account } }) {
    const seller = sellerFor(c.req.param("id"), caller);
    const { payouts } = api.engine;
    const own = isOwn(caller, seller);
    const accounts = await payouts.setAccount(seller, account, own ? `seller/${seller}` : decider(caller), (before, at) =>
      api.mail.tell({ kind: "payoutAccount", person: `seller/${seller}`, institution: payouts.institution, account, before, at, bySeller: own, wished: own ? (c.req.header("accept-language") ?? null) : null }));
    if (accounts === null) throw new Problem("noPayouts", KNOWN_BY_OURS);
    if (accounts === "form") throw wrongShape([{ pointer: "#/account", detail: `must be ${payouts.accountForm?.says ?? "an account there"}` }]);
    return c.json(payoutAccountsView(api, accounts), 200);
  },
});

export const payoutAccountRoutes: Route[] = [read, say];
