// Asks EasyPost about parcels of which nothing was heard for a while, many with one call, and about the prices of voided labels.
import type { Command } from "../../../core/commands.ts";
import type { LabelRefund, Shipment, Shipments } from "../../../store/shipments.ts";
import type { Polling } from "../gateway.ts";
import { isRefused, type Client } from "./client.ts";
import { askAgainAt, DAY, FIRST_ASKED_MS, MOVING_ASKED_MS, refundOf, scansOf, type TrackerSaid } from "./following.ts";
import { EASYPOST, refundAsked } from "./labels.ts";

const AT_ONCE = 100;
/** Longer than the calls for so many may take. */
const LEASE_MS = 10 * 60 * 1000;
/** EasyPost advises to ask anew where a refund was rejected: one asked for too early is now and then taken for a wrong one. */
const REFUND_TRIES = 3;
/** After this the carrier has decided, or nobody will ever know from it. */
const REFUND_WAITED_MS = 45 * DAY;

export function openPolling(client: () => Promise<Client>, shipments: Shipments, now: () => number): Polling {
  return {
    next: () => shipments.earliest(EASYPOST),
    async ask(record) {
      const due = await shipments.lease(EASYPOST, now(), LEASE_MS, AT_ONCE);
      if (due.length === 0) return 0;
      const voided = due.filter(({ voidedAt }) => voidedAt !== null);
      await askAboutParcels(due.filter(({ voidedAt }) => voidedAt === null), record);
      for (const shipment of voided) await askAboutRefund(shipment);
      return due.length;
    },
  };

  async function askAboutParcels(due: readonly Shipment[], record: (orderId: string, command: Command) => Promise<void>): Promise<void> {
    if (due.length === 0) return;
    const answer = await (await client()).Tracker.retrieveBatch({ tracking_codes: due.map(({ trackingNumber }) => trackingNumber!) });
    const trackers: TrackerSaid[] = answer.trackers;
    // Another carrier's parcel may have the same number: ours is known by the tracker's own name.
    const byId = new Map(trackers.map((tracker) => [tracker.id, tracker]));
    const at = now();
    const next = await Promise.all(due.map(async (shipment) => {
      const tracker = shipment.trackerId === null ? undefined : byId.get(shipment.trackerId);
      for (const scan of tracker ? scansOf(tracker) : []) await record(shipment.orderId, scan);
      return { returnId: shipment.returnId, askAt: askAgainAt(tracker ?? {}, shipment, at) };
    }));
    await shipments.askNext(next);
  }

  async function askAboutRefund(shipment: Shipment): Promise<void> {
    const at = now();
    const opened = await client();
    const said = (await saidOfRefund(opened, shipment)) ?? shipment.refund ?? "submitted";
    const again = said === "rejected" && shipment.refundTries < REFUND_TRIES;
    const refund = again ? await refundAsked(opened, shipment) : said;
    const open = refund === "submitted" || (refund === "rejected" && shipment.refundTries + 1 < REFUND_TRIES);
    await shipments.refunded(shipment.returnId, refund, at, open && at - shipment.voidedAt! < REFUND_WAITED_MS ? at + DAY : null, again);
  }
}

/** A shipment that EasyPost does not know any more must not keep the others from being asked about. */
async function saidOfRefund({ Shipment }: Client, { shipmentId }: Shipment): Promise<LabelRefund | null> {
  try {
    return refundOf((await Shipment.retrieve(shipmentId)).refund_status);
  } catch (error) {
    if (isRefused(error)) return null;
    throw error;
  }
}

/** How long a parcel is not asked about once a message came of it. */
export const quietAfterNotice = ({ status = "" }: TrackerSaid): number => (status === "pre_transit" ? FIRST_ASKED_MS : MOVING_ASKED_MS);
