// Every setting of the server, read from the environment and checked before anything starts.
import { z } from "zod";

const flag = z.enum(["0", "1", "true", "false"]).transform((text) => text === "1" || text === "true");
const whole = (least: number, most: number) => z.string().regex(/^\d{1,9}$/, "a whole number").transform(Number).pipe(z.int().min(least).max(most));

const origin = z.url({ protocol: /^https?$/ }).refine((text) => URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`, "an origin, such as https://shop.example, without a path").transform((text) => new URL(text).origin);

const byCurrency = (least: number) => z.record(z.string().regex(/^[A-Z]{3}$/, "a currency"), z.int().min(least)).default({});
const payoutTerms = z.strictObject({ feeBasisPoints: z.int().min(0).max(10_000).default(0), feeMinor: byCurrency(0), leastMinor: byCurrency(1) });

/** A text of JSON; what is none is left for the schema to refuse. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const environment = z.object({
  PORT: whole(0, 65_535).default(4600),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().min(1).default("./data"),
  SANDBOX: flag.optional(),
  OPERATOR_KEY: z.string().min(16, "at least 16 characters").optional(),
  BASE_URL: origin.optional(),
  SESSION_SECRET: z.string().min(32, "at least 32 characters").optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_ID_CLAIM: z.string().min(1).default("sub"),
  OIDC_ROLE_CLAIM: z.string().min(1).optional(),
  FRAMED_BY: z.string().transform((text) => text.split(",").map((one) => one.trim())).pipe(z.array(origin)).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "smtp:// or smtps://, with user and password where the server asks for them" }).optional(),
  MAIL_FROM: z.string().regex(/^(?:[^<>\r\n]{1,200}<)?[^\s<>@]{1,64}@[^\s<>@]{1,255}>?$/, "an address, such as Shop <orders@shop.example>").optional(),
  PAYOUT_EVERY: z.string().regex(/^P(?:[1-9]\d{0,2}[YMWD]|T[1-9]\d{0,3}H)$/, "an ISO 8601 duration of one unit, an hour or longer, such as P1W").optional(),
  PAYOUT_TERMS: z.string().transform(parsed).pipe(z.record(z.string(), payoutTerms, 'JSON, such as {"*":{"feeBasisPoints":100,"leastMinor":{"USD":1000}}}')).optional(),
  RATE_LIMIT: whole(1, 1_000_000).optional(),
  PROOF_STATES: whole(1_000, 100_000_000).default(200_000),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
}).superRefine((given, context) => {
  const demand = (needed: readonly (keyof typeof given)[], beside: readonly (keyof typeof given)[]): void => {
    const named = beside.filter((one) => given[one] !== undefined);
    if (named.length === 0) return;
    for (const name of needed) if (given[name] === undefined) context.addIssue({ code: "custom", path: [name], message: `needed beside ${named.join(" and ")}` });
  };
  const oidc = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
  demand(oidc, oidc);
  // A mail leads to the pages: without their address it would lead nowhere.
  demand(["SMTP_URL", "MAIL_FROM", "BASE_URL"], ["SMTP_URL", "MAIL_FROM"]);
});

/** How people sign in to the pages; `oidc` is the marketplace's own sign-in. */
export type SignInSettings = {
  baseUrl: string | null; secret: string | null;
  oidc: { issuer: string; clientId: string; clientSecret: string; idClaim: string; roleClaim: string | null } | null;
};

/** `sandbox` is on by itself only where no database is named. `rateLimit` is requests a minute and caller; `proofStates` how many states a proof visits at most; `smtp` is null where no mail is sent; `payouts.every` where batches are started by hand only; `framedBy` are the shops that may show the pages in a frame. */
export type Settings = {
  port: number; host: string; databaseUrl: string | undefined; dataDir: string; sandbox: boolean; operatorKey: string | undefined; rateLimit: number | null; proofStates: number;
  logLevel: z.output<typeof environment>["LOG_LEVEL"]; framedBy: string[]; signIn: SignInSettings; smtp: { smtpUrl: string; from: string } | null;
  payouts: { every: string | null; terms: Record<string, z.output<typeof payoutTerms>> };
};

/** Settings that cannot be: one line for each. */
export class BadSettings extends Error {
  constructor(lines: string[]) {
    super(lines.join("\n"));
    this.name = "BadSettings";
  }
}

/** Reads the settings; an empty variable counts as absent. Throws `BadSettings`. */
export function readSettings(variables: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""));
  const result = environment.safeParse(given);
  if (!result.success) throw new BadSettings(result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  const { PORT, HOST, DATABASE_URL, DATA_DIR, SANDBOX, OPERATOR_KEY, RATE_LIMIT, PROOF_STATES, LOG_LEVEL, FRAMED_BY, SMTP_URL, MAIL_FROM, PAYOUT_EVERY, PAYOUT_TERMS } = result.data;
  return {
    port: PORT, host: HOST, databaseUrl: DATABASE_URL, dataDir: DATA_DIR, sandbox: SANDBOX ?? DATABASE_URL === undefined, operatorKey: OPERATOR_KEY,
    rateLimit: RATE_LIMIT ?? null, proofStates: PROOF_STATES, logLevel: LOG_LEVEL, framedBy: FRAMED_BY ?? [], signIn: signInOf(result.data),
    smtp: SMTP_URL === undefined || MAIL_FROM === undefined ? null : { smtpUrl: SMTP_URL, from: MAIL_FROM },
    payouts: { every: PAYOUT_EVERY ?? null, terms: PAYOUT_TERMS ?? {} },
  };
}

function signInOf({ BASE_URL, SESSION_SECRET, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ID_CLAIM, OIDC_ROLE_CLAIM }: z.output<typeof environment>): SignInSettings {
  const oidc = OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined ? null
    : { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, idClaim: OIDC_ID_CLAIM, roleClaim: OIDC_ROLE_CLAIM ?? null };
  return { baseUrl: BASE_URL ?? null, secret: SESSION_SECRET ?? null, oidc };
}
