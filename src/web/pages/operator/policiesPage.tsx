// All marketplaces' policies, with the version in force.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { usePerson } from "../../api/person.ts";
import { Head } from "../../parts/section.tsx";
import { useStaffWords } from "../../words/staffWords.ts";
import { Listed } from "../staff/pager.tsx";
import "../../look/staff.css";

export function PoliciesPage(): ReactElement {
  const { s, say } = useStaffWords();
  const person = usePerson();
  const reading = useQuery({ queryKey: ["policies"], queryFn: async () => got(await client.GET("/v1/policies", {})).policies, enabled: person !== undefined });
  const policies = reading.data ?? [];
  return (
    <>
      <Head title={s("policies.title")} sub={s("policies.sub")} />
      <Listed reading={reading} count={policies.length}>
        <div className="wrap">
          <table className="table rows">
            <thead><tr><th>{s("policies.name")}</th><th>{s("policies.version")}</th><th>{s("policies.zone")}</th><th>{s("policies.source")}</th></tr></thead>
            <tbody>
              {policies.map(({ name, version, zone, source }) => (
                <tr key={name}><td><b><Link to="/operations/policies/$name" params={{ name }}>{say(name, "marketplace")}</Link></b></td><td>{s("policy.version", { version })}</td><td>{zone}</td><td className="text soft whole">{source}</td></tr>
              ))}
            </tbody>
          </table>
        </div>
      </Listed>
    </>
  );
}
