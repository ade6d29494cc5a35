// What was sent to one receiver: each event with its outcome, and sending it again.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { usePerson } from "../../api/person.ts";
import type { Delivery } from "../../api/openapi.d.ts";
import { Instant } from "../../parts/instant.tsx";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Head } from "../../parts/section.tsx";
import { eventText } from "../../words/facts.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { Listed } from "../staff/pager.tsx";
import "../../look/staff.css";

/** Deliveries are not told of on the stream: they are read again as long as the page is open. */
const AGAIN_MS = 3000;

export function DeliveriesPage(): ReactElement {
  const { s, t } = useStaffWords();
  const person = usePerson();
  const { webhookId: id } = useParams({ from: "/operations/webhooks/$webhookId" });
  const reading = useQuery({ queryKey: ["webhooks", id, "deliveries"], queryFn: async () => got(await client.GET("/v1/webhooks/{id}/deliveries", { params: { path: { id } } })).deliveries, enabled: person?.role === "operator", refetchInterval: AGAIN_MS });
  const deliveries = reading.data ?? [];
  return (
    <>
      <Head crumb={<Link to="/operations/webhooks">{s("hooks.title")}</Link>} title={s("deliveries.title")} sub={id} />
      <Listed reading={reading} count={deliveries.length} none={s("deliveries.none")}>
        <div className="wrap">
          <table className="table rows">
            <thead><tr><th>{s("deliveries.tried")}</th><th>{s("deliveries.event")}</th><th>{s("deliveries.status")}</th><th className="num">{s("ops.attempts")}</th><th>{s("deliveries.answer")}</th><th className="num">{s("deliveries.took")}</th><th>{s("queue.order")}</th><th>{t("actions.title")}</th></tr></thead>
            <tbody>{deliveries.map((one) => <Row key={one.id} webhookId={id} delivery={one} />)}</tbody>
          </table>
        </div>
      </Listed>
    </>
  );
}

function Row({ webhookId, delivery }: { webhookId: string; delivery: Delivery }): ReactElement {
  const { s, language } = useStaffWords();
  const queries = useQueryClient();
  const replaying = useMutation({
    mutationFn: async () => got(await client.POST("/v1/webhooks/{id}/deliveries/{delivery}/replay", { params: { path: { id: webhookId, delivery: delivery.id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["webhooks", webhookId, "deliveries"] }),
  });
  const { orderId, seq, type, status, attempts, answer, error, tookMs, triedAt } = delivery;
  return (
    <tr>
      <td><Instant at={triedAt} /></td><td className="text">{eventText(type, language)} <span className="faint">{seq}</span></td>
      <td className={status === "givenUp" ? "loss" : ""}>{s(`deliveries.status.${status}`)}</td><td className="num" data-label={s("ops.attempts")}>{attempts}</td><td className="text">{answer ?? error}</td><td className="num">{s("deliveries.ms", { ms: tookMs })}</td>
      <td className="id"><Link to="/orders/$orderId" params={{ orderId }}>{`…${orderId.slice(-12)}`}</Link></td>
      <td className="whole"><button type="button" className="link" aria-disabled={replaying.isPending} onClick={() => replaying.mutate()}>{s("deliveries.replay")}<span className="hidden"> {eventText(type, language)} {seq}</span></button>{replaying.isSuccess && <p role="status">{s("deliveries.replayed")}</p>}{replaying.error !== null && <ProblemNote error={replaying.error} />}</td>
    </tr>
  );
}
