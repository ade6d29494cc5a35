// Whose turn it is as a shape: ring = somebody else's, disc = the reader's, bar = over, diamond = too late. Words always stand beside it.
import type { ReactElement } from "react";

export type Turn = "theirs" | "yours" | "over" | "lost";

export const Mark = ({ turn }: { turn: Turn }): ReactElement => <i className={turn === "theirs" ? "mark" : `mark ${turn}`} aria-hidden="true" />;
