// The published orders of Olist, a Brazilian marketplace, as orders of ours in the order of time: one per Olist order and seller.
// Reads and plans. What the engine makes of it, and how each order ends, is the driver's and the policy's.
import type { Method } from "../../core/state.ts";
import { byText, eachRow, fileOf, hundredths, instantOf, type Row } from "../csvRows.ts";
import { addUnits, type PlannedLine } from "../lines.ts";
import { fillTotals, type PaymentRow, type PlannedPayment } from "./payments.ts";

/** Times are epoch milliseconds (the files' local times read as UTC), amounts centavos. Lines and shipping add up to the payments. */
export type OlistOrder = {
  externalId: string; sellerId: string; buyerId: string; placedAt: number;
  /** The latest shipping limit among this seller's items. */
  shipBy: number;
  lines: PlannedLine[]; shippingMinor: number; payments: PlannedPayment[];
  approvedAt: number | null; handedOverAt: number | null; deliveredAt: number | null;
};

/** `orders` are Olist's, `leftOut` those of them without items; `rowsWithoutOrder` items and payments of orders that are not there. */
export type OlistTotals = {
  orders: number; ours: number; leftOut: number; rowsWithoutOrder: number;
  totalMinor: number; lineTotalMinor: number; shippingMinor: number; madeUpOrders: number; madeUpMinor: number;
};
export type OlistPlan = { orders: OlistOrder[]; totals: OlistTotals };

/** Reads orders, items and payments (and products, where they are there, for titles) from `folder`. Throws on a missing file or a malformed row. */
export async function readOlist(folder: string): Promise<OlistPlan> {
  const drafts = new Map<string, Draft>();
  await eachRow(folder, "olist_orders_dataset", (row) => drafts.set(row.order_id!, draftOf(row)));
  const titles = await readTitles(folder);
  const known = new Map<string, string>();
  const intern = (text: string) => known.get(text) ?? (known.set(text, text), text);
  let rowsWithoutOrder = 0;
  await eachRow(folder, "olist_order_items_dataset", (row) => {
    const draft = drafts.get(row.order_id!);
    if (draft) addItem(draft, intern(row.seller_id!), intern(row.product_id!), titles, row);
    else rowsWithoutOrder += 1;
  });
  await eachRow(folder, "olist_order_payments_dataset", (row) => {
    const draft = drafts.get(row.order_id!);
    if (draft) draft.payments.push({ method: methodOf(row.payment_type!), amountMinor: amountOf(row.payment_value!) });
    else rowsWithoutOrder += 1;
  });
  return planned(drafts, rowsWithoutOrder);
}

type Draft = {
  buyerId: string; placedAt: number; approvedAt: number | null; handedOverAt: number | null; deliveredAt: number | null;
  parts: Part[]; payments: PaymentRow[];
};
type Part = { sellerId: string; shipBy: number; lines: PlannedLine[]; shippingMinor: number };

function draftOf(row: Row): Draft {
  return {
    buyerId: row.customer_id!,
    placedAt: instantOf(row.order_purchase_timestamp!),
    approvedAt: maybeInstant(row.order_approved_at!),
    handedOverAt: maybeInstant(row.order_delivered_carrier_date!),
    deliveredAt: maybeInstant(row.order_delivered_customer_date!),
    parts: [],
    payments: [],
  };
}

function maybeInstant(text: string): number | null {
  return text === "" ? null : instantOf(text);
}

function amountOf(text: string): number {
  const amountMinor = hundredths(text);
  if (amountMinor === null || amountMinor < 0) throw new Error(`not an amount: ${JSON.stringify(text)}`);
  return amountMinor;
}

/** Every row is one unit. */
function addItem(draft: Draft, sellerId: string, product: string, titles: Map<string, string>, row: Row): void {
  const limit = instantOf(row.shipping_limit_date!);
  let part = draft.parts.find((candidate) => candidate.sellerId === sellerId);
  if (!part) {
    part = { sellerId, shipBy: limit, lines: [], shippingMinor: 0 };
    draft.parts.push(part);
  }
  part.shipBy = Math.max(part.shipBy, limit);
  part.shippingMinor += amountOf(row.freight_value!);
  addUnits(part.lines, product, titles.get(product) ?? product, 1, amountOf(row.price!));
}

/** Product to its category, in English where it is translated: the data names no product. */
async function readTitles(folder: string): Promise<Map<string, string>> {
  const english = new Map<string, string>();
  const titles = new Map<string, string>();
  if (fileOf(folder, "product_category_name_translation")) {
    await eachRow(folder, "product_category_name_translation", (row) => english.set(row.product_category_name!, row.product_category_name_english!));
  }
  if (fileOf(folder, "olist_products_dataset")) {
    await eachRow(folder, "olist_products_dataset", (row) => {
      const category = row.product_category_name!;
      if (category === "") return;
      if (!english.has(category)) english.set(category, category);
      titles.set(row.product_id!, english.get(category)!);
    });
  }
  return titles;
}

const methods: Record<string, Method> = {
  credit_card: "card", debit_card: "card", boleto: "bankAccount", voucher: "giftCard", not_defined: "eWallet",
};

function methodOf(type: string): Method {
  const method = Object.hasOwn(methods, type) ? methods[type] : undefined;
  if (!method) throw new Error(`unknown payment type ${JSON.stringify(type)}`);
  return method;
}

function planned(drafts: Map<string, Draft>, rowsWithoutOrder: number): OlistPlan {
  const totals: OlistTotals = {
    orders: drafts.size, ours: 0, leftOut: 0, rowsWithoutOrder, totalMinor: 0, lineTotalMinor: 0, shippingMinor: 0, madeUpOrders: 0, madeUpMinor: 0,
  };
  const orders: OlistOrder[] = [];
  const inTime = [...drafts].sort(([id, a], [otherId, b]) => a.placedAt - b.placedAt || byText(id, otherId));
  for (const [orderId, draft] of inTime) {
    if (draft.parts.length === 0) totals.leftOut += 1;
    const parts = draft.parts.sort((a, b) => byText(a.sellerId, b.sellerId));
    const payments = fillTotals(parts.map((part) => lineTotalOf(part) + part.shippingMinor), draft.payments);
    const madeUpMinor = payments.flat().filter((payment) => payment.madeUp).reduce((sum, payment) => sum + payment.amountMinor, 0);
    if (madeUpMinor > 0) totals.madeUpOrders += 1;
    totals.madeUpMinor += madeUpMinor;
    for (const [index, part] of parts.entries()) {
      totals.lineTotalMinor += lineTotalOf(part);
      totals.shippingMinor += part.shippingMinor;
      orders.push(orderOf(orderId, draft, part, payments[index]!));
    }
  }
  totals.ours = orders.length;
  totals.totalMinor = totals.lineTotalMinor + totals.shippingMinor;
  return { orders, totals };
}

function lineTotalOf(part: Part): number {
  return part.lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0);
}

function orderOf(orderId: string, draft: Draft, part: Part, payments: PlannedPayment[]): OlistOrder {
  return {
    externalId: `${orderId}-${part.sellerId}`, sellerId: part.sellerId, buyerId: draft.buyerId, placedAt: draft.placedAt, shipBy: part.shipBy,
    // Copied: an array that grew by pushing keeps room for sixteen more, which a replay of 75,000 orders pays for.
    lines: part.lines.slice(), shippingMinor: part.shippingMinor, payments: payments.slice(),
    approvedAt: draft.approvedAt, handedOverAt: draft.handedOverAt, deliveredAt: draft.deliveredAt,
  };
}
