// Who is told of an event: the rules' readers as persons, each once. Addresses are looked up when a mail is sent, not here.
import { createHash } from "node:crypto";
import type { Claim } from "../core/state.ts";
import type { MailWish, NewMail } from "../store/mail.ts";
import { holds, type Seen } from "./rules/conditions.ts";
import type { Reader, Rule } from "./rules/rule.ts";
import { rulesOf } from "./rules/rules.ts";

/** Somebody of the house who has an account. */
export type Staff = { role: "mediator" | "operator"; id: string; marketplace: string | null };

/** The mail's id, for ever the same for the same order, event, person and kind. */
export const mailId = (...parts: readonly (string | number)[]): string => `mail_${createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 32)}`;

/** The rules that apply to what is seen. */
export function rulesFor(seen: Seen): Rule[] {
  const types = new Set(seen.together.map(({ type }) => type));
  return rulesOf(seen.event.type).filter(({ to, when, unless = [] }) => holds(when, seen, to) && !unless.some((type) => types.has(type)));
}

/** The rule by which that reader is told of what is seen. */
export const ruleOf = (seen: Seen, reader: string): Rule | undefined => rulesFor(seen).find(({ to }) => to === reader);

/** The mails that follow from what is seen. */
export function mailsFor(seen: Seen, staff: readonly Staff[], wishes: ReadonlyMap<string, MailWish>): NewMail[] {
  const { event, order } = seen;
  return rulesFor(seen).flatMap(({ to, required, own }) => personsOf(to, seen, staff)
    .filter((id) => own === true || event.by.role !== to || event.by.id !== id)
    .map((id) => `${to}/${id}`)
    .filter((person) => required || wishes.get(person)?.optional !== false)
    .map((person): NewMail => ({ id: mailId(order.id, event.seq, person, event.type), kind: event.type, person, orderId: order.id, seq: event.seq, notice: null, required, sealed: null })));
}

function personsOf(to: Reader, seen: Seen, staff: readonly Staff[]): string[] {
  const { order } = seen;
  if (to === "buyer" || to === "seller") return [order[to].id];
  const deciders = decidersOf(seen);
  return staff.filter(({ role, id, marketplace }) => role === to && (marketplace === null || marketplace === order.marketplace) && !deciders.has(id)).map(({ id }) => id);
}

/** Who has decided the claim of an appeal already: another must hear it. */
function decidersOf({ event, order }: Seen): Set<string> {
  const claim: Claim | undefined = event.type === "DecisionAppealed" ? order.claims.find(({ id }) => id === event.data.claimId) : undefined;
  return new Set(claim?.decisions.map(({ by }) => by));
}
