// What mail the signed-in person wishes: the optional ones or not, and in which language. What is required comes in any case.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Section } from "../../parts/section.tsx";
import { languageNames, languages, useWords, type Language } from "../../words/words.ts";

type Wish = { optional: boolean; language: Language | null };

export function MailWish(): ReactElement {
  const { t } = useWords();
  const queries = useQueryClient();
  const { data, error } = useQuery({ queryKey: ["mailWish"], queryFn: async () => got(await client.GET("/v1/me/mail", {})) });
  const saying = useMutation({ mutationFn: async (wish: Wish) => got(await client.PUT("/v1/me/mail", { body: wish })), onSettled: () => queries.invalidateQueries({ queryKey: ["mailWish"] }) });
  const wish = saying.isPending ? saying.variables : data;
  return (
    <Section title={t("mailWish.title")}>
      {(error ?? saying.error) !== null && <ProblemNote error={error ?? saying.error} />}
      {wish && (
        <div className="form">
          <label className="choice"><input type="checkbox" checked={wish.optional} onChange={(event) => saying.mutate({ ...wish, optional: event.target.checked })} /><span>{t("mailWish.optional")}</span></label>
          <p className="small soft">{t("mailWish.required")}</p>
          <label><span className="label">{t("mailWish.language")}</span>
            <select className="field" value={wish.language ?? ""} onChange={(event) => saying.mutate({ ...wish, language: event.target.value === "" ? null : (event.target.value as Language) })}>
              <option value="">{t("mailWish.orders")}</option>
              {languages.map((one) => <option key={one} value={one}>{languageNames[one]}</option>)}
            </select>
          </label>
        </div>
      )}
    </Section>
  );
}
