// The published histories that can be replayed, by name: what their files hold, as courses of orders.
// Reads and counts. What comes of them is the policy's.
import type { History } from "./course.ts";
import { olistCourses } from "./olist/courses.ts";
import { readOlist } from "./olist/plan.ts";
import { onlineRetailCourses } from "./onlineRetail/courses.ts";
import { readOnlineRetail } from "./onlineRetail/plan.ts";

/** The histories by name; each is also the name of the policy that is meant for it. */
export const datasets = ["olist", "online-retail"] as const;
export type Dataset = (typeof datasets)[number];

/** `source` counts what the files hold and what of it was left out, `madeUp` what their payments lack. */
export type Read = { history: History; source: Record<string, number>; madeUp: { orders: number; amountMinor: number } };

/** Reads a history's files from `folder`. Throws on a missing file or a malformed row. */
export const readHistory = (dataset: Dataset, folder: string): Promise<Read> => histories[dataset](folder);

const histories: Record<Dataset, (folder: string) => Promise<Read>> = {
  async olist(folder) {
    const { orders, totals } = await readOlist(folder);
    return {
      history: { orders: totals.ours, courses: olistCourses(orders) },
      source: { orders: totals.orders, withoutItems: totals.leftOut, rowsWithoutOrder: totals.rowsWithoutOrder },
      madeUp: { orders: totals.madeUpOrders, amountMinor: totals.madeUpMinor },
    };
  },
  async "online-retail"(folder) {
    const plan = await readOnlineRetail(folder);
    return { history: { orders: plan.sales.length, courses: onlineRetailCourses(plan) }, source: { ...plan.counts }, madeUp: { orders: 0, amountMinor: 0 } };
  },
};
