// What there is a word for, and what each language has to say: what one of them lacks does not compile.
import type { en } from "./en/all.ts";

type PluralForm = "zero" | "one" | "two" | "few" | "many" | "other";
type EnglishKey = keyof typeof en;
/** The keys that take a `count`. */
type Counted = Extract<EnglishKey, `${string}_other`> extends `${infer K}_other` ? K : never;
/** A key as the pages ask for it. */
export type Key = Exclude<EnglishKey, `${string}_${PluralForm}`> | Counted;
/** What each language has to say; Russian counts in three forms, Chinese in one. */
export type Chinese = Record<Exclude<EnglishKey, `${string}_one`>, string>;
export type Russian = Record<EnglishKey | `${Counted}_few` | `${Counted}_many`, string>;
