// A seller's statement and the counts of what is open: what the ledger says, who may read it, and how it looks as a table.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestServer, type TestServer } from "./support/client.ts";

let server: TestServer;
before(async () => {
  server = await startTestServer();
  await server.operator.post("/v1/demo");
});
after(() => server.close());

const sellers = ["demo-greenhouse", "demo-shenzhen-light", "demo-northwind", "demo-papermill", "demo-yunnan-tea", "demo-jingdezhen"];

test("a seller's statement closes where its lines and its opening balance add up to, and has every posting on the account", async () => {
  let lines = 0;
  for (const id of sellers) {
    const seller = await server.as("seller", id);
    const { body } = await seller.get(`/v1/sellers/${id}/statement`);
    const { body: list } = await seller.get("/v1/orders?limit=200");
    const journals = await Promise.all((list.orders as { id: string }[]).map(async (order) => (await seller.get(`/v1/orders/${order.id}/journal`)).body.postings as { account: string; amountMinor: number }[]));
    const posted = journals.flat().filter(({ account }) => account === `seller/${id}`);
    assert.equal(body.complete, true);
    assert.equal(body.lines.length, posted.length);
    for (const { currency, openingMinor, closingMinor } of body.balances as { currency: string; openingMinor: number; closingMinor: number }[]) {
      const moved = (body.lines as { currency: string; amountMinor: number }[]).filter((line) => line.currency === currency).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
      assert.equal(openingMinor + moved, closingMinor);
    }
    lines += body.lines.length;
  }
  assert.ok(lines > 2, `${lines} lines`);
});

test("a statement of a period opens with what came before it", async () => {
  const id = sellers[0]!;
  const { body: whole } = await server.operator.get(`/v1/sellers/${id}/statement`);
  const day = (whole.lines.at(-1).at as string).slice(0, 10);
  const { body } = await server.operator.get(`/v1/sellers/${id}/statement?from=${day}&to=${day}`);
  assert.ok(body.lines.length > 0);
  assert.ok((body.lines as { at: string }[]).every(({ at }) => at.startsWith(day)));
  const { currency } = body.lines[0] as { currency: string };
  const earlier = (whole.lines as { at: string; currency: string; amountMinor: number }[]).filter((line) => line.currency === currency && line.at < day).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  assert.equal(body.balances.find((one: { currency: string }) => one.currency === currency).openingMinor, earlier);
});

test("nobody but the seller and an operator reads a statement", async () => {
  for (const [role, id] of [["seller", sellers[1]!], ["buyer", sellers[0]!], ["mediator", "demo-mia"]] as const) {
    assert.equal((await (await server.as(role, id)).get(`/v1/sellers/${sellers[0]}/statement`)).status, 404);
  }
  assert.equal((await server.operator.get(`/v1/sellers/${sellers[0]}/statement`)).status, 200);
});

test("the counts of what is open are those that the list finds", async () => {
  for (const [role, id] of [["seller", "demo-greenhouse"], ["operator", "demo-omar"]] as const) {
    const client = await server.as(role, id);
    const found = async (search: string): Promise<number> => (await client.get(`/v1/orders?limit=200&${search}`)).body.orders.length as number;
    const { body } = await client.get("/v1/orders:open?owes=seller");
    const sum = (name: string): number => (body.open as Record<string, number>[]).reduce((total, row) => total + row[name]!, 0);
    assert.equal(sum("orders"), await found("owes=seller"));
    assert.equal(sum("cancellations"), await found("owes=seller&open=cancellations"));
    assert.equal(sum("claims"), await found("owes=seller&open=claims"));
    assert.ok(sum("orders") > 0);
    for (const { who, orders } of body.turns as { who: string; orders: number }[]) if (who === "seller" || who === "mediator") assert.equal(orders, await found(`owes=${who}`));
  }
});

test("a statement as CSV has one row for each line, and what a spreadsheet would calculate is text in it", async () => {
  const odd = await server.place({ externalId: "=1+1", seller: { id: "odd", country: "CN" } });
  const buyer = await server.as("buyer", odd.buyer.id);
  await buyer.command(odd.id, { type: "PayOrder", method: "card" });
  await server.advance("P1D");
  const seller = await server.as("seller", "odd");
  await seller.command(odd.id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: "SB000000000001" });
  await server.advance("P200D");
  const { body } = await seller.get("/v1/sellers/odd/statement");
  const { headers, body: text } = await seller.call("GET", "/v1/sellers/odd/statement", undefined, { headers: { accept: "text/csv" } });
  assert.match(headers.get("content-type") ?? "", /^text\/csv/);
  const rows = (text as string).trimEnd().split("\r\n");
  assert.equal(rows.length, body.lines.length + 1);
  assert.match(rows[1]!, /,'=1\+1,/);
});
