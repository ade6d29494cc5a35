// Evidence as files to be fetched: never shown inside the page, so that nothing in a file can act here.
import { useMutation } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { saveFile } from "../../api/save.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { useWords } from "../../words/words.ts";

export function EvidenceList({ ids }: { ids: readonly string[] }): ReactElement {
  const { t } = useWords();
  const fetching = useMutation({
    mutationFn: async (id: string) => {
      const file = got<Blob>(await client.GET("/v1/evidence/{id}", { params: { path: { id } }, parseAs: "blob" }) as never);
      saveFile(file, `${id}.${file.type.split("/").at(-1) ?? ""}`);
    },
  });
  if (ids.length === 0) return <>{t("evidence.none")}</>;
  return (
    <>
      {ids.map((id, index) => <span key={id}>{index > 0 && " · "}<button type="button" className="link" onClick={() => fetching.mutate(id)}>{t("evidence.file", { number: index + 1 })}</button></span>)}
      {fetching.error !== null && <ProblemNote error={fetching.error} />}
    </>
  );
}
