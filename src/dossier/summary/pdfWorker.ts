// The thread that sets summaries.
import { answerWishes } from "../../print/setting.ts";
import { pdfOf } from "./layout.ts";

answerWishes(pdfOf);
