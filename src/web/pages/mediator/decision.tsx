// The decision as it is made: remedy, amount by field or slider, coded reasons and a note, and beside it at once what it does to the money.
// Who may not decide (the one who did before, in an appeal) reads why.
import { useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent, type ReactElement } from "react";
import { useCommand } from "../../api/command.ts";
import { useDraft } from "../../api/draft.ts";
import { usePerson } from "../../api/person.ts";
import type { Claim, Order, Permission } from "../../api/queries.ts";
import { ActionRows } from "../../parts/actionRows.tsx";
import { fieldsOf } from "../../parts/asks.ts";
import { ConfirmDialog } from "../../parts/confirmDialog.tsx";
import { FormField } from "../../parts/form/fields.tsx";
import { commandOf, faultsOf, type Values } from "../../parts/form/values.ts";
import { digitsOf, figureText, minorOf, moneyText } from "../../parts/format.ts";
import { begun } from "../../parts/people.ts";
import { Section } from "../../parts/section.tsx";
import { codeText } from "../../words/facts.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { remedyText } from "../buyer/remedy.ts";

export function Decision({ order, claim }: { order: Order; claim: Claim }): ReactElement {
  const { s } = useStaffWords();
  const permission = order.permissions.find(({ command, target }) => command === "DecideClaim" && target === claim.id) ?? order.permissions.find(({ command }) => command === "DecideClaim");
  if (!permission?.allowed) {
    return (
      <Section title={s("case.decision")} aside={s("case.notYours")}>
        {permission && <ActionRows order={order} permissions={[permission]} />}
        {permission?.refusal === "DecidedByYou" && <p className="foots">{s("case.appealHow")}</p>}
      </Section>
    );
  }
  return <Section title={s("case.decision")} aside={s("case.decisionAside")}><DecisionForm order={order} claim={claim} permission={permission} /></Section>;
}

/** What there is to decide about: what waits in escrow, else what was paid and has not gone back. */
const atStake = ({ money }: Order): number => (money.inEscrowMinor > 0 ? money.inEscrowMinor : money.paidMinor - money.refundingMinor - money.refundedMinor);

function DecisionForm({ order, claim, permission }: { order: Order; claim: Claim; permission: Permission }): ReactElement {
  const words = useStaffWords();
  const { s, t } = words;
  const person = usePerson();
  const navigate = useNavigate();
  const { currency } = order.money;
  const asked = (claim.amountMinor / 10 ** digitsOf(currency)).toFixed(digitsOf(currency));
  const [values, setValues, forget] = useDraft<Values>(`${person?.id ?? ""}.${claim.id}.decision`, { remedy: claim.remedy, amountMinor: asked });
  const [asking, setAsking] = useState(false);
  const [tried, setTried] = useState(false);
  const giving = useCommand(order.id);
  const fields = fieldsOf(permission).toSorted((one, other) => Number(other.name === "remedy") - Number(one.name === "remedy"));
  const faults = faultsOf(fields, values, currency);
  const amountMinor = typeof values.amountMinor === "string" ? minorOf(values.amountMinor, currency) : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (faults.length === 0) setAsking(true);
  };
  // The answer may take this form away before it is heard of here: what follows hangs on the promise and not on the form.
  const give = async (): Promise<void> => {
    const next = await giving.mutateAsync(commandOf(permission, fields, values, currency)).catch(() => null);
    if (next === null) return;
    forget();
    void navigate({ to: "/mediation" });
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      {fields.map((field) => (
        <div key={field.name}>
          <FormField order={order} command="DecideClaim" field={field} value={values[field.name]} wrong={tried ? faults.find(({ name }) => name === field.name) : undefined} onChange={(value) => setValues({ ...values, [field.name]: value })} />
          {field.name === "amountMinor" && <AmountSlider order={order} amountMinor={amountMinor ?? 0} onChange={(text) => setValues({ ...values, amountMinor: text })} />}
          {field.name === "amountMinor" && <Does order={order} amountMinor={amountMinor ?? 0} withGoods={values.remedy === "goodsAndMoney"} />}
        </div>
      ))}
      <p className="foots">{s("case.appealable")} {t("draft.kept")}</p>
      <div><button type="submit" className="button main">{s("cases.decide")}: {moneyText(amountMinor ?? 0, currency, words.language)}</button></div>
      {asking && <Question order={order} claim={claim} values={values} amountMinor={amountMinor ?? 0} busy={giving.isPending} error={giving.error} onConfirm={() => void give()} onClose={() => { setAsking(false); giving.reset(); }} />}
    </form>
  );
}

