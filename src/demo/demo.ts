// The demonstration: makes its orders when it is first asked for, once for each database, by playing stories through the engine on the
// sandbox's clock, which is some weeks later afterwards. Nothing is written but what people, institution, carrier and clock do.
import { readdir, readFile } from "node:fs/promises";
import { openIfFree } from "../engine/alone.ts";
import type { Engine } from "../engine/engine.ts";
import type { Log } from "../engine/log.ts";
import { parseStories, type Story } from "../story/story.ts";
import { DemoOrder } from "./actor.ts";
import { agendaOf, type Plot } from "./agenda.ts";
import { scenes } from "./scenes.ts";

/** `orders` is how many there are; `faults` says of each that did not go as told why. */
export type Made = { orders: number; faults: string[] };

export type Demo = {
  /** Makes the orders unless they are there; answers when they are. Whoever asks meanwhile waits for the same. */
  make(): Promise<Made>;
};

const NAME = "demo";
const policies = new URL("../../policies/", import.meta.url);

/** Opens the demonstration over an engine with a sandbox. */
export function openDemo(engine: Engine, log: Log): Demo {
  const free = openIfFree(engine.store, NAME);
  let under: Promise<Made> | null = null;
  const kept = async (): Promise<Made | null> => (await engine.store.settings.get(NAME)) as Made | null;

  async function make(): Promise<Made> {
    for (;;) {
      const before = await kept();
      if (before !== null) return before;
      const made = await free("orders", async () => (await kept()) ?? play());
      if (made !== null) return made.done;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  async function play(): Promise<Made> {
    const made = await playScenes(engine, await plots());
    for (const fault of made.faults) log.error({ err: new Error(fault) }, "an order of the demonstration is not as it should be");
    await engine.store.settings.put(NAME, made);
    return made;
  }

  return { make: () => (under ??= make().finally(() => (under = null))) };
}

/** Each scene with its story. Throws where no story has that title. */
async function plots(): Promise<Plot[]> {
  const names = [...new Set(scenes.map(({ marketplace }) => marketplace))];
  const stories = new Map(await Promise.all(names.map(async (name): Promise<[string, Story[]]> => [name, await storiesOf(name)])));
  const all = [...stories.values()].flat();
  return scenes.map((scene) => {
    const fits = ({ title, setting }: Story): boolean => title === scene.story && setting.marketplaces.includes(scene.marketplace);
    const story = all.find(fits);
    if (!story) throw new Error(`no story of ${scene.marketplace} is called "${scene.story}"`);
    return { scene, story };
  });
}

async function storiesOf(marketplace: string): Promise<Story[]> {
  const folder = new URL(`${marketplace}/stories/`, policies);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".story")).sort();
  return (await Promise.all(files.map(async (file) => parseStories(await readFile(new URL(file, folder), "utf8"))))).flat();
}

/** Plays all of them side by side. One that goes wrong is left where it is and told of. */
async function playScenes(engine: Engine, played: readonly Plot[]): Promise<Made> {
  const sandbox = engine.sandbox!;
  const { deeds, endS } = agendaOf(played);
  const run = String((await sandbox.clock()).now).slice(0, 10);
  const orders = played.map((plot, index) => new DemoOrder(engine, plot, index, `${run}-${String(index + 1).padStart(3, "0")}`));
  const broken = new Map<number, string>();
  let atS = 0;
  const move = async (toS: number): Promise<void> => {
    if (toS > atS) await sandbox.moveClock({ advance: `PT${toS - atS}S` });
    atS = toS;
  };
  for (const deed of deeds) {
    if (broken.has(deed.index)) continue;
    await move(deed.atS);
    const order = orders[deed.index]!;
    try {
      if (deed.kind === "place") await order.place();
      else if (deed.kind === "step") await order.give(deed.step);
      else if (deed.kind === "scan") await order.scan(deed.leg);
      else if (deed.kind === "say") await order.say(deed.said);
      else await sandbox.configure({ next: ["timeoutAfterAccept"] });
    } catch (error) {
      broken.set(deed.index, `${played[deed.index]!.scene.marketplace}, "${played[deed.index]!.story.title}": ${(error as Error).message}`);
    }
  }
  await move(endS);
  await sandbox.configure({ next: [] });
  return { orders: played.length, faults: [...broken.values()] };
}
