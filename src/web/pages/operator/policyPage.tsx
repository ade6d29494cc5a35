// One policy: its versions, the diagram, the proof with its stories, settings with their sources, deadlines, and what a version changes.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useState, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { usePerson } from "../../api/person.ts";
import type { PolicyVersion, Proof } from "../../api/openapi.d.ts";
import { ConfirmDialog } from "../../parts/confirmDialog.tsx";
import { Instant } from "../../parts/instant.tsx";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Head, Section } from "../../parts/section.tsx";
import { boundText } from "../../words/differences.ts";
import { propertyText } from "../../words/properties.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { PolicyChanges } from "./policyChanges.tsx";
import { PolicyRules } from "./policyRules.tsx";
import "../../look/staff.css";

export function PolicyPage(): ReactElement {
  const { s, say } = useStaffWords();
  const person = usePerson();
  const { name } = useParams({ from: "/operations/policies/$name" });
  const { version: asked } = useSearch({ from: "/operations/policies/$name" });
  const { data: versions = [], error } = useQuery({ queryKey: ["policies", name], queryFn: async () => got(await client.GET("/v1/policies/{name}/versions", { params: { path: { name } } })).versions, enabled: person !== undefined });
  const inForce = versions.filter(({ status }) => status === "published").toSorted((one, other) => other.version - one.version)[0];
  const version = versions.find((one) => one.version === asked) ?? inForce;
  return (
    <>
      <Head crumb={<Link to="/operations/policies">{s("policies.title")}</Link>} title={say(name, "marketplace")} sub={version && s("policy.version", { version: version.version })} subRight={version?.publishedAt ? <>{s("policy.publishedAt")} <Instant at={version.publishedAt} /></> : undefined} />
      {error !== null && <ProblemNote error={error} />}
      <nav className="views" aria-label={s("policy.versions")}>
        {versions.toSorted((one, other) => other.version - one.version).map((one) => <Link key={one.version} to="/operations/policies/$name" params={{ name }} search={{ version: one.version }} activeProps={{}} aria-current={one === version ? "page" : undefined}>{s("policy.version", { version: one.version })} <span>{one === inForce ? s("policy.inForce") : s(`policy.status.${one.status}`)}</span></Link>)}
      </nav>
      {version?.status === "awaitingConfirmation" && <Decide version={version} />}
      {version && <Whole name={name} version={version} drawn={version === inForce} />}
    </>
  );
}

function Whole({ name, version, drawn }: { name: string; version: PolicyVersion; drawn: boolean }): ReactElement {
  const { s, language } = useStaffWords();
  return (
    <>
      <div className="pair"><Properties name={name} version={version.version} /><PolicyChanges name={name} version={version.version} /></div>
      <PolicyRules name={name} version={version.version} />
      {drawn && (
        <Section title={s("policy.statuses")}>
          <div className="diagram" tabIndex={0} role="group" aria-label={s("policy.statuses")}><img src={`/v1/policies/${name}/diagram.svg?language=${language}`} alt={s("policy.diagram")} /></div>
          <p className="foots">{s("policy.legend")}</p>
        </Section>
      )}
    </>
  );
}

function Properties({ name, version }: { name: string; version: number }): ReactElement {
  const { s, t } = useStaffWords();
  const { data: proof, error } = useQuery({ queryKey: ["policies", name, version, "proof"], queryFn: async () => got(await client.GET("/v1/policies/{name}/proof", { params: { path: { name }, query: { version: String(version) } } })), staleTime: Infinity });
  return (
    <Section title={s("policy.properties")}>
      {error !== null && <ProblemNote error={error} />}
      {!proof && error === null && <p className="still" role="status">{t("loading")}</p>}
      {proof && <Proven proof={proof} />}
    </Section>
  );
}

function Proven({ proof }: { proof: Proof }): ReactElement {
  const { s, language } = useStaffWords();
  return (
    <>
      <ul className="properties">
        {proof.properties.map(({ name, sentence, holds, story }) => (
          <li key={name}>
            <span className={holds ? "holds" : "fails"} role="img" aria-label={s(holds ? "policy.holds" : "policy.fails")}>{holds ? "✓" : "✗"}</span>
            <div>{propertyText(name, sentence, language)} <small>{name}</small>{story !== null && <details><summary>{s("policy.story")}</summary><pre className="tale" tabIndex={0}>{story}</pre></details>}</div>
          </li>
        ))}
      </ul>
      <p className="foots">{s(proof.properties.every(({ holds }) => holds) ? "policy.all" : "policy.some", { states: proof.states, bound: boundText(proof.bound, language) })}</p>
    </>
  );
}

/** A version that somebody has proposed: another operator publishes or rejects it. */
function Decide({ version: { policy, version } }: { version: PolicyVersion }): ReactElement {
  const { s } = useStaffWords();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<"confirm" | "reject" | null>(null);
  const deciding = useMutation({
    mutationFn: async (act: "confirm" | "reject") => got(await client.POST(`/v1/policies/{name}/versions/{version}/${act}`, { params: { path: { name: policy, version: String(version) } } })),
    onSuccess: async () => {
      setAsking(null);
      await queries.invalidateQueries({ queryKey: ["policies"] });
    },
  });
  return (
    <p className="go">
      <button type="button" className="button main" onClick={() => setAsking("confirm")}>{s("policy.confirm")}</button>
      <button type="button" className="button" onClick={() => setAsking("reject")}>{s("policy.reject")}</button>
      {asking !== null && <ConfirmDialog question={s(`policy.${asking}Question`, { version })} sentence={s(`policy.${asking}Sentence`)} confirm={s(`policy.${asking}`)} keep={s("policy.keep")} losing={asking === "reject"} busy={deciding.isPending} error={deciding.error} onConfirm={() => deciding.mutate(asking)} onClose={() => setAsking(null)} />}
    </p>
  );
}