function AmountSlider({ order, amountMinor, onChange }: { order: Order; amountMinor: number; onChange(text: string): void }): ReactElement {
  const { s, language } = useStaffWords();
  const { currency } = order.money;
  const digits = digitsOf(currency);
  return <input className="range" type="range" min={0} max={atStake(order)} step={1} value={Math.min(amountMinor, atStake(order))} aria-label={s("case.range")} aria-valuetext={moneyText(amountMinor, currency, language)} onChange={(event) => onChange((Number(event.target.value) / 10 ** digits).toFixed(digits))} />;
}

/** What the decision does to the money, before it is made; every column has the same sum. */
function Does({ order, amountMinor, withGoods }: { order: Order; amountMinor: number; withGoods: boolean }): ReactElement {
  const { s, language } = useStaffWords();
  const { currency } = order.money;
  const stake = atStake(order);
  const toBuyer = Math.min(amountMinor, stake);
  const figure = (minor: number): string => figureText(minor, currency, language);
  return (
    <>
      <table className="table" aria-live="polite">
        <thead><tr><th>{s("case.does")}, {currency}</th><th className="num">{s("case.now")}</th><th className="num">{s("case.decided")}</th></tr></thead>
        <tbody>
          <tr><td>{s("case.inEscrow")}</td><td className="num">{figure(stake)}</td><td className="num">{figure(0)}</td></tr>
          <tr><td>{s("case.toBuyer")}</td><td className="num">{figure(0)}</td><td className="num"><b>{figure(toBuyer)}</b></td></tr>
          <tr><td>{s("case.toSeller")}</td><td className="num">{figure(0)}</td><td className="num">{figure(stake - toBuyer)}</td></tr>
          <tr className="sum"><td>{s("sum")}</td><td className="num">{figure(stake)}</td><td className="num">{figure(stake)}</td></tr>
        </tbody>
      </table>
      <p className="foots">{amountMinor > stake && <b>{s("case.tooMuch")} </b>}{s("case.commission")}{withGoods && ` ${s("case.goods")}`}</p>
    </>
  );
}

type QuestionProps = { order: Order; claim: Claim; values: Values; amountMinor: number; busy: boolean; error: unknown; onConfirm(): void; onClose(): void };

function Question({ order, claim, values, amountMinor, busy, error, onConfirm, onClose }: QuestionProps): ReactElement {
  const words = useStaffWords();
  const { s, t, say, language } = words;
  const { currency } = order.money;
  const reasons = Array.isArray(values.reasons) ? values.reasons.map((one) => codeText(String(one), language)).join(", ") : "";
  return (
    <ConfirmDialog
      question={t("confirm.question", { act: say(order.marketplace, "command.DecideClaim"), number: order.externalId })} sentence={s("case.appealable")} confirm={say(order.marketplace, "command.DecideClaim")} keep={t("keep")}
      rows={[
        [s("case.toBuyer"), moneyText(amountMinor, currency, language)], [s("case.toSeller"), moneyText(Math.max(0, atStake(order) - amountMinor), currency, language)],
        [t("field.remedy"), begun(remedyText(order, typeof values.remedy === "string" ? values.remedy : claim.remedy, words))], ...(reasons === "" ? [] : [[t("claim.why"), reasons] as const]),
      ]}
      busy={busy} error={error} onConfirm={onConfirm} onClose={onClose}
    />
  );
}
