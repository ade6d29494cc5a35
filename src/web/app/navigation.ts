// What the masthead offers to whom, and where a role's pages begin.
import type { Role } from "../api/person.ts";
import type { Key } from "../words/words.ts";

type Entry = { to: "/orders" | "/withdraw" | "/sessions" | "/"; search?: { open?: "refunds" | "claims" | "returns" }; label: Key };

/** The pages of each role, in the masthead's order. */
export const navigation: Record<Role | "nobody", readonly Entry[]> = {
  nobody: [{ to: "/", label: "nav.start" }, { to: "/withdraw", label: "nav.withdraw" }],
  buyer: [{ to: "/orders", label: "nav.orders" }, { to: "/orders", search: { open: "refunds" }, label: "nav.refunds" }, { to: "/withdraw", label: "nav.withdraw" }],
  seller: [{ to: "/orders", label: "nav.orders" }],
  mediator: [{ to: "/orders", label: "nav.orders" }],
  operator: [{ to: "/orders", label: "nav.orders" }],
};

/** The first page of a role. */
export const homeOf: Record<Role, Entry["to"]> = { buyer: "/orders", seller: "/orders", mediator: "/orders", operator: "/orders" };
