// The pages' own words in this language, by area. A key that is missing does not compile.
import { forms } from "./forms.ts";
import { order } from "./order.ts";
import { shell } from "./shell.ts";
import type { Russian } from "../keys.ts";

export const ru: Russian = { ...shell, ...order, ...forms };
