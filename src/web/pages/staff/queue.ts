// What each role's queue reads: the orders that the address asks for, else those that wait for that role; and how many are open.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { usePerson, type Person } from "../../api/person.ts";
import { ordersQuery, type Order, type OrderSearch } from "../../api/queries.ts";
import { openQuery, type Open } from "./queries.ts";

const pages = { seller: "/seller", mediator: "/mediation", operator: "/operations" } as const;
export type QueueRole = keyof typeof pages;

/** `said` is the address's own search, `search` what is shown; `mine` counts what waits for the role, `all` everything that the person sees. */
export type Queue = {
  person: Person | null | undefined; said: OrderSearch; search: OrderSearch; reading: ReturnType<typeof useReading>; orders: Order[];
  mine: Open | undefined; all: Open | undefined;
};

export function useQueue(role: QueueRole): Queue {
  const person = usePerson();
  const said = useSearch({ from: pages[role] });
  const search: OrderSearch = Object.keys(said).some((key) => key !== "q") ? said : { ...said, owes: role };
  const enabled = person !== undefined;
  const reading = useReading(search, enabled);
  const { data: mine } = useQuery({ ...openQuery(role), enabled });
  const { data: all } = useQuery({ ...openQuery(null), enabled });
  return { person, said, search, reading, orders: reading.data?.pages.flatMap((page) => page.orders) ?? [], mine, all };
}

const useReading = (search: OrderSearch, enabled: boolean) => useInfiniteQuery({ ...ordersQuery({ ...search, sort: "deadline" }), enabled });
