// A way in steps: what has been, where it stands, what is to come, each with its time.
import type { ReactElement, ReactNode } from "react";

export type Step = { name: string; state: "done" | "here" | "ahead"; what?: ReactNode; at?: ReactNode };

export function Steps({ steps }: { steps: readonly Step[] }): ReactElement {
  return (
    <ol className="steps">
      {steps.map(({ name, state, what, at }) => (
        <li key={name} className={state} aria-current={state === "here" ? "step" : undefined}>
          <div><h3>{name}</h3>{what !== undefined && <p>{what}</p>}</div>
          <p className="at">{at}</p>
        </li>
      ))}
    </ol>
  );
}
