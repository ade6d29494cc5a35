// Withdrawing from a contract without an account (L2): the notice, its confirmation, the acknowledgement. What is answered does not tell
// whether such an order exists.
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { useDraft } from "../../api/draft.ts";
import { Instant } from "../../parts/instant.tsx";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Facts, Head } from "../../parts/section.tsx";
import { useWords } from "../../words/words.ts";

type Said = { orderNumber: string; name: string; email: string };
type Notice = { id: string; confirmBefore: string };
const nothing: Said = { orderNumber: "", name: "", email: "" };
const fields = [["orderNumber", "text", "off"], ["name", "text", "name"], ["email", "email", "email"]] as const;

export function GuestWithdrawalPage(): ReactElement {
  const { t, language } = useWords();
  const [said, setSaid, forget] = useDraft<Said>("withdrawal", nothing);
  const [notice, setNotice] = useState<Notice | null>(null);
  const telling = useMutation({
    mutationFn: async (wish: Said) => got(await client.POST("/v1/withdrawals", { body: wish, headers: { "accept-language": language } })),
    onSuccess: setNotice,
  });
  const confirming = useMutation({
    mutationFn: async (id: string) => got(await client.POST("/v1/withdrawals/{id}/confirm", { params: { path: { id } } })),
    onSuccess: forget,
  });
  const tell = (event: FormEvent): void => {
    event.preventDefault();
    telling.mutate(said);
  };
  if (confirming.data) return <Acknowledged document={confirming.data.document} receivedAt={confirming.data.receivedAt} />;
  return (
    <>
      <Head title={t("withdraw.title")} sub={t("withdraw.what")} />
      {notice === null ? (
        <form className="form" onSubmit={tell}>
          {fields.map(([name, type, complete]) => <label key={name}><span className="label">{t(`withdraw.${name}`)}</span><input className="field" type={type} autoComplete={complete} required maxLength={200} value={said[name]} onChange={(event) => setSaid({ ...said, [name]: event.target.value })} /></label>)}
          {telling.error !== null && <ProblemNote error={telling.error} />}
          <div className="go"><button type="submit" className="button main" aria-disabled={telling.isPending}>{t("act.WithdrawFromContract")}</button></div>
        </form>
      ) : (
        <>
          <Facts rows={[...fields.map(([name]) => [t(`withdraw.${name}`), said[name]] as const), [t("withdraw.confirmBefore"), <Instant key="before" at={notice.confirmBefore} kind="due" zone />]]} />
          {confirming.error !== null && <ProblemNote error={confirming.error} />}
          <div className="go">
            <button type="button" className="button main" aria-disabled={confirming.isPending} onClick={() => confirming.mutate(notice.id)}>{t("withdraw.confirm")}</button>
            <button type="button" className="button" onClick={() => setNotice(null)}>{t("back")}</button>
          </div>
        </>
      )}
    </>
  );
}

function Acknowledged({ document, receivedAt }: { document: string | null; receivedAt: string | null }): ReactElement {
  const { t } = useWords();
  return (
    <>
      <Head title={t("withdraw.done")} sub={receivedAt === null ? undefined : <Instant at={receivedAt} zone />} />
      <p className="still">{t("withdraw.keep")}</p>
      <pre className="paper acknowledgement">{document}</pre>
      <p className="go no-print"><button type="button" className="button" onClick={() => print()}>{t("print")}</button></p>
    </>
  );
}
