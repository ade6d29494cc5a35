// What is done on the order's page itself and is no command: follow the parcel (A14), write to the other side. It stands among the actions, as
// allowed or not as they are.
import type { ReactElement } from "react";
import type { Person } from "../../api/person.ts";
import type { Order } from "../../api/queries.ts";
import { comma } from "../../parts/format.ts";
import { begun, nameOf } from "../../parts/people.ts";
import { carrierText, codeText } from "../../words/facts.ts";
import type { Words } from "../../words/words.ts";

type Place = { name: string; sentence: string; go: string; to: "#parcels" | "#messages" | null };

/** The places of this page for buyer and seller; whoever else reads an order neither waits for its parcel nor is written to. */
export function placesOf(order: Order, person: Person | null | undefined, words: Words): readonly Place[] {
  if (person?.role !== "buyer" && person?.role !== "seller") return [];
  const { t, language } = words;
  const parcel = order.parcels.findLast(({ kind }) => kind !== "return") ?? order.parcels.at(-1);
  const whereItIs = parcel ? begun(`${carrierText(parcel.carrier, language)}${comma(language)}${parcel.trackingNumber}: ${codeText(parcel.status, language)}`) : t("track.none");
  return [
    { name: t("track"), sentence: whereItIs, go: t("track"), to: parcel ? "#parcels" : null },
    { name: t("write.to", { name: nameOf(order, person.role === "buyer" ? "seller" : "buyer", person, words) }), sentence: t("write.kept"), go: t("write"), to: "#messages" },
  ];
}

export function PlaceRows({ places }: { places: readonly Place[] }): ReactElement {
  return (
    <>
      {places.map(({ name, sentence, go, to }) => (
        <li key={name} className={to === null ? "not" : ""}>
          <div><h3>{name}</h3><p>{sentence}</p></div>
          {to !== null && <a className="button" href={to}>{go}</a>}
        </li>
      ))}
    </>
  );
}
