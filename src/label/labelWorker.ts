// The thread that sets labels.
import { answerWishes } from "../print/setting.ts";
import { labelPage } from "./page.ts";

answerWishes(labelPage);
