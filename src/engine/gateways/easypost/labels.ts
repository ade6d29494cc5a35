// Labels at EasyPost: bought once for a return, voided, fetched. EasyPost has no key that would make a purchase safe to repeat, but a
// shipment can be bought only once: its id is kept before it is bought, and only the one that is kept is ever bought.
import type { Shipment as Kept, Shipments } from "../../../store/shipments.ts";
import { normaliseTrackingNumber } from "../../trackingNumbers.ts";
import type { ReadConsignment } from "../consignment.ts";
import type { LabelFile, LabelMade } from "../gateway.ts";
import { postalAddress } from "./address.ts";
import { courierOf } from "./couriers.ts";
import { isRefused, orNull, type Client, type ShipmentSaid } from "./client.ts";
import { DAY, FIRST_ASKED_MS, refundOf } from "./following.ts";

export const EASYPOST = "easypost";

export type LabelsAround = { client: () => Promise<Client>; shipments: Shipments; consignmentOf: ReadConsignment; weightOunces: number; now(): number };

export type Labels = {
  make(wanted: { orderId: string; returnId: string }): Promise<LabelMade>;
  void(labelId: string): Promise<void>;
  file(labelId: string): Promise<LabelFile | null>;
};

const FILE_TIMEOUT_MS = 20_000;
const LARGEST_FILE = 5 * 1024 * 1024;

const labelIdOf = (returnId: string): string => `lbl_${returnId.slice(4)}`;
const returnIdOf = (labelId: string): string => `ret_${labelId.slice(4)}`;

export function openLabels({ client, shipments, consignmentOf, weightOunces, now }: LabelsAround): Labels {
  return { make, void: voidLabel, file };

  async function make({ orderId, returnId }: { orderId: string; returnId: string }): Promise<LabelMade> {
    const { shipment, old } = await shipmentFor(orderId, returnId);
    const bought = hasLabel(shipment) ? shipment : await buy(shipment, old);
    const label = { id: labelIdOf(returnId), carrier: courierOf(bought.selected_rate?.carrier ?? ""), trackingNumber: normaliseTrackingNumber(bought.tracking_code!), url: null };
    const at = now();
    await shipments.bought(returnId, { trackerId: bought.tracker?.id ?? null, trackingNumber: label.trackingNumber, boughtAt: at, askAt: at + FIRST_ASKED_MS });
    return label;
  }

  /** The one shipment of the return. `old`: it was there before, and its rates may have run out. */
  async function shipmentFor(orderId: string, returnId: string): Promise<{ shipment: ShipmentSaid; old: boolean }> {
    const { Shipment } = await client();
    const kept = await shipments.find(returnId);
    if (kept) return { shipment: await Shipment.retrieve(kept.shipmentId), old: true };
    // One that was made without an answer, or is forgotten here, is found again by our name for it.
    const found = await orNull(Shipment.retrieve(returnId));
    const shipment = found ?? (await create(orderId, returnId));
    const stands = await shipments.keep({ returnId, orderId, gateway: EASYPOST, shipmentId: shipment.id, madeAt: now() });
    return stands.shipmentId === shipment.id ? { shipment, old: found !== null } : { shipment: await Shipment.retrieve(stands.shipmentId), old: true };
  }

  async function create(orderId: string, returnId: string): Promise<ShipmentSaid> {
    const { from, to, rma, orderNumber } = await consignmentOf(orderId, returnId);
    return (await client()).Shipment.create({
      reference: returnId, from_address: postalAddress(from), to_address: postalAddress(to), parcel: { weight: weightOunces },
      options: { label_format: "PDF", label_size: "4x6", print_custom_1: rma, print_custom_2: orderNumber.slice(0, 35) },
    });
  }

  async function buy(shipment: ShipmentSaid, old: boolean): Promise<ShipmentSaid> {
    const { Shipment, Utils } = await client();
    const { rates, messages = [] } = old ? await Shipment.regenerateRates(shipment.id) : shipment;
    if (rates.length === 0) throw new Error(`no carrier takes ${shipment.reference ?? shipment.id}: ${messages.map(({ message }) => message).join("; ") || "no rates"}`);
    try {
      return await Shipment.buy(shipment.id, Utils.getLowestRate(rates));
    } catch (error) {
      // Whatever was said: if it has a label now it was bought, by this call or by one beside it.
      const seen = await Shipment.retrieve(shipment.id).catch(() => null);
      if (seen && hasLabel(seen)) return seen;
      throw error;
    }
  }

  async function voidLabel(labelId: string): Promise<void> {
    const kept = await shipments.find(returnIdOf(labelId));
    if (!kept || kept.refund !== null) return;
    const at = now();
    const refund = await refundAsked(await client(), kept);
    await shipments.refunded(kept.returnId, refund, at, refund === "submitted" || refund === "rejected" ? at + DAY : null, false);
  }

  async function file(labelId: string): Promise<LabelFile | null> {
    const kept = await shipments.find(returnIdOf(labelId));
    if (!kept || kept.boughtAt === null) return null;
    // Its address is asked anew each time: it names nobody here, and outlives nobody's erasure.
    const { postage_label: label } = await (await client()).Shipment.retrieve(kept.shipmentId);
    if (!label) throw new Error(`EasyPost has no label of ${kept.returnId} any more`);
    const answer = await fetch(label.label_pdf_url ?? label.label_url, { signal: AbortSignal.timeout(FILE_TIMEOUT_MS) });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (!answer.ok || bytes.length > LARGEST_FILE || !isPdf(bytes)) throw new Error(`the label of ${kept.returnId} came as ${answer.status}, ${bytes.length} bytes, no PDF`);
    return { mediaType: "application/pdf", bytes };
  }
}

/** Asks for the price of a voided label back. A label that was used, or that the carrier bills by scan, gets a no, which is an answer. */
export async function refundAsked({ Shipment }: Client, { shipmentId }: Pick<Kept, "shipmentId">): Promise<NonNullable<Kept["refund"]>> {
  try {
    return refundOf((await Shipment.refund(shipmentId)).refund_status) ?? "submitted";
  } catch (error) {
    if (!isRefused(error)) throw error;
    return refundOf((await Shipment.retrieve(shipmentId)).refund_status) ?? "rejected";
  }
}

const hasLabel = (shipment: ShipmentSaid): boolean => Boolean(shipment.postage_label && shipment.tracking_code);

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-";
