// EasyPost as a carrier: labels of whichever carrier of the account is cheapest, their parcels by messages and by asking.
// How it is called stands in the files beside this one; docs/carriers.md says how to connect it.
import type { Store } from "../../../store/store.ts";
import type { ReadConsignment } from "../consignment.ts";
import type { Carrier } from "../gateway.ts";
import { openClient, plainly, type EasypostSettings } from "./client.ts";
import { EASYPOST, openLabels } from "./labels.ts";
import { noticesOf } from "./notices.ts";
import { openPolling } from "./polling.ts";

/** `now` is the real clock, epoch milliseconds. */
export type EasypostAround = Pick<Store, "shipments" | "findParcel"> & { consignmentOf: ReadConsignment; now(): number };

/** Calls nothing yet. */
export function openEasypost(settings: EasypostSettings, { shipments, findParcel, consignmentOf, now }: EasypostAround): Carrier {
  const client = openClient(settings);
  const labels = openLabels({ client, shipments, consignmentOf, now, weightOunces: settings.weightOunces });
  const polling = openPolling(client, shipments, now);
  return {
    name: EASYPOST, abilities: { ownLabels: true, refunds: "later", tracking: ["notices", "polling"] },
    makeLabel: (wanted) => plainly(labels.make(wanted)),
    voidLabel: ({ id }) => plainly(labels.void(id)),
    labelFile: ({ id }) => plainly(labels.file(id)),
    readNotice: noticesOf({ client, settings, shipments, findParcel, now }),
    polling: { next: polling.next, ask: (record) => plainly(polling.ask(record)) },
  };
}
