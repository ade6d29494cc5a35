// The fields of a command's form, made from what the command asks for. Each is a plain control of the browser with its own label.
import { useId, type ReactElement, type ReactNode } from "react";
import type { Order } from "../../api/queries.ts";
import { useWords, type Key, type Words } from "../../words/words.ts";
import type { Field } from "../asks.ts";
import { figureText } from "../format.ts";
import { LinePicker } from "./linePicker.tsx";
import { optionsOf, useOptionName } from "./options.ts";
import { Uploads } from "./uploads.tsx";
import type { Values, Wrong } from "./values.ts";

/** More options than this go into a list that opens. */
const MOST_RADIOS = 12;

type FieldProps = { order: Order; command: string; field: Field; value: Values[string]; wrong: Wrong | undefined; onChange(value: Values[string]): void };

export function FormField(props: FieldProps): ReactElement {
  const { field, value, order, command, wrong, onChange } = props;
  const words = useWords();
  const label = labelOf(command, field, words);
  switch (field.kind) {
    case "choice": return <Choice {...props} label={label} options={optionsOf(field)} />;
    case "choices": return <Many {...props} label={label} options={field.options} />;
    case "lines": return <LinePicker order={order} command={command} field={field} value={value} wrong={wrong} label={label} onChange={onChange} />;
    case "evidence": return <Uploads value={value} label={label} wrong={wrong} onChange={onChange} />;
    case "yesNo": return <label className="choice"><input type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} /><span>{label}</span></label>;
    case "amount": return <Labelled label={label} wrong={wrong}>{(id, invalid) => <AmountInput {...props} id={id} invalid={invalid} />}</Labelled>;
    case "days": return <Labelled label={label} wrong={wrong}>{(id, invalid) => <input id={id} className="field" inputMode="numeric" {...invalid} value={textOf(value)} onChange={(event) => onChange(event.target.value)} />}</Labelled>;
    case "text": return <Labelled label={label} wrong={wrong}>{(id, invalid) => <TextInput {...props} id={id} invalid={invalid} most={field.most} long={field.long} />}</Labelled>;
  }
}

type Invalid = { "aria-invalid"?: true; "aria-describedby"?: string };
type InputProps = FieldProps & { id: string; invalid: Invalid };

function AmountInput({ id, invalid, value, order, onChange }: InputProps): ReactElement {
  const { language } = useWords();
  const { currency, inEscrowMinor } = order.money;
  return <span className="amount"><input id={id} className="field" inputMode="decimal" autoComplete="off" {...invalid} value={textOf(value)} placeholder={figureText(inEscrowMinor, currency, language)} onChange={(event) => onChange(event.target.value)} /><span className="soft">{currency}</span></span>;
}

function TextInput({ id, invalid, value, long, most, onChange }: InputProps & { long: boolean; most: number }): ReactElement {
  return long
    ? <textarea id={id} className="field" rows={4} maxLength={most} {...invalid} value={textOf(value)} onChange={(event) => onChange(event.target.value)} />
    : <input id={id} className="field" maxLength={most} autoComplete="off" {...invalid} value={textOf(value)} onChange={(event) => onChange(event.target.value)} />;
}

export const textOf = (value: Values[string]): string => (typeof value === "string" ? value : "");

/** The field's name; what need not be filled says so. */
function labelOf(command: string, field: Field, { t, has, language }: Words): string {
  const { name, required } = field;
  const key = has(`field.${command}.${name}`) ? `field.${command}.${name}` : `field.${name}`;
  const text = has(key) ? t(key as Key) : name;
  return required || name === "sellerAtFault" || isTold(field) ? text : `${text}${language === "zh" ? "" : " "}${t("field.optional")}`;
}

/** Where the rules leave one thing only and it need not be said, it is told and not asked. */
const isTold = (field: Field): boolean => field.kind === "choice" && !field.required && field.options.length === 1;

type LabelledProps = { label: string; wrong: Wrong | undefined; children(id: string, invalid: Invalid): ReactNode };

function Labelled({ label, wrong, children }: LabelledProps): ReactElement {
  const { t } = useWords();
  const id = useId();
  return (
    <div>
      <label className="label" htmlFor={id}>{label}</label>
      {children(id, wrong ? { "aria-invalid": true, "aria-describedby": `${id}-wrong` } : {})}
      {wrong && <p className="wrong" id={`${id}-wrong`}>{t(wrong.key)}</p>}
    </div>
  );
}

type OptionProps = FieldProps & { label: string; options: readonly string[] };

function Choice({ order, field, value, wrong, label, options, onChange }: OptionProps): ReactElement {
  const { t } = useWords();
  const nameOf = useOptionName(order, field.name);
  const group = useId();
  if (isTold(field)) return <div><p className="label">{label}</p><p>{nameOf(options[0]!)}</p></div>;
  if (options.length > MOST_RADIOS) {
    return (
      <Labelled label={label} wrong={wrong}>
        {(id, invalid) => <select id={id} className="field" {...invalid} value={textOf(value)} onChange={(event) => onChange(event.target.value)}><option value="">{t("choose")}</option>{options.map((one) => <option key={one} value={one}>{nameOf(one)}</option>)}</select>}
      </Labelled>
    );
  }
  return (
    <fieldset aria-describedby={wrong ? `${group}-wrong` : undefined}>
      <legend>{label}</legend>
      {options.map((one) => <label key={one} className="choice"><input type="radio" name={group} value={one} checked={value === one} onChange={() => onChange(one)} /><span>{nameOf(one)}</span></label>)}
      {wrong && <p className="wrong" id={`${group}-wrong`}>{t(wrong.key)}</p>}
    </fieldset>
  );
}

function Many({ order, field, value, label, options, onChange }: OptionProps): ReactElement {
  const nameOf = useOptionName(order, field.name);
  const chosen = Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
  return (
    <fieldset>
      <legend>{label}</legend>
      {options.map((one) => <label key={one} className="choice"><input type="checkbox" checked={chosen.includes(one)} onChange={(event) => onChange(event.target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))} /><span>{nameOf(one)}</span></label>)}
    </fieldset>
  );
}
