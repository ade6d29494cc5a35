// Says on standard error how far long work has come: a bar on a terminal where it can be counted, else a line for each part.
// Standard output is for results only.
import { SingleBar } from "cli-progress";

export type Progress = {
  at(what: string, done: number, total: number): void;
  /** Takes the bar away. */
  stop(): void;
};

export function openProgress(): Progress {
  const terminal = process.stderr.isTTY === true;
  let bar: SingleBar | null = null;
  let under = "";
  const stop = () => {
    bar?.stop();
    bar = null;
  };
  return {
    at(what, done, total) {
      if (what !== under) {
        stop();
        under = what;
        if (!terminal || total <= 1) process.stderr.write(`${what} …\n`);
        else {
          bar = new SingleBar({ format: `${what} {bar} {percentage}% {value}/{total}, {eta_formatted} left`, stream: process.stderr, clearOnComplete: true, hideCursor: true });
          bar.start(total, done);
        }
      }
      bar?.setTotal(total);
      bar?.update(done);
    },
    stop,
  };
}
