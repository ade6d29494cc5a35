// A return's label: the PDF is made a picture by PDFium and its codes are read by ZXing; its text is read from its own fonts.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { ReturnLabel } from "../src/label/label.ts";
import { labelPdf } from "../src/label/pdf.ts";
import { startTestServer, type Client, type Json, type TestServer } from "./support/client.ts";
import { codesIn, pagesOf, type Picture } from "./support/pdfPicture.ts";
import { pdfText } from "./support/pdfText.ts";

const PRINTER = 203;
const label: ReturnLabel = {
  rma: "RMA-ACEA5A8642CA", orderNumber: "A-1001", carrier: "usps", trackingNumber: "9400100110368068953341", reasons: ["damaged in transit"], url: null, language: "en", size: "a6", madeAt: 0,
  from: { name: "Ann Lee", address: "388 Townsend St\nSan Francisco, CA 94107", country: "US" }, to: { name: "Cactus Shop", address: "Kaktusweg 5\n10115 Berlin", country: "DE" },
};
const madeOf = async (change: Partial<ReturnLabel>): Promise<Buffer> => Buffer.from(await labelPdf({ ...label, ...change }));
const letters = (text: string): string => text.replaceAll(/\s/g, "");

const scripts: Record<string, Partial<ReturnLabel>> = {
  Latin: {},
  Chinese: { language: "zh", trackingNumber: "SBX0123456789ABCD", to: { name: "仙人掌商店", address: "浙江省杭州市余杭区文一西路969号\n311121", country: "CN" } },
  Cyrillic: { language: "ru", trackingNumber: "RA123456785RU", from: { name: "Анна Каренина", address: "ул. Ленина, 5, кв. 12\n620014 Екатеринбург", country: "RU" } },
  Vietnamese: { size: "4x6", from: { name: "Nguyễn Thị Ánh", address: "12 Đường Nguyễn Huệ\nQuận 1, Thành phố Hồ Chí Minh", country: "VN" } },
};

for (const [script, change] of Object.entries(scripts)) {
  test(`${script}: a thermal printer's picture of the label has its size and says both codes, its text says both addresses`, async () => {
    const wanted = { ...label, ...change, url: "https://shop.example/orders/ord_01a20053-0312-7000-acea-aebe5a8642ca/returns/ret_01a20053-0312-7000-acea-aebe5a8642ca" };
    const pdf = await madeOf(wanted);
    const pages = await pagesOf(pdf, PRINTER);
    const millimetres = pages.map(({ widthPoints, heightPoints }) => [widthPoints, heightPoints].map((points) => Math.round((points * 254) / 72) / 10));
    assert.deepEqual(millimetres, [wanted.size === "a6" ? [105, 148] : [101.6, 152.4]]);
    assert.deepEqual(Object.fromEntries(await codesIn(pages[0]!.picture)), { Code128: wanted.trackingNumber, QRCode: `${wanted.url}#${wanted.rma}` });
    const { text, embedded, fonts } = pdfText(pdf);
    for (const said of [wanted.rma, wanted.orderNumber, wanted.trackingNumber, ...[wanted.from, wanted.to].flatMap(({ name, address }) => [name!, address!])]) assert.ok(letters(text).includes(letters(said)), said);
    assert.equal(embedded, fonts, "every font is in the file");
    assert.doesNotMatch(text, /\[U\+/);
    if (script === "Latin") assert.deepEqual(await madeOf(wanted), pdf, "the same label gives the same bytes");
  });
}

test("the longest names, addresses and numbers stay in their places: both codes are read, nothing is printed at the edge", async () => {
  const pdf = await madeOf({
    trackingNumber: "SB-".padEnd(40, "X7"), orderNumber: "N".repeat(300), reasons: Array(40).fill("something that goes on for ever") as string[],
    from: { name: "W".repeat(400), address: "Straße ".repeat(300), country: "DE" }, to: { name: "仙".repeat(400), address: "浙江省".repeat(300), country: "CN" },
  });
  const [page, ...more] = await pagesOf(pdf, 300);
  assert.equal(more.length, 0);
  assert.deepEqual(Object.fromEntries(await codesIn(page!.picture)), { Code128: "SB-".padEnd(40, "X7"), QRCode: label.rma });
  assert.equal(darkWithin(page!.picture, 0.02), 0);
});

/** How many dark dots lie in an edge of that share of the width. */
function darkWithin({ width, height, data }: Picture, share: number): number {
  const edge = Math.round(width * share);
  let dark = 0;
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) if ((x < edge || x >= width - edge || y < edge || y >= height - edge) && data[(y * width + x) * 4]! < 128) dark += 1;
  return dark;
}

