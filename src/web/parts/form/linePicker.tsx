// Which goods, how many of each, and why: the lines of an order to choose from. None chosen means the whole order where a command allows it.
import type { ReactElement } from "react";
import type { Line, Order } from "../../api/queries.ts";
import { useWords } from "../../words/words.ts";
import type { Field } from "../asks.ts";
import { figureText } from "../format.ts";
import { Money } from "../money.tsx";
import { useOptionName } from "./options.ts";
import { linesIn, unitsLeft, type Picked, type Values, type Wrong } from "./values.ts";

type Props = { order: Order; command: string; field: Extract<Field, { kind: "lines" }>; value: Values[string]; wrong: Wrong | undefined; label: string; onChange(value: Picked[]): void };

export function LinePicker({ order, command, field, value, wrong, label, onChange }: Props): ReactElement {
  const { t, language } = useWords();
  const picked = linesIn(value);
  const left = unitsLeft(order, command);
  const change = (sku: string, next: Picked | null): void => onChange([...picked.filter((one) => one.sku !== sku), ...(next ? [next] : [])]);
  const worthOf = ({ priceMinor, quantity }: Line, units: number): number => Math.round((priceMinor * units) / quantity);
  const worth = picked.reduce((total, { sku, quantity }) => {
    const line = order.lines.find((one) => one.sku === sku);
    return total + (line ? worthOf(line, quantity) : 0);
  }, 0);
  return (
    <fieldset>
      <legend>{label}</legend>
      {order.lines.map((line) => {
        const most = left.get(line.sku) ?? 0;
        const one = picked.find(({ sku }) => sku === line.sku);
        if (most === 0) return <p key={line.sku} className="picked faint"><span /><span>{line.title}<br /><small>{t("lines.noneLeft")}</small></span></p>;
        return (
          <div key={line.sku} className="picked">
            <input type="checkbox" id={`line-${line.sku}`} checked={one !== undefined} onChange={(event) => change(line.sku, event.target.checked ? { sku: line.sku, quantity: most, reason: "" } : null)} />
            <label htmlFor={`line-${line.sku}`}>{line.title}{line.finalSale && <small className="soft"> {t("lines.finalSale")}</small>}</label>
            <span className="num">{figureText(worthOf(line, most), order.money.currency, language)}</span>
            {one && <LineDetails order={order} one={one} most={most} reasons={field.reasons} onChange={(next) => change(line.sku, next)} />}
          </div>
        );
      })}
      {picked.length > 0 ? <p className="hint">{t("lines.worth")} <Money amountMinor={worth} currency={order.money.currency} /></p> : !field.required && <p className="hint">{t("lines.whole")}</p>}
      {wrong && <p className="wrong">{t(wrong.key)}</p>}
    </fieldset>
  );
}

function LineDetails({ order, one, most, reasons, onChange }: { order: Order; one: Picked; most: number; reasons: readonly string[] | null; onChange(next: Picked): void }): ReactElement {
  const { t } = useWords();
  const nameOf = useOptionName(order, "reason");
  return (
    <div className="also">
      <label className="few"><span className="label">{t("lines.units")}</span><select className="field" value={one.quantity} onChange={(event) => onChange({ ...one, quantity: Number(event.target.value) })}>{Array.from({ length: Math.min(most, 100) }, (_nothing, index) => index + 1).map((count) => <option key={count} value={count}>{t("lines.of", { some: count, all: most })}</option>)}</select></label>
      {reasons !== null && <label><span className="label">{t("field.reason")}</span><select className="field" value={one.reason} onChange={(event) => onChange({ ...one, reason: event.target.value })}><option value="">{t("choose")}</option>{reasons.map((reason) => <option key={reason} value={reason}>{nameOf(reason)}</option>)}</select></label>}
    </div>
  );
}
