// What the carrier said of a parcel, newest first, as a table; where positions are known they are numbered, and a map can be opened.
import { lazy, Suspense, useState, type ReactElement } from "react";
import type { Parcel } from "../../api/queries.ts";
import { shortMoment } from "../../parts/format.ts";
import { begun } from "../../parts/people.ts";
import { codeText } from "../../words/facts.ts";
import { useWords } from "../../words/words.ts";
import type { Stop } from "./parcelMap.tsx";

type Scan = Parcel["scans"][number];

const ParcelMap = lazy(async () => ({ ["default"]: (await import("./parcelMap.tsx")).ParcelMap }));

export function Scans({ parcel: { scans, trackingNumber } }: { parcel: Parcel }): ReactElement {
  const { t, language } = useWords();
  const [open, setOpen] = useState(false);
  const numbers = numbersOf(scans);
  return (
    <>
      <table className="scans">
        <thead className="hidden"><tr>{numbers.size > 0 && <th scope="col">{t("scan.number")}</th>}<th scope="col">{t("timeline.when")}</th><th scope="col">{t("timeline.what")}</th></tr></thead>
        <tbody>
          {scans.toReversed().map((scan) => (
            <tr key={scan.at + scan.status}>
              {numbers.size > 0 && <td className="at">{numbers.get(scan) ?? ""}</td>}
              <td><time dateTime={scan.at}>{shortMoment(Date.parse(scan.at), language)}</time></td>
              <td>{begun(codeText(scan.status, language))}{scan.place === null ? "" : `, ${scan.place}`}{scan.country === null ? "" : `, ${scan.country}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {numbers.size > 0 && <button type="button" className="link no-print" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? t("map.hide") : t("map.show")}</button>}
      {open && <Suspense fallback={<p className="small faint" role="status">{t("loading")}</p>}><ParcelMap stops={stopsOf(scans)} number={trackingNumber} /></Suspense>}
    </>
  );
}

/** Scans with a position are numbered from the first on. */
function numbersOf(scans: readonly Scan[]): Map<Scan, number> {
  return new Map(scans.filter(({ position }) => position !== null).map((scan, index) => [scan, index + 1]));
}

/** The places in the order of the way; those that follow one another at the same place are one. */
export function stopsOf(scans: readonly Scan[]): Stop[] {
  const stops: Stop[] = [];
  for (const [{ position }, number] of numbersOf(scans)) {
    if (position === null) continue;
    const last = stops.at(-1);
    if (last?.latitude === position.latitude && last.longitude === position.longitude) stops.splice(-1, 1, { ...last, numbers: [...last.numbers, number] });
    else stops.push({ ...position, numbers: [number] });
  }
  return stops;
}
