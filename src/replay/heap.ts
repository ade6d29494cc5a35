// A heap: gives back the least of what was put in, by an order that its owner chooses. Knows nothing of what it holds.

export type Heap<T> = { push(item: T): void; peek(): T | undefined; pop(): T | undefined; size(): number };

/** An empty heap; `before` says whether one item comes before another. */
export function heapOf<T>(before: (a: T, b: T) => boolean): Heap<T> {
  const items: T[] = [];

  function rise(from: number): void {
    const item = items[from]!;
    let at = from;
    for (let above = (at - 1) >> 1; at > 0 && before(item, items[above]!); above = (at - 1) >> 1) {
      items[at] = items[above]!;
      at = above;
    }
    items[at] = item;
  }

  function sink(item: T): void {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= items.length) break;
      if (below + 1 < items.length && before(items[below + 1]!, items[below]!)) below += 1;
      if (!before(items[below]!, item)) break;
      items[at] = items[below]!;
      at = below;
    }
    items[at] = item;
  }

  return {
    push(item) {
      items.push(item);
      rise(items.length - 1);
    },
    peek: () => items[0],
    pop() {
      const first = items[0];
      const last = items.pop();
      if (items.length > 0) sink(last!);
      return first;
    },
    size: () => items.length,
  };
}
