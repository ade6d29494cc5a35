// Who may do what, as one table: every route and every command × every kind of caller × their own order, somebody else's, nobody's.
// A route or command that is missing here fails the test.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { routesOf } from "../src/api/app.ts";
import { contractCommands } from "../src/api/commandRoles.ts";
import { startTestServer, type Client, type Reply, type TestServer } from "./support/client.ts";

const callers = ["nobody", "buyer", "seller", "otherBuyer", "otherSeller", "mediator", "operator", "operatorKey", "ordersKey", "readKey"] as const;
type CallerName = (typeof callers)[number];
/** What the first gate says: `in` is anything that comes after it, such as a wrong shape or a rule's refusal. */
type Gate = "in" | 401 | 403 | 404;
type Row = Record<CallerName, Gate>;

const row = (buyer: Gate, seller: Gate, strangers: Gate, mediator: Gate, operator: Gate, operatorKey: Gate, ordersKey: Gate, readKey: Gate): Row =>
  ({ nobody: 401, buyer, seller, otherBuyer: strangers, otherSeller: strangers, mediator, operator, operatorKey, ordersKey, readKey });

//                      buyer seller others mediator operator key   orders read
const everybody: Row = { ...row("in", "in", "in", "in", "in", "in", "in", "in"), nobody: "in" };
const readers = row("in", "in", "in", "in", "in", "in", "in", "in");
const actors = row("in", "in", "in", "in", "in", "in", 403, 403);
const placers = row(403, 403, 403, 403, "in", "in", "in", 403);
const operators = row(403, 403, 403, 403, "in", "in", 403, 403);
/** For the cookie of a session alone: a key or a token is none. */
const sessions = row(401, 401, 401, 401, 401, 401, 401, 401);
const keyHolders = row(403, 403, 403, 403, 403, "in", 403, 403);
/** Of an order that is ann's and cactus's. */
const readersOfOrder = row("in", "in", 404, "in", "in", "in", "in", "in");
const actorsOnOrder = row("in", "in", 404, "in", "in", "in", 403, 403);

