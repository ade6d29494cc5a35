// What a carrier must know of a return to make its label: who sends what to whom. Personal words come out of the vault for it and are
// kept nowhere else.
import type { Order } from "../../core/state.ts";
import type { Store } from "../../store/store.ts";

/** Somebody to whom post goes. `country` is ISO 3166 alpha-2. */
export type Addressee = { name: string | null; address: string | null; country: string };
export type Consignment = { rma: string; orderNumber: string; from: Addressee; to: Addressee };

/** Reads the consignment of a return. Throws where it is not there, or where somebody's address is not known or was erased. */
export type ReadConsignment = (orderId: string, returnId: string) => Promise<Consignment>;

export function consignments(store: Pick<Store, "order" | "unseal">): ReadConsignment {
  return async (orderId, returnId) => {
    const row = await store.order(orderId);
    const order = row?.state as Order | undefined;
    const returned = order?.returns.find(({ id }) => id === returnId);
    if (!order || !returned) throw new Error(`no return ${returnId} of ${orderId}`);
    const words = await store.unseal([orderId]);
    const addressee = (side: "buyer" | "seller"): Addressee => {
      const { country, profile } = order[side];
      const { name = null, address = null } = JSON.parse((profile && words.get(profile.sealed)) ?? "{}") as { name?: string; address?: string };
      if (address === null) throw new Error(`the ${side}'s address is not known: no label can be made for ${returnId}`);
      return { name, address, country };
    };
    return { rma: returned.rma, orderNumber: order.externalId, from: addressee("buyer"), to: addressee("seller") };
  };
}
