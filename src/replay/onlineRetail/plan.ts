// The published invoices of a UK wholesaler as sales and the returns that take parts of them back, in the order of time.
// Reads and plans. Which returns are granted, and which go too far, the engine finds out.
import { addUnits, type PlannedLine } from "../lines.ts";
import { byText, eachRow, hundredths, instantOf, type Row } from "../csvRows.ts";
import { countryCode } from "./countries.ts";
import { returnsOf, type RetailReturn, type Sold, type TakeBack, type TakeBackCounts } from "./takeBacks.ts";

/** One sales invoice. `at` is epoch milliseconds (the file's time read as UTC), prices are pence. */
export type RetailSale = { externalId: string; buyerId: string; country: string; at: number; lines: PlannedLine[] };

/** Lines of the file, by what became of them. Left out are those without a customer, of no goods, without a price in whole pence, without units. */
export type RetailCounts = TakeBackCounts & {
  rows: number; sales: number; saleLines: number; takeBackInvoices: number; takeBackLines: number; returns: number;
  noCustomer: number; noGoods: number; noPrice: number; noUnits: number;
};
export type OnlineRetailPlan = { sales: RetailSale[]; returns: RetailReturn[]; counts: RetailCounts };

/** Reads `online_retail.csv.gz` (UTF-8) from `folder`. Throws on a missing file or a malformed row. */
export async function readOnlineRetail(folder: string): Promise<OnlineRetailPlan> {
  const counts: RetailCounts = {
    rows: 0, sales: 0, saleLines: 0, takeBackInvoices: 0, takeBackLines: 0, returns: 0,
    noCustomer: 0, noGoods: 0, noPrice: 0, noUnits: 0,
    matchedUnits: 0, partLines: 0, beyondLines: 0, beyondUnits: 0, unmatchedLines: 0, unmatchedUnits: 0,
  };
  const sales = new Map<string, RetailSale>();
  const takeBacks = new Map<string, TakeBack>();
  const known = new Map<string, string>();
  const intern = (text: string) => known.get(text) ?? (known.set(text, text), text);
  await eachRow(folder, "online_retail", (row) => {
    counts.rows += 1;
    const reason = leftOutFor(row);
    counts[reason ?? (isTakeBack(row) ? "takeBackLines" : "saleLines")] += 1;
    if (reason) return;
    if (isTakeBack(row)) addTakeBack(takeBacks, row, intern);
    else addSale(sales, row, intern);
  });
  return planned(sales, takeBacks, counts);
}

/**
 * Goods are stock codes of five digits and perhaps letters, and the gifts DCGS…; the rest are postage (POST, DOT, C2), manual entries (M),
 * samples (S), discounts (D), fees (AMAZONFEE, BANK CHARGES), bad debt (B), donations (CRUK), vouchers (gift_…) and PADS.
 */
const GOODS = /^(\d{5}|DCGS)/;

function leftOutFor(row: Row): "noCustomer" | "noGoods" | "noPrice" | "noUnits" | null {
  if (row.CustomerID === "") return "noCustomer";
  if (!GOODS.test(row.StockCode!.toUpperCase())) return "noGoods";
  const priceMinor = hundredths(row.UnitPrice!);
  if (priceMinor === null || priceMinor <= 0) return "noPrice";
  return unitsOf(row) > 0 ? null : "noUnits";
}

function isTakeBack(row: Row): boolean {
  return row.InvoiceNo!.startsWith("C");
}

/** Units that the line sells or takes back; the file writes the latter as negative. Throws on a fraction. */
function unitsOf(row: Row): number {
  const quantity = Number(row.Quantity);
  if (row.Quantity === "" || !Number.isSafeInteger(quantity)) throw new Error(`not a quantity: ${JSON.stringify(row.Quantity)}`);
  return isTakeBack(row) ? -quantity : quantity;
}

/** A few invoices run over two minutes: the first one counts. */
function addSale(sales: Map<string, RetailSale>, row: Row, intern: (text: string) => string): void {
  const invoice = row.InvoiceNo!;
  const at = instantOf(row.InvoiceDate!);
  let sale = sales.get(invoice);
  if (!sale) {
    sale = { externalId: invoice, buyerId: intern(row.CustomerID!), country: countryCode(row.Country!), at, lines: [] };
    sales.set(invoice, sale);
  }
  sale.at = Math.min(sale.at, at);
  const product = intern(row.StockCode!.toUpperCase());
  addUnits(sale.lines, product, intern(row.Description!.trim() || product), unitsOf(row), hundredths(row.UnitPrice!)!);
}

function addTakeBack(takeBacks: Map<string, TakeBack>, row: Row, intern: (text: string) => string): void {
  const invoice = row.InvoiceNo!;
  const at = instantOf(row.InvoiceDate!);
  let takeBack = takeBacks.get(invoice);
  if (!takeBack) {
    takeBack = { invoice, at, buyerId: intern(row.CustomerID!), lines: [] };
    takeBacks.set(invoice, takeBack);
  }
  takeBack.at = Math.min(takeBack.at, at);
  takeBack.lines.push({ product: intern(row.StockCode!.toUpperCase()), quantity: unitsOf(row) });
}

/** Walks sales and take-backs in the order of time; at the same minute the sale comes first. */
function planned(saleOf: Map<string, RetailSale>, takeBackOf: Map<string, TakeBack>, counts: RetailCounts): OnlineRetailPlan {
  const sales = [...saleOf.values()].sort((a, b) => a.at - b.at || byText(a.externalId, b.externalId));
  const takeBacks = [...takeBackOf.values()].sort((a, b) => a.at - b.at || byText(a.invoice, b.invoice));
  const soldBefore = new Map<string, Sold[]>();
  const returns: RetailReturn[] = [];
  let next = 0;
  for (const takeBack of takeBacks) {
    for (; next < sales.length && sales[next]!.at <= takeBack.at; next += 1) addSold(soldBefore, sales[next]!);
    const soldOf = (product: string) => soldBefore.get(keyOf(takeBack.buyerId, product)) ?? [];
    returns.push(...returnsOf(takeBack, soldOf, counts));
  }
  counts.sales = sales.length;
  counts.takeBackInvoices = takeBacks.length;
  counts.returns = returns.length;
  return { sales, returns, counts };
}

function addSold(soldBefore: Map<string, Sold[]>, sale: RetailSale): void {
  for (const { sku, quantity } of sale.lines) {
    const key = keyOf(sale.buyerId, productOf(sku));
    const sold = { externalId: sale.externalId, sku, left: quantity };
    const before = soldBefore.get(key);
    if (before) before.push(sold);
    else soldBefore.set(key, [sold]);
  }
}

function productOf(sku: string): string {
  return sku.split("#", 1)[0]!;
}

function keyOf(buyerId: string, product: string): string {
  return `${buyerId}\0${product}`;
}
