// Giving a command: one idempotency key for each intent, kept until the outcome is known. Where the net breaks off, the same key and body
// are sent again, so that it is done once or not at all, and the page never says that something failed which did not.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { client, got, isUnknown } from "./client.ts";
import { intentOf } from "./intent.ts";
import type { CommandBody, Order } from "./openapi.d.ts";

/** A command's type and whatever its schema asks for: the forms are made from that schema, and the server checks them against it. */
export type Command = { type: string; [field: string]: unknown };

const TRIES = 6;
const FIRST_WAIT_MS = 800;

/** Sends until the outcome is known. Throws what the server said against it, or the net's error after the last try. */
export async function sendSurely<T>(send: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await send();
    } catch (error) {
      if (!isUnknown(error) || tried >= TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** (tried - 1)));
    }
  }
}

/** Gives one command about an order and answers with the order after it. Throws what the server said against it. */
export async function give(orderId: string, command: Command): Promise<Order> {
  const intent = intentOf(orderId, command);
  try {
    const { order } = await sendSurely(async () => got(await client.POST("/v1/orders/{id}/commands", {
      params: { path: { id: orderId }, header: { "idempotency-key": intent.key } }, body: command as CommandBody,
    })));
    intent.settled();
    return order;
  } catch (error) {
    if (!isUnknown(error)) intent.settled();
    throw error;
  }
}

/** Gives commands about an order; afterwards the order is read as it is now, and so are the lists. */
export function useCommand(orderId: string) {
  const queries = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: (command: Command) => give(orderId, command),
    onSuccess: (order) => queries.setQueryData(["order", orderId], order),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ["order", orderId] });
      void queries.invalidateQueries({ queryKey: ["orders"] });
      void queries.invalidateQueries({ queryKey: ["clock"] });
    },
  });
}
