// A return's label, as plain values and as a PDF: A6 or 4 × 6 inch, with the codes that a carrier and a warehouse scan. It knows no order
// and no carrier; what may be shown to whom is decided before.
import { settingThread } from "../print/thread.ts";

export const labelSizes = ["a6", "4x6"] as const;
export type LabelSize = (typeof labelSizes)[number];

/** Somebody to whom post goes. `address` may have several lines; `country` is ISO 3166 alpha-2. */
export type Addressee = { name: string | null; address: string | null; country: string };

/** `url` is where the return can be looked at; `reasons` are said in `language`. `madeAt` is epoch milliseconds. */
export type ReturnLabel = {
  rma: string; orderNumber: string; from: Addressee; to: Addressee; carrier: string; trackingNumber: string;
  reasons: string[]; url: string | null; language: string; size: LabelSize; madeAt: number;
};

/** The label as a PDF of one page. The same label gives the same bytes. Throws where the tracking number cannot stand in a Code 128. */
export const labelPdf: (label: ReturnLabel) => Promise<Uint8Array> = settingThread<ReturnLabel>(new URL("./labelWorker.ts", import.meta.url));

/** What the QR code says: the RMA number, and before it where to look at the return, if there is such a place. */
export const qrTextOf = ({ rma, url }: Pick<ReturnLabel, "rma" | "url">): string => (url === null ? rma : `${url}#${rma}`);
