// Orders' lives through the engine, as the HTTP routes call it: `place`, then `command` with an idempotency key.
import { randomUUID } from "node:crypto";
import type { CommandRequest } from "../src/engine/engine.ts";
import { bodyHashOf } from "../src/engine/hash.ts";
import type { Engine } from "../src/engine/engine.ts";
import type { Live } from "./loop.ts";
import { actorOf, lifeOf, shop } from "./mix.ts";

/** What a life needs of the engine. */
export type Given = Pick<Engine, "place" | "command">;

/** Lives on that engine. Throws when a command of the mix is refused: then the mix does not fit the policies any more. */
export function throughEngine(engine: Given, run: string): Live {
  return async (number, done) => {
    const { input, steps } = lifeOf(number, run);
    let startedAt = performance.now();
    const placed = await engine.place(input, shop);
    if (placed.kind !== "placed") throw new Error(`order ${number} of the mix was not placed: ${JSON.stringify(placed)}`);
    if (!done(startedAt)) return;
    for (const { role, command } of steps) {
      startedAt = performance.now();
      const actor = actorOf(role, input);
      const request: CommandRequest = { orderId: placed.order.id, actor, command, key: { caller: `${role}/${actor.id}`, key: randomUUID(), bodyHash: bodyHashOf(command) } };
      const answer = await engine.command(request);
      if (answer.kind !== "accepted") throw new Error(`${command.type} of order ${number} (${input.marketplace}) was not accepted: ${JSON.stringify(answer).slice(0, 300)}`);
      if (!done(startedAt)) return;
    }
  };
}
