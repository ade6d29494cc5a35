// The demo people by role and marketplace. Being one makes the demonstration's orders first, which is done once.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { usePerson, type Role } from "../../api/person.ts";
import { homeOf } from "../../app/navigation.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Section } from "../../parts/section.tsx";
import { useWords } from "../../words/words.ts";

const marketplaces = ["aliexpress", "amazon", "taobao"] as const;
const roles: readonly Role[] = ["buyer", "seller", "mediator", "operator"];

export function DemoPeople(): ReactElement {
  const { t, say } = useWords();
  const here = usePerson();
  const { data: people = [] } = useQuery({ queryKey: ["demo", "people"], queryFn: async () => got(await client.GET("/v1/demo/people", {})).people, staleTime: Infinity });
  const being = useBeing();
  return (
    <Section title={t("start.be")} aside={t("start.noPassword")}>
      <table className="people">
        <thead><tr><th><span className="hidden">{t("start.role")}</span></th>{marketplaces.map((name) => <th key={name}>{say(name, "marketplace")}</th>)}</tr></thead>
        <tbody>
          {roles.map((role) => (
            <tr key={role}>
              <th scope="row">{t(`role.${role}`)}</th>
              {marketplaces.map((marketplace) => (
                <td key={marketplace} data-label={say(marketplace, "marketplace")}>
                  {people.filter((one) => one.role === role && (one.marketplace ?? marketplace) === marketplace).map((one) => (
                    <p key={one.id}>
                      <button type="button" className="link" lang={one.locale} onClick={() => !being.isPending && being.mutate({ id: one.id, role })}>{one.name}</button>
                      {one.id === here?.id && <small>{t("start.here")}</small>}
                    </p>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="foots" role="status">{being.isPending ? t("start.making") : t("start.makes")}</p>
      {being.error !== null && <ProblemNote error={being.error} />}
    </Section>
  );
}

/** Signs in as a demo person, once the demonstration's orders are there, and goes to that role's first page. */
function useBeing() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ id }: { id: string; role: Role }) => {
      got(await client.POST("/v1/demo", {}));
      got(await client.POST("/v1/session/demo", { body: { person: id } }));
    },
    onSuccess: async (_done, { role }) => {
      await queries.resetQueries();
      await navigate({ to: homeOf[role] });
    },
  });
}
