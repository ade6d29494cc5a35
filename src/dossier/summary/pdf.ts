// The summary as a PDF, set in a thread of its own.
import { settingThread } from "../../print/thread.ts";
import type { Summary } from "./blocks.ts";

/** The summary as a PDF. Throws where it cannot be set. */
export const pdfOf: (summary: Summary) => Promise<Uint8Array> = settingThread<Summary>(new URL("./pdfWorker.ts", import.meta.url));
