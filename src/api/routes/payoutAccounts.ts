// Where a seller is paid at the institution that is connected: read and said by operators, every word about it kept.
import { z } from "@hono/zod-openapi";
import type { PayoutAccount } from "../../store/payoutAccounts.ts";
import { decider } from "../caller.ts";
import { Problem, wrongShape } from "../problems.ts";
import { jsonAnswer, route, type Route } from "../route.ts";
import { instant, shortText } from "../schemas/common.ts";
import { iso } from "../views/time.ts";

const path = "/v1/sellers/{id}/payout-account";
const tag = "Payouts";
const accountsSchema = z.object({
  institution: z.string(), form: z.string().openapi({ description: "What an account looks like there." }),
  accounts: z.array(z.object({ account: z.string(), at: instant, by: z.string() })).openapi({ description: "The one that counts first, then those before it." }),
}).openapi("PayoutAccounts");

const KNOWN_BY_OURS = "This institution knows sellers by your own ids; nothing has to be said.";

const view = (institution: string, form: string | null, accounts: readonly PayoutAccount[]): z.infer<typeof accountsSchema> =>
  ({ institution, form: form ?? "", accounts: accounts.map(({ account, at, by }) => ({ account, at: iso(at), by })) });

const read: Route = route({
  method: "get", path, tag, right: "operate", summary: "Read where a seller is paid", problems: ["noPayouts"],
  answers: { 200: jsonAnswer("The accounts.", accountsSchema) },
  async handle({ c, api: { engine: { payouts } } }) {
    const accounts = await payouts.accounts(c.req.param("id") ?? "");
    if (accounts === null) throw new Problem("noPayouts", KNOWN_BY_OURS);
    return c.json(view(payouts.institution, payouts.accountForm, accounts), 200);
  },
});

const say: Route = route({
  method: "put", path, tag, right: "operate", summary: "Say where a seller is paid from now on", problems: ["noPayouts"],
  description: "Payouts that are under way keep the account to which they were sent first.", body: z.strictObject({ account: shortText }),
  answers: { 200: jsonAnswer("The accounts.", accountsSchema) },
  async handle({ c, api: { engine: { payouts } }, caller, body: { account } }) {
    const accounts = await payouts.setAccount(c.req.param("id") ?? "", account, decider(caller));
    if (accounts === null) throw new Problem("noPayouts", KNOWN_BY_OURS);
    if (accounts === "form") throw wrongShape([{ pointer: "#/account", detail: `must be ${payouts.accountForm ?? "an account there"}` }]);
    return c.json(view(payouts.institution, payouts.accountForm, accounts), 200);
  },
});

export const payoutAccountRoutes: Route[] = [read, say];
