// All words of one language in one file to load: the pages' own, and what the marketplaces call things.
import shared from "../../../../words/zh.json" with { type: "json" };
import { zh } from "./all.ts";
import type { Shelf } from "../words.ts";

const files = import.meta.glob<Record<string, string>>("../../../../policies/*/words.zh.json", { eager: true, import: "default" });
const nameOf = (path: string): string => /policies\/([^/]+)\//.exec(path)?.[1] ?? "";

export const texts: Record<string, string> = zh;
export const shelf: Shelf = { shared, own: Object.fromEntries(Object.entries(files).map(([path, words]) => [nameOf(path), words])) };
