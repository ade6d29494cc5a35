// Where a seller's payouts go at the institution: the account that counts, those before it, and saying another, for the seller and for
// an operator. What an account looks like is the institution's, and the server checks it again.
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState, type FormEvent, type ReactElement } from "react";
import { institutionNames } from "../../../words/payoutWords.ts";
import { ApiProblem, client, got } from "../../api/client.ts";
import { useDraft } from "../../api/draft.ts";
import type { PayoutAccounts } from "../../api/openapi.d.ts";
import { usePerson } from "../../api/person.ts";
import { useOnline } from "../../app/offlineNotice.tsx";
import { ConfirmDialog } from "../../parts/confirmDialog.tsx";
import { Instant } from "../../parts/instant.tsx";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Section } from "../../parts/section.tsx";
import { useStaffWords, type StaffWords } from "../../words/staffWords.ts";

const path = (seller: string) => ({ path: { id: seller } });

/** Null where the institution knows sellers by the marketplace's own ids. */
const accountsQuery = (seller: string) => queryOptions({
  queryKey: ["payoutAccounts", seller],
  queryFn: async () => {
    const answer = await client.GET("/v1/sellers/{id}/payout-account", { params: path(seller) });
    return answer.response.status === 409 ? null : got(answer);
  },
});

export function PayoutAccount({ seller, own }: { seller: string; own: boolean }): ReactElement {
  const { s, t } = useStaffWords();
  const reading = useQuery(accountsQuery(seller));
  const { data } = reading;
  return (
    <Section title={s("payTo.title")} aside={data ? nameOf(data.institution) : undefined}>
      {reading.error !== null && <ProblemNote error={reading.error} again={() => void reading.refetch()} />}
      {reading.isPending && reading.error === null && <p className="still" role="status">{t("loading")}</p>}
      {data === null && <p className="still">{s("payTo.notNeeded")}</p>}
      {data && <Known said={data} seller={seller} own={own} />}
    </Section>
  );
}

const nameOf = (institution: string): string => institutionNames[institution] ?? institution;

type KnownProps = { said: PayoutAccounts; seller: string; own: boolean };

