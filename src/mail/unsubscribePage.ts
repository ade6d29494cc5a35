// The page behind the link of an optional mail: one button, and what it did. Works without script and without being signed in.
import { html } from "hono/html";
import type { Language } from "../engine/acknowledgement.ts";
import { label } from "./labels.ts";

const style = ":root{color-scheme:light dark}body{margin:0 auto;max-width:560px;padding:48px 16px;font:16px/1.5 system-ui,sans-serif;background:#fff;color:#1a1a18}h1{font-size:20px}button{font:inherit;padding:8px 16px;min-height:44px}@media (prefers-color-scheme:dark){body{background:#171715;color:#ecebe6}}";

/** Asks. */
export const turnOffPage = (language: Language): string => page(language, "turnOff", html`<form method="post"><button type="submit">${label(language, "turnOff")}</button></form>`);

/** Says that it is done. */
export const turnedOffPage = (language: Language): string => page(language, "turnedOff", "");

function page(language: Language, title: "turnOff" | "turnedOff", rest: ReturnType<typeof html> | string): string {
  return String(html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${label(language, title)}</title><style>${style}</style></head>
<body><main><h1>${label(language, title)}</h1><p>${label(language, "turnOffMeans")}</p>${rest}</main></body></html>
`);
}
