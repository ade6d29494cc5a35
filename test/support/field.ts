// Where races are run: real servers over real databases. One server on an embedded folder, and two servers side by side on
// one PostgreSQL; when all is over both are ended by SIGTERM and what they kept is audited.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { openStore } from "../../src/store/store.ts";
import { audit } from "./audit.ts";
import { openMarket, type Market } from "./market.ts";
import { startServer, type ServerProcess } from "./serverProcess.ts";
import { emptyDatabase } from "./stores.ts";

export type Field = { market: Market; servers: ServerProcess[] };

/** Runs the tests that `define` declares on both fields, and audits each at its end. */
export function onEachField(define: (field: () => Field) => void): void {
  for (const kind of ["one server on PGlite", "two servers on PostgreSQL"] as const) {
    describe(kind, () => {
      let field: Field | undefined;
      let where: { dataDir: string } | { databaseUrl: string };
      let forget: () => Promise<void>;
      before(async () => {
        if (kind === "one server on PGlite") {
          const dataDir = await mkdtemp(join(tmpdir(), "rescind-race-"));
          where = { dataDir };
          forget = () => rm(dataDir, { recursive: true, force: true });
        } else {
          const made = await emptyDatabase();
          where = { databaseUrl: made.url };
          forget = made.forget;
        }
        const servers = await Promise.all(Array.from({ length: "dataDir" in where ? 1 : 2 }, () => startServer(where)));
        field = { servers, market: await openMarket(() => servers.map(({ url }) => url)) };
      });
      after(() => forget());
      define(() => field!);
      test("after all of it the servers have logged no error, end on SIGTERM with 0, and every book is right", async () => {
        for (const server of field!.servers) {
          assert.deepEqual(server.errors(), []);
          assert.equal((await server.signal("SIGTERM")).code, 0);
        }
        const store = await openStore(where);
        const { findings, orders } = await audit(store);
        await store.close();
        assert.deepEqual(findings, []);
        assert.ok(orders > 0);
      });
    });
  }
}
