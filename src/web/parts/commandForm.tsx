// A command as a form, and the question before it is given: drafts are kept, faults are named at their fields, the answer is the order.
import { Fragment, useState, type FormEvent, type ReactElement } from "react";
import { useCommand } from "../api/command.ts";
import { useDraft } from "../api/draft.ts";
import { useNow } from "../api/now.ts";
import { usePerson } from "../api/person.ts";
import type { Order, Permission } from "../api/queries.ts";
import { useOnline } from "../app/offlineNotice.tsx";
import { useWords, type Key, type Words } from "../words/words.ts";
import { fieldsOf } from "./asks.ts";
import { ConfirmDialog } from "./confirmDialog.tsx";
import { effectText, isLosing } from "./effect.ts";
import { FormField, textOf } from "./form/fields.tsx";
import { useOptionName } from "./form/options.ts";
import { TrackingCheck } from "./form/trackingCheck.tsx";
import { commandOf, faultsOf, linesIn, type Values } from "./form/values.ts";
import { comma, dayText, momentText, moneyText } from "./format.ts";
import { commandText, useActName, useConfirmName } from "./names.ts";

type Props = { order: Order; permission: Permission; onDone(order: Order): void; onLeave(): void };

export function CommandForm({ order, permission, onDone, onLeave }: Props): ReactElement {
  const { t } = useWords();
  const person = usePerson();
  const online = useOnline();
  const actName = useActName();
  const fields = fieldsOf(permission);
  const { currency } = order.money;
  const [values, setValues, forget] = useDraft<Values>(`${person?.id ?? ""}.${order.id}.${permission.command}.${permission.target ?? ""}`, {});
  const [asking, setAsking] = useState(fields.length === 0);
  const [tried, setTried] = useState(false);
  const faults = faultsOf(fields, values, currency);
  const giving = useCommand(order.id);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!online) return;
    if (faults.length === 0) setAsking(true);
    else document.querySelector<HTMLElement>(".form :is(input, select, textarea)")?.focus();
  };
  // Not mutate's own callback: it is never called where the answer makes the command impossible and takes this form away.
  const give = async (): Promise<void> => {
    const next = await giving.mutateAsync(commandOf(permission, fields, values, currency)).catch(() => null);
    if (next === null) return;
    forget();
    onDone(next);
  };
  const close = (): void => {
    setAsking(false);
    giving.reset();
    if (fields.length === 0) onLeave();
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      {fields.map((field) => (
        <Fragment key={field.name}>
          <FormField order={order} command={permission.command} field={field} value={values[field.name]} wrong={tried ? faults.find(({ name }) => name === field.name) : undefined} onChange={(value) => setValues({ ...values, [field.name]: value })} />
          {field.name === "trackingNumber" && <TrackingCheck carrier={textOf(values.carrier)} number={textOf(values.trackingNumber)} />}
        </Fragment>
      ))}
      {tried && faults.length > 0 && <p className="wrong" role="alert">{t("wrong.some", { count: faults.length })}</p>}
      {!online && <p className="wrong">{t("offline.waits")}</p>}
      <div className="go">
        <button type="submit" className="button main" aria-disabled={!online}>{actName(order, permission.command)}</button>
        <button type="button" className="button" onClick={onLeave}>{t("back")}</button>
        {fields.length > 0 && <span className="small faint">{t("draft.kept")}</span>}
      </div>
      {asking && online && <Question order={order} permission={permission} values={values} busy={giving.isPending} error={giving.error} onConfirm={() => void give()} onClose={close} />}
    </form>
  );
}

type QuestionProps = { order: Order; permission: Permission; values: Values; busy: boolean; error: unknown; onConfirm(): void; onClose(): void };

function Question({ order, permission, values, busy, error, onConfirm, onClose }: QuestionProps): ReactElement {
  const words = useWords();
  const { t, has } = words;
  const now = useNow();
  const confirmName = useConfirmName();
  const outcomeName = useOptionName(order, "outcome");
  const { command } = permission;
  const keep = has(`keep.${command}`) ? t(`keep.${command}` as Key) : t("keep");
  const outcome: [string, string][] = command === "ResolveRefund" && typeof values.outcome === "string" ? [[t("field.ResolveRefund.outcome"), outcomeName(values.outcome)]] : [];
  const partly = linesIn(values.lines).length > 0 || typeof values.amountMinor === "string" && values.amountMinor !== "";
  return (
    <ConfirmDialog
      question={t("confirm.question", { act: commandText(order, command, words), number: order.externalId })}
      sentence={partly ? t("confirm.partly") : effectText(order, permission, now, words, has(`does.${command}`) ? [t(`does.${command}` as Key)] : [])}
      rows={[...rowsOf(order, permission, now, words, partly), ...outcome]} confirm={confirmName(order, command)} keep={keep} losing={isLosing(permission)}
      busy={busy} error={error} onConfirm={onConfirm} onClose={onClose}
    />
  );
}

/** Object, amount, to where, by when, until when it can be undone; decided until. */
function rowsOf(order: Order, { command, effect, closedAt, target }: Permission, now: number, { t, say, language }: Words, partly: boolean): [string, string][] {
  const refund = order.refunds.find(({ id }) => id === target);
  const object = refund ? `${moneyText(refund.amountMinor, order.money.currency, language)}${comma(language)}${say(order.marketplace, `method.${refund.to}`)}` : order.returns.find(({ id }) => id === target)?.rma;
  const rows: [string, string][] = [[refund ? say(order.marketplace, "noun.refund") : t("confirm.object"), object ?? order.lines.map(({ title }) => title).join("; ")]];
  if (effect && effect.refundMinor > 0) {
    rows.push([partly ? t("confirm.atMost") : t("confirm.amount"), moneyText(effect.refundMinor, order.money.currency, language)]);
    if (effect.to !== null) rows.push([t("confirm.to"), say(order.marketplace, `method.${effect.to}`)]);
    if (effect.arrivesBy !== null) rows.push([t("confirm.by"), dayText(Date.parse(effect.arrivesBy), now, language)]);
  }
  // A deleted order stays in another list, from where it can be restored: the sentence says so.
  if (effect && command !== "DeleteOrder") rows.push([t("confirm.undo"), effect.undoUntil === null ? t("confirm.noUndo") : t("confirm.undoUntil", { until: momentText(Date.parse(effect.undoUntil), now, language) })]);
  if (closedAt !== null) rows.push([t("confirm.decide"), momentText(Date.parse(closedAt), now, language)]);
  return rows;
}
