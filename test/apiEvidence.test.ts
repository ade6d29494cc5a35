// Evidence: what is taken, what is not, who may see it, and that it is gone with its uploader.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestServer, type Client, type Reply, type TestServer } from "./support/client.ts";

let server: TestServer;
before(async () => void (server = await startTestServer()));
after(() => server.close());

const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const pdf = Buffer.from("%PDF-1.4\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n", "latin1");

function upload(client: Client, bytes: Uint8Array, type = "", name = "a file.png", field = "file"): Promise<Reply> {
  const form = new FormData();
  form.append(field, new File([bytes as Uint8Array<ArrayBuffer>], name, { type }));
  return client.call("POST", "/v1/evidence", undefined, { raw: { type: "", bytes: form } });
}

test("a file is what its bytes say; a declaration that says otherwise is refused", async () => {
  const ann = await server.as("buyer", "ann");
  const table: [Uint8Array, string, number][] = [
    [png, "image/png", 201], [png, "", 201], [png, "application/octet-stream", 201], [pdf, "application/pdf", 201],
    [png, "image/jpeg", 422], [pdf, "image/png", 422], [Buffer.from("<script>alert(1)</script>"), "image/png", 415],
    [Buffer.from("PK\u0003\u0004 a zip"), "application/pdf", 415], [new Uint8Array(), "image/png", 422],
  ];
  for (const [bytes, type, expected] of table) assert.equal((await upload(ann, bytes, type)).status, expected, `${bytes.length} bytes as ${type}`);
  assert.equal((await upload(ann, png, "image/png", "x.png", "picture")).status, 422);
  assert.equal((await ann.post("/v1/evidence", {})).status, 415);
  assert.equal((await ann.call("POST", "/v1/evidence", undefined, { raw: { type: "multipart/form-data; boundary=x", bytes: "no parts" } })).status, 400);
});

test("a file over 25 MiB is 413", async () => {
  const big = Buffer.concat([png, Buffer.alloc(25 * 1024 * 1024)]);
  assert.equal((await upload(await server.as("buyer", "ann"), big, "image/png")).status, 413);
});

test("evidence is seen by its uploader, by the parties of the orders it is used on, by mediators and operators, and downloaded safely", async () => {
  const [ann, cactus, mia, stranger] = await Promise.all([server.as("buyer", "ann"), server.as("seller", "cactus"), server.as("mediator", "mia"), server.as("buyer", "stranger")]);
  const { id } = await server.place();
  const evidence = (await upload(ann, png, "image/png", "crack/ed \"seeds\".png")).body.id as string;
  const see = async (client: Client): Promise<number> => (await client.get(`/v1/evidence/${evidence}`)).status;
  assert.deepEqual(await Promise.all([ann, cactus, mia, server.operator, stranger].map(see)), [200, 404, 200, 200, 404]);
  await ann.command(id, { type: "PayOrder", method: "card" });
  await server.advance("PT2H");
  await cactus.command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: "SB-EVIDENCE-1" });
  await server.operator.post("/v1/sandbox/carrier/scans", { trackingNumber: "SB-EVIDENCE-1", status: "delivered", country: "DE" });
  await server.advance("P12D");
  const opened = await ann.command(id, { type: "OpenClaim", ground: "defective", evidence: [evidence], note: "all dead" });
  assert.equal(opened.status, 200, JSON.stringify(opened.body));
  assert.deepEqual(await Promise.all([ann, cactus, stranger].map(see)), [200, 200, 404]);
  const { headers } = await cactus.get(`/v1/evidence/${evidence}`);
  assert.match(headers.get("content-disposition")!, /^attachment; filename\*=UTF-8''crack_ed/);
  assert.match(headers.get("content-security-policy")!, /^sandbox/);
  assert.deepEqual([headers.get("content-type"), headers.get("x-content-type-options")], ["image/png", "nosniff"]);
  const foreign = await cactus.command(id, { type: "AddEvidence", evidence: [evidence] });
  assert.deepEqual([foreign.status, foreign.body.refusal], [409, "EvidenceNotFound"]);
  await server.operator.call("DELETE", "/v1/people/buyer/ann/words");
  assert.equal(await see(cactus), 410);
});

test("an id that is none of ours is 404", async () => {
  for (const id of ["evi_", "ord_01a20053-0312-7000-acea-aebe5a8642ca", "%00", "..%2f..%2fetc", "evi_01a20053-0312-7000-acea-aebe5a8642ca"]) {
    assert.equal((await server.operator.get(`/v1/evidence/${id}`)).status, 404, id);
  }
});
