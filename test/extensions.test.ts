// Deadlines extended together, over HTTP: what the server says of them before they are taken back is what then happens.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestServer, type Client, type Json, type TestServer } from "./support/client.ts";

let server: TestServer;
let olga: Client;

before(async () => {
  server = await startTestServer();
  olga = await server.as("operator", "olga");
});
after(() => server.close());

const DAY_MS = 86_400_000;

async function extended(batch: string, orders: readonly Json[]): Promise<void> {
  for (const { id } of orders) assert.equal((await olga.command(id, { type: "ExtendDeadline", deadline: "PayOrder", by: "P7D", batch, reason: "Strike" })).status, 200);
}
const preview = async (batch: string): Promise<Json[]> => (await olga.get(`/v1/extensions/${batch}`)).body.deadlines as Json[];
const takeBack = (order: Json, batch: string) => olga.command(order.id, { type: "TakeBackExtension", deadline: "PayOrder", batch });

test("a batch is listed, and each of its deadlines says until when it runs, would run, and can be taken back", async () => {
  const orders = [await server.place({ externalId: "E-1" }), await server.place({ externalId: "E-2" })];
  await extended("strike", orders);
  const [listed] = (await olga.get("/v1/extensions")).body.batches as Json[];
  assert.deepEqual([listed.batch, listed.by, listed.extended, listed.takenBack], ["strike", "olga", 2, 0]);
  for (const one of await preview("strike")) {
    assert.deepEqual([one.state, one.refusal, one.who, one.owes], ["standing", null, "buyer", "PayOrder"]);
    assert.equal(Date.parse(one.by) - Date.parse(one.before), 7 * DAY_MS);
    assert.equal(Date.parse(one.before) - Date.parse(one.until), DAY_MS);
  }
  assert.equal((await takeBack(orders[0]!, "strike")).status, 200);
  assert.deepEqual((await preview("strike")).map(({ externalId, state }) => [externalId, state]).sort(), [["E-1", "takenBack"], ["E-2", "standing"]]);
  assert.equal(((await olga.get("/v1/extensions")).body.batches as Json[])[0].takenBack, 1);
});

test("what is shown as too late, as extended otherwise or as over is refused with that reason", async () => {
  const orders = [await server.place({ externalId: "E-3" }), await server.place({ externalId: "E-4" }), await server.place({ externalId: "E-5" })];
  const [late, otherwise, paid] = orders as [Json, Json, Json];
  await extended("holiday", orders);
  await extended("later", [otherwise]);
  const buyer = await server.as("buyer", late.buyer.id);
  assert.equal((await buyer.command(paid.id, { type: "PayOrder", method: "card" })).status, 200);
  const until = (await preview("holiday")).find(({ externalId }) => externalId === "E-3")!.until;
  await server.advance("P19DT1S");
  const shown = new Map((await preview("holiday")).map((one) => [one.externalId as string, one]));
  for (const [order, refusal] of [[late, "TooLateToTakeBack"], [otherwise, "ExtendedOtherwise"], [paid, "NoSuchDeadline"]] as const) {
    const { status, body } = await takeBack(order, "holiday");
    assert.deepEqual([status, body.refusal], [409, refusal]);
    assert.equal(shown.get(order.externalId)!.refusal, refusal);
    assert.equal(shown.get(order.externalId)!.because, body.title);
  }
  assert.equal((await takeBack(late, "holiday")).body.closedAt, until);
});

test("a batch that nobody extended is not found", async () => {
  assert.equal((await olga.get("/v1/extensions/none")).status, 404);
});
