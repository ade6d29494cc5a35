// The label as a PDF, set in a thread of its own.
import { settingThread } from "../print/thread.ts";
import type { ReturnLabel } from "./label.ts";

/** The label as a PDF of one page. The same label gives the same bytes. Throws where the tracking number cannot stand in a Code 128. */
export const labelPdf: (label: ReturnLabel) => Promise<Uint8Array> = settingThread<ReturnLabel>(new URL("./labelWorker.ts", import.meta.url));
