// The label of a return as a PDF in a tab of its own, from where it is printed.
import { useMutation } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { showFile } from "../../api/save.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { useWords } from "../../words/words.ts";

export function PrintLabel({ orderId, returnId, rma }: { orderId: string; returnId: string; rma: string }): ReactElement {
  const { t, language } = useWords();
  const fetching = useMutation({
    mutationFn: async () => {
      const file = got<Blob>(await client.GET("/v1/orders/{id}/returns/{returnId}/label.pdf", { params: { path: { id: orderId, returnId }, query: { language } }, parseAs: "blob" }) as never);
      showFile(file, `${rma}.pdf`);
    },
  });
  return (
    <>
      <p className="go"><button type="button" className="button" aria-disabled={fetching.isPending} onClick={() => !fetching.isPending && fetching.mutate()}>{fetching.isPending ? t("loading") : t("label.print")}</button></p>
      {fetching.error !== null && <ProblemNote error={fetching.error} />}
    </>
  );
}
