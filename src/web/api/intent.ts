// The idempotency key of one intent: the same order and body give the same key until the outcome is known, also after a reload.
const PLACE = "rescind.intent.";

export type Intent = { key: string; settled(): void };

/** The intent to do this. `settled` ends it: the same wish after that is a new one. */
export function intentOf(orderId: string, body: object): Intent {
  const place = `${PLACE}${orderId}.${JSON.stringify(body)}`;
  const key = sessionStorage.getItem(place) ?? crypto.randomUUID();
  sessionStorage.setItem(place, key);
  return { key, settled: () => sessionStorage.removeItem(place) };
}
