// Who is told of events: registering, pausing, removing; the secret of a new one is shown once.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { usePerson } from "../../api/person.ts";
import type { Webhook } from "../../api/openapi.d.ts";
import { ConfirmDialog } from "../../parts/confirmDialog.tsx";
import { Instant } from "../../parts/instant.tsx";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Head } from "../../parts/section.tsx";
import { useStaffWords } from "../../words/staffWords.ts";
import { Listed } from "../staff/pager.tsx";
import { ShownOnceForm } from "../staff/shownOnceForm.tsx";
import "../../look/staff.css";

export function WebhooksPage(): ReactElement {
  const { s } = useStaffWords();
  const person = usePerson();
  const reading = useQuery({ queryKey: ["webhooks"], queryFn: async () => got(await client.GET("/v1/webhooks", {})).webhooks, enabled: person?.role === "operator" });
  const webhooks = reading.data ?? [];
  return (
    <>
      <Head title={s("hooks.title")} sub={s("hooks.sub")} />
      <Listed reading={reading} count={webhooks.length} none={s("hooks.none")}>
        <div className="wrap">
          <table className="table rows">
            <thead><tr><th>{s("hooks.url")}</th><th>{s("hooks.hears")}</th><th>{s("hooks.state")}</th><th>{s("queue.answer")}</th></tr></thead>
            <tbody>{webhooks.map((one) => <Row key={one.id} webhook={one} />)}</tbody>
          </table>
        </div>
      </Listed>
      <Register />
    </>
  );
}

function Row({ webhook }: { webhook: Webhook }): ReactElement {
  const { s, say } = useStaffWords();
  const queries = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const { id, url, description, marketplace, types, failingSince, pausedAt } = webhook;
  const doing = useMutation({
    mutationFn: async (act: "pause" | "resume" | "remove") => {
      const params = { path: { id } };
      if (act === "remove") got(await client.DELETE("/v1/webhooks/{id}", { params }));
      else got(await client.POST(`/v1/webhooks/{id}/${act}`, { params }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["webhooks"] }),
  });
  const hears = [marketplace === null ? "" : say(marketplace, "marketplace"), types?.join(", ") ?? ""].filter((part) => part !== "").join(": ");
  return (
    <tr>
      <td className="text whole"><b>{url}</b>{description !== "" && <><br />{description}</>}</td><td className="text">{hears === "" ? s("hooks.everything") : hears}</td>
      <td>{pausedAt !== null ? <>{s("hooks.paused")} <Instant at={pausedAt} /></> : failingSince !== null ? <span className="loss">{s("hooks.failing")} <Instant at={failingSince} /></span> : s("hooks.runs")}</td>
      <td className="whole">
        <div className="answers">
          <Link to="/operations/webhooks/$webhookId" params={{ webhookId: id }}>{s("hooks.deliveries")}</Link>
          <button type="button" className="link" onClick={() => doing.mutate(pausedAt === null ? "pause" : "resume")}>{pausedAt === null ? s("hooks.pause") : s("hooks.resume")}</button>
          <button type="button" className="link" onClick={() => setRemoving(true)}>{s("hooks.remove")}</button>
        </div>
        {doing.error !== null && <ProblemNote error={doing.error} />}
        {removing && <ConfirmDialog question={s("hooks.removeQuestion")} sentence={s("hooks.removeSentence")} rows={[[s("hooks.url"), url]]} confirm={s("hooks.remove")} keep={s("policy.keep")} losing busy={doing.isPending} error={doing.error} onConfirm={() => doing.mutate("remove")} onClose={() => setRemoving(false)} />}
      </td>
    </tr>
  );
}

function Register(): ReactElement {
  const { s } = useStaffWords();
  return (
    <ShownOnceForm
      title={s("hooks.add")} go={s("hooks.addGo")} shown={s("hooks.secret")} makesOld="webhooks"
      fields={[{ name: "url", label: s("hooks.url"), type: "url", longest: 2000 }, { name: "description", label: s("hooks.description"), optional: true }]}
      make={async ({ url = "", description = "" }) => got(await client.POST("/v1/webhooks", { body: { url, description } })).secret}
    />
  );
}
