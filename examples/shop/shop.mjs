// A shop with Rescind beside it: it sells one thing, places each order at Rescind from its back end, and leads its customer to the
// order's page by a link or in a frame. It keeps nothing: stopped, it has forgotten its orders. Needs Node alone.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";

const { RESCIND_URL = "http://127.0.0.1:4600", RESCIND_KEY, PORT = "4700", HOST = "127.0.0.1" } = process.env;
if (!RESCIND_KEY) throw new Error("set RESCIND_KEY to an operator key of the Rescind server");

/** Whoever is signed in to your shop. The id is what Rescind's orders mean by this customer. */
const customer = { id: "ann", name: "Ann", country: "DE", email: "ann@example.com" };
const seller = { id: "cactus", name: "Cactus Shop", country: "CN" };
const files = { "/": ["index.html", "text/html"], "/embed.js": ["embed.js", "text/javascript"], "/page.js": ["page.js", "text/javascript"], "/shop.css": ["shop.css", "text/css"] };
const orders = [];

/** What Rescind answers. The key stays on this side and never reaches a browser. */
async function rescind(path, body) {
  const answer = await fetch(RESCIND_URL + path, { method: "POST", headers: { authorization: `Bearer ${RESCIND_KEY}`, "content-type": "application/json" }, body: JSON.stringify(body) });
  const said = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${said.detail}`);
  return said;
}

/** Somebody has bought something: the shop's own number is `externalId`. */
async function buy() {
  const order = await rescind("/v1/orders", {
    marketplace: "aliexpress", externalId: `SHOP-${Date.now()}`, buyer: customer, seller, currency: "USD", shippingMinor: 250, shipWithin: "P30D",
    lines: [{ sku: "SEED-1", title: "Cactus seeds", quantity: 2, unitPriceMinor: 500 }],
  });
  orders.unshift({ id: order.id, number: order.externalId });
  return orders[0];
}

/** A link that acts as this customer alone, for a quarter of an hour. Only for orders that are theirs: here all are. */
async function linkTo(orderId) {
  if (!orders.some(({ id }) => id === orderId)) return null;
  const { token } = await rescind("/v1/tokens", { role: "buyer", id: customer.id, ttl: "PT15M" });
  return `${RESCIND_URL}/orders/${orderId}#token=${token}`;
}

/** Nothing of another site runs in the shop's page, and nothing but Rescind is shown in its frame. */
const policy = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src ${new URL(RESCIND_URL).origin}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

async function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url, "http://shop");
  const json = (status, body) => response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" }).end(JSON.stringify(body));
  const file = files[pathname];
  if (request.method === "GET" && file) {
    const text = await readFile(new URL(file[0], import.meta.url));
    return response.writeHead(200, { "content-type": `${file[1]}; charset=utf-8`, "content-security-policy": policy }).end(text);
  }
  if (request.method === "GET" && pathname === "/orders") return json(200, { orders });
  // Another site's page could post here: a browser says where a request comes from.
  if (request.method === "POST" && request.headers["sec-fetch-site"] !== "same-origin") return json(403, { detail: "from this shop's own page only" });
  if (request.method === "POST" && pathname === "/buy") return json(201, await buy());
  if (request.method === "POST" && pathname === "/link") {
    const url = await linkTo(searchParams.get("order"));
    return url === null ? json(404, { detail: "no such order" }) : json(200, { url });
  }
  return json(404, { detail: "nothing here" });
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    response.writeHead(502, { "content-type": "application/json" }).end(JSON.stringify({ detail: "Rescind did not answer as hoped: see the shop's log" }));
  });
});
server.listen(Number(PORT), HOST, () => process.stdout.write(`the shop is at http://${HOST}:${server.address().port}\n`));
