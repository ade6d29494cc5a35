// The sandbox's carrier: makes and voids return mailing labels; its scans come over the sandbox's routes.
import { createHash } from "node:crypto";
import type { SandboxRecords } from "../../../store/sandboxRecords.ts";
import type { Clock } from "../../clock.ts";
import type { Carrier } from "../gateway.ts";

export function openSandboxCarrier(records: SandboxRecords, clock: Clock): Carrier {
  return {
    name: "sandbox", abilities: { ownLabels: false, refunds: "none", tracking: [] },
    async makeLabel({ orderId, returnId }) {
      const id = `lbl_${returnId.slice(4)}`;
      const number = `SBX${createHash("sha256").update(returnId).digest("hex").slice(0, 14).toUpperCase()}`;
      const label = await records.addLabel({ id, orderId, carrier: "sandbox", trackingNumber: number, at: clock.now(), voidedAt: null });
      return { id, carrier: label.carrier, trackingNumber: label.trackingNumber, url: null };
    },
    async voidLabel({ id }) {
      await records.voidLabel(id, clock.now());
    },
  };
}
