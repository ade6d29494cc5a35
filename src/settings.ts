// Every setting of the server, read from the environment and checked before anything starts.
import { z } from "zod";

const flag = z.enum(["0", "1", "true", "false"]).transform((text) => text === "1" || text === "true");
const whole = (least: number, most: number) => z.string().regex(/^\d{1,9}$/, "a whole number").transform(Number).pipe(z.int().min(least).max(most));

const origin = z.url({ protocol: /^https?$/ }).refine((text) => URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`, "an origin, such as https://shop.example, without a path").transform((text) => new URL(text).origin);

const PAYPAL_LIVE = "https://api-m.paypal.com";

/** Origins with commas between them. */
const origins = z.string().transform((text) => text.split(",").map((one) => one.trim())).pipe(z.array(origin));

/** An address with places for what goes into the cart: no others, and a product in any case. */
const cartLink = z.url({ protocol: /^https?$/ }).max(2000).refine((text) => text.includes("{sku}") && !/[{}]/.test(text.replaceAll(/\{(sku|quantity)\}/g, "")), "an address with {sku}, and {quantity} if wanted, such as https://shop.example/cart?sku={sku}&quantity={quantity}");

const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "is not JSON" });
    return z.NEVER;
  }
});

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
  FRAMED_BY: origins.optional(),
  CART_LINKS: jsonText.pipe(z.record(z.string().min(1), cartLink)).optional(),
  MODEL_ORIGINS: origins.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "smtp:// or smtps://, with user and password where the server asks for them" }).optional(),
  MAIL_FROM: z.string().regex(/^(?:[^<>\r\n]{1,200}<)?[^\s<>@]{1,64}@[^\s<>@]{1,255}>?$/, "an address, such as Shop <orders@shop.example>").optional(),
  PAYOUT_EVERY: z.string().regex(/^P(?:[1-9]\d{0,2}[YMWD]|T[1-9]\d{0,3}H)$/, "an ISO 8601 duration of one unit, an hour or longer, such as P1W").optional(),
  PAYOUT_TERMS: z.string().transform(parsed).pipe(z.record(z.string(), payoutTerms, 'JSON, such as {"*":{"feeBasisPoints":100,"leastMinor":{"USD":1000}}}')).optional(),
  RISK_REVIEWERS: z.string().transform((text) => text.split(",").map((one) => one.trim())).pipe(z.array(z.string().regex(/^[\w.@-]{1,200}$/, "ids of operators, with commas between them"))).optional(),
  RATE_LIMIT: whole(1, 1_000_000).optional(),
  PROOF_STATES: whole(1_000, 100_000_000).default(200_000),
  INSTITUTION: z.enum(["stripe", "paypal"]).optional(),
  INSTITUTION_TIMEOUT_MS: whole(100, 120_000).default(20_000),
  STRIPE_SECRET_KEY: z.string().regex(/^[rs]k_(test|live)_\w+$/, "a secret or restricted key, sk_… or rk_…").optional(),
  STRIPE_WEBHOOK_SECRET: z.string().startsWith("whsec_", "a signing secret, whsec_…").optional(),
  STRIPE_API: origin.default("https://api.stripe.com"),
  PAYPAL_CLIENT_ID: z.string().min(1).optional(),
  PAYPAL_CLIENT_SECRET: z.string().min(1).optional(),
  PAYPAL_WEBHOOK_ID: z.string().regex(/^\w+$/, "the id of the webhook at PayPal").optional(),
  PAYPAL_API: origin.default(PAYPAL_LIVE),
  CARRIER: z.enum(["easypost"]).optional(),
  EASYPOST_API_KEY: z.string().regex(/^EZ[AT]K\w+$/, "a key of EasyPost, EZAK… or EZTK…").optional(),
  EASYPOST_WEBHOOK_SECRET: z.string().min(8, "at least 8 characters").optional(),
  EASYPOST_API: origin.default("https://api.easypost.com"),
  EASYPOST_WEIGHT_OUNCES: whole(1, 2_400).default(32),
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
  if (given.CARRIER === "easypost") demand(["EASYPOST_API_KEY", "EASYPOST_WEBHOOK_SECRET"], ["CARRIER"]);
  const wanted = given.INSTITUTION === "stripe" ? (["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"] as const) : given.INSTITUTION === "paypal" ? (["PAYPAL_CLIENT_ID", "PAYPAL_CLIENT_SECRET", "PAYPAL_WEBHOOK_ID"] as const) : [];
  for (const name of wanted) if (given[name] === undefined) context.addIssue({ code: "custom", path: [name], message: `needed for INSTITUTION=${given.INSTITUTION}` });
  // The sandbox's clock is moved by hand: real money must not follow it.
  const live = given.INSTITUTION === "stripe" ? /_live_/.test(given.STRIPE_SECRET_KEY ?? "") : given.INSTITUTION === "paypal" && given.PAYPAL_API === PAYPAL_LIVE;
  if (given.SANDBOX && live) context.addIssue({ code: "custom", path: ["SANDBOX"], message: "not beside an institution that moves real money" });
});

/** `live` where the key moves real money. `api` is the origin of its API; a call without an answer after `timeoutMs` has an unknown outcome. */
export type StripeSettings = { name: "stripe"; secretKey: string; webhookSecret: string; api: string; timeoutMs: number; live: boolean };
/** `webhookId` is the id of our webhook at PayPal: messages for any other are not ours. */
export type PayPalSettings = { name: "paypal"; clientId: string; clientSecret: string; webhookId: string; api: string; timeoutMs: number };
/** Who executes payments and refunds. */
export type ConnectionSettings = StripeSettings | PayPalSettings;
/** Whose labels are bought. `weightOunces` is what a parcel is taken to weigh. */
export type CarrierSettings = { name: "easypost"; apiKey: string; webhookSecret: string; api: string; weightOunces: number };

/** How people sign in to the pages; `oidc` is the marketplace's own sign-in. */
export type SignInSettings = {
  baseUrl: string | null; secret: string | null;
  oidc: { issuer: string; clientId: string; clientSecret: string; idClaim: string; roleClaim: string | null } | null;
};

/** `sandbox` is on by itself only where no database is named. `rateLimit` is requests a minute and caller; `proofStates` how many states a proof visits at most; `smtp` is null where no mail is sent; `payouts.every` where batches are started by hand only; `reviewers` are the operators who look at refunds that are held; `framedBy` are the shops that may show the pages in a frame; `cartLinks` is by marketplace where its pages add a product to the cart; `modelOrigins` are where 3D models may be loaded from. */
export type Settings = {
  port: number; host: string; databaseUrl: string | undefined; dataDir: string; sandbox: boolean; operatorKey: string | undefined; rateLimit: number | null; proofStates: number;
  logLevel: z.output<typeof environment>["LOG_LEVEL"]; reviewers: string[]; framedBy: string[]; cartLinks: Record<string, string>; modelOrigins: string[]; signIn: SignInSettings; smtp: { smtpUrl: string; from: string } | null; institution: ConnectionSettings | null; carrier: CarrierSettings | null;
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
  const { PORT, HOST, DATABASE_URL, DATA_DIR, SANDBOX, OPERATOR_KEY, RATE_LIMIT, PROOF_STATES, LOG_LEVEL, FRAMED_BY, CART_LINKS, MODEL_ORIGINS, SMTP_URL, MAIL_FROM, PAYOUT_EVERY, PAYOUT_TERMS, RISK_REVIEWERS } = result.data;
  const institution = institutionOf(result.data);
  return {
    port: PORT, host: HOST, databaseUrl: DATABASE_URL, dataDir: DATA_DIR, sandbox: SANDBOX ?? (DATABASE_URL === undefined && institution === null), operatorKey: OPERATOR_KEY,
    reviewers: RISK_REVIEWERS ?? [], rateLimit: RATE_LIMIT ?? null, proofStates: PROOF_STATES, logLevel: LOG_LEVEL, framedBy: FRAMED_BY ?? [], cartLinks: CART_LINKS ?? {}, modelOrigins: MODEL_ORIGINS ?? [], signIn: signInOf(result.data), institution, carrier: carrierOf(result.data),
    smtp: SMTP_URL === undefined || MAIL_FROM === undefined ? null : { smtpUrl: SMTP_URL, from: MAIL_FROM },
    payouts: { every: PAYOUT_EVERY ?? null, terms: PAYOUT_TERMS ?? {} },
  };
}

function carrierOf({ CARRIER, ...given }: z.output<typeof environment>): CarrierSettings | null {
  if (CARRIER !== "easypost") return null;
  return { name: CARRIER, apiKey: given.EASYPOST_API_KEY!, webhookSecret: given.EASYPOST_WEBHOOK_SECRET!, api: given.EASYPOST_API, weightOunces: given.EASYPOST_WEIGHT_OUNCES };
}

function institutionOf({ INSTITUTION, ...given }: z.output<typeof environment>): ConnectionSettings | null {
  if (INSTITUTION === "stripe") return { name: "stripe", secretKey: given.STRIPE_SECRET_KEY!, webhookSecret: given.STRIPE_WEBHOOK_SECRET!, api: given.STRIPE_API, timeoutMs: given.INSTITUTION_TIMEOUT_MS, live: given.STRIPE_SECRET_KEY!.includes("_live_") };
  if (INSTITUTION === "paypal") return { name: "paypal", clientId: given.PAYPAL_CLIENT_ID!, clientSecret: given.PAYPAL_CLIENT_SECRET!, webhookId: given.PAYPAL_WEBHOOK_ID!, api: given.PAYPAL_API, timeoutMs: given.INSTITUTION_TIMEOUT_MS };
  return null;
}

function signInOf({ BASE_URL, SESSION_SECRET, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ID_CLAIM, OIDC_ROLE_CLAIM }: z.output<typeof environment>): SignInSettings {
  const oidc = OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined ? null
    : { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, idClaim: OIDC_ID_CLAIM, roleClaim: OIDC_ROLE_CLAIM ?? null };
  return { baseUrl: BASE_URL ?? null, secret: SESSION_SECRET ?? null, oidc };
}
