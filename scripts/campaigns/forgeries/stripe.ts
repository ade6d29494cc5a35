// False notices in Stripe's name: what somebody without the secret can send, and what is signed rightly but is not true of our orders.
import { createHmac } from "node:crypto";
import type { Message } from "../../../test/standIns/standIn.ts";
import type { openStripeWorld } from "../../../test/support/connected.ts";
import type { Forgery, Scene } from "../forged.ts";

type World = Awaited<ReturnType<typeof openStripeWorld>>;
const NOBODYS = "01a20053-0312-7000-acea-aebe5a8642ca";

const refundOf = ({ there }: World, { inFlight }: Scene) => [...there.refunds.values()].find((one) => one.metadata.rescindRefund === inFlight.refundId)!;
const intentOf = ({ there }: World, { pending }: Scene) => [...there.intents.values()].find((one) => one.metadata.rescindPayment === pending.order.payments[0].id)!;

/** What would settle the refund in flight, were it true; and what would confirm the pending payment. */
const settles = (world: World, scene: Scene, change: object = {}) => world.there.event("refund.updated", { ...refundOf(world, scene), status: "succeeded", ...change });
const confirms = (world: World, scene: Scene, change: object = {}) => {
  const intent = intentOf(world, scene);
  return world.there.event("payment_intent.succeeded", { ...intent, status: "succeeded", amount_received: intent.amount, ...change });
};
const with400 = ({ headers, body }: Pick<Message, "headers" | "body">) => ({ headers, body, status: 400 });
/** It is theirs, so it is taken; it just means nothing of ours. */
const with200 = ({ headers, body }: Pick<Message, "headers" | "body">) => ({ headers, body, status: 200 });
const headerOf = (parts: string) => ({ "stripe-signature": parts });
const hmac = (secret: string, t: number, body: string) => createHmac("sha256", secret).update(`${t}.${body}`).digest("hex");
const nowS = () => Math.floor(Date.now() / 1000);

