// People who trade at random over HTTP: they do what the order says they may do, with what it says they may fill in, and
// remember what was promised to them. What gets no answer is sent again with the same key, as a careful client would.
// Seeded; it checks only that no answer is a server's failure.
import type { Acknowledged } from "./audit.ts";
import { orderBody, unused, type Command, type Json, type Market, type Person, type Reply } from "./market.ts";

/** A source of chance that repeats with its seed. */
export type Chance = { below(limit: number): number; one<T>(of: readonly T[]): T; happens(inHundred: number): boolean };

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, one: (of) => of[below(of.length)]!, happens: (inHundred) => next() * 100 < inHundred };
}

export type Traded = { requests: number; accepted: number; refused: number; unanswered: number; acknowledged: Acknowledged[]; faults: string[] };

export type Traders = {
  traded: Traded;
  /** Trades as long as `goesOn` says so. */
  trade(goesOn: () => boolean): Promise<void>;
  /** Sends again whatever got no answer. */
  resend(): Promise<void>;
};

/** A request that can be repeated word for word. */
type Sending = { orderId: string | null; send: () => Promise<Reply> };

const MOST_ORDERS = 40;
const marketplaces = ["aliexpress", "amazon", "taobao"];
const methods = ["card", "alipay", "giftCard", "bankAccount", "eWallet"];
/** A hanging call takes five real seconds: it comes more rarely. */
const faultKinds = ["timeoutAfterAccept", "error500AfterAccept", "reject", "timeoutAfterAccept", "error500AfterAccept", "timeoutAfterAccept", "reject", "hang"];
const steps = ["PT10M", "PT1H", "PT2H", "PT2H", "P1D", "P3D", "P7D"];
/** What brings refunds about or takes them back is done more often than the rest. */
const favoured = new Set(["RequestCancellation", "AcceptCancellation", "CancelOrder", "RequestReturn", "ApproveRefund", "OpenClaim", "AcceptClaim", "AcceptOffer", "StopRefund", "CancelReturn", "RequestReversal", "GrantReversal", "ReissueRefund"]);
/** Rarely of use here, or only by accident. */
const leftAlone = new Set(["DeleteOrder", "RestoreOrder", "ExtendDeadline", "TakeBackExtension", "AddEvidence", "BeginDispatch"]);

