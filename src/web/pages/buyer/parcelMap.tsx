// A parcel's way on a map: outlines of the world that come with the pages, nothing from elsewhere. Loaded only when it is opened; the
// table of scans beside it says the same in words, so the map itself is a picture with a name.
import { Map, Marker, NavigationControl, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import outlinesUrl from "world-atlas/countries-50m.json?url";
import { onThemeChange } from "../../app/theme.ts";
import { useWords, type Words } from "../../words/words.ts";

/** A place with the numbers of the scans there, as the table has them. */
export type Stop = { latitude: number; longitude: number; numbers: readonly number[] };
type Colours = Record<"paper" | "sheet" | "line" | "edge" | "teal", string>;

/** Nearer than this the outlines are coarse. */
const NEAREST = 7;
const PADDING_PX = 48;

let outlines: Promise<Topology> | null = null;
const readOutlines = (): Promise<Topology> => (outlines ??= fetch(outlinesUrl).then((answer) => answer.json() as Promise<Topology>));

/** The tokens as the map's canvas can read them: it knows no light-dark(). */
function coloursAt(element: HTMLElement): Colours {
  const probe = element.appendChild(document.createElement("i"));
  const colour = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const all: Colours = { paper: colour("paper"), sheet: colour("sheet"), line: colour("line"), edge: colour("edge"), teal: colour("teal") };
  probe.remove();
  return all;
}

export function ParcelMap({ stops, number }: { stops: readonly Stop[]; number: string }): ReactElement {
  const words = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"loading" | "drawn" | "broken">("loading");
  // Places are compared by what they say: every reading of the order makes new ones.
  const key = JSON.stringify(stops);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let map: Map | null = null;
    let gone = false;
    let forget = (): void => undefined;
    void readOutlines().then((world) => {
      if (gone) return;
      map = draw(element, world, JSON.parse(key) as Stop[], words, number);
      const drawn = map;
      drawn.once("idle", () => setState("drawn"));
      forget = onThemeChange(() => paint(drawn, coloursAt(element)));
    }).catch(() => {
      if (!gone) setState("broken");
    });
    return () => {
      gone = true;
      forget();
      map?.remove();
    };
  }, [key, number, words]);
  return (
    <figure className="map" data-state={state}>
      {state === "broken" ? <p className="still">{words.t("map.broken")}</p> : <div ref={place} />}
      <figcaption>{state === "loading" ? words.t("loading") : words.t("map.from")}</figcaption>
    </figure>
  );
}

/** Throws where the browser cannot draw maps. */
function draw(element: HTMLElement, world: Topology, stops: readonly Stop[], { t }: Words, number: string): Map {
  setWorkerUrl(workerUrl);
  const way = stops.map(({ longitude, latitude }): [number, number] => [longitude, latitude]);
  const map = new Map({
    container: element, attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, cooperativeGestures: true, renderWorldCopies: false, maxZoom: NEAREST, fadeDuration: 0,
    bounds: boundsOf(way), fitBoundsOptions: { padding: PADDING_PX, maxZoom: NEAREST - 2 }, canvasContextAttributes: { failIfMajorPerformanceCaveat: false },
    locale: {
      "Map.Title": t("map.title", { number }), "NavigationControl.ZoomIn": t("map.nearer"), "NavigationControl.ZoomOut": t("map.farther"),
      "CooperativeGesturesHandler.WindowsHelpText": t("map.wheel", { key: "Ctrl" }), "CooperativeGesturesHandler.MacHelpText": t("map.wheel", { key: "⌘" }), "CooperativeGesturesHandler.MobileHelpText": t("map.fingers"),
    },
    style: {
      version: 8,
      sources: {
        world: { type: "geojson", data: feature(world, world.objects.countries!) },
        way: { type: "geojson", data: { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: way } } },
      },
      layers: [
        { id: "sea", type: "background" }, { id: "land", type: "fill", source: "world" }, { id: "borders", type: "line", source: "world" },
        ...(way.length > 1 ? [{ id: "way", type: "line" as const, source: "way", paint: { "line-width": 2, "line-dasharray": [2, 1.5] } }] : []),
      ],
    },
  });
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.once("styledata", () => paint(map, coloursAt(element)));
  for (const stop of stops) pin(map, stop);
  return map;
}

function paint(map: Map, { paper, sheet, line, edge, teal }: Colours): void {
  map.setPaintProperty("sea", "background-color", line);
  map.setPaintProperty("land", "fill-color", sheet);
  map.setPaintProperty("land", "fill-outline-color", paper);
  map.setPaintProperty("borders", "line-color", edge);
  map.setPaintProperty("borders", "line-width", 0.5);
  if (map.getLayer("way")) map.setPaintProperty("way", "line-color", teal);
}

/** The numbers stand in the table too, with their words; here they are a picture. */
function pin(map: Map, { latitude, longitude, numbers }: Stop): void {
  const element = document.createElement("span");
  element.className = "pin";
  element.textContent = numbers.join(", ");
  new Marker({ element }).setLngLat([longitude, latitude]).addTo(map);
  element.removeAttribute("aria-label");
  element.removeAttribute("role");
  element.removeAttribute("tabindex");
  element.ariaHidden = "true";
}

function boundsOf(way: readonly [number, number][]): [[number, number], [number, number]] {
  const longitudes = way.map(([longitude]) => longitude);
  const latitudes = way.map(([, latitude]) => latitude);
  return [[Math.min(...longitudes), Math.min(...latitudes)], [Math.max(...longitudes), Math.max(...latitudes)]];
}
