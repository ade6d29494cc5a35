// The finer filters of the list (Z2): whose shop, from which amount on, placed when. Like the chips they stand in the address alone.
import { useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent, type ReactElement } from "react";
import { usePerson } from "../../api/person.ts";
import type { Order, OrderSearch } from "../../api/queries.ts";
import { figureText, minorOf } from "../../parts/format.ts";
import { nameOf } from "../../parts/people.ts";
import { useWords } from "../../words/words.ts";

type Name = "buyer" | "seller" | "amountFrom" | "placedFrom" | "placedTo";

/** `orders` are those that are shown: the people and the currency that there is to choose from. */
export function Narrow({ search, orders }: { search: OrderSearch; orders: readonly Order[] }): ReactElement {
  const words = useWords();
  const { t, say, language } = words;
  const person = usePerson();
  const navigate = useNavigate();
  const set = (name: Name, value: string): void => {
    const { [name]: before = "", ...rest } = search;
    if (value !== before) void navigate({ to: "/orders", search: value === "" ? rest : { ...rest, [name]: value } });
  };
  const other = person?.role === "seller" ? "buyer" : "seller";
  const people = new Map(orders.map((order) => [order[other].id, nameOf(order, other, person, words)]));
  const chosen = search[other];
  if (chosen !== undefined && !people.has(chosen)) people.set(chosen, chosen);
  const [open, setOpen] = useState(false);
  const narrowed = [chosen, search.amountFrom, search.placedFrom, search.placedTo].some((one) => one !== undefined);
  const currency = orders[0]?.money.currency ?? "USD";
  const amount = (event: FormEvent<HTMLInputElement>): void => {
    const minor = minorOf(event.currentTarget.value, currency);
    event.currentTarget.setCustomValidity(minor === null && event.currentTarget.value.trim() !== "" ? t("wrong.amount") : "");
    if (event.currentTarget.reportValidity()) set("amountFrom", minor === null || minor === 0 ? "" : String(minor));
  };
  const day = (name: "placedFrom" | "placedTo", label: string): ReactElement => <label>{label}<input className="field" type="date" value={search[name] ?? ""} onChange={(event) => set(name, event.target.value)} /></label>;
  return (
    <details className="narrow" open={open || narrowed} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("orders.narrow")}</summary>
      <div className="inline">
        <label>{say("", `role.${other}`)}<select className="field" value={chosen ?? ""} onChange={(event) => set(other, event.target.value)}><option value="">{t("orders.all")}</option>{[...people].map(([id, name]) => <option key={id} value={id}>{name}</option>)}</select></label>
        <label>{t("orders.amountFrom")}<input key={search.amountFrom ?? ""} className="field" inputMode="decimal" autoComplete="off" defaultValue={search.amountFrom === undefined ? "" : figureText(Number(search.amountFrom), currency, language).replace(/\s/g, "")} onBlur={amount} onKeyDown={(event) => event.key === "Enter" && amount(event)} /></label>
        {day("placedFrom", t("orders.placedFrom"))}
        {day("placedTo", t("orders.placedTo"))}
      </div>
    </details>
  );
}
