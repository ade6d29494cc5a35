// A row that scrolls sideways on a phone, with what is chosen in it brought into view. Nothing else moves.
import { useEffect, useRef, type RefObject } from "react";

/** The row to put it on; looked at anew whenever `chosen` changes. */
export function useCurrentInView<T extends HTMLElement>(chosen: string): RefObject<T | null> {
  const row = useRef<T>(null);
  useEffect(() => {
    const current = row.current?.querySelector("[aria-current=page], [aria-current=true], .on");
    if (!row.current || !current) return;
    const [outer, inner] = [row.current.getBoundingClientRect(), current.getBoundingClientRect()];
    row.current.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }, [chosen]);
  return row;
}
