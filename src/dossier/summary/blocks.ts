// A summary as plain blocks of text, before anybody knows a page: what sections.ts writes and layout.ts sets.
// Plain values, so that they can go to another thread.

/** `width` is a share of the line; columns of one table add up to 1. */
export type Column = { title: string; width: number; align?: "right" };
export type Block =
  | { kind: "title"; text: string }
  | { kind: "heading"; text: string }
  | { kind: "text"; text: string; quiet?: true }
  | { kind: "pairs"; rows: [label: string, value: string][] }
  | { kind: "table"; columns: Column[]; rows: string[][] }
  | { kind: "quote"; head: string; text: string; warning?: string };

/** `footer` has `{page}` and `{pages}` still open. */
export type Summary = { language: string; title: string; author: string; madeAt: number; footer: string; blocks: Block[] };
