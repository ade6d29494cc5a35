// Puts the engine together: store, policies, clock, pipeline, gateways, workers. The composition of everything that acts.
import type { Policy } from "../core/policy.ts";
import type { Order } from "../core/state.ts";
import { bucketOf, mintId, type MintId } from "../store/ids.ts";
import { LANES, openStore } from "../store/store.ts";
import { openChanges } from "./changes.ts";
import { openAlone } from "./alone.ts";
import { openSandboxClock, realClock, type Clock, type SandboxClock } from "./clock.ts";
import { openCommands } from "./commands.ts";
import { openDispatcher, type Dispatcher } from "./dispatch.ts";
import { openDrain } from "./drain.ts";
import type { Engine } from "./engine.ts";
import type { Gateways } from "./gateways/gateway.ts";
import { openSandboxCarrier } from "./gateways/sandbox/carrier.ts";
import { openSandboxInstitution } from "./gateways/sandbox/institution.ts";
import { openInstitutionSettings } from "./gateways/sandbox/institutionSettings.ts";
import { openSandbox, sandboxOutside } from "./gateways/sandbox/sandbox.ts";
import { noGateways } from "./gateways/none.ts";
import { dueJob } from "./jobs.ts";
import type { Log } from "./log.ts";
import { openPipeline } from "./pipeline.ts";
import { openPolicies, readShippedPolicies } from "./policies.ts";
import { personOf } from "./sealing.ts";
import { openWorker } from "./worker.ts";

/** `policies` stand instead of the shipped ones (tests); `workers` false leaves time to whoever drains. */
export type EngineSettings = {
  databaseUrl?: string | undefined; dataDir?: string | undefined; sandbox: boolean; log: Log; policies?: Policy[]; workers?: boolean; lanes?: number; mint?: MintId;
};

/** Opens the store and starts the engine. Throws what the store throws, and `BadPolicy`. */
export async function startEngine(settings: EngineSettings): Promise<Engine> {
  const { log } = settings;
  const store = await openStore(settings);
  const clock: Clock | SandboxClock = settings.sandbox ? await openSandboxClock(store.settings, store.kind === "pglite") : realClock;
  const policies = await openPolicies(store.policies, settings.policies ?? (await readShippedPolicies()), clock.now());
  const policyOf = policyFinder(policies);
  const changes = openChanges(store, log);
  const lanes = store.kind === "pglite" ? 1 : settings.lanes ?? LANES;
  const mint = settings.mint ?? mintId;
  const pipeline = openPipeline(store, lanes, policyOf, { mint, sandbox: clock.sandbox, keepEffects: true }, (committed) => {
    for (const { order, events } of committed.changes) changes.publish(order, events);
    if (committed.dueAt !== null) worker.wakeBy(committed.dueAt);
  });
  const institution = await openInstitutionSettings(store);
  const gateways: Gateways = settings.sandbox
    ? { institution: openSandboxInstitution(store.sandbox, clock, institution), carrier: openSandboxCarrier(store.sandbox, clock) }
    : noGateways;
  const dispatcher: Dispatcher = openDispatcher(store, clock, gateways, async (orderId, actor, command) => void (await commands.notice(orderId, actor, command)), log);
  const commands = openCommands({ store, clock, policies, policyOf, pipeline, dispatcher, mint });
  const outside = settings.sandbox ? sandboxOutside(store, commands.notice) : null;
  const actOn = (orderId: string, until: number) => pipeline.submit(dueJob(orderId, until, bucketOf(orderId) % lanes));
  const drain = openDrain(store, dispatcher, actOn, outside, log);
  const worker = openWorker(store, clock, drain, log, settings.workers ?? true);
  return {
    store, policies, clock, changes, policyOf,
    sandbox: settings.sandbox ? openSandbox(store, clock as SandboxClock, drain, institution, await openAlone(store, "sandboxMove"), commands.notice) : null,
    place: commands.place,
    command: commands.command,
    order: commands.order,
    words: (orderIds) => store.unseal(orderIds),
    erase: (person) => store.erasePerson(personOf(person), Date.now()),
    async close() {
      drain.stop();
      await worker.stop();
      await pipeline.idle();
      await changes.close();
      await store.close();
    },
  };
}

function policyFinder(policies: { version(name: string, version: number): Policy | null }): (order: Order) => Policy {
  return (order) => {
    const policy = policies.version(order.marketplace, order.policyVersion);
    if (!policy) throw new Error(`order ${order.id} was bought under ${order.marketplace} version ${order.policyVersion}, which is not here`);
    return policy;
  };
}

