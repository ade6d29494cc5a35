// False notices in PayPal's name: what somebody can send whom PayPal never signed for, and what it signed for others or of other things.
import type { Message } from "../../../test/standIns/standIn.ts";
import type { openPayPalWorld } from "../../../test/support/connected.ts";
import type { Forgery, Scene } from "../forged.ts";

type World = Awaited<ReturnType<typeof openPayPalWorld>>;
const NOBODYS = "01a20053-0312-7000-acea-aebe5a8642ca";

const refundOf = ({ there }: World, { inFlight }: Scene) => [...there.refunds.values()].find((one) => one.custom_id.includes(inFlight.refundId))!;
const settles = (world: World, scene: Scene, change: object = {}) => world.there.event("PAYMENT.CAPTURE.REFUNDED", { ...refundOf(world, scene), status: "COMPLETED", ...change });
const confirms = (world: World, scene: Scene, change: object = {}) => {
  const { id, payments: [payment] } = scene.pending.order;
  return world.there.event("PAYMENT.CAPTURE.COMPLETED", { id: "CAPTUREOFANOTHER", status: "COMPLETED", amount: { currency_code: "USD", value: "12.50" }, custom_id: `${id}.${payment.id}`, ...change });
};
const with400 = ({ headers, body }: Pick<Message, "headers" | "body">) => ({ headers, body, status: 400 });
const with200 = ({ headers, body }: Pick<Message, "headers" | "body">) => ({ headers, body, status: 200 });
const names = ["paypal-auth-algo", "paypal-cert-url", "paypal-transmission-id", "paypal-transmission-time", "paypal-transmission-sig"];

export const paypalForgeries: Record<string, Forgery<World>> = {
  "unsigned": (world, scene) => ({ headers: {}, body: JSON.stringify(settles(world, scene)), status: 400 }),
  "a header is missing": (world, scene, chance) => {
    const { headers, body } = world.there.signed(settles(world, scene));
    const { [chance.one(names)]: _gone, ...rest } = headers;
    return { headers: rest, body, status: 400 };
  },
  "signed for another webhook": (world, scene) => with400(world.there.signed(settles(world, scene), { webhookId: "WHOFANOTHER" })),
  "says for which webhook it is": (world, scene) => {
    // Put into the question as it stands, this would end the event early and name the webhook it was signed for.
    const { headers, body } = world.there.signed(settles(world, scene), { webhookId: "WHOFANOTHER" });
    return { headers, body: `${body},"webhook_id":"WHOFANOTHER"`, status: 400 };
  },
  "certificate of another host": (world, scene) => {
    const { headers, body } = world.there.signed(settles(world, scene), { webhookId: "WHOFANOTHER" });
    return { headers: { ...headers, "paypal-cert-url": "http://127.0.0.1:9/cert.pem" }, body, status: 400 };
  },
  "changed after it was signed": (world, scene) => {
    const { headers, body } = world.there.signed(settles(world, scene, { status: "PENDING" }));
    return { headers, body: body.replace('"PENDING"', '"COMPLETED"'), status: 400 };
  },
  "written anew with the same meaning": (world, scene) => {
    const { headers, body } = world.there.signed(settles(world, scene));
    return { headers, body: JSON.stringify(JSON.parse(body), null, 1), status: 400 };
  },
  "another time than was signed": (world, scene) => {
    const { headers, body } = world.there.signed(settles(world, scene));
    return { headers: { ...headers, "paypal-transmission-time": "2020-01-01T00:00:00Z" }, body, status: 400 };
  },
  "the signature of another message": (world, scene) => ({ headers: world.there.signed(confirms(world, scene)).headers, body: JSON.stringify(settles(world, scene)), status: 400 }),
  "no event": ({ there }, _scene, chance) => with400({ headers: there.signed({}).headers, body: chance.one(["null", "[]", "{}", "", "{", '{"id":"","event_type":"x","resource":{}}']) }),
  "Stripe's signature": (world, scene) => ({ headers: { "stripe-signature": "t=1,v1=00" }, body: JSON.stringify(settles(world, scene)), status: 400 }),
  "a wrong amount": (world, scene, chance) => with200(world.there.signed(settles(world, scene, { amount: { currency_code: "USD", value: chance.one(["12.51", "12.49", "0", "1250", "-12.50", "12.505"]) } }))),
  "a wrong currency": (world, scene) => with200(world.there.signed(settles(world, scene, { amount: { currency_code: "EUR", value: "12.50" } }))),
  "an unknown refund": (world, scene) => with200(world.there.signed(settles(world, scene, { custom_id: `${scene.inFlight.order.id}.rfd_${NOBODYS}` }))),
  "a refund of another order": (world, scene) => with200(world.there.signed(settles(world, scene, { custom_id: `${scene.approved.order.id}.${scene.inFlight.refundId}` }))),
  "another refund with our words": (world, scene) => with200(world.there.signed(settles(world, scene, { id: "REFUNDOFANOTHER" }))),
  "a refund that was not handed over": (world, scene) => with200(world.there.signed(settles(world, scene, { custom_id: `${scene.approved.order.id}.${scene.approved.refundId}` }))),
  "a payment of less": (world, scene) => with200(world.there.signed(confirms(world, scene, { amount: { currency_code: "USD", value: "0.01" } }))),
  "a payment of another order": (world, scene) => with200(world.there.signed(confirms(world, scene, { custom_id: `${scene.inFlight.order.id}.${scene.pending.order.payments[0].id}` }))),
  "an approval of an order that is not ours": (world) => with200(world.there.signed(world.there.event("CHECKOUT.ORDER.APPROVED", { id: "ORDEROFANOTHER", status: "APPROVED" }))),
};