const routes: Record<string, Row> = {
  "post /v1/orders": placers, "post /v1/orders:batch": placers, "get /v1/orders:open": readers, "get /v1/effects": operators, "get /v1/audit": operators, "get /v1/ledger": operators, "get /v1/extensions": operators, "get /v1/extensions/{batch}": operators, "get /v1/sellers/{id}/payout-account": row(404, "in", 404, 404, "in", "in", 404, 404), "put /v1/sellers/{id}/payout-account": row(404, "in", 404, 404, "in", "in", 403, 403), "get /v1/sellers/{id}/statement": row(404, "in", 404, 404, "in", "in", 404, 404), "get /v1/orders": readers, "get /v1/orders/{id}": readersOfOrder,
  "post /v1/orders/{id}/commands": actorsOnOrder, "get /v1/orders/{id}/events": readersOfOrder, "get /v1/orders/{id}/journal": readersOfOrder,
  "get /v1/orders/{id}/messages": readersOfOrder, "post /v1/orders/{id}/messages": actorsOnOrder, "get /v1/stream": readers,
  "get /v1/orders/{id}/dossier": readersOfOrder, "get /v1/orders/{id}/returns/{returnId}/label.pdf": readersOfOrder, "get /v1/labels/unrefunded": operators, "get /v1/orders/{id}/ladder": readersOfOrder, "get /v1/dossier-key": everybody, "get /v1/dossier-verifier": everybody,
  "get /v1/risk/holds": operators, "get /v1/risk/{role}/{id}": row("in", 404, 404, "in", "in", "in", 404, 404), "get /v1/orders/{id}/alike": row(403, 403, 404, "in", "in", "in", 403, 403),
  "post /v1/evidence": actors, "get /v1/evidence/{id}": readersOfOrder,
  "post /v1/tokens": operators, "post /v1/keys": keyHolders, "get /v1/keys": keyHolders, "delete /v1/keys/{id}": keyHolders,
  "delete /v1/people/{role}/{id}/words": operators, "get /v1/marketplaces": readers, "get /v1/tracking-numbers": readers, "get /v1/policies": readers, "get /v1/policies/{name}": readers, "get /v1/policies/{name}/diagram.svg": readers,
  "get /v1/people/{role}/{id}/export": row("in", 404, 404, 404, "in", "in", 404, 404),
  "get /v1/policies/{name}/versions": readers, "get /v1/policies/{name}/versions/{version}": readers, "get /v1/policies/{name}/versions/{version}/changes": readers,
  "get /v1/policies/{name}/proof": readers, "post /v1/policies": operators, "post /v1/policies/{name}/versions/{version}/confirm": operators,
  "post /v1/policies/{name}/versions/{version}/reject": operators,
  "get /v1/laws": readers, "post /v1/withdrawals": everybody, "post /v1/withdrawals/{id}/confirm": everybody, "get /v1/withdrawals/{id}": everybody,
  "get /v1/orders/{id}/withdrawals/{withdrawal}": readersOfOrder,
  "get /v1/sandbox/clock": operators, "post /v1/sandbox/clock": operators, "get /v1/sandbox/institution": operators, "post /v1/sandbox/institution": operators,
  "get /v1/sandbox/institution/refunds": operators, "post /v1/sandbox/institution/payments/{id}/confirm": operators,
  "post /v1/sandbox/institution/payments/{id}/reject": operators, "post /v1/sandbox/institution/refunds/{key}/settle": operators,
  "post /v1/sandbox/institution/refunds/{key}/fail": operators, "post /v1/sandbox/institution/refunds/{key}/reverse": operators,
  "post /v1/sandbox/institution/payments/{id}/chargeback": operators,
  "post /v1/sandbox/carrier/scans": operators,
  "get /v1/session": everybody, "delete /v1/session": everybody, "post /v1/session/proof": sessions, "post /v1/session/orders": sessions, "get /v1/sessions": sessions, "delete /v1/sessions/{id}": sessions,
  "post /v1/auth/sign-up/email": everybody, "post /v1/auth/sign-in/email": everybody, "post /v1/auth/sign-in/social": everybody, "get /v1/auth/callback/{provider}": everybody,
  "post /v1/auth/request-password-reset": everybody, "post /v1/auth/reset-password": everybody, "post /v1/auth/send-verification-email": everybody, "get /v1/auth/verify-email": everybody,
  "post /v1/notices/{sender}": everybody,
  "post /v1/webhooks": operators, "get /v1/webhooks": operators, "delete /v1/webhooks/{id}": operators, "post /v1/webhooks/{id}/pause": operators, "post /v1/webhooks/{id}/resume": operators,
  "get /v1/webhooks/{id}/deliveries": operators, "post /v1/webhooks/{id}/deliveries/{delivery}/replay": operators,
  "get /v1/mail/unsubscribe/{token}": everybody, "post /v1/mail/unsubscribe/{token}": everybody, "get /v1/me/mail": sessions, "put /v1/me/mail": sessions,
  "get /v1/me/views": actors, "post /v1/me/views": actors, "put /v1/me/views/{id}": actors, "delete /v1/me/views/{id}": actors,
  "get /v1/mails": operators, "post /v1/mails/{id}/again": operators, "get /v1/sandbox/mail": operators, "get /v1/sandbox/mail/{id}": operators,
  "get /v1/people": operators, "post /v1/people": operators, "delete /v1/people/{role}/{id}": operators, "get /v1/demo/people": everybody, "post /v1/session/demo": everybody, "post /v1/demo": everybody, "get /v1/demo/clock": everybody, "post /v1/demo/clock": everybody, "get /v1/sandbox/letters": operators,
  "post /v1/payouts": operators, "get /v1/payouts": { ...row(403, "in", 403, 403, "in", "in", 403, 403), otherSeller: "in" }, "get /v1/payout-batches": operators, "post /v1/payouts/{id}/inquire": operators, "post /v1/payouts/{id}/resolve": operators,
  "get /v1/payouts/{id}": { ...row(403, "in", 403, 403, "in", "in", 403, 403), otherSeller: "in" },
  "get /v1/sandbox/institution/payouts": operators, "post /v1/sandbox/institution/payouts/{key}/settle": operators, "post /v1/sandbox/institution/payouts/{key}/fail": operators,
  "get /health": everybody, "get /openapi.json": everybody, "get /docs": everybody, "get /docs/{file}": everybody,
  "get /docs/refusals": everybody, "get /docs/refusals/{code}": everybody, "get /docs/problems/{kind}": everybody,
};

