// EasyPost's messages: verified by its own library, read as the carrier's scans. Which order is meant the tracker's name says, which we
// kept when we bought; a parcel that the seller posted is found by its carrier and number.
import { carriers, normaliseTrackingNumber } from "../../trackingNumbers.ts";
import type { Shipments } from "../../../store/shipments.ts";
import { ForgedNotice, type Notice, type NoticeCall, type ReadNotice } from "../gateway.ts";
import type { Client, EasypostSettings } from "./client.ts";
import { courierOf } from "./couriers.ts";
import { refundOf, scansOf, type TrackerSaid } from "./following.ts";
import { EASYPOST } from "./labels.ts";
import { quietAfterNotice } from "./polling.ts";

type EventSaid = { id?: string; mode?: string; description?: string; result?: (TrackerSaid & { object?: string }) | null };

export type NoticesAround = { client: () => Promise<Client>; settings: EasypostSettings; shipments: Shipments; findParcel(carriers: readonly string[], number: string): Promise<string[]>; now(): number };

/** `EZTK…` keys see only what is made for trying things; its parcels move by themselves. */
const modeOf = (apiKey: string): string => (apiKey.startsWith("EZTK") ? "test" : "production");

export function noticesOf({ client, settings, shipments, findParcel, now }: NoticesAround): ReadNotice {
  return async (call) => {
    const { id, mode, description: type = "", result } = await verified(call);
    if (typeof id !== "string" || id === "") throw new ForgedNotice("it has no id");
    if (mode !== modeOf(settings.apiKey)) throw new ForgedNotice(`it is of the ${String(mode)} world, and we are not`);
    const notice: Notice = { id, type, commands: [] };
    if ((type === "tracker.updated" || type === "tracker.created") && result) return { ...notice, commands: await commandsOf(result) };
    if (type === "refund.successful" && result) await refunded(result as { shipment_id?: string; status?: string });
    return notice;
  };

  async function verified({ headers, body }: NoticeCall): Promise<EventSaid> {
    const { Utils } = await client();
    try {
      return Utils.validateWebhook(Buffer.from(body), headers, settings.webhookSecret) as EventSaid;
    } catch (error) {
      throw new ForgedNotice((error as Error).message);
    }
  }

  async function commandsOf(tracker: TrackerSaid): Promise<Notice["commands"]> {
    const orderId = await orderOf(tracker);
    return orderId === null ? [] : scansOf(tracker).map((command) => ({ orderId, command }));
  }

  async function orderOf(tracker: TrackerSaid): Promise<string | null> {
    const kept = tracker.id === undefined ? undefined : (await shipments.byTrackers(EASYPOST, [tracker.id])).get(tracker.id);
    if (kept) {
      await shipments.heard(kept.returnId, now() + quietAfterNotice(tracker));
      return kept.orderId;
    }
    const courier = courierOf(tracker.carrier ?? "");
    const [orderId] = carriers.includes(courier) ? await findParcel([courier], normaliseTrackingNumber(tracker.tracking_code ?? "")) : [];
    return orderId ?? null;
  }

  async function refunded({ shipment_id: shipmentId, status }: { shipment_id?: string; status?: string }): Promise<void> {
    const refund = refundOf(status);
    if (shipmentId !== undefined && refund !== null) await shipments.refundedByShipment(EASYPOST, shipmentId, refund);
  }
}
