// The order's dossier as a file, in the reader's language.
import { useMutation } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import type { Order } from "../../api/queries.ts";
import { saveFile } from "../../api/save.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { useWords } from "../../words/words.ts";

export function DossierLink({ order }: { order: Order }): ReactElement {
  const { t, language } = useWords();
  const fetching = useMutation({
    mutationFn: async () => {
      const file = got<Blob>(await client.GET("/v1/orders/{id}/dossier", { params: { path: { id: order.id }, query: { language } }, parseAs: "blob" }) as never);
      saveFile(file, `${order.externalId}.zip`);
    },
  });
  return (
    <>
      <p className="foots"><button type="button" className="link" aria-disabled={fetching.isPending} onClick={() => !fetching.isPending && fetching.mutate()}>{fetching.isPending ? t("loading") : t("order.dossier")}</button></p>
      {fetching.error !== null && <ProblemNote error={fetching.error} />}
    </>
  );
}
