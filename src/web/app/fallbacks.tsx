// Pages for what is not there and for what broke: they say so, and how to go on.
import { Link, useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { ProblemNote } from "../parts/problemNote.tsx";
import { Head } from "../parts/section.tsx";
import { useWords } from "../words/words.ts";

export function NoSuchPage(): ReactElement {
  const { t } = useWords();
  return (
    <>
      <Head title={t("noPage")} />
      <p className="still">{t("noPage.how")} <Link to="/">{t("nav.start")}</Link></p>
    </>
  );
}

export function BrokenPage({ error, reset }: ErrorComponentProps): ReactElement {
  const { t } = useWords();
  const router = useRouter();
  return (
    <>
      <Head title={t("broken")} />
      <ProblemNote error={error} again={() => { reset(); void router.invalidate(); }} />
    </>
  );
}
