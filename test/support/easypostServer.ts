// A stand-in for EasyPost that speaks its published interface over HTTP: its answers are recorded ones with the caller's own parts in
// them. It sells each shipment once, keeps count, signs its messages, and can fail before or after it did what it was asked.
import { createHmac, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { EasypostSettings } from "../../src/engine/gateways/easypost/client.ts";
import type { Json } from "./client.ts";

export type Operation = "create" | "retrieve" | "rerate" | "buy" | "refund" | "batch" | "file";
/** `html`: something between answered in its place; `reset`: the connection breaks. `hang…`: no answer comes; `500…`: a bad one does. `After`: it was done all the same. */
export type Fault = "html" | "reset" | "hangBefore" | "hangAfter" | "500Before" | "500After";
export type Detail = { status: string; status_detail?: string; datetime: string; city?: string | null; country?: string | null };

const recorded = (name: string): Json => JSON.parse(readFileSync(new URL(`../fixtures/easypost/${name}.json`, import.meta.url), "utf8"));
const idOf = (prefix: string): string => `${prefix}_${randomBytes(16).toString("hex")}`;
const refused = (status: number, code: string, message: string): { status: number; body: Json } => ({ status, body: { error: { code, message, errors: [] } } });

export type EasypostServer = Awaited<ReturnType<typeof openEasypostServer>>;

export async function openEasypostServer() {
  const settings: EasypostSettings = { name: "easypost", apiKey: "EZAKstandin", webhookSecret: "sécret of the stand-in", api: "", weightOunces: 32, timeoutMs: 400 };
  const shipments = new Map<string, Json>();
  const calls: { operation: Operation; body: Json }[] = [];
  const faults: { on: Operation; fault: Fault }[] = [];
  const moved = new Map<string, { status: string; details: Detail[] }>();
  let bought = 0;
  /** What becomes of the next refunds asked for; a number refuses with that status. */
  const refunds: (string | number)[] = [];

  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (part: string) => (text += part)).on("end", () => answer(request, response, text === "" ? {} : JSON.parse(text)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  settings.api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function answer(request: IncomingMessage, response: ServerResponse, body: Json): void {
    const [, version, noun, id, verb] = new URL(request.url!, settings.api).pathname.split("/");
    const operation = operationOf(request.method!, noun!, id, verb);
    if (operation !== "file" && request.headers.authorization !== `Basic ${Buffer.from(`${settings.apiKey}:`).toString("base64")}`) return send(response, refused(401, "APIKEY.INACTIVE", "no"));
    calls.push({ operation, body });
    const fault = faults[0]?.on === operation ? faults.shift()!.fault : null;
    if (fault === "hangBefore") return;
    if (fault === "reset") return void request.socket.destroy();
    if (fault === "html") return void response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
    if (fault === "500Before") return send(response, refused(500, "INTERNAL_SERVER_ERROR", "before"));
    const done = version === "v2" ? perform(operation, id ?? "", body) : null;
    if (fault === "hangAfter") return;
    if (fault === "500After") return send(response, refused(500, "INTERNAL_SERVER_ERROR", "after"));
    if (done === null) return void response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF-1.4 the carrier's own label");
    send(response, done);
  }

  function perform(operation: Operation, id: string, body: Json): { status: number; body: Json } {
    const shipment = shipments.get(id) ?? [...shipments.values()].find(({ reference }) => reference === id);
    if (operation === "create") return { status: 201, body: made(body.shipment) };
    if (operation === "batch") return { status: 200, body: { trackers: (body.tracking_codes as string[]).flatMap(trackersOf) } };
    if (!shipment) return refused(404, "NOT_FOUND", "The requested resource could not be found.");
    if (operation === "buy") {
      if (shipment.postage_label) return refused(422, "SHIPMENT.POSTAGE.EXISTS", "Postage already exists for this shipment. Can not buy more postage.");
      buy(shipment, body.rate.id);
    }
    if (operation === "refund") {
      const outcome = refunds.shift() ?? "submitted";
      if (typeof outcome === "number") return refused(outcome, "SHIPMENT.REFUND.UNAVAILABLE", "Refund request cannot be processed.");
      shipment.refund_status = outcome;
    }
    return { status: 200, body: shipment };
  }

  function made(wanted: Json): Json {
    const { postage_label: _label, tracker: _tracker, selected_rate: _rate, fees: _fees, ...rest } = recorded("shipment");
    const id = idOf("shp");
    const rates = rest.rates.map((rate: Json) => ({ ...rate, id: idOf("rate"), shipment_id: id }));
    const shipment = { ...rest, ...wanted, id, rates, tracking_code: null, postage_label: null, tracker: null, selected_rate: null, refund_status: null };
    shipments.set(id, shipment);
    return shipment;
  }

  function buy(shipment: Json, rateId: string): void {
    const { postage_label: label, tracker } = recorded("shipment");
    bought += 1;
    const code = `940010011036806895${String(3000 + bought)}`;
    Object.assign(shipment, {
      tracking_code: code, selected_rate: shipment.rates.find(({ id }: Json) => id === rateId), tracker: { ...tracker, id: idOf("trk"), tracking_code: code, shipment_id: shipment.id },
      postage_label: { ...label, label_url: `${settings.api}/files/${shipment.id}.pdf`, label_pdf_url: null },
    });
  }

  const trackersOf = (code: string): Json[] => [...shipments.values()].filter((shipment) => shipment.tracking_code === code).map((shipment) => trackerOf(shipment));

  /** The tracker as it stands: the recorded one, with what was said to have happened since. */
  function trackerOf(shipment: Json): Json {
    const tracker = recorded("tracker");
    const { status, details } = moved.get(shipment.tracking_code) ?? { status: "pre_transit", details: [] };
    const [like] = tracker.tracking_details;
    return {
      ...tracker, id: shipment.tracker.id, tracking_code: shipment.tracking_code, shipment_id: shipment.id, status, mode: "production",
      tracking_details: [...tracker.tracking_details, ...details.map(({ city = null, country = null, ...detail }) => ({ ...like, ...detail, tracking_location: { ...like.tracking_location, city, country } }))],
    };
  }

  return {
    settings, shipments, calls, faults, refunds,
    bought: () => bought,
    called: (operation: Operation) => calls.filter((call) => call.operation === operation).length,
    /** What the carrier has seen of that parcel, all of it. */
    move: (code: string, status: string, details: Detail[]) => void moved.set(code, { status, details }),
    trackerOf: (code: string) => trackersOf(code)[0] as Json,
    /** A message as EasyPost would send it, signed as EasyPost signs. */
    message(description: string, result: Json, change: Json = {}, secret = settings.webhookSecret) {
      const body = JSON.stringify({ description, mode: "production", previous_attributes: {}, id: idOf("evt"), object: "Event", status: "pending", result, ...change });
      return { headers: { "content-type": "application/json", "x-hmac-signature": signature(body, secret) }, body };
    },
    close: () => new Promise<unknown>((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

/** HMAC-SHA-256 over the very bytes, the secret in its decomposed form. */
export const signature = (body: string, secret: string): string => `hmac-sha256-hex=${createHmac("sha256", Buffer.from(secret.normalize("NFKD"), "utf8")).update(body, "utf8").digest("hex")}`;

function operationOf(method: string, noun: string, id?: string, verb?: string): Operation {
  if (noun !== "shipments" && noun !== "trackers") return "file";
  if (noun === "trackers") return "batch";
  if (method === "GET") return "retrieve";
  return id === undefined ? "create" : (verb as Operation);
}

function send(response: ServerResponse, { status, body }: { status: number; body: Json }): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
