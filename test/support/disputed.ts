// An order with everything that a dossier tells: messages in three scripts, evidence, a claim that was refused, decided, appealed and
// decided again, money back, a sanction. Made over HTTP like any other; used by the tests of the dossier and the ladder.
import assert from "node:assert/strict";
import type { Client, TestServer } from "./client.ts";

export const picture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** What was said, so that tests can look for it. */
export const said = {
  buyerName: "Анна Щербакова", sellerName: "仙人掌之家", email: "anna@example.com", title: "Семена кактуса «Опунция» 仙人掌种子",
  russian: "Здравствуйте! Половина семян пришла раздавленной, упаковка вскрыта. Верните, пожалуйста, деньги.",
  chinese: "您好，包裹发出时完好无损，请提供照片。我们可以在平台之外退款给您，请加微信。",
  english: "Here is the picture. \u{1f331}\u{1f480} Please look at the left corner.", note: "Половина семян раздавлена", refusal: "包装在运输途中损坏，与卖家无关。",
  ruling: "The picture shows crushed seeds; half of the price goes back.", appeal: "Прошу пересмотреть: негодны все семена.", fileName: "фото: семена/упаковка.png",
};

export type Disputed = { id: string; buyer: Client; seller: Client; evidence: string };

/** Places the order and plays its dispute up to where the money is on its way back. */
export async function disputedOrder(server: TestServer, number = "Д-1001 仙"): Promise<Disputed> {
  const [buyer, seller, first, second] = await Promise.all([server.as("buyer", "anna"), server.as("seller", "cactus"), server.as("mediator", "mia"), server.as("mediator", "max")]);
  const { id } = await server.place({
    externalId: number, buyer: { id: "anna", name: said.buyerName, email: said.email, address: "ул. Лесная 5, Казань", country: "CN" }, seller: { id: "cactus", name: said.sellerName, country: "CN" },
    currency: "CNY", lines: [{ sku: "SEED-1", title: said.title, quantity: 2, unitPriceMinor: 5000 }],
  });
  const give = async (client: Client, command: { type: string; [field: string]: unknown }): Promise<void> => {
    const { status, body } = await client.command(id, command);
    assert.equal(status, 200, `${command.type}: ${JSON.stringify(body)}`);
  };
  const write = async (client: Client, text: string): Promise<void> => assert.equal((await client.post(`/v1/orders/${id}/messages`, { text })).status, 201);
  await give(buyer, { type: "PayOrder", method: "alipay" });
  await server.advance("PT2H");
  const trackingNumber = `SB-${id.slice(-12).toUpperCase()}`;
  await give(seller, { type: "ShipOrder", carrier: "sandbox", trackingNumber });
  await server.operator.post("/v1/sandbox/carrier/scans", { trackingNumber, status: "delivered", country: "CN", place: "Казань" });
  await server.advance("P7D");
  for (const [client, text] of [[buyer, said.russian], [seller, said.chinese], [buyer, said.english]] as const) await write(client, text);
  const evidence = await upload(buyer, picture, said.fileName);
  await give(buyer, { type: "OpenClaim", ground: "defective", remedy: "money", evidence: [evidence], note: said.note });
  await give(seller, { type: "RefuseClaim", note: said.refusal });
  await give(buyer, { type: "EscalateClaim" });
  await give(first, { type: "DecideClaim", amountMinor: 5000, reasons: ["evidence"], note: said.ruling });
  await give(buyer, { type: "AppealDecision", note: said.appeal });
  await give(second, { type: "DecideClaim", amountMinor: 10250, reasons: ["evidence", "policy"], note: "全额退款。" });
  return { id, buyer, seller, evidence };
}

/** Uploads a file and returns its id. */
export async function upload(client: Client, bytes: Uint8Array, name: string): Promise<string> {
  const form = new FormData();
  form.append("file", new File([bytes as Uint8Array<ArrayBuffer>], name));
  const { status, body } = await client.call("POST", "/v1/evidence", undefined, { raw: { type: "", bytes: form } });
  assert.equal(status, 201, JSON.stringify(body));
  return body.id as string;
}
