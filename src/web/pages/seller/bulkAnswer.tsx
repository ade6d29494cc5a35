// One answer for many orders: first how many can, what it does to the money, who cannot and why; then a result for each. Every order gets
// a command of its own with its own idempotency key, so that one refusal holds up nothing else.
import { useMutation, useQueries, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { give } from "../../api/command.ts";
import { orderQuery, type Order, type Permission } from "../../api/queries.ts";
import { useActName } from "../../parts/names.ts";
import { ConfirmDialog } from "../../parts/confirmDialog.tsx";
import { moneyText } from "../../parts/format.ts";
import { refusalText } from "../../words/refusals.ts";
import { useStaffWords, type StaffWords } from "../../words/staffWords.ts";
import { plainCommand } from "../staff/rowAnswers.tsx";
import { BulkResults, type Outcome } from "./bulkResults.tsx";

/** What can be answered without filling anything in. */
const acts = ["AcceptCancellation", "AuthorizeReturn", "AcceptClaim"] as const;
type Act = (typeof acts)[number];

const permissionFor = (order: Order, act: Act): Permission | undefined => order.permissions.find((one) => one.command === act && one.allowed);

export function BulkAnswer({ selected, clear }: { selected: readonly Order[]; clear(): void }): ReactElement | null {
  const { s } = useStaffWords();
  const queries = useQueryClient();
  const possible = acts.filter((act) => selected.some((order) => permissionFor(order, act)));
  const [chosen, setChosen] = useState<Act | null>(null);
  const [asking, setAsking] = useState(false);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [total, setTotal] = useState(0);
  const act = chosen !== null && possible.includes(chosen) ? chosen : (possible[0] ?? null);
  const answering = useMutation({
    networkMode: "always",
    mutationFn: async ({ orders, command }: { orders: readonly Order[]; command: Act }) => {
      setOutcomes([]);
      setTotal(orders.length);
      for (const order of orders) {
        const outcome = await answerOne(order, command);
        setOutcomes((before) => [...before, outcome]);
      }
    },
    onSettled: () => {
      setAsking(false);
      clear();
      void queries.invalidateQueries({ queryKey: ["orders"] });
      void queries.invalidateQueries({ queryKey: ["order"] });
    },
  });
  if (selected.length === 0 && outcomes.length === 0) return null;
  return (
    <>
      {selected.length > 0 && <Preview selected={selected} acts={possible} act={act} choose={setChosen} clear={clear} go={() => setAsking(true)} />}
      {asking && act !== null && <Question selected={selected} act={act} busy={answering.isPending} confirm={() => answering.mutate({ orders: selected.filter((order) => permissionFor(order, act)), command: act })} close={() => setAsking(false)} />}
      <p className="hidden" role="status">{answering.isPending ? s("bulk.working", { done: outcomes.length, all: total }) : ""}</p>
      {outcomes.length > 0 && <BulkResults outcomes={outcomes} />}
    </>
  );
}

async function answerOne(order: Order, act: Act): Promise<Outcome> {
  const permission = permissionFor(order, act)!;
  try {
    return { before: order, command: act, after: await give(order.id, plainCommand(permission)), error: null };
  } catch (error) {
    return { before: order, command: act, after: null, error };
  }
}

/** The sums that go back, by currency, as text. */
function sumText(orders: readonly Order[], act: Act, { language }: StaffWords): string | null {
  const sums = new Map<string, number>();
  for (const order of orders) sums.set(order.money.currency, (sums.get(order.money.currency) ?? 0) + (permissionFor(order, act)?.effect?.refundMinor ?? 0));
  const texts = [...sums].filter(([, amountMinor]) => amountMinor > 0).map(([currency, amountMinor]) => moneyText(amountMinor, currency, language));
  return texts.length === 0 ? null : texts.join(" + ");
}

type PreviewProps = { selected: readonly Order[]; acts: readonly Act[]; act: Act | null; choose(act: Act): void; clear(): void; go(): void };

function Preview({ selected, acts: possible, act, choose, clear, go }: PreviewProps): ReactElement {
  const words = useStaffWords();
  const { s, say } = words;
  const actName = useActName();
  const can = act === null ? [] : selected.filter((order) => permissionFor(order, act));
  const cannot = selected.filter((order) => !can.includes(order));
  const sum = act === null ? null : sumText(can, act, words);
  const name = (one: Act): string => actName(selected[0]!, one);
  return (
    <div className="bulk" role="region" aria-label={s("bulk.region")}>
      <p><b>{s("bulk.selected", { count: selected.length })}</b></p>
      <div>
        {act !== null && <p><b>{s("bulk.can", { act: say("", `command.${act}`), can: can.length, all: selected.length })}</b> {sum === null ? s("bulk.noMoney") : s("bulk.money", { amount: sum })}</p>}
        {cannot.length > 0 && <p>{s("bulk.cannot", { count: cannot.length })} <Reasons orders={cannot} act={act} /></p>}
      </div>
      <p className="go">
        {possible.length > 1 && <select className="field" aria-label={s("bulk.which")} value={act ?? ""} onChange={(event) => choose(event.target.value as Act)}>{possible.map((one) => <option key={one} value={one}>{name(one)}</option>)}</select>}
        {act !== null && <button type="button" className="button main" onClick={go}>{s("bulk.go", { act: name(act), count: can.length })}</button>}
        <button type="button" className="button" onClick={clear}>{s("bulk.clear")}</button>
      </p>
    </div>
  );
}

/** Why the others cannot; a list gives only what is allowed, so that the reasons of these few are read from each order. */
function Reasons({ orders, act }: { orders: readonly Order[]; act: Act | null }): ReactElement {
  const { s, language } = useStaffWords();
  const read = useQueries({ queries: orders.map(({ id }) => orderQuery(id)) });
  return (
    <>{orders.map(({ id, externalId }, index) => {
      const refused = read[index]?.data?.permissions.find(({ command }) => command === act);
      return <span key={id}>{index > 0 && "; "}<span className="id">{externalId}</span>: {refused?.refusal ? refusalText(refused.refusal, refused.because ?? "", language) : s("bulk.notAsked")}</span>;
    })}</>
  );
}

type QuestionProps = { selected: readonly Order[]; act: Act; busy: boolean; confirm(): void; close(): void };

function Question({ selected, act, busy, confirm, close }: QuestionProps): ReactElement {
  const words = useStaffWords();
  const { s, say } = words;
  const actName = useActName();
  const can = selected.filter((order) => permissionFor(order, act));
  return (
    <ConfirmDialog
      question={s("bulk.question", { act: say("", `command.${act}`), count: can.length })} sentence={s("bulk.sentence")}
      rows={[[s("bulk.orders"), can.map(({ externalId }) => externalId).join(", ")], [s("bulk.back"), sumText(can, act, words) ?? s("bulk.noMoney")]]}
      confirm={s("bulk.go", { act: actName(can[0]!, act), count: can.length })} keep={s("bulk.keep")} busy={busy} onConfirm={confirm} onClose={close}
    />
  );
}
