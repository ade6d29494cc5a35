// Drafts of forms: kept in this browser as they are typed, under the person, the order and the command, until they are sent.
import { useState } from "react";

const PLACE = "rescind.draft.";

/**
 * A form's values, how to change them, and how to forget them. Until something is typed the draft follows its name, since who is here may
 * be known after the form; what was typed stays under the name that it began with, even where its person's session ends meanwhile.
 */
export function useDraft<T>(name: string, empty: T): [T, (next: T) => void, () => void] {
  const [held, setHeld] = useState<Held<T>>(() => begun(PLACE + name, empty));
  const now = held.isTyped || held.place === PLACE + name ? held : begun(PLACE + name, empty);
  if (now !== held) setHeld(now);
  const change = (next: T): void => {
    setHeld({ place: now.place, values: next, isTyped: true });
    localStorage.setItem(now.place, JSON.stringify(next));
  };
  const forget = (): void => {
    setHeld({ place: now.place, values: empty, isTyped: false });
    localStorage.removeItem(now.place);
  };
  return [now.values, change, forget];
}

type Held<T> = { place: string; values: T; isTyped: boolean };

const begun = <T>(place: string, empty: T): Held<T> => ({ place, values: kept(place) ?? empty, isTyped: false });

function kept<T>(place: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "null") as T | null;
  } catch {
    return null;
  }
}
