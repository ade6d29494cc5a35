// What the masthead offers to whom, and where a role's pages begin.
import type { Role } from "../api/person.ts";
import type { Key } from "../words/words.ts";

type Page = "/orders" | "/withdraw" | "/sessions" | "/" | "/seller" | "/seller/balance" | "/mediation" | "/operations" | "/operations/policies" | "/operations/deadlines" | "/operations/people" | "/operations/audit" | "/operations/webhooks" | "/operations/mail" | "/operations/payouts" | "/operations/risk" | "/operations/ledger";
/** `also`: where pages that belong to it begin, if not with its own address. */
type Entry = { to: Page; also?: string; search?: { open?: "refunds" | "claims" | "returns" }; label: Key };

/** The pages of each role, in the masthead's order. */
export const navigation: Record<Role | "nobody", readonly Entry[]> = {
  nobody: [{ to: "/", label: "nav.start" }, { to: "/withdraw", label: "nav.withdraw" }],
  buyer: [{ to: "/orders", label: "nav.orders" }, { to: "/orders", search: { open: "refunds" }, label: "nav.refunds" }, { to: "/withdraw", label: "nav.withdraw" }],
  seller: [{ to: "/seller", label: "nav.queue" }, { to: "/orders", label: "nav.orders" }, { to: "/seller/balance", label: "nav.balance" }],
  mediator: [{ to: "/mediation", label: "nav.cases" }, { to: "/orders", label: "nav.orders" }],
  operator: [
    { to: "/operations", label: "nav.overview" }, { to: "/orders", label: "nav.orders" }, { to: "/operations/policies", label: "nav.policies" }, { to: "/operations/deadlines", label: "nav.deadlines" },
    { to: "/operations/ledger", also: "/operations/journal/", label: "nav.ledger" }, { to: "/operations/payouts", label: "nav.payouts" }, { to: "/operations/risk", label: "nav.risk" },
    { to: "/operations/people", label: "nav.people" }, { to: "/operations/audit", label: "nav.audit" }, { to: "/operations/webhooks", label: "nav.webhooks" }, { to: "/operations/mail", label: "nav.mail" },
  ],
};

/** The first page of a role. */
export const homeOf: Record<Role, Entry["to"]> = { buyer: "/orders", seller: "/seller", mediator: "/mediation", operator: "/operations" };