export const stripeForgeries: Record<string, Forgery<World>> = {
  "unsigned": (world, scene) => ({ headers: {}, body: JSON.stringify(settles(world, scene)), status: 400 }),
  "empty signature": (world, scene) => ({ headers: headerOf(""), body: JSON.stringify(settles(world, scene)), status: 400 }),
  "signature without a time": (world, scene) => {
    const body = JSON.stringify(settles(world, scene));
    return { headers: headerOf(`v1=${hmac(world.there.webhookSecret, 0, body)}`), body, status: 400 };
  },
  "another secret": (world, scene) => with400(world.there.signed(settles(world, scene), { secret: "whsec_of_another_account" })),
  "the API key as the secret": (world, scene) => with400(world.there.signed(settles(world, scene), { secret: world.there.secretKey })),
  "only the old scheme": (world, scene) => {
    const body = JSON.stringify(settles(world, scene));
    return { headers: headerOf(`t=${nowS()},v0=${hmac(world.there.webhookSecret, nowS(), body)}`), body, status: 400 };
  },
  "signed an hour ago": (world, scene) => with400(world.there.signed(settles(world, scene), { at: Date.now() - 3_600_000 })),
  "an old signature with a new time": (world, scene) => {
    const { body } = world.there.signed(settles(world, scene));
    return { headers: headerOf(`t=${nowS()},v1=${hmac(world.there.webhookSecret, nowS() - 400, body)}`), body, status: 400 };
  },
  "changed after it was signed": (world, scene) => {
    const { headers, body } = world.there.signed(settles(world, scene, { status: "pending" }));
    return { headers, body: body.replace('"pending"', '"succeeded"'), status: 400 };
  },
  "another id after it was signed": (world, scene) => {
    const { headers, body, id } = world.there.signed(settles(world, scene));
    return { headers, body: body.replace(id, "evt_another"), status: 400 };
  },
  "written anew with the same meaning": (world, scene) => {
    const { headers, body } = world.there.signed(settles(world, scene));
    return { headers, body: JSON.stringify(JSON.parse(body), null, 1), status: 400 };
  },
  "cut off": (world, scene) => {
    const { headers, body } = world.there.signed(settles(world, scene));
    return { headers, body: body.slice(0, -1), status: 400 };
  },
  "the signature of another message": (world, scene) => ({ headers: world.there.signed(confirms(world, scene)).headers, body: JSON.stringify(settles(world, scene)), status: 400 }),
  "another Stripe account": (world, scene) => with400(world.there.signed({ ...settles(world, scene), account: "acct_another" })),
  "the live mode": (world, scene) => with400(world.there.signed({ ...settles(world, scene), livemode: true })),
  "no event": ({ there }, _scene, chance) => {
    const body = chance.one(["null", "[]", "5", '"evt"', "{}", '{"id":7,"type":"refund.updated","data":{}}', ""]);
    const t = nowS();
    return { headers: headerOf(`t=${t},v1=${hmac(there.webhookSecret, t, body)}`), body, status: 400 };
  },
  "no JSON": ({ there }) => {
    const body = '{"id": "evt_1", "type": refund.updated';
    const t = nowS();
    return { headers: headerOf(`t=${t},v1=${hmac(there.webhookSecret, t, body)}`), body, status: 400 };
  },
  "no UTF-8": (world, scene) => ({ headers: world.there.signed(settles(world, scene)).headers, body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), status: 400 }),
  "more than a megabyte": (world, scene) => {
    const { headers, body } = world.there.signed({ ...settles(world, scene), padding: "x".repeat(1024 * 1024) });
    return { headers, body, status: 413 };
  },
  "to a sender that is not connected": (world, scene, chance) => ({ ...world.there.signed(settles(world, scene)), to: chance.one(["paypal", "adyen", "__proto__", "constructor", "sandbox", "stripe%00"]), status: 404 }),
  "a wrong amount": (world, scene, chance) => with200(world.there.signed(settles(world, scene, { amount: refundOf(world, scene).amount + chance.one([-1, 1, 100, -refundOf(world, scene).amount]) }))),
  "a wrong currency": (world, scene) => with200(world.there.signed(settles(world, scene, { currency: "jpy" }))),
  "a payment of less": (world, scene) => with200(world.there.signed(confirms(world, scene, { amount_received: 1 }))),
  "a payment of another intent": (world, scene) => with200(world.there.signed(confirms(world, scene, { id: "pi_another" }))),
  "a payment that is not there yet": (world, scene) => with200(world.there.signed(confirms(world, scene, { status: "processing" }))),
  "a payment of another order": (world, scene) => with200(world.there.signed(confirms(world, scene, { metadata: { rescindOrder: scene.inFlight.order.id, rescindPayment: scene.pending.order.payments[0].id } }))),
  "an unknown refund": (world, scene) => with200(world.there.signed(settles(world, scene, { metadata: { rescindOrder: scene.inFlight.order.id, rescindRefund: `rfd_${NOBODYS}` } }))),
  "a refund of another order": (world, scene) => with200(world.there.signed(settles(world, scene, { metadata: { rescindOrder: scene.approved.order.id, rescindRefund: scene.inFlight.refundId } }))),
  "an unknown order": (world, scene) => with200(world.there.signed(settles(world, scene, { metadata: { rescindOrder: `ord_${NOBODYS}`, rescindRefund: scene.inFlight.refundId } }))),
  "an order that is no id": (world, scene, chance) => with200(world.there.signed(settles(world, scene, { metadata: { rescindOrder: chance.one(["", "'; DROP TABLE orders; --", "ord_1", "__proto__"]), rescindRefund: scene.inFlight.refundId } }))),
  "another refund with our words": (world, scene) => with200(world.there.signed(settles(world, scene, { id: "re_another" }))),
  "a failure of another refund with our words": (world, scene) => with200(world.there.signed(settles(world, scene, { id: "re_another", status: "failed" }))),
  "a refund that was not handed over": (world, scene) => with200(world.there.signed(settles(world, scene, { metadata: { rescindOrder: scene.approved.order.id, rescindRefund: scene.approved.refundId } }))),
  "a refund without our words": (world, scene) => with200(world.there.signed(settles(world, scene, { metadata: {} }))),
  "an event that we do not know": (world, scene) => with200(world.there.signed({ ...settles(world, scene), type: "refund.invented" })),
  "a true one once more under another id": (world, scene) => {
    const { there } = world;
    const paid = [...there.intents.values()].find((one) => one.metadata.rescindPayment === scene.inFlight.order.payments[0].id)!;
    return with200(there.signed(there.event("payment_intent.succeeded", paid)));
  },
};