/** API.md's table of commands: which roles may give each. Institution, carrier and clock never come by token. */
const commands: Record<string, string> = {
  PayOrder: "buyer", ConfirmPayment: "", RejectPayment: "", ReducePrice: "seller", CancelOrder: "buyer seller", BeginDispatch: "seller operator",
  DeleteOrder: "buyer", RestoreOrder: "buyer", RequestCancellation: "buyer", AcceptCancellation: "seller", RefuseCancellation: "seller", WithdrawCancellation: "buyer",
  ShipOrder: "seller operator", RecordScan: "", ExtendProtection: "seller", ConfirmReceipt: "buyer", RequestReturn: "buyer",
  AuthorizeReturn: "seller operator", DeclineReturn: "seller operator", CallOffReturn: "seller operator", ApproveRefund: "seller operator",
  CancelReturn: "buyer", PostReturn: "buyer", ReceiveReturn: "seller operator", ShipReplacement: "seller operator",
  OpenClaim: "buyer", AcceptClaim: "seller", RefuseClaim: "seller", MakeOffer: "buyer seller", AcceptOffer: "buyer seller", ReviseClaim: "buyer",
  WithdrawClaim: "buyer", EscalateClaim: "buyer seller", AddEvidence: "buyer seller", DecideClaim: "mediator operator", AppealDecision: "buyer seller",
  StopRefund: "seller operator", ReissueRefund: "operator", InquireRefund: "operator", ResolveRefund: "operator", ConfirmRefundFailure: "operator", DismissRefundFailure: "operator",
  InquireChargeback: "operator", RequestReversal: "buyer seller operator",
  AnswerReversal: "buyer", AppealReversal: "buyer", AskForMore: "operator", GrantReversal: "operator", RefuseReversal: "operator",
  HoldRefund: "operator", TakeHold: "operator", ReleaseHold: "operator", SanctionBuyer: "operator", AnswerSanction: "buyer seller", AppealSanction: "buyer seller", UpholdSanction: "mediator operator", LiftSanction: "mediator operator", OpenChargeback: "", CloseChargeback: "",
  WithdrawFromContract: "buyer", ExtendDeadline: "operator", TakeBackExtension: "operator",
  ExpirePayment: "", ExpireVerification: "", ExpireShipment: "", ReleaseEscrow: "", LapseClaim: "", ExpireReturn: "", ExecuteDecision: "", SubmitRefund: "", ExpireReversal: "",
};

let server: TestServer;
let clients: Record<CallerName, Client>;
let orderId: string;
let evidenceId: string;
const NOBODYS = "ord_01a20053-0312-7000-acea-aebe5a8642ca";

before(async () => {
  server = await startTestServer();
  clients = {
    nobody: server.nobody, buyer: await server.as("buyer", "ann"), seller: await server.as("seller", "cactus"), otherBuyer: await server.as("buyer", "cactus"),
    otherSeller: await server.as("seller", "ann"), mediator: await server.as("mediator", "mia"), operator: await server.as("operator", "olga"),
    operatorKey: server.operator, ordersKey: await server.withKey("orders"), readKey: await server.withKey("read"),
  };
  orderId = (await server.place()).id;
  evidenceId = await evidenceOnOrder();
});
after(() => server.close());

/** A picture that ann has used on the order. */
async function evidenceOnOrder(): Promise<string> {
  const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
  const bytes = new FormData();
  bytes.append("file", new File([png], "a.png", { type: "image/png" }));
  const { body } = await clients.buyer.call("POST", "/v1/evidence", undefined, { raw: { type: "", bytes } });
  await clients.buyer.command(orderId, { type: "PayOrder", method: "card" });
  await server.advance("PT2H");
  await clients.seller.command(orderId, { type: "ShipOrder", carrier: "sandbox", trackingNumber: "SB-AUTHORIZATION" });
  await server.advance("P12D");
  const claim = await clients.buyer.command(orderId, { type: "OpenClaim", ground: "notTracked", evidence: [body.id] });
  assert.equal(claim.status, 200, JSON.stringify(claim.body));
  return body.id as string;
}

