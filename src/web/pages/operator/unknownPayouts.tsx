// Payouts of which nobody knows whether they left: an operator's queue with a deadline. Asking again, or recording what was found out.
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { useDraft } from "../../api/draft.ts";
import { usePerson } from "../../api/person.ts";
import { ConfirmDialog } from "../../parts/confirmDialog.tsx";
import { moneyText } from "../../parts/format.ts";
import { Instant } from "../../parts/instant.tsx";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Section } from "../../parts/section.tsx";
import { useStaffWords } from "../../words/staffWords.ts";
import { Listed } from "../staff/pager.tsx";
import { payoutsQuery, type Payout } from "../staff/payoutTable.tsx";

const outcomes = ["submitted", "settled", "failed"] as const;
type Outcome = (typeof outcomes)[number];

export function UnknownPayouts(): ReactElement {
  const { s } = useStaffWords();
  const reading = useInfiniteQuery(payoutsQuery({ status: "unknown" }));
  const payouts = reading.data?.pages.flatMap((page) => page.payouts) ?? [];
  return (
    <Section title={s("pay.unknown")} aside={payouts.length > 0 ? String(payouts.length) : undefined}>
      {payouts.length > 0 && <p className="still">{s("pay.unknownWhy")}</p>}
      <Listed reading={reading} count={payouts.length} none={s("pay.unknownNone")}><ul>{payouts.map((payout) => <Unknown key={payout.id} payout={payout} />)}</ul></Listed>
    </Section>
  );
}

function Unknown({ payout: { id, sellerId, amountMinor, currency, decideBy } }: { payout: Payout }): ReactElement {
  const { s, language } = useStaffWords();
  const queries = useQueryClient();
  const person = usePerson();
  const [{ outcome, reason }, setSaid, forget] = useDraft<{ outcome: Outcome; reason: string }>(`${person?.id ?? ""}.${id}.outcome`, { outcome: "submitted", reason: "" });
  const [sure, setSure] = useState(false);
  const onSettled = () => queries.invalidateQueries({ queryKey: ["orders"] });
  const params = { path: { id } };
  const asking = useMutation({ mutationFn: async () => got(await client.POST("/v1/payouts/{id}/inquire", { params })), onSettled });
  const resolving = useMutation({ mutationFn: async () => got(await client.POST("/v1/payouts/{id}/resolve", { params, body: { outcome, reason: reason.trim() } })), onSuccess: forget, onSettled });
  const resolve = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() !== "") setSure(true);
  };
  return (
    <li>
      <p><b>{moneyText(amountMinor, currency, language)}</b> {sellerId}{decideBy !== null && <>, {s("pay.decideBy")} <Instant at={decideBy} kind="due" /></>}</p>
      <form className="inline" onSubmit={resolve}>
        <button type="button" className="button" aria-disabled={asking.isPending} onClick={() => !asking.isPending && asking.mutate()}>{s("pay.ask")}<span className="hidden"> {sellerId}</span></button>
        <label>{s("pay.outcome")}<select className="field" value={outcome} onChange={(event) => setSaid({ outcome: outcomes.find((one) => one === event.target.value) ?? "submitted", reason })}>{outcomes.map((one) => <option key={one} value={one}>{s(`pay.outcome.${one}`)}</option>)}</select></label>
        <label>{s("pay.reason")}<input className="field" required maxLength={4000} value={reason} onChange={(event) => setSaid({ outcome, reason: event.target.value })} /></label>
        <button type="submit" className="button" aria-disabled={resolving.isPending || reason.trim() === ""}>{s("pay.resolve")}<span className="hidden"> {sellerId}</span></button>
      </form>
      {asking.error !== null && <ProblemNote error={asking.error} />}
      {resolving.error !== null && <ProblemNote error={resolving.error} />}
      {sure && (
        <ConfirmDialog
          question={s("pay.resolveQuestion")} sentence={s("pay.resolveSentence")} rows={[[s("pay.seller"), sellerId], [s("pay.amount"), moneyText(amountMinor, currency, language)], [s("pay.outcome"), s(`pay.outcome.${outcome}`)]]}
          confirm={s("pay.resolve")} keep={s("pay.keep")} losing={outcome === "failed"} onConfirm={() => { setSure(false); resolving.mutate(); }} onClose={() => setSure(false)}
        />
      )}
    </li>
  );
}
