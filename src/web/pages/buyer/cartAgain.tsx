// "Add to cart again" (A3): a link to the marketplace's own cart, where it has said how such an address is made.
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { usePerson } from "../../api/person.ts";
import { marketplacesQuery, type Line, type Order } from "../../api/queries.ts";
import { useWords } from "../../words/words.ts";

export function CartAgain({ order, line }: { order: Order; line: Line }): ReactElement | null {
  const { t } = useWords();
  const person = usePerson();
  const { data } = useQuery({ ...marketplacesQuery, enabled: person?.role === "buyer" });
  const template = data?.marketplaces.find(({ name }) => name === order.marketplace)?.cartLink ?? null;
  if (template === null || person?.role !== "buyer") return null;
  // In a shop's frame the cart belongs to the whole page.
  return <a className="no-print" target="_top" rel="noreferrer" href={cartAddress(template, line)} aria-label={t("payment.cartAgainOf", { title: line.title })}>{t("payment.cartAgain")}</a>;
}

/** The template with the line in its places. */
export const cartAddress = (template: string, { sku, quantity }: Pick<Line, "sku" | "quantity">): string =>
  template.replaceAll(/\{(sku|quantity)\}/g, (_, place: string) => encodeURIComponent(place === "sku" ? sku : quantity));
