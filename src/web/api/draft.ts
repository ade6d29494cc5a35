// Drafts of forms: kept in this browser as they are typed, under the person, the order and the command, until they are sent.
import { useState } from "react";

const PLACE = "rescind.draft.";

/** A form's values, how to change them, and how to forget them. */
export function useDraft<T>(name: string, empty: T): [T, (next: T) => void, () => void] {
  const place = PLACE + name;
  const [values, setValues] = useState<T>(() => kept(place) ?? empty);
  const change = (next: T): void => {
    setValues(next);
    localStorage.setItem(place, JSON.stringify(next));
  };
  const forget = (): void => {
    setValues(empty);
    localStorage.removeItem(place);
  };
  return [values, change, forget];
}

function kept<T>(place: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "null") as T | null;
  } catch {
    return null;
  }
}
