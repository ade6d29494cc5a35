// What an account of the ledger is called: whose it is and what for. Its own name stands beside it, for whoever searches by it.
import type { StaffKey, StaffWords } from "../../words/staffWords.ts";

const shared: Record<string, StaffKey> = { commission: "account.commission", discounts: "account.discounts", fines: "account.fines", disputed: "account.claimed", losses: "account.losses", payoutFees: "account.payoutFees" };
const ofOrder: Record<string, StaffKey> = { escrow: "account.escrow", held: "account.held", subsidy: "account.subsidy" };

/** "Buyer, bank card", of one or of all buyers together; the account's own name where it is of a kind that these pages do not know. */
export function accountText(account: string, { s, say, language }: StaffWords): string {
  const [kind = "", name = "", last = ""] = account.split("/");
  const method = (code: string): string => say("", `method.${code}`);
  if (kind === "buyer" && last === "owed") return s("account.owes");
  if (kind === "seller" && (last === "owed" || last === "bank")) return s(last === "owed" ? "account.owed" : "account.paidOut");
  if (kind === "buyer") return `${say("", "role.buyer")}${language === "zh" ? "，" : ", "}${method(last)}`;
  if (kind === "seller") return say("", "role.seller");
  if (kind === "institution" && (last === "in-flight" || last === "disputed")) return s(last === "in-flight" ? "account.inFlight" : "account.disputed", { method: method(name) });
  const key = kind === "platform" ? shared[name] : ofOrder[kind];
  return key === undefined ? account : s(key);
}
