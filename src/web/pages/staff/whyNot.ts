// Why one of many was not done, in the reader's language: the refusal's sentence, else what an answer of that kind means.
import { ApiProblem } from "../../api/client.ts";
import { wayOut } from "../../parts/problemNote.tsx";
import { refusalText } from "../../words/refusals.ts";
import type { Words } from "../../words/words.ts";

export function whyNot(error: unknown, { t, language }: Words): string {
  if (!(error instanceof ApiProblem)) return t("problem.unreachable");
  const { refusal, title, detail, status } = error.problem;
  if (refusal) return refusalText(refusal, title, language);
  return language === "en" && status !== 401 ? detail : t(wayOut(error.problem));
}
