// One attempt over SMTP, by nodemailer: what the server said, and whether to try again. What is sent, and to whom, is decided elsewhere.
import { createTransport } from "nodemailer";
import type { Written } from "./render.ts";

/** `from` is an address, with a name or without: `Shop <orders@shop.example>`. */
export type MailSettings = { smtpUrl: string; from: string };

/** `id` becomes the Message-ID. `unsubscribeAt` is absent for what nobody can turn off. */
export type Outgoing = { id: string; to: string; written: Written; unsubscribeAt: string | null };

/** `refused`: for good, this mail to this address. `failed`: the world, to be tried again. */
export type Posted = { kind: "sent" | "refused" | "failed"; answer: string };

export type Post = { post(mail: Outgoing): Promise<Posted>; close(): void };

const TIMEOUT_MS = 20_000;
const CONNECTIONS = 3;
const LONGEST_ANSWER = 300;

/** Opens the way to the server; nothing is connected before the first mail. `timeoutMs` is how long a server may be silent. */
export function openPost({ smtpUrl, from }: MailSettings, timeoutMs = TIMEOUT_MS): Post {
  const transport = createTransport({
    url: smtpUrl, pool: true, maxConnections: CONNECTIONS, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs, dnsTimeout: timeoutMs,
    disableFileAccess: true, disableUrlAccess: true,
  });
  const domain = domainOf(from);
  return {
    async post({ id, to, written: { subject, text, html }, unsubscribeAt }) {
      try {
        // An address as an object is never read as a list of addresses.
        const { response } = await transport.sendMail({
          from, to: { name: "", address: to }, subject, text, html, messageId: `<${id}@${domain}>`,
          headers: {
            "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All",
            ...(unsubscribeAt === null ? {} : { "List-Unsubscribe": { prepared: true, value: `<${unsubscribeAt}>` }, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
          },
        });
        return { kind: "sent", answer: short(response) };
      } catch (error) {
        return failureOf(error as Failure);
      }
    },
    close: () => transport.close(),
  };
}

type Failure = Error & { code?: string; responseCode?: number; response?: string };

/** Only what the server says of this address or this message is for good: a wrong password or a silent server is not the receiver's. */
function failureOf({ code, responseCode = 0, response, message }: Failure): Posted {
  const forGood = responseCode >= 500 && (code === "EENVELOPE" || code === "EMESSAGE");
  return { kind: forGood ? "refused" : "failed", answer: short(response ?? message) };
}

/** What was answered, on one line, without anybody's address. */
const short = (answer: string): string => answer.replaceAll(/\s+/g, " ").replaceAll(/[^\s<>"(]+@[^\s<>")]+/g, "…").slice(0, LONGEST_ANSWER);

export const domainOf = (from: string): string => /@([^\s>@]+)>?\s*$/.exec(from)?.[1] ?? "localhost";
