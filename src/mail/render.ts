// A mail's content as plain text and as simple HTML, with the same words in both. No pictures, nothing from elsewhere, readable in
// dark as in light. Every value is escaped by the template; a subject is one line.
import { html } from "hono/html";
import type { Content } from "./content.ts";
import { label } from "./labels.ts";

export type Written = { subject: string; text: string; html: string };

const LONGEST_SUBJECT = 200;
// Control characters, among them every line end, and what turns the direction of writing.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** Any text on one line, as it may stand in a header. */
export const oneLine = (text: string): string => text.replaceAll(unprintable, " ").replaceAll(/ {2,}/g, " ").trim();

/** Writes it. `unsubscribeAt` is null for what cannot be turned off. */
export function written(content: Content, unsubscribeAt: string | null): Written {
  const single: Content = {
    ...content, brand: oneLine(content.brand), title: oneLine(content.title), greeting: oneLine(content.greeting), subject: oneLine(content.subject).slice(0, LONGEST_SUBJECT),
    facts: content.facts.map(([name, value]) => [oneLine(name), oneLine(value)]),
  };
  return { subject: single.subject, text: textOf(single, unsubscribeAt), html: htmlOf(single, unsubscribeAt) };
}

function textOf({ language, brand, title, greeting, means, facts, said, deadlines, document, link, why }: Content, unsubscribeAt: string | null): string {
  const colon = language === "zh" ? "：" : ": ";
  const quoted = (text: string): string => text.split(/\r\n|\r|\n/).map((line) => `> ${line}`).join("\n");
  const parts = [
    title, greeting, means, facts.map(([name, value]) => `${name}${colon}${value}`).join("\n"),
    said && `${said.by}\n${quoted(said.text)}`, deadlines.length > 0 ? [`${label(language, "deadlines")}${colon.trim()}`, ...deadlines.map((line) => `- ${line}`)].join("\n") : null,
    document, link && `${link.text}${colon}${link.href}`,
    ["--", brand, why, ...(unsubscribeAt === null ? [] : [`${label(language, "unsubscribe")}${colon}${unsubscribeAt}`]), label(language, "noReply")].join("\n"),
  ];
  return `${parts.filter((part) => part !== null && part !== "").join("\n\n")}\n`;
}

const style = `:root{color-scheme:light dark}body{margin:0;padding:24px 16px;background:#fff;color:#1a1a18;font:16px/1.5 system-ui,sans-serif}
.sheet{max-width:560px;margin:0 auto}.brand{font-size:13px;color:#5c5c57}h1{font-size:20px;line-height:1.3;margin:4px 0 16px}table{border-collapse:collapse;width:100%;margin:16px 0}
th,td{text-align:left;vertical-align:top;padding:6px 0;border-top:1px solid #d8d6cf;font-weight:400;overflow-wrap:anywhere}th{color:#5c5c57;padding-right:16px;width:36%}h2{font-size:16px;margin:16px 0 4px}
blockquote{margin:16px 0;padding-left:12px;border-left:3px solid #d8d6cf;white-space:pre-wrap;overflow-wrap:anywhere}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;border:1px solid #d8d6cf;padding:12px}
a{color:#0b5cad}.foot{font-size:13px;color:#5c5c57;border-top:1px solid #d8d6cf;margin-top:24px;padding-top:12px}
@media (prefers-color-scheme:dark){body{background:#171715;color:#ecebe6}.brand,th,.foot{color:#aaa89f}th,td,blockquote,pre,.foot{border-color:#45443f}a{color:#8ab8f0}}`;

function htmlOf({ language, brand, subject, title, greeting, means, facts, said, deadlines, document, link, why }: Content, unsubscribeAt: string | null): string {
  const rows = facts.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`);
  const items = deadlines.map((line) => html`<li>${line}</li>`);
  return String(html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${subject}</title><style>${style}</style></head>
<body><main class="sheet"><div class="brand">${brand}</div><h1>${title}</h1>
<p>${greeting}</p><p>${means}</p>
${rows.length > 0 ? html`<table>${rows}</table>` : ""}
${said ? html`<p>${said.by}</p><blockquote>${said.text}</blockquote>` : ""}
${items.length > 0 ? html`<h2>${label(language, "deadlines")}</h2><ul>${items}</ul>` : ""}
${document !== null ? html`<pre>${document}</pre>` : ""}
${link ? html`<p><a href="${link.href}">${link.text}</a></p>` : ""}
<div class="foot">${why}${unsubscribeAt !== null ? html` <a href="${unsubscribeAt}">${label(language, "unsubscribe")}</a>.` : ""} ${label(language, "noReply")}</div>
</main></body></html>
`);
}
