// Proving the session anew (Z11): a write that needs it waits here, and goes on afterwards as it was.
// The question itself is loaded when it is first asked.
import { lazy, Suspense, useEffect, useState, type ReactElement } from "react";
import { provingBy } from "../api/client.ts";

const ProofDialog = lazy(() => import("./proofDialog.tsx").then(({ ProofDialog: found }) => ({ default: found })));

type Waiting = { answer(proven: boolean): void };

export function StepUp(): ReactElement | null {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  useEffect(() => {
    provingBy(() => new Promise<boolean>((resolve) => {
      setWaiting({
        answer(proven) {
          setWaiting(null);
          resolve(proven);
        },
      });
    }));
  }, []);
  return waiting && <Suspense><ProofDialog answer={waiting.answer} /></Suspense>;
}
