// Whom a dossier is made for, and what they may see of it. Who may see what is decided by whoever makes a reader, not here.
import type { RecordedEvent } from "../core/event.ts";
import type { Role } from "../core/event.ts";
import type { Side } from "../core/state.ts";

export const languages = ["en", "zh", "ru"] as const;
export type Language = (typeof languages)[number];

/** A text for people, in every language. */
export type Text = Record<Language, string>;

export type ProfileField = "name" | "email" | "address";

/** `profileFields` are the personal fields of each side that the reader may read; `seesEvent` and `seesPosting` sift the history and the ledger. */
export type Reader = {
  role: Role; id: string;
  seesEvent(event: Pick<RecordedEvent, "type" | "data">): boolean;
  seesPosting(account: string): boolean;
  profileFields: Record<Side, readonly ProfileField[]>;
};