test("a script that the font does not have is not left out silently: its characters are named, and the label says to write the address by hand", async () => {
  const { text } = pdfText(await madeOf({ to: { name: "محمد", address: "شارع النيل 5", country: "EG" } }));
  assert.match(text, /\[U\+0645\]/);
  assert.match(text, /Write the address beside it by hand/);
});

describe("over HTTP", () => {
  let server: TestServer;
  let buyer: Client;
  before(async () => void ([server] = [await startTestServer()], buyer = await server.as("buyer", "ann")));
  after(() => server.close());

  async function returned(): Promise<{ orderId: string; ret: Json; path: string }> {
    const { id } = await server.place({ marketplace: "amazon", buyer: { id: "ann", name: "Анна", address: "ул. Ленина, 5\n620014 Екатеринбург", country: "RU" }, seller: { id: "cactus", name: "Cactus Shop", address: "Kaktusweg 5\n10115 Berlin", country: "DE" } });
    const seller = await server.as("seller", "cactus");
    const done = async (client: Client, command: { type: string; [field: string]: unknown }) => {
      const { status, body } = await client.command(id, command);
      assert.equal(status, 200, JSON.stringify(body));
    };
    await done(buyer, { type: "PayOrder", method: "card" });
    await server.advance("PT2H");
    const number = `SB-LABEL-${id.slice(-12)}`.toUpperCase();
    await done(seller, { type: "ShipOrder", carrier: "sandbox", trackingNumber: number });
    await server.operator.post("/v1/sandbox/carrier/scans", { trackingNumber: number, status: "delivered" });
    await done(buyer, { type: "RequestReturn", lines: [{ sku: "SEED-1", quantity: 1, reason: "damagedInTransit" }] });
    const { body } = await buyer.get(`/v1/orders/${id}`);
    if (body.returns[0].status === "requested") await done(seller, { type: "AuthorizeReturn" });
    const [ret] = (await buyer.get(`/v1/orders/${id}`)).body.returns;
    return { orderId: id, ret, path: `/v1/orders/${id}/returns/${ret.id}/label.pdf` };
  }

  /** The PDF itself: the checked client reads text. */
  async function pdfAt(path: string): Promise<Buffer> {
    const token = (await server.operator.post("/v1/tokens", { role: "buyer", id: "ann" })).body.token as string;
    const answer = await fetch(server.url + path, { headers: { authorization: `Bearer ${token}` } });
    assert.deepEqual([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")], [200, "application/pdf", "private, no-store"]);
    return Buffer.from(await answer.arrayBuffer());
  }

  test("a return's label is at its url: with both addresses, its number and its RMA; a wish for a language and a size is heard", async () => {
    const { ret, path } = await returned();
    assert.equal(ret.label.url, path);
    const pdf = await pdfAt(`${path}?language=ru&size=4x6`);
    const [page] = await pagesOf(pdf, PRINTER);
    assert.equal(Math.round(page!.widthPoints), 288);
    assert.deepEqual(Object.fromEntries(await codesIn(page!.picture)), { Code128: ret.label.trackingNumber, QRCode: ret.rma });
    const { text } = pdfText(pdf);
    for (const said of ["Возврат", "Екатеринбург", "Kaktusweg", "повреждено"]) assert.ok(text.includes(said), said);
    assert.equal((await buyer.get(`${path}?size=a5`)).status, 400);
  });

  test("no label where there is none yet, none of another return, and none once it is void: 404, and the url is gone", async () => {
    const { orderId, ret, path } = await returned();
    assert.equal((await buyer.get(path.replace(ret.id, "ret_01a20053-0312-7000-acea-aebe5a8642ca"))).status, 404);
    assert.equal((await buyer.command(orderId, { type: "CancelReturn" })).status, 200);
    const { status, body } = await buyer.get(path);
    assert.deepEqual([status, body.detail], [404, "This label is void: a parcel with it is refused."]);
    assert.equal((await buyer.get(`/v1/orders/${orderId}`)).body.returns[0].label.url, null);
  });

  test("a label that a carrier made is not set anew by us when that carrier is not connected any more: it would carry no postage", async () => {
    const { orderId, ret, path } = await returned();
    await server.engine.store.shipments.keep({ returnId: ret.id, orderId, gateway: "easypost", shipmentId: "shp_1", madeAt: 1 });
    const { status, body } = await buyer.get(path);
    assert.deepEqual([status, body.detail], [404, "The carrier that made this label is not connected."]);
  });

  test("whoever is erased has no label any more: 410", async () => {
    const { path } = await returned();
    const erased = await server.operator.call("DELETE", "/v1/people/buyer/ann/words");
    assert.ok(erased.status < 300, JSON.stringify(erased.body));
    assert.equal((await server.operator.get(path)).status, 410);
  });
});
