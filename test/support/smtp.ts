// A real SMTP server in the test's process: it takes mail apart as it comes, and answers some addresses otherwise when it is told to.
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** `text` and `html` are decoded; `envelope` is whom the server was told to deliver to. */
export type Received = { to: string; envelope: string[]; subject: string; headers: Record<string, string>; text: string; html: string };
/** What becomes of a mail to an address: an SMTP code, or nothing at all for ever. */
export type SmtpAnswer = { code: number; text: string } | "hang";
export type Smtp = { url: string; received: Received[]; answers: Map<string, SmtpAnswer>; close(): Promise<void> };

/** Starts one on a free port of this machine. */
export async function openSmtp(): Promise<Smtp> {
  const received: Received[] = [];
  const answers = new Map<string, SmtpAnswer>();
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ["STARTTLS"], logger: false, closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      const answer = answers.get(address);
      if (answer === "hang") return;
      done(answer ? Object.assign(new Error(answer.text), { responseCode: answer.code }) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
        received.push(parsed(Buffer.concat(chunks).toString("latin1"), session.envelope.rcptTo.map(({ address }) => address)));
        done();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received, answers, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Waits until something is there; it is looked for again and again. */
export async function until<T>(look: () => T | Promise<T>, what: string): Promise<NonNullable<T>> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 25))) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`never came: ${what}`);
}

function parsed(raw: string, envelope: string[]): Received {
  const { headers, body } = partOf(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers["content-type"] ?? "")?.[1];
  const parts = boundary === undefined ? [{ headers, body }] : body.split(`--${boundary}`).slice(1, -1).map((part) => partOf(part.replace(/^\r\n/, "")));
  const ofType = (type: string): string => decoded(parts.find((part) => part.headers["content-type"]?.startsWith(type)));
  return { to: headers.to ?? "", envelope, subject: words(headers.subject ?? ""), headers, text: ofType("text/plain"), html: ofType("text/html") };
}

type Part = { headers: Record<string, string>; body: string };

function partOf(raw: string): Part {
  const end = raw.indexOf("\r\n\r\n");
  const lines = raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
  return { headers: Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()])), body: raw.slice(end + 4) };
}

function decoded(part: Part | undefined): string {
  if (!part) return "";
  const encoding = part.headers["content-transfer-encoding"];
  if (encoding === "base64") return Buffer.from(part.body, "base64").toString("utf8");
  if (encoding === "quoted-printable") return quotedPrintable(part.body);
  return Buffer.from(part.body, "latin1").toString("utf8");
}

const quotedPrintable = (text: string): string => Buffer.from(text.replaceAll("=\r\n", "").replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), "latin1").toString("utf8").replaceAll("\r\n", "\n");

/** RFC 2047's encoded words. */
function words(text: string): string {
  return text.replaceAll(/(=\?[^?]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/gi, "$1").replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, body: string) =>
    kind.toUpperCase() === "B" ? Buffer.from(body, "base64").toString("utf8") : quotedPrintable(body.replaceAll("_", " ")));
}
