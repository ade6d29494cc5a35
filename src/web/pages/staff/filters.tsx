// What the queue is narrowed to, as one line of choices; each stands in the address, and an empty one narrows nothing.
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { OrderSearch } from "../../api/queries.ts";
import { begun } from "../../parts/people.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { filters } from "../buyer/search.ts";

const marketplaces = ["aliexpress", "amazon", "taobao"] as const;
const turns = ["buyer", "seller", "mediator", "operator"] as const;
type Name = "owes" | "status" | "open" | "marketplace" | "placedFrom" | "placedTo";

export function Filters({ to, search }: { to: "/seller" | "/mediation" | "/operations"; search: OrderSearch }): ReactElement {
  const { s, t, say } = useStaffWords();
  const navigate = useNavigate();
  const set = (name: Name, value: string): void => {
    const { [name]: _before, ...rest } = search;
    void navigate({ to, search: value === "" ? rest : { ...rest, [name]: value } });
  };
  const choice = (name: Name, label: string, options: readonly (readonly [value: string, text: string])[]): ReactElement => (
    <label>{label}<select className="field" value={search[name] ?? ""} onChange={(event) => set(name, event.target.value)}><option value="">{s("late.all")}</option>{options.map(([value, text]) => <option key={value} value={value}>{text}</option>)}</select></label>
  );
  const day = (name: "placedFrom" | "placedTo", label: string): ReactElement => <label>{label}<input className="field" type="date" value={search[name] ?? ""} onChange={(event) => set(name, event.target.value)} /></label>;
  return (
    <details className="narrow">
      <summary>{t("orders.filters")}</summary>
      <div className="inline">
        {choice("owes", s("late.role"), turns.map((role) => [role, begun(say("", `role.${role}`))]))}
        {choice("status", s("ops.status"), filters.status.map((status) => [status, say("", `status.order.${status}`)]))}
        {choice("open", s("views.open"), filters.open.map((open) => [open, t(`open.${open}`)]))}
        {choice("marketplace", s("late.marketplace"), marketplaces.map((name) => [name, say(name, "marketplace")]))}
        {day("placedFrom", s("views.from"))}
        {day("placedTo", s("views.to"))}
      </div>
    </details>
  );
}
