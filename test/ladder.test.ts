// The ladders of redress: which one holds for whom, what an order's history shows of it, and that the data is what it says it is.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ladderFor, readLadders } from "../src/dossier/ladders.ts";
import { startTestServer, type Client, type Json, type TestServer } from "./support/client.ts";

let server: TestServer;
before(async () => void (server = await startTestServer()));
after(() => server.close());

const rungs = (body: Json): string[] => (body.rungs as { id: string; state: string }[]).map(({ id, state }) => `${id} ${state}`);

/** Places an order, has it delivered, and returns what its buyer and seller need. */
async function delivered(buyer: string, country: string): Promise<{ id: string; path: string; buyer: Client; seller: Client; give(client: Client, command: { type: string; [field: string]: unknown }): Promise<void> }> {
  const { id } = await server.place({ buyer: { id: buyer, country } });
  const [own, seller] = [await server.as("buyer", buyer), await server.as("seller", "cactus")];
  const give = async (client: Client, command: { type: string; [field: string]: unknown }): Promise<void> => {
    const { status, body } = await client.command(id, command);
    assert.equal(status, 200, `${command.type}: ${JSON.stringify(body)}`);
  };
  await give(own, { type: "PayOrder", method: "card" });
  await server.advance("PT2H");
  await give(seller, { type: "ShipOrder", carrier: "sandbox", trackingNumber: `SB-${buyer.toUpperCase()}` });
  await server.operator.post("/v1/sandbox/carrier/scans", { trackingNumber: `SB-${buyer.toUpperCase()}`, status: "delivered", country });
  await server.advance("P7D");
  return { id, path: `/v1/orders/${id}/ladder`, buyer: own, seller, give };
}

test("the buyer's country decides: China has the five ways of Article 60, the Union, the United Kingdom and everybody else their own", async () => {
  const table: [string, string, string[]][] = [
    ["CN", "cn", ["consultation", "mediation", "complaint", "arbitration", "lawsuit"]],
    ["DE", "eu", ["consultation", "platformComplaint", "outOfCourt", "authority", "court"]],
    ["GB", "uk", ["consultation", "platformComplaint", "outOfCourt", "authority", "court"]],
    ["RU", "general", ["consultation", "platformComplaint", "outOfCourt", "authority", "court"]],
  ];
  for (const [country, ladder, ids] of table) {
    const { id } = await server.place({ buyer: { id: "ann", country } });
    const { body } = await server.operator.get(`/v1/orders/${id}/ladder`);
    assert.deepEqual([body.ladder, body.country, body.rungs.map((rung: { id: string }) => rung.id)], [ladder, country, ids]);
    assert.deepEqual([body.current, body.next, body.dossier], [null, ids[0], `/v1/orders/${id}/dossier`], "nothing was tried yet");
  }
});

test("the history shows the step: a message is consultation, an escalated claim mediation, an appeal keeps it under way, then the authority is next", async () => {
  const { path, id, buyer, seller, give } = await delivered("wei", "CN");
  const state = async (): Promise<{ rungs: string[]; current: string | null; next: string | null }> => {
    const { body } = await buyer.get(path);
    return { rungs: rungs(body).slice(0, 3), current: body.current, next: body.next };
  };
  assert.deepEqual(await state(), { rungs: ["consultation notTaken", "mediation notTaken", "complaint outside"], current: null, next: "consultation" });
  await seller.post(`/v1/orders/${id}/messages`, { text: "您好" });
  assert.deepEqual(await state(), { rungs: ["consultation taken", "mediation notTaken", "complaint outside"], current: null, next: "mediation" });
  await give(buyer, { type: "OpenClaim", ground: "notReceived", remedy: "money" });
  await give(seller, { type: "MakeOffer", remedy: "money", amountMinor: 100 });
  assert.deepEqual(await state(), { rungs: ["consultation underWay", "mediation notTaken", "complaint outside"], current: "consultation", next: "mediation" });
  await give(buyer, { type: "EscalateClaim" });
  const inMediation = { rungs: ["consultation taken", "mediation underWay", "complaint outside"], current: "mediation", next: "complaint" };
  assert.deepEqual(await state(), inMediation);
  await give(await server.as("mediator", "mia"), { type: "DecideClaim", amountMinor: 0, reasons: ["noEvidence"] });
  await give(buyer, { type: "AppealDecision" });
  assert.deepEqual(await state(), inMediation, "the appeal is heard by the same platform");
  await give(await server.as("mediator", "max"), { type: "DecideClaim", amountMinor: 0, reasons: ["noEvidence"] });
  assert.deepEqual(await state(), { rungs: ["consultation taken", "mediation taken", "complaint outside"], current: null, next: "complaint" });
  const { body } = await buyer.get(path);
  const { trace } = body.rungs[1];
  const { events } = (await buyer.get(`/v1/orders/${id}/events`)).body;
  const steps = events.filter(({ type }: { type: string }) => ["ClaimEscalated", "ClaimDecided", "DecisionAppealed"].includes(type));
  assert.deepEqual(trace, { events: steps.length, firstSeq: steps[0].seq, firstAt: steps[0].at, lastSeq: steps.at(-1).seq, lastAt: steps.at(-1).at });
});

test("a message of a mediator or an operator is no consultation between the sides", async () => {
  const { path, id, buyer } = await delivered("otto", "DE");
  await (await server.as("mediator", "mia")).post(`/v1/orders/${id}/messages`, { text: "Hello" });
  await server.operator.post(`/v1/orders/${id}/messages`, { text: "Hello" });
  assert.equal((await buyer.get(path)).body.rungs[0].state, "notTaken");
});

test("every ladder has its texts in three languages and its sources, is for each country once, and names no platform that is closed as open", () => {
  const ladders = readLadders();
  assert.deepEqual(ladders.map(({ ladder }) => ladder), ["cn", "eu", "general", "uk"]);
  assert.equal(ladderFor("DE").countries.length, 27);
  for (const { ladder, rungs: own } of ladders) {
    assert.equal(new Set(own.map(({ id }) => id)).size, own.length);
    for (const { id, title, text, sources } of own) {
      assert.match(title.zh + text.zh, /\p{Script=Han}/u, `${ladder} ${id}`);
      assert.match(title.ru + text.ru, /\p{Script=Cyrillic}/u, `${ladder} ${id}`);
      assert.doesNotMatch(`${title.en}${text.en}`, /[^\p{ASCII}–’]/u, `${ladder} ${id}: English is in English`);
      for (const { url } of sources) assert.ok(!url?.includes("ec.europa.eu/consumers/odr"), `${ladder} ${id}: closed on 20 July 2025`);
    }
  }
  assert.match(ladderFor("FR").rungs[2]!.text.en, /closed on 20 July 2025/);
});
