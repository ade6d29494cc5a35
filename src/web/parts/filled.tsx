// A sentence with something drawn in one of its places: a time, a name. The languages put it where they want it.
import type { ReactElement, ReactNode } from "react";

/** What stands for the drawn thing in the text until then. */
export const PLACE = "\u0000";

export function Filled({ text, children }: { text: string; children: ReactNode }): ReactElement {
  const [before, after = ""] = text.split(PLACE);
  return <>{before}{children}{after}</>;
}
