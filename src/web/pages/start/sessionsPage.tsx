// Where somebody is signed in: their own sessions, each of which they can end.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { usePerson } from "../../api/person.ts";
import { shortMoment } from "../../parts/format.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Head, Section } from "../../parts/section.tsx";
import { useWords } from "../../words/words.ts";
import { deviceText } from "./device.ts";
import { KeptOfYou } from "./keptOfYou.tsx";
import { MailWish } from "./mailWish.tsx";

export function SessionsPage(): ReactElement {
  const { t, language } = useWords();
  const person = usePerson();
  const queries = useQueryClient();
  const { data: sessions = [], error } = useQuery({ queryKey: ["sessions"], queryFn: async () => got(await client.GET("/v1/sessions", {})).sessions });
  const ending = useMutation({
    mutationFn: async (id: string) => got(await client.DELETE("/v1/sessions/{id}", { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["sessions"] }),
  });
  return (
    <>
      <Head title={t("sessions.title")} sub={person?.name ?? ""} />
      {(error ?? ending.error) !== null && <ProblemNote error={error ?? ending.error} />}
      <Section title={t("sessions.list")}>
        <ul className="actions">
          {sessions.map((one) => (
            <li key={one.id}>
              <div>
                <h3>{one.device === null ? t("sessions.unknown") : deviceText(one.device)}</h3>
                <p>{t("sessions.seen", { at: shortMoment(Date.parse(one.lastSeenAt), language), since: shortMoment(Date.parse(one.createdAt), language) })}</p>
              </div>
              {one.current ? <p className="when">{t("sessions.this")}</p> : <button type="button" className="button" onClick={() => ending.mutate(one.id)}>{t("sessions.end")}</button>}
            </li>
          ))}
        </ul>
      </Section>
      <MailWish />
      <KeptOfYou />
    </>
  );
}
