// The answers in a row: what needs nothing filled in is asked and given right here, the rest has its own page. Afterwards the outcome stands in their place.
import { Link } from "@tanstack/react-router";
import { useState, type ReactElement } from "react";
import { useCommand } from "../../api/command.ts";
import { useNow } from "../../api/now.ts";
import type { Deadline, Order, Permission } from "../../api/queries.ts";
import { useActName } from "../../parts/names.ts";
import { targetField } from "../../parts/asks.ts";
import { ConfirmDialog } from "../../parts/confirmDialog.tsx";
import { effectText, isLosing } from "../../parts/effect.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { answersTo, isPlain } from "./answers.ts";

export function RowAnswers({ order, deadline }: { order: Order; deadline: Deadline }): ReactElement {
  const { s } = useStaffWords();
  const actName = useActName();
  const [asked, setAsked] = useState<Permission | null>(null);
  const possible = answersTo(order, deadline);
  if (possible.length === 0) return <Link to="/orders/$orderId" params={{ orderId: order.id }}>{s("queue.open")}</Link>;
  return (
    <div className="answers">
      {possible.map((one) => isPlain(one)
        ? <button key={one.command} type="button" className="link" onClick={() => setAsked(one)}>{actName(order, one.command)}</button>
        : <Link key={one.command} to="/orders/$orderId/do/$command" params={{ orderId: order.id, command: one.command }} search={one.target === null ? {} : { target: one.target }}>{actName(order, one.command)}</Link>)}
      {asked && <Question order={order} permission={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

function Question({ order, permission, onClose }: { order: Order; permission: Permission; onClose(): void }): ReactElement {
  const words = useStaffWords();
  const now = useNow();
  const actName = useActName();
  const giving = useCommand(order.id);
  return (
    <ConfirmDialog
      question={words.t("confirm.question", { act: actName(order, permission.command), number: order.externalId })} sentence={effectText(order, permission, now, words)}
      rows={[[words.t("confirm.object"), order.lines.map(({ title }) => title).join("; ")]]} confirm={actName(order, permission.command)} keep={words.t("keep")} losing={isLosing(permission)}
      busy={giving.isPending} error={giving.error} onConfirm={() => giving.mutate(plainCommand(permission), { onSuccess: onClose })} onClose={onClose}
    />
  );
}

/** The command with its target and nothing else. */
export function plainCommand(permission: Permission): { type: string; [field: string]: unknown } {
  const field = targetField(permission);
  return { type: permission.command, ...(field !== null && permission.target !== null ? { [field]: permission.target } : {}) };
}
