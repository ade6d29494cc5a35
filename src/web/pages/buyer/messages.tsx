// What buyer and seller write to each other. A message that proposes to pay past the marketplace is warned of right beneath it (A26).
// Everything said is shown as text only.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FormEvent, ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { sendSurely } from "../../api/command.ts";
import { useDraft } from "../../api/draft.ts";
import { intentOf } from "../../api/intent.ts";
import { usePerson } from "../../api/person.ts";
import { messagesQuery, type Order } from "../../api/queries.ts";
import { shortMoment } from "../../parts/format.ts";
import { begun, nameOf } from "../../parts/people.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Section } from "../../parts/section.tsx";
import { useWords } from "../../words/words.ts";

const LONGEST = 4000;

export function Messages({ order }: { order: Order }): ReactElement {
  const words = useWords();
  const { t, language } = words;
  const person = usePerson();
  const { data: messages = [] } = useQuery(messagesQuery(order.id));
  return (
    <Section title={t("messages.title")} id="messages" aside={t("messages.count", { count: messages.length })}>
      <ol className="stream">
        {messages.map(({ id, by, at, text, warning }) => (
          <li key={id}>
            <p className="when"><time dateTime={at}>{shortMoment(Date.parse(at), language)}</time></p>
            <div>
              <p className="who">{begun(nameOf(order, by.role, person, words))}</p>
              <p className="said">{text ?? t("erased")}</p>
              {warning !== null && <div className="warn" role="note"><b>{by.role === person?.role ? t("warning.yours") : t("warning.theirs")}</b> {t("warning.why")}</div>}
            </div>
          </li>
        ))}
      </ol>
      <Write order={order} />
    </Section>
  );
}

function Write({ order }: { order: Order }): ReactElement {
  const words = useWords();
  const { t } = words;
  const person = usePerson();
  const queries = useQueryClient();
  const [text, setText, forget] = useDraft(`${person?.id ?? ""}.${order.id}.message`, "");
  const sending = useMutation({
    networkMode: "always",
    mutationFn: async (said: string) => {
      const intent = intentOf(order.id, { message: said });
      await sendSurely(async () => got(await client.POST("/v1/orders/{id}/messages", { params: { path: { id: order.id }, header: { "idempotency-key": intent.key } }, body: { text: said } })));
      intent.settled();
    },
    onSuccess: async () => {
      forget();
      await queries.invalidateQueries({ queryKey: ["order", order.id] });
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== "" && !sending.isPending) sending.mutate(text.trim());
  };
  const other = nameOf(order, person?.role === "seller" ? "buyer" : "seller", person, words);
  return (
    <form className="form" onSubmit={send}>
      <label><span className="label">{t("messages.to", { name: other })}</span><textarea className="field" rows={2} maxLength={LONGEST} value={text} onChange={(event) => setText(event.target.value)} /></label>
      {sending.error !== null && <ProblemNote error={sending.error} />}
      <div><button type="submit" className="button" aria-disabled={sending.isPending}>{sending.isPending ? t("sending") : t("send")}</button></div>
    </form>
  );
}
