// EasyPost's own library, opened once and only when something is asked of it. It keeps a time-out that it never sets: here it is set.
// What it answers is typed here as far as it is read: its own types do not fit how it is loaded.

/** `api` is the address of the interface, without its version. `weightOunces` is what a parcel is taken to weigh; `timeoutMs` how long one call may take. */
export type EasypostSettings = { name: "easypost"; apiKey: string; webhookSecret: string; api: string; weightOunces: number; timeoutMs?: number };

export type RateSaid = { id: string; carrier: string; service: string; rate: string };
export type ShipmentSaid = {
  id: string; reference?: string | null; rates: RateSaid[]; messages?: { message: string }[]; selected_rate?: RateSaid | null; refund_status?: string | null;
  tracking_code?: string | null; tracker?: { id: string } | null; postage_label?: { label_url: string; label_pdf_url?: string | null } | null;
};

export type Client = {
  Shipment: {
    create(wanted: object): Promise<ShipmentSaid>;
    retrieve(idOrReference: string): Promise<ShipmentSaid>;
    regenerateRates(id: string): Promise<Pick<ShipmentSaid, "rates" | "messages">>;
    buy(id: string, rate: RateSaid): Promise<ShipmentSaid>;
    refund(id: string): Promise<ShipmentSaid>;
  };
  Tracker: { retrieveBatch(wanted: { tracking_codes: string[] }): Promise<{ trackers: object[] }> };
  Utils: {
    getLowestRate(rates: RateSaid[]): RateSaid;
    /** Throws where the signature is not that of the secret. */
    validateWebhook(body: Buffer, headers: Readonly<Record<string, string | undefined>>, secret: string): unknown;
  };
};

/** How the error of an answer is known: a number where there was an answer at all. */
export type Failed = Error & { statusCode?: number; code?: string };

const TIMEOUT_MS = 20_000;
type Library = new (key: string, options: { baseUrl: string; requestMiddleware(request: { timeout(limits: { deadline: number }): unknown }): unknown }) => Client;

/** Opens the library when it is first needed. */
export function openClient({ apiKey, api, timeoutMs = TIMEOUT_MS }: EasypostSettings): () => Promise<Client> {
  let opened: Promise<Client> | null = null;
  return () => (opened ??= import("@easypost/api").then((loaded) => {
    const EasyPost = (loaded as unknown as { default: Library }).default;
    return new EasyPost(apiKey, { baseUrl: `${api}/v2/`, requestMiddleware: (request) => request.timeout({ deadline: timeoutMs }) });
  }));
}

/** What the call answers, or null where there is no such thing. Throws everything else. */
export async function orNull<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if ((error as Failed).statusCode === 404) return null;
    throw error;
  }
}

/** A call that did not succeed, without what was sent and by which key: this is what may stand in a log. */
export class EasypostFailed extends Error {
  readonly statusCode: number | null;
  readonly code: string | null;
  constructor({ message, statusCode = null, code = null }: { message: string; statusCode?: number | null; code?: string | null }) {
    super(`EasyPost: ${message}`);
    this.name = "EasypostFailed";
    this.statusCode = statusCode;
    this.code = code;
  }
}

/** What the work gives; what it throws says no more than `EasypostFailed` does. */
export async function plainly<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    // The library's errors carry the request, with its addresses and the key.
    throw error instanceof Error && ("response" in error || "statusCode" in error || "timeout" in error) ? new EasypostFailed(error as Failed) : error;
  }
}

/** Whether the carrier said no: asking the same again would be answered the same. */
export const isRefused = (error: unknown): boolean => {
  const { statusCode = 0 } = error as Failed;
  return statusCode >= 400 && statusCode < 500 && statusCode !== 401 && statusCode !== 408 && statusCode !== 429;
};
