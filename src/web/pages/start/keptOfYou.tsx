// What is kept of the signed-in buyer or seller: all of it as one file.
import type { ReactElement } from "react";
import { usePersonExport } from "../../api/personExport.ts";
import { usePerson } from "../../api/person.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Section } from "../../parts/section.tsx";
import { useWords } from "../../words/words.ts";

export function KeptOfYou(): ReactElement | null {
  const { t, language } = useWords();
  const person = usePerson();
  const exporting = usePersonExport();
  if (person?.role !== "buyer" && person?.role !== "seller") return null;
  const { role, id } = person;
  return (
    <Section title={t("kept.title")}>
      <div className="form">
        <p>{t("kept.what")}</p>
        <p><button type="button" className="button" aria-disabled={exporting.isPending} onClick={() => !exporting.isPending && exporting.mutate({ role, id, language })}>{exporting.isPending ? t("loading") : t("kept.download")}</button></p>
      </div>
      {exporting.error !== null && <ProblemNote error={exporting.error} />}
    </Section>
  );
}