export function openTraders(market: Market, chance: Chance): Traders {
  const traded: Traded = { requests: 0, accepted: 0, refused: 0, unanswered: 0, acknowledged: [], faults: [] };
  const orders: { id: string; buyer: string; seller: string }[] = [];
  let unanswered: Sending[] = [];

  async function attempt(sending: Sending): Promise<Reply | null> {
    traded.requests += 1;
    let reply: Reply;
    try {
      reply = await sending.send();
    } catch {
      traded.unanswered += 1;
      unanswered.push(sending);
      return null;
    }
    note(sending, reply);
    return reply;
  }

  function note({ orderId }: Sending, { status, body }: Reply): void {
    if (status >= 500) fault({ status, body });
    if (status >= 300) traded.refused += 1;
    else {
      traded.accepted += 1;
      const order = body.order ?? body;
      if (typeof order.id === "string" && order.id.startsWith("ord_")) {
        traded.acknowledged.push({ orderId: order.id, events: ((body.events ?? []) as Json[]).map(({ seq, hash }) => ({ seq, hash })) });
        if (orderId === null && !orders.some(({ id }) => id === order.id)) orders.push({ id: order.id, buyer: order.buyer.id, seller: order.seller.id });
      }
    }
  }

  const fault = ({ status, body }: Reply): void => void traded.faults.push(`${status} ${JSON.stringify(body)}`);

  const look = (reply: Reply): void => void (reply.status >= 500 && fault(reply));

  async function place(): Promise<void> {
    const buyer = `buyer-${chance.below(8)}`;
    const body = orderBody(unused("t"), {
      marketplace: chance.one(marketplaces), buyer: { id: buyer, name: "Buyer", country: "DE" }, seller: { id: `seller-${chance.below(3)}`, country: "CN" },
      fulfilledBy: chance.one(["seller", "platform"]), shippingMinor: chance.below(500),
      lines: [{ sku: "A", title: "Lamp", quantity: 1 + chance.below(3), unitPriceMinor: 100 + chance.below(900) }, { sku: "B", title: "Bulb", quantity: 2, unitPriceMinor: 333 }],
    });
    const made = await attempt({ orderId: null, send: () => market.operator.post("/v1/orders", body) });
    if (made?.status !== 201 || !chance.happens(90)) return;
    const { id, money: { totalMinor } } = made.body;
    const part = chance.below(totalMinor as number);
    const split = chance.happens(30) && part > 0 ? { payments: [{ method: chance.one(methods), amountMinor: part }, { method: chance.one(methods), amountMinor: totalMinor - part }] } : { method: chance.one(methods) };
    await command(await market.as("buyer", buyer), id, { type: "PayOrder", ...split });
  }

  async function command(person: Person, orderId: string, wanted: Command): Promise<Reply | null> {
    const key = unused("k");
    const sending = { orderId, send: () => person.command(orderId, wanted, key) };
    const reply = await attempt(sending);
    if (reply?.status === 200 && chance.happens(10)) await sayAgain(sending, reply);
    return reply;
  }

  /** E4: the same key and body again, the same answer again. */
  async function sayAgain(sending: Sending, first: Reply): Promise<void> {
    const again = await attempt(sending);
    if (again && again.status < 500 && JSON.stringify(again.body) !== JSON.stringify(first.body)) traded.faults.push(`the same key was answered with ${again.status} ${JSON.stringify(again.body)} after ${JSON.stringify(first.body)}`);
  }

  async function act(): Promise<void> {
    if (orders.length === 0) return;
    const order = chance.one(orders);
    const role = chance.one(["buyer", "buyer", "seller", "seller", "operator", "mediator"]);
    const person = role === "operator" ? market.operator : await market.as(role, role === "buyer" ? order.buyer : role === "seller" ? order.seller : `mediator-${chance.below(2)}`);
    const { status, body } = await person.get(`/v1/orders/${order.id}`);
    if (status !== 200) return;
    if (body.status === "completed" || body.status === "closed") forget(order);
    if (body.parcels.length > 0 && chance.happens(35)) return scan(order.id, chance.one(body.parcels as Json[]));
    const open = (body.permissions as Json[]).filter(({ allowed, command: name }) => allowed && !leftAlone.has(name));
    if (open.length === 0) return;
    const liked = open.filter(({ command: name }) => favoured.has(name));
    const permission = chance.one(liked.length > 0 && chance.happens(60) ? liked : open);
    const wanted = { type: permission.command as string, ...filled(permission.asks, chance, body) };
    await command(person, order.id, permission.target === null ? wanted : { ...wanted, ...targetOf(permission) });
  }

  /** What has ended makes room, after a while in which its refund can be stopped or reversed. */
  function forget(order: { id: string }): void {
    const at = orders.findIndex(({ id }) => id === order.id);
    if (at >= 0 && orders.length >= MOST_ORDERS && chance.happens(10)) orders.splice(at, 1);
  }

  async function scan(orderId: string, { trackingNumber }: Json): Promise<void> {
    const status = chance.one(["accepted", "inTransit", "delivered", "delivered"]);
    await attempt({ orderId, send: () => market.operator.post("/v1/sandbox/carrier/scans", { trackingNumber, status, country: "DE" }) });
  }

  /** The clock, and an institution that misbehaves. */
  async function disturb(): Promise<void> {
    if (chance.happens(50)) await market.operator.post("/v1/sandbox/institution", { next: Array.from({ length: 1 + chance.below(5) }, () => chance.one(faultKinds)) });
    if (chance.happens(40)) look(await market.operator.post("/v1/payouts", { marketplace: chance.one(marketplaces) }));
    look(await market.advance(chance.one(steps)));
  }

  return {
    traded,
    async trade(goesOn) {
      const during = async (act: () => Promise<void>, pauseMs: number): Promise<void> => {
        while (goesOn()) {
          // A server that is gone: what was sent is remembered, what was only asked for is not needed.
          if (market.open()) await act().catch(() => undefined);
          await new Promise((resolve) => setTimeout(resolve, market.open() ? pauseMs : 50));
        }
      };
      await Promise.all([during(disturb, 200), during(async () => (orders.length < MOST_ORDERS || chance.happens(3) ? place() : act()), 20), ...Array.from({ length: 8 }, () => during(act, 5))]);
    },
    async resend() {
      const again = unanswered;
      unanswered = [];
      await Promise.all(again.map((sending) => attempt(sending)));
    },
  };
}

const targetFields: Record<string, string> = { can: "cancellationId", ret: "returnId", clm: "claimId", rfd: "refundId", rev: "reversalId", snc: "sanctionId" };

function targetOf({ target, asks }: Json): Record<string, string> {
  const field = targetFields[(target as string).slice(0, 3)];
  return field !== undefined && field in asks.properties ? { [field]: target } : {};
}

/** An input as the schema asks for it; closed lists are what is possible now. */
function filled(asks: Json, chance: Chance, order: Json): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  const required: string[] = asks.required ?? [];
  for (const [name, schema] of Object.entries(asks.properties as Record<string, Json>)) {
    if (!required.includes(name) && !chance.happens(name === "method" ? 100 : 40)) continue;
    const value = valueOf(name, schema, chance, order);
    if (value !== undefined) input[name] = value;
  }
  if ("carrier" in input || "trackingNumber" in input) Object.assign(input, { carrier: "sandbox", trackingNumber: unused("n") });
  return input;
}

function valueOf(name: string, schema: Json, chance: Chance, order: Json): unknown {
  if (schema.enum) return schema.enum.length > 0 ? chance.one(schema.enum as string[]) : undefined;
  switch (name) {
    case "carrier": case "trackingNumber": return "";
    case "lines": {
      const line = chance.one(order.lines as Json[]);
      const reasons = schema.items?.properties?.reason?.enum as string[] | undefined;
      return [{ sku: line.sku, quantity: 1 + chance.below(line.quantity as number), ...(reasons ? { reason: chance.one(reasons) } : {}) }];
    }
    case "amountMinor": case "totalMinor": return 1 + chance.below(order.money.totalMinor as number);
    case "note": case "reason": case "text": return "a word about it";
    case "by": return "P2D";
    case "sellerAtFault": return chance.happens(50);
    default: return undefined;
  }
}
