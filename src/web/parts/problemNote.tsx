// What went wrong, what to do, and the number under which the server knows the request. Never "oops". Whose session has ended is led to
// sign in and back to this page.
import { useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { ApiProblem } from "../api/client.ts";
import type { Problem } from "../api/openapi.d.ts";
import { sessionQuery } from "../api/person.ts";
import { tokenHere } from "../api/token.ts";
import { refusalText } from "../words/refusals.ts";
import { useWords, type Key } from "../words/words.ts";
import { Instant } from "./instant.tsx";

export function ProblemNote({ error, again }: { error: unknown; again?: () => void }): ReactElement {
  const { t, language } = useWords();
  const problem = error instanceof ApiProblem ? error.problem : null;
  const key = problem === null ? "problem.unreachable" : wayOut(problem);
  const signIn = key === "problem.signIn";
  return (
    <div className="problem" role="alert">
      <p>
        <b>{problem?.refusal ? refusalText(problem.refusal, problem.title, language) : t(signIn && tokenHere() ? "problem.shopLink" : key)}</b>
        {problem !== null && problem.refusal === undefined && problem.status !== 401 && language === "en" && <span>{problem.detail} </span>}
        {problem?.opensAt && <span>{t("opens")} <Instant at={problem.opensAt} zone />. </span>}
        {problem?.closedAt && <span>{t("ended")} <Instant at={problem.closedAt} zone />. </span>}
        {problem?.refusal && <span>{t("problem.nothingChanged")}</span>}
      </p>
      {problem?.errors?.map(({ pointer, detail }) => <p key={pointer}>{pointer}: {detail}</p>)}
      {problem?.instance && <p className="tiny">{t("problem.request", { id: problem.instance })}</p>}
      {signIn && !tokenHere() && <SignIn />}
      {again && <p><button type="button" className="button small" onClick={again}>{t("problem.again")}</button></p>}
    </div>
  );
}

/** Leads to sign in and back. The session is read anew on the way: as far as these pages knew it had not ended. */
function SignIn(): ReactElement {
  const { t } = useWords();
  const queries = useQueryClient();
  const { href } = useLocation();
  return <p><Link className="button small" to="/sign-in" search={{ returnTo: href }} onClick={() => void queries.resetQueries({ queryKey: sessionQuery.queryKey })}>{t("problem.signInGo")}</Link></p>;
}

/** Problems whose status alone does not say what to do. */
const ofKind: Record<string, Key> = { signInFailed: "problem.signInFailed", wrongPassword: "problem.wrongPassword", proofNeeded: "problem.prove" };

/** What to do about a problem, as a key of the words. */
export function wayOut({ status, type }: Pick<Problem, "status" | "type">): Key {
  const own = ofKind[type.slice(type.lastIndexOf("/") + 1)];
  if (own !== undefined) return own;
  switch (status) {
    case 401: return "problem.signIn";
    case 403: return "problem.notAllowed";
    case 404: return "problem.notHere";
    case 412: return "problem.changed";
    case 429: return "problem.tooMany";
    default: return status < 500 ? "problem.wrong" : "problem.unreachable";
  }
}
