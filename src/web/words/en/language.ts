// All words of one language in one file to load: the pages' own, and what the marketplaces call things.
import shared from "../../../../words/en.json" with { type: "json" };
import { en } from "./all.ts";
import type { Shelf } from "../words.ts";

const files = import.meta.glob<Record<string, string>>("../../../../policies/*/words.en.json", { eager: true, import: "default" });
const nameOf = (path: string): string => /policies\/([^/]+)\//.exec(path)?.[1] ?? "";

export const texts: Record<string, string> = en;
export const shelf: Shelf = { shared, own: Object.fromEntries(Object.entries(files).map(([path, words]) => [nameOf(path), words])) };
