// The row below the views: keep what the address says under a name, or rename or delete the view of one's own that is open.
import { useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent, type ReactElement } from "react";
import type { OrderSearch } from "../../api/queries.ts";
import { ConfirmDialog } from "../../parts/confirmDialog.tsx";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { useStaffWords } from "../../words/staffWords.ts";
import { keptOf, useSavedViews, type SavedView } from "./savedViews.ts";

const LONGEST_NAME = 60;
type Props = { to: "/seller" | "/mediation" | "/operations"; current: OrderSearch; own: SavedView | null };

export function KeepView({ to, current, own }: Props): ReactElement {
  const { s } = useStaffWords();
  const navigate = useNavigate();
  const { save, rename, remove } = useSavedViews();
  const [name, setName] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const error = save.error ?? rename.error ?? remove.error;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name === null || name.trim() === "") return;
    const done = { onSuccess: () => setName(null) };
    if (own) rename.mutate({ id: own.id, name: name.trim() }, done);
    else save.mutate({ name: name.trim(), search: keptOf(current) }, done);
  };
  if (name !== null) return (
    <form className="keeps" onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && setName(null)}>
      <label><span className="hidden">{s("views.name")}</span><input className="field" autoFocus required maxLength={LONGEST_NAME} placeholder={s("views.name")} value={name} onChange={(event) => setName(event.target.value)} /></label>
      <button type="submit" className="button" aria-disabled={save.isPending || rename.isPending}>{s("views.keep")}</button>
      <button type="button" className="link" onClick={() => setName(null)}>{s("views.leave")}</button>
      {error !== null && <ProblemNote error={error} />}
    </form>
  );
  return (
    <p className="keeps">
      {own ? <><button type="button" className="link" onClick={() => setName(own.name)}>{s("views.rename")}</button><button type="button" className="link" onClick={() => setAsking(true)}>{s("views.delete")}</button></> : <button type="button" className="link" onClick={() => setName("")}>{s("views.save")}</button>}
      {asking && own && <ConfirmDialog question={s("views.question", { name: own.name })} sentence={s("views.sentence")} confirm={s("views.delete")} keep={s("views.leave")} busy={remove.isPending} error={remove.error} onClose={() => setAsking(false)} onConfirm={() => remove.mutate(own.id, { onSuccess: () => { setAsking(false); void navigate({ to, search: {} }); } })} />}
    </p>
  );
}