function Known({ said, seller, own }: KnownProps): ReactElement {
  const words = useStaffWords();
  const { s } = words;
  const { accounts } = said;
  return (
    <>
      {accounts.length === 0 && <p className="still"><b>{s("payTo.none")}</b> {s("payTo.noneMeans")}</p>}
      {accounts.length > 0 && (
        <div className="wrap">
          <table className="table rows" aria-label={s("payTo.said")}>
            <thead><tr><th>{s("payTo.since")}</th><th>{s("payTo.account")}</th><th>{s("payTo.by")}</th><th>{s("payTo.counts")}</th></tr></thead>
            <tbody>
              {accounts.map(({ account, at, by }, index) => (
                <tr key={`${at}/${account}/${index}`}>
                  <td><Instant at={at} /></td><td className={index === 0 ? "text whole" : "text whole faint"}>{index === 0 ? <b>{account}</b> : account}</td>
                  <td className="text" data-label={s("payTo.by")}>{byText(by, seller, own, words)}</td><td className={index === 0 ? "text" : "text faint"}>{s(index === 0 ? "payTo.current" : "payTo.former")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Say said={said} seller={seller} own={own} />
    </>
  );
}

/** Who said it: the seller reads "you", an operator their colleague's name, the seller only that it was the marketplace. */
function byText(by: string, seller: string, own: boolean, { s, t, say }: StaffWords): string {
  if (by === `seller/${seller}`) return own ? t("you") : say("", "role.seller");
  return own ? s("payTo.byOperator") : by.slice(by.indexOf("/") + 1);
}

/** What an account looks like, in the reader's words where the institution is known here. */
function formOf({ institution, form }: PayoutAccounts, { s }: StaffWords): string {
  return institution === "stripe" ? s("payTo.form.stripe") : institution === "paypal" ? s("payTo.form.paypal") : form;
}

const isOfForm = ({ pattern }: PayoutAccounts, account: string): boolean => new RegExp(`^(?:${pattern})$`).test(account);

const isWrongShape = (error: unknown): boolean => error instanceof ApiProblem && error.problem.errors?.some(({ pointer }) => pointer === "#/account") === true;

/** Saying an account: sent once the reader has answered the question; of one that cannot be the field says so. */
function useSaying(seller: string, onSaid: () => void, onEnd: () => void) {
  const { language } = useStaffWords();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (account: string) => got(await client.PUT("/v1/sellers/{id}/payout-account", { params: path(seller), body: { account }, headers: { "accept-language": language } })),
    onSuccess: (next) => {
      queries.setQueryData(accountsQuery(seller).queryKey, next);
      onSaid();
      onEnd();
    },
    onError: (error) => isWrongShape(error) && onEnd(),
  });
}

function Say({ said, seller, own }: KnownProps): ReactElement {
  const words = useStaffWords();
  const { s, t } = words;
  const person = usePerson();
  const online = useOnline();
  const field = useId();
  const [typed, setTyped, forget] = useDraft(`${person?.id ?? ""}.${seller}.payoutAccount`, "");
  const [wrong, setWrong] = useState(false);
  const [asking, setAsking] = useState(false);
  const empty = () => {
    forget();
    setWrong(false);
  };
  const saying = useSaying(seller, empty, () => setAsking(false));
  const account = typed.trim();
  const current = said.accounts[0]?.account ?? null;
  const isWrong = (wrong && !isOfForm(said, account)) || isWrongShape(saying.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saying.reset();
    setWrong(true);
    if (!isOfForm(said, account)) document.getElementById(field)?.focus();
    else if (online) setAsking(true);
  };
  const change = (next: string): void => {
    setTyped(next);
    if (saying.error !== null) saying.reset();
  };
  const close = (): void => {
    setAsking(false);
    saying.reset();
  };
  const hint = `${field}-hint`;
  return (
    <form className="form pay-to" noValidate onSubmit={submit}>
      <div>
        <label className="label" htmlFor={field}>{s(own ? "payTo.own" : "payTo.ofSeller", { institution: nameOf(said.institution), seller })}</label>
        <input id={field} className="field" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={200} value={typed} aria-describedby={isWrong ? `${field}-wrong ${hint}` : hint} {...(isWrong ? { "aria-invalid": true } : {})} onChange={(event) => change(event.target.value)} />
        {isWrong && <p className="wrong" id={`${field}-wrong`} role="alert">{s(account === "" ? "payTo.needed" : "payTo.wrong")}</p>}
        <p className="hint" id={hint}>{formOf(said, words)} {s("payTo.told")}</p>
      </div>
      {!online && <p className="wrong">{t("offline.waits")}</p>}
      <div className="go"><button type="submit" className="button" aria-disabled={!online}>{s(current === null ? "payTo.set" : "payTo.change")}</button></div>
      <p role="status">{saying.isSuccess && s("payTo.done", { account: saying.data.accounts[0]?.account ?? "" })}</p>
      {asking && online && (
        <ConfirmDialog
          question={s("payTo.question")} sentence={s("payTo.sentence")} confirm={s(current === null ? "payTo.set" : "payTo.change")} keep={s(current === null ? "payTo.notNow" : "payTo.keep")} losing={current !== null}
          rows={[[s("pay.seller"), own ? (person?.name ?? seller) : seller], [s("payTo.institution"), nameOf(said.institution)], [s("payTo.before"), current ?? s("payTo.nothing")], [s("payTo.after"), account]]}
          busy={saying.isPending} error={isWrongShape(saying.error) ? null : saying.error} onConfirm={() => saying.mutate(account)} onClose={close}
        />
      )}
    </form>
  );
}
