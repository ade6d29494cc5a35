// Small histories in the shape of the published ones, written by the tests: every ending that a replay can lead to.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Something that can be told to tidy up at its end: a test, or the end of all. */
type Ending = { after(tidy: () => void): void };

/** A new empty folder that goes with the test. */
export function scratchFolder(ending: Ending): string {
  const folder = mkdtempSync(join(tmpdir(), "rescind-test-"));
  ending.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with Olist's files: eight orders of theirs, nine of ours, each named after what comes of it. */
export function olistFolder(ending: Ending): string {
  const folder = scratchFolder(ending);
  for (const [name, text] of Object.entries(olist)) writeFileSync(join(folder, `${name}.csv.gz`), gzipSync(text));
  return folder;
}

const olist = {
  olist_orders_dataset: `order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date
inTime,ann,delivered,2018-01-02 10:00:00,2018-01-02 10:20:00,2018-01-03 09:00:00,2018-01-09 12:00:00,2018-01-20 00:00:00
atTheLimit,bob,delivered,2018-01-02 11:00:00,2018-01-02 11:20:00,2018-01-05 10:00:00,2018-01-09 12:00:00,2018-01-20 00:00:00
late,cid,delivered,2018-01-02 12:00:00,2018-01-02 12:20:00,2018-01-05 10:00:01,2018-01-09 12:00:00,2018-01-20 00:00:00
neverShipped,dan,canceled,2018-01-02 12:00:00,2018-01-02 12:20:00,,,2018-01-20 00:00:00
neverApproved,eve,created,2018-01-02 12:00:00,,,,2018-01-20 00:00:00
approvedLate,fay,delivered,2018-01-02 12:00:00,2018-01-06 12:00:00,2018-01-04 09:00:00,2018-01-09 12:00:00,2018-01-20 00:00:00
neverDelivered,gil,shipped,2018-01-02 12:00:00,2018-01-02 12:20:00,2018-01-03 09:00:00,,2018-01-20 00:00:00
twoSellers,hal,delivered,2018-01-01 12:00:00,2018-01-01 12:20:00,2018-01-06 09:00:00,2018-01-09 12:00:00,2018-01-20 00:00:00
`,
  olist_order_items_dataset: `order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value
inTime,1,cup,south,2018-01-05 10:00:00,10.10,1.05
inTime,2,cup,south,2018-01-04 10:00:00,10.10,1.05
atTheLimit,1,cup,south,2018-01-05 10:00:00,20.00,5.00
late,1,cup,south,2018-01-05 10:00:00,30.00,5.00
neverShipped,1,cup,south,2018-01-05 10:00:00,40.00,5.00
neverApproved,1,cup,south,2018-01-05 10:00:00,50.00,5.00
approvedLate,1,cup,south,2018-01-05 10:00:00,60.00,5.00
neverDelivered,1,cup,south,2018-01-05 10:00:00,70.00,5.00
twoSellers,1,cup,south,2018-01-07 10:00:00,80.00,5.00
twoSellers,2,pan,north,2018-01-04 10:00:00,90.00,5.00
`,
  olist_order_payments_dataset: `order_id,payment_sequential,payment_type,payment_installments,payment_value
inTime,1,credit_card,1,22.30
atTheLimit,1,boleto,1,25.00
late,1,voucher,1,10.00
late,2,credit_card,1,24.00
neverShipped,1,boleto,1,45.00
neverApproved,1,boleto,1,55.00
approvedLate,1,debit_card,1,65.00
neverDelivered,1,credit_card,1,75.00
twoSellers,1,credit_card,1,180.00
`,
};

/** A folder with invoices of Online Retail: sales that come back whole, in part, late, and beyond what was sold. */
export function retailFolder(ending: Ending): string {
  const folder = scratchFolder(ending);
  writeFileSync(join(folder, "online_retail.csv.gz"), gzipSync(onlineRetail));
  return folder;
}

const onlineRetail = `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
1001,85123A,HEART,10,2011-01-03 09:00:00,2.55,17850,United Kingdom
1001,22797,CHEST,2,2011-01-03 09:00:00,5.00,17850,United Kingdom
1002,22797,CHEST,4,2011-01-03 10:00:00,5.00,12345,EIRE
1003,22086,PAPER CHAIN,3,2011-01-04 09:00:00,1.00,13000,France
C1004,85123A,HEART,-4,2011-01-10 09:00:00,2.55,17850,United Kingdom
C1005,22797,CHEST,-4,2011-01-12 10:00:00,5.00,12345,EIRE
C1006,85123A,HEART,-9,2011-01-20 09:00:00,2.55,17850,United Kingdom
C1007,22797,CHEST,-1,2011-01-21 09:00:00,5.00,12345,EIRE
C1008,22086,PAPER CHAIN,-1,2011-03-21 09:00:00,1.00,13000,France
C1009,22086,PAPER CHAIN,-1,2011-03-21 09:00:00,1.00,99999,France
`;