const gateOf = ({ status }: Reply): Gate => (status === 401 || status === 403 || status === 404 ? status : "in");

/** Calls a route with an empty body, or what its shape demands before it looks for anything. A stream is left as soon as it has answered. */
async function knock(caller: CallerName, method: string, path: string): Promise<Reply> {
  const body = method !== "post" && method !== "put" ? undefined : path.endsWith("/resolve") ? { outcome: "settled", reason: "a report" } : path.endsWith("/payout-account") ? { account: "acct_x" } : {};
  if (path !== "/v1/stream") return clients[caller].call(method.toUpperCase(), path, body);
  const leaving = new AbortController();
  const token = await tokenFor(caller);
  const answer = await fetch(server.url + path, { headers: token === null ? {} : { authorization: `Bearer ${token}` }, signal: leaving.signal });
  leaving.abort();
  return { status: answer.status, body: null, headers: answer.headers };
}

async function tokenFor(caller: CallerName): Promise<string | null> {
  if (caller === "nobody") return null;
  return (await server.operator.post("/v1/tokens", { role: "buyer", id: caller })).body.token as string;
}

test("the table has every route and every command, and none that is not there", () => {
  assert.deepEqual(Object.keys(routes).sort(), routesOf(true).map(({ method, path }) => `${method} ${path}`).sort());
  assert.deepEqual(Object.keys(commands).sort(), [...contractCommands].sort());
});

for (const [name, gates] of Object.entries(routes)) {
  test(`${name}: ${callers.map((caller) => `${caller} ${gates[caller]}`).join(", ")}`, async () => {
    const [method = "", template = ""] = name.split(" ");
    for (const caller of callers) {
      const path = template
        .replace("/orders/{id}", `/orders/${orderId}`).replace("/evidence/{id}", `/evidence/${evidenceId}`).replace("{role}", "buyer")
        .replace("people/buyer/{id}/export", "people/buyer/ann/export").replace("people/buyer/{id}", "people/buyer/nobody-at-all").replace("{name}", "aliexpress").replace("{version}", "1").replace("{code}", "OrderClosed").replace("{kind}", "shape")
        .replace("/sellers/{id}", "/sellers/cactus").replace("/risk/buyer/{id}", "/risk/buyer/ann").replace("{file}", "start.js").replace("{provider}", "marketplace").replaceAll(/\{\w+\}/g, "x");
      const gate = gateOf(await knock(caller, method, path));
      // A key, payment or refund "x" is nobody's: whoever is let in finds nothing.
      const expected = gates[caller] === "in" && path.includes("/x") ? 404 : gates[caller];
      assert.equal(gate, expected, caller);
    }
  });

  if (!name.includes("/orders/{id}") && !name.includes("/evidence/{id}")) continue;
  test(`${name}: what is nobody's is 404 for everybody, before any role is looked at`, async () => {
    const [method = "", template = ""] = name.split(" ");
    const path = template.replace("/orders/{id}", `/orders/${NOBODYS}`).replace("{id}", NOBODYS.replace("ord", "evi"));
    for (const caller of callers) assert.equal(gateOf(await knock(caller, method, path)), caller === "nobody" ? 401 : 404, caller);
  });
}

const roleOf: Partial<Record<CallerName, string>> = { buyer: "buyer", seller: "seller", mediator: "mediator", operator: "operator", operatorKey: "operator" };

for (const [command, roles] of Object.entries(commands)) {
  test(`${command}: ${roles === "" ? "nobody by token" : roles}; 403 for other roles, 404 where the order is not theirs, 401 for strangers to the house`, async () => {
    for (const caller of callers) {
      const expected: Gate = caller === "nobody" ? 401 : caller.startsWith("other") ? 404 : roles.split(" ").includes(roleOf[caller] ?? "none") ? "in" : 403;
      // An unknown field lets a command in and changes nothing.
      const reply = await clients[caller].command(orderId, { type: command, nothing: true });
      assert.equal(gateOf(reply), expected, `${caller}: ${JSON.stringify(reply.body)}`);
      assert.notEqual(reply.status, 200);
      const nobodys = await clients[caller].command(NOBODYS, { type: command });
      assert.equal(nobodys.status, caller === "nobody" ? 401 : 404, caller);
    }
  });
}
