// Where races are run: real servers over real databases. One server on an embedded folder, and two servers side by side on
// one PostgreSQL; when all is over both are ended by SIGTERM and what they kept is audited.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openStore } from "../../src/store/store.ts";
import { audit } from "./audit.ts";
import { openGround, type Ground, type Where } from "./fleet.ts";
import { openMarket, type Market } from "./market.ts";
import { startServer, type ServerProcess } from "./serverProcess.ts";

export type Field = { market: Market; servers: ServerProcess[]; where: Where };
export type FieldKind = "one server on PGlite" | "two servers on PostgreSQL";

/** Runs the tests that `define` declares on both fields, and audits each at its end. */
export function onEachField(define: (field: () => Field, kind: FieldKind) => void): void {
  for (const kind of ["one server on PGlite", "two servers on PostgreSQL"] as const) {
    describe(kind, () => {
      let field: Field | undefined;
      let ground: Ground;
      before(async () => {
        ground = await openGround(kind === "one server on PGlite" ? "pglite" : "postgres");
        const { where } = ground;
        const servers = await Promise.all(Array.from({ length: "dataDir" in where ? 1 : 2 }, () => startServer(where)));
        field = { servers, where, market: await openMarket(() => servers.map(({ url }) => url)) };
      });
      after(() => ground.forget());
      define(() => field!, kind);
      test("after all of it the servers have logged no error, end on SIGTERM with 0, and every book is right", async () => {
        for (const server of field!.servers) {
          assert.deepEqual(server.errors(), []);
          assert.equal((await server.signal("SIGTERM")).code, 0);
        }
        const store = await openStore(ground.where);
        const { findings, orders } = await audit(store);
        await store.close();
        assert.deepEqual(findings, []);
        assert.ok(orders > 0);
      });
    });
  }
}
