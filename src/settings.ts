// Every setting of the server, read from the environment and checked before anything starts.
import { z } from "zod";

const flag = z.enum(["0", "1", "true", "false"]).transform((text) => text === "1" || text === "true");
const whole = (least: number, most: number) => z.string().regex(/^\d{1,9}$/, "a whole number").transform(Number).pipe(z.int().min(least).max(most));

const environment = z.object({
  PORT: whole(0, 65_535).default(4600),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().min(1).default("./data"),
  SANDBOX: flag.optional(),
  OPERATOR_KEY: z.string().min(16, "at least 16 characters").optional(),
  RATE_LIMIT: whole(1, 1_000_000).optional(),
  PROOF_STATES: whole(1_000, 100_000_000).default(200_000),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

/** `sandbox` is on by itself only where no database is named. `rateLimit` is requests a minute and caller; `proofStates` how many states a proof visits at most. */
export type Settings = {
  port: number; host: string; databaseUrl: string | undefined; dataDir: string; sandbox: boolean; operatorKey: string | undefined; rateLimit: number | null; proofStates: number;
  logLevel: z.output<typeof environment>["LOG_LEVEL"];
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
  const { PORT, HOST, DATABASE_URL, DATA_DIR, SANDBOX, OPERATOR_KEY, RATE_LIMIT, PROOF_STATES, LOG_LEVEL } = result.data;
  return {
    port: PORT, host: HOST, databaseUrl: DATABASE_URL, dataDir: DATA_DIR, sandbox: SANDBOX ?? DATABASE_URL === undefined, operatorKey: OPERATOR_KEY,
    rateLimit: RATE_LIMIT ?? null, proofStates: PROOF_STATES, logLevel: LOG_LEVEL,
  };
}
