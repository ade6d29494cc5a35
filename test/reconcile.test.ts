// Reconciliation finds every planted difference and raises no false alarm: real refunds through a real server, its institution's own
// record, and that record with faults in it. On the command line with a report as a file.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { reconcileWith } from "../src/cli/reconcile.ts";
import type { ReportedRefund } from "../src/engine/gateways/gateway.ts";
import { reconcile } from "../src/engine/reconcile.ts";
import { startTestServer, type Json, type TestServer } from "./support/client.ts";
import { scratchFolder } from "./support/histories.ts";

describe("an institution's report", () => {
  let server: TestServer;
  let report: ReportedRefund[];
  const refunds: Record<string, Json> = {};

  before(async () => {
    server = await startTestServer();
    await server.operator.post("/v1/sandbox/institution", { mode: "manual" });
    for (const kind of ["settled", "submitted", "stopped", "failed", "reversed", "unknown", "approved"]) refunds[kind] = await refunded(kind);
    report = (await server.operator.get("/v1/sandbox/institution/refunds")).body.refunds.map((one: Json) => ({ ...one, at: Date.parse(one.at), status: one.status === "failed" ? "failed" : one.status }));
  });
  after(() => server.close());

  /** A cancelled order whose refund comes to that status. */
  async function refunded(kind: string): Promise<Json> {
    const order = await server.place();
    const ann = await server.as("buyer", "ann");
    const paid = (await ann.command(order.id, { type: "PayOrder", method: "card" })).body.order;
    await server.operator.post(`/v1/sandbox/institution/payments/${paid.payments[0].id}/confirm`);
    await ann.command(order.id, { type: "RequestCancellation", reason: "noLongerWanted" });
    const { refunds: [refund] } = (await (await server.as("seller", "cactus")).command(order.id, { type: "AcceptCancellation" })).body.order;
    if (kind === "stopped") await server.operator.command(order.id, { type: "StopRefund", refundId: refund.id });
    if (kind === "unknown") await server.operator.post("/v1/sandbox/institution", { next: ["timeoutAfterAccept", "timeoutAfterAccept", "timeoutAfterAccept"] });
    if (kind !== "approved" && kind !== "stopped") await server.advance("PT2H");
    if (kind === "unknown") await server.operator.post("/v1/sandbox/institution", { next: [] });
    if (kind === "failed") await server.operator.post(`/v1/sandbox/institution/refunds/${refund.id}/fail`);
    if (kind === "settled" || kind === "reversed") await server.operator.post(`/v1/sandbox/institution/refunds/${refund.id}/settle`);
    if (kind === "reversed") await server.operator.post(`/v1/sandbox/institution/refunds/${refund.id}/reverse`);
    const now = (await server.operator.get(`/v1/orders/${order.id}`)).body.refunds.find((one: Json) => one.id === refund.id);
    assert.equal(now.status, kind);
    return now;
  }

  const compared = async (lines: ReportedRefund[]) => (await reconcile(server.engine.store, lines)).differences.map(({ kind, key }) => [kind, key]);
  const changed = (kind: string, change: Partial<ReportedRefund>) => report.map((one) => (one.key === refunds[kind].id ? { ...one, ...change } : one));

  test("that is right agrees, but for what was executed while its outcome is unknown", async () => {
    assert.deepEqual(await compared(report), [["openHere", refunds.unknown.id]]);
  });

  test("with one fault planted names just that", async () => {
    const open = ["openHere", refunds.unknown.id];
    const planted: [string, ReportedRefund[], string[][]][] = [
      ["a refund that nobody here knows", [...report, { key: "rfd_nobody", amountMinor: 5, currency: "USD", status: "settled", at: report[0]!.at }], [["missingHere", "rfd_nobody"]]],
      ["a line that is missing", report.filter(({ key }) => key !== refunds.submitted.id), [["missingThere", refunds.submitted.id]]],
      ["a cent more", changed("settled", { amountMinor: refunds.settled.amountMinor + 1 }), [["amount", refunds.settled.id]]],
      ["another currency", changed("settled", { currency: "EUR" }), [["amount", refunds.settled.id]]],
      ["another outcome", changed("settled", { status: "failed" }), [["state", refunds.settled.id]]],
      ["money that was to stay", [...report, { key: refunds.stopped.id, amountMinor: refunds.stopped.amountMinor, currency: "USD", status: "settled", at: report[0]!.at }], [["state", refunds.stopped.id]]],
      ["money sent before its time", [...report, { key: refunds.approved.id, amountMinor: refunds.approved.amountMinor, currency: "USD", status: "submitted", at: report[0]!.at }], [["state", refunds.approved.id]]],
      ["the same line twice", [...report, report.find(({ key }) => key === refunds.settled.id)!], [["twice", refunds.settled.id]]],
    ];
    for (const [what, lines, found] of planted) assert.deepEqual(new Set((await compared(lines)).map(String)), new Set([...found, open].map(String)), what);
  });

  test("of a part of the time misses nothing from outside it", async () => {
    const only = report.filter(({ key }) => key === refunds.settled.id);
    assert.deepEqual(await compared(only), []);
    assert.deepEqual((await compared(only.map((one) => ({ ...one, at: null })))).filter(([kind]) => kind === "missingThere").map(([, key]) => key).sort(), [refunds.submitted.id, refunds.reversed.id].sort());
  });

  test("is read from a file; what is no report is said with its line", async (context) => {
    const file = join(scratchFolder(context), "report.csv");
    const lines = report.map(({ key, amountMinor, currency, status, at }) => [key, amountMinor, currency, status, new Date(at!).toISOString()].join(","));
    await writeFile(file, `key,amountMinor,currency,status,at\n${lines.join("\n")}\n`);
    const said: string[] = [];
    assert.equal(await reconcileWith(server.engine.store, { command: "reconcile", payouts: false, institution: null, file, json: false }, (text) => said.push(text)), 1);
    assert.match(said[0]!, new RegExp(`^${refunds.unknown.id}  was executed there, while we wait to hear of it .*\n7 refunds here, ${report.length} reported, 6 agree, 1 differences$`));
    said.length = 0;
    assert.equal(await reconcileWith(server.engine.store, { command: "reconcile", payouts: false, institution: null, file: null, json: true }, (text) => said.push(text)), 1);
    assert.deepEqual(JSON.parse(said[0]!).differences.map((one: Json) => one.kind), ["openHere"]);
    for (const [text, problem] of [["key,amountMinor,currency\nrfd_1,5,USD\n", /line 1: there is no column status/], ["key,amountMinor,currency,status\nrfd_1,5.00,USD,settled\n", /line 2: amountMinor/], ["key,amountMinor,currency,status\nrfd_1,5,USD,done\n", /line 2: status/]] as const) {
      await writeFile(file, text);
      await assert.rejects(reconcileWith(server.engine.store, { command: "reconcile", payouts: false, institution: null, file, json: false }, () => undefined), problem);
    }
  });
});
