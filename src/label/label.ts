// A return's label as plain values, so that they can go to another thread: what a carrier and a warehouse need of it. It knows no order
// and no carrier; what may be shown to whom is decided before.

export const labelSizes = ["a6", "4x6"] as const;
export type LabelSize = (typeof labelSizes)[number];

/** Somebody to whom post goes. `address` may have several lines; `country` is ISO 3166 alpha-2. */
export type Addressee = { name: string | null; address: string | null; country: string };

/** `url` is where the return can be looked at; `reasons` are said in `language`. `madeAt` is epoch milliseconds. */
export type ReturnLabel = {
  rma: string; orderNumber: string; from: Addressee; to: Addressee; carrier: string; trackingNumber: string;
  reasons: string[]; url: string | null; language: string; size: LabelSize; madeAt: number;
};

/** What the QR code says: the RMA number, and before it where to look at the return, if there is such a place. */
export const qrTextOf = ({ rma, url }: Pick<ReturnLabel, "rma" | "url">): string => (url === null ? rma : `${url}#${rma}`);
