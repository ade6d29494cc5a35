// What went wrong, what to do, and the number under which the server knows the request. Never "oops".
import type { ReactElement } from "react";
import { ApiProblem } from "../api/client.ts";
import { refusalText } from "../words/refusals.ts";
import { useWords } from "../words/words.ts";
import { Instant } from "./instant.tsx";

export function ProblemNote({ error, again }: { error: unknown; again?: () => void }): ReactElement {
  const { t, language } = useWords();
  const problem = error instanceof ApiProblem ? error.problem : null;
  const key = problem === null ? "problem.unreachable" : wayOut(problem.status);
  return (
    <div className="problem" role="alert">
      <p>
        <b>{problem?.refusal ? refusalText(problem.refusal, problem.title, language) : t(key)}</b>
        {problem !== null && problem.refusal === undefined && problem.status !== 401 && language === "en" && <span>{problem.detail} </span>}
        {problem?.opensAt && <span>{t("opens")} <Instant at={problem.opensAt} zone />. </span>}
        {problem?.closedAt && <span>{t("ended")} <Instant at={problem.closedAt} zone />. </span>}
        {problem?.refusal && <span>{t("problem.nothingChanged")}</span>}
      </p>
      {problem?.errors?.map(({ pointer, detail }) => <p key={pointer}>{pointer}: {detail}</p>)}
      {problem?.instance && <p className="tiny">{t("problem.request", { id: problem.instance })}</p>}
      {again && <p><button type="button" className="button small" onClick={again}>{t("problem.again")}</button></p>}
    </div>
  );
}

/** What to do about an answer of that status, as a key of the words. */
export function wayOut(status: number) {
  switch (status) {
    case 401: return "problem.signIn" as const;
    case 403: return "problem.notAllowed" as const;
    case 404: return "problem.notHere" as const;
    case 412: return "problem.changed" as const;
    case 429: return "problem.tooMany" as const;
    default: return status < 500 ? ("problem.wrong" as const) : ("problem.unreachable" as const);
  }
}
