// What a rule of mail is: after which event who is told, whether they can turn it off, and what it means for them. Only the shape;
// the rules stand beside this file, and conditions.ts says what the conditions mean.
import type { EventType } from "../../core/events.ts";
import type { Three } from "../../words/eventWords.ts";

export const readers = ["buyer", "seller", "mediator", "operator"] as const;
/** Who is told. Mediators and operators are all who have an account in that role, and only where one of them must act. */
export type Reader = (typeof readers)[number];

export const conditions = ["owes", "reminded", "startsInMediation", "startsWithSeller", "withAccount", "endsUnpaid", "endsOtherwise", "theirs"] as const;
export type Condition = (typeof conditions)[number];

export type Rule = {
  to: Reader;
  /** Who is told cannot turn it off: a decision, a deadline that costs, money handed over or failed, a withdrawal, a sanction. */
  required: boolean;
  /** Told also to who did it: it is their receipt. */
  own?: true;
  /** Not told where one of these came with it: that one says the same. */
  unless?: readonly EventType[];
  when?: Condition;
  /** One or two sentences to that reader: English, Chinese, Russian. */
  means: Three;
};

export type Rules = Partial<Record<EventType, readonly Rule[]>>;
