// Which institution and which carrier the engine works with, by the settings, and which of them may send messages. Composition only.
import type { Order } from "../../core/state.ts";
import type { Store } from "../../store/store.ts";
import type { CarrierSettings, ConnectionSettings } from "../../settings.ts";
import type { Clock } from "../clock.ts";
import type { Senders } from "../notices.ts";
import { consignments } from "./consignment.ts";
import type { Carrier, Gateways, Institution } from "./gateway.ts";
import { noGateways } from "./none.ts";
import { withStoredValue } from "./giftCards.ts";
import type { Records } from "./records.ts";
import { openSandboxCarrier } from "./sandbox/carrier.ts";
import { openSandboxInstitution } from "./sandbox/institution.ts";
import type { KeptSettings } from "./sandbox/institutionSettings.ts";
import { sandboxPayoutAbility } from "./sandbox/payouts.ts";

export type Connecting = { store: Store; clock: Clock; sandbox: boolean; sandboxSettings: KeptSettings; connected: Institution | null; carrier: Carrier | null };

/** The outside world: whoever is connected before the sandbox's. */
export function gatewaysOf({ store, clock, sandbox, sandboxSettings, connected, carrier }: Connecting): Gateways {
  const own = sandbox ? { institution: { ...openSandboxInstitution(store.sandbox, clock, sandboxSettings), payouts: sandboxPayoutAbility(store.sandbox, clock, sandboxSettings) }, carrier: openSandboxCarrier(store.sandbox, clock) } : noGateways;
  return { institution: connected ? (sandbox ? withStoredValue(connected, own.institution) : connected) : own.institution, carrier: carrier ?? own.carrier };
}

/** The institution that the settings name. Calls nothing yet. Its library is loaded only here: most of what runs needs none. */
export async function openInstitution(settings: ConnectionSettings, store: Pick<Store, "references" | "findPayment" | "order" | "payouts">, clock: Pick<Clock, "now">): Promise<Institution> {
  const payoutAccount = async (sellerId: string): Promise<string | null> => (await store.payouts.accounts(settings.name, sellerId, 1))[0]?.account ?? null;
  const records: Records = { references: store.references, payment: (id) => paymentOf(store, id), payoutAccount, now: () => clock.now() };
  switch (settings.name) {
    case "stripe": return (await import("./stripe/stripe.ts")).openStripe(settings, records);
    case "paypal": return (await import("./paypal/paypal.ts")).openPayPal(settings, records);
    default: {
      const never: never = settings;
      throw new Error(`no such institution ${String(never)}`);
    }
  }
}

async function paymentOf(store: Pick<Store, "findPayment" | "order">, id: string): ReturnType<Records["payment"]> {
  const orderId = await store.findPayment(id);
  const row = orderId === null ? null : await store.order(orderId);
  const found = (row?.state as Order | undefined)?.payments.find((one) => one.id === id);
  return row && found ? { orderId: row.id, amountMinor: found.amountMinor, currency: row.currency } : null;
}

/** The carrier that the settings name. Calls nothing yet; its world keeps real time. */
export async function openCarrier(settings: CarrierSettings, store: Store): Promise<Carrier> {
  const { openEasypost } = await import("./easypost/easypost.ts");
  return openEasypost(settings, { ...store, consignmentOf: consignments(store), now: () => Date.now() });
}

/** Whoever can sign what they send. */
export function sendersOf({ institution, carrier }: Gateways): Senders {
  return {
    ...(institution.readNotice ? { [institution.name]: { role: "institution" as const, read: institution.readNotice } } : {}),
    ...(carrier.readNotice ? { [carrier.name]: { role: "carrier" as const, read: carrier.readNotice } } : {}),
  };
}
