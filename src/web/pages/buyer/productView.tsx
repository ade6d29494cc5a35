// "View in 3D" (Z15): a product with a model is shown where the reader asks for it, and nothing of it is loaded before. A model from a
// place that this server does not allow is not shown, and the page says so.
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState, type ReactElement } from "react";
import { usePerson } from "../../api/person.ts";
import { marketplacesQuery, type Line } from "../../api/queries.ts";
import { useWords } from "../../words/words.ts";

const ModelView = lazy(async () => ({ ["default"]: (await import("./modelView.tsx")).ModelView }));

export function useProductView(line: Line): { button: ReactElement | null; view: ReactElement | null } {
  const { t } = useWords();
  const person = usePerson();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({ ...marketplacesQuery, enabled: open && Boolean(person) });
  if (line.model3dUrl === null || !URL.canParse(line.model3dUrl, location.origin)) return { button: null, view: null };
  const address = new URL(line.model3dUrl, location.origin);
  const button = <button type="button" className="link no-print" aria-expanded={open} aria-label={t(open ? "model.hideOf" : "model.showOf", { title: line.title })} onClick={() => setOpen(!open)}>{t(open ? "model.hide" : "model.show")}</button>;
  if (!open || !data) return { button, view: null };
  const allowed = address.origin === location.origin || data.modelOrigins.includes(address.origin);
  if (!allowed) return { button, view: <p className="small soft" role="status">{t("model.elsewhere", { origin: address.origin })}</p> };
  return { button, view: <Suspense fallback={<p className="small faint" role="status">{t("loading")}</p>}><ModelView address={address.href} title={line.title} /></Suspense> };
}
