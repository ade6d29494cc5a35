// One worker of a crew: answers each part of a history with its tally. A thread of its own; knows no files and no other part.
import { parentPort, workerData } from "node:worker_threads";
import type { Numbered } from "./play.ts";
import { tallyOf, type Question } from "./tally.ts";

const question = workerData as Question;
parentPort!.on("message", (orders: Numbered[]) => parentPort!.postMessage(tallyOf(orders, question)));
