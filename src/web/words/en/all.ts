// The pages' own English words, by area. It is the measure of the other languages: their types are made of its keys.
import { forms } from "./forms.ts";
import { order } from "./order.ts";
import { shell } from "./shell.ts";

export const en = { ...shell, ...order, ...forms };
