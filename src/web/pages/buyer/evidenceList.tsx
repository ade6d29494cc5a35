// Evidence as files to be fetched: never shown inside the page, so that nothing in a file can act here.
import { useMutation } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { useWords } from "../../words/words.ts";

export function EvidenceList({ ids }: { ids: readonly string[] }): ReactElement {
  const { t } = useWords();
  const fetching = useMutation({
    mutationFn: async (id: string) => {
      const file = got<Blob>(await client.GET("/v1/evidence/{id}", { params: { path: { id } }, parseAs: "blob" }) as never);
      const address = URL.createObjectURL(file);
      const link = Object.assign(document.createElement("a"), { href: address, download: `${id}.${file.type.split("/").at(-1) ?? ""}` });
      link.click();
      URL.revokeObjectURL(address);
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
