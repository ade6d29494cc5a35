// The parcels of an order with what the carrier said of each, and until when it must be posted where none is.
import type { ReactElement } from "react";
import type { Order, Parcel } from "../../api/queries.ts";
import { Instant } from "../../parts/instant.tsx";
import { Facts, Section } from "../../parts/section.tsx";
import { carrierText, codeText } from "../../words/facts.ts";
import { useWords } from "../../words/words.ts";
import { Scans } from "./scans.tsx";

export function Parcels({ order }: { order: Order }): ReactElement {
  const { t } = useWords();
  const { parcels, shipBy } = order;
  return (
    <Section title={t("parcels.title")} id="parcels" aside={parcels.length === 0 ? t("parcels.none") : t("parcels.count", { count: parcels.length })}>
      {parcels.length === 0 && shipBy !== null && order.endedAt === null && <Facts rows={[[t("parcels.shipBy"), <Instant key="by" at={shipBy} kind="due" zone />, t("parcels.otherwise")]]} />}
      {parcels.map((parcel) => <ParcelFacts key={parcel.id} parcel={parcel} titles={new Map(order.lines.map(({ sku, title }) => [sku, title]))} />)}
    </Section>
  );
}

export function ParcelFacts({ parcel, titles }: { parcel: Parcel; titles: ReadonlyMap<string, string> }): ReactElement {
  const { t, language } = useWords();
  const marks = parcel.marks.map((mark) => t(`mark.${mark}`)).join(" ");
  return (
    <Facts rows={[
      [t(`parcel.${parcel.kind}`), <><span className="id">{parcel.trackingNumber}</span> ({carrierText(parcel.carrier, language)}): {codeText(parcel.status, language)}</>, marks === "" ? null : marks],
      [t("parcel.holds"), parcel.lines.map(({ sku, quantity }) => `${quantity} × ${titles.get(sku) ?? sku}`).join("; ")],
      [t("parcel.scans"), parcel.scans.length === 0 ? t("parcel.noScans") : <Scans key="scans" parcel={parcel} />],
    ]} />
  );
}
