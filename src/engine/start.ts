// Puts the engine together: store, policies, clock, pipeline, gateways, workers. The composition of everything that acts.
import { prove } from "../check/prove.ts";
import type { Policy } from "../core/policy.ts";
import { bucketOf, mintId, type MintId } from "../store/ids.ts";
import { LANES, openStore } from "../store/store.ts";
import { openCarrierPolling } from "./carrierPolling.ts";
import { openChanges } from "./changes.ts";
import { openAlone } from "./alone.ts";
import { openSandboxClock, realClock, type Clock, type SandboxClock } from "./clock.ts";
import { openCommands } from "./commands.ts";
import { openDispatcher, type Dispatcher } from "./dispatch.ts";
import { openDrain, together } from "./drain.ts";
import type { Engine } from "./engine.ts";
import { gatewaysOf, openCarrier, openInstitution, sendersOf } from "./gateways/connect.ts";
import { openInstitutionSettings } from "./gateways/sandbox/institutionSettings.ts";
import { sandboxPayoutsOutside } from "./gateways/sandbox/payouts.ts";
import { openSandbox, sandboxOutside } from "./gateways/sandbox/sandbox.ts";
import { openGuests } from "./guests.ts";
import { dueJob } from "./jobs.ts";
import { withoutGiftCards } from "./gateways/giftCards.ts";
import { openLaws, readShippedLaws, withLaws } from "./laws.ts";
import type { Log } from "./log.ts";
import { openNotices } from "./notices.ts";
import type { PayoutSettings } from "./payouts/batches.ts";
import { openPayouts } from "./payouts/payouts.ts";
import { openPipeline, type Pipeline } from "./pipeline.ts";
import { openPolicies, policyFinder, readShippedPolicies, UnknownVersion, type Policies } from "./policies.ts";
import { openProving, type Prove } from "./proving.ts";
import { openPublishing } from "./publishing.ts";
import { riskAround } from "./risk.ts";
import { personOf } from "./sealing.ts";
import type { CarrierSettings, ConnectionSettings } from "../settings.ts";
import { openWorker } from "./worker.ts";

/**
 * `policies` stand instead of the shipped ones (tests); `workers` false leaves time to whoever drains. `prove` stands instead of the
 * checker (tests), which visits at most `proofStates` states before a policy is published. `institution` executes payments and refunds
 * and `carrier` makes labels instead of the sandbox's.
 */
export type EngineSettings = {
  prove?: Prove | undefined; proofStates?: number | undefined;
  /** The operators who look at refunds that are held, by id; each in turn. */
  reviewers?: readonly string[] | undefined;
  payouts?: PayoutSettings | undefined; databaseUrl?: string | undefined; dataDir?: string | undefined; sandbox: boolean; institution?: ConnectionSettings | null | undefined; carrier?: CarrierSettings | null | undefined; log: Log; policies?: Policy[]; workers?: boolean; lanes?: number; mint?: MintId;
};

const PROOF_STATES = 200_000;
const BY_HAND: PayoutSettings = { every: null, terms: {} };

/** Opens the store and starts the engine. Throws what the store throws, and `BadPolicy`. */
export async function startEngine(settings: EngineSettings): Promise<Engine> {
  const { log } = settings;
  const store = await openStore(settings);
  const clock: Clock | SandboxClock = settings.sandbox ? await openSandboxClock(store.settings, store.kind === "pglite") : realClock;
  const policies = await openPolicies(store.policies, settings.policies ?? (await readShippedPolicies()), clock.now());
  const laws = await openLaws(store.laws, await readShippedLaws(), clock.now());
  const found = policyFinder(policies);
  // A connected institution has no gift cards of ours, and only the sandbox keeps stored value.
  const noCards = settings.institution != null && !settings.sandbox;
  if (noCards && policies.names().some((name) => withoutGiftCards(policies.latest(name)!) !== policies.latest(name))) log.warn({}, "no stored value is configured: gift cards are offered nowhere, neither to pay with nor to pay back to");
  const policyOf = withLaws(noCards ? (order) => withoutGiftCards(found(order)) : found, laws);
  const changes = openChanges(store, log);
  const lanes = store.kind === "pglite" ? 1 : settings.lanes ?? LANES;
  const mint = settings.mint ?? mintId;
  const pipeline = learning(policies, openPipeline(store, lanes, policyOf, { mint, sandbox: clock.sandbox, keepEffects: true, risk: riskAround(policies, clock, settings.reviewers ?? []) }, (committed) => {
    for (const { order, events } of committed.changes) changes.publish(order, events);
    if (committed.dueAt !== null) worker.wakeBy(committed.dueAt);
  }));
  const institution = await openInstitutionSettings(store);
  const gateways = gatewaysOf({ store, clock, sandbox: settings.sandbox, sandboxSettings: institution, connected: settings.institution ? await openInstitution(settings.institution, store, clock) : null, carrier: settings.carrier ? await openCarrier(settings.carrier, store) : null });
  const dispatcher: Dispatcher = openDispatcher(store, clock, gateways, async (orderId, actor, command) => (await commands.notice(orderId, actor, command)).kind === "accepted", log);
  const commands = openCommands({ store, clock, policies, laws, policyOf, pipeline, dispatcher, mint });
  const payouts = openPayouts({ store, clock, institution: gateways.institution, marketplaces: () => policies.names(), settings: settings.payouts ?? BY_HAND, mint, log, wake: (at) => worker.wakeBy(at) });
  const outside = together([payouts.outside, ...(settings.sandbox ? [sandboxOutside(store, commands.notice), sandboxPayoutsOutside(store.sandbox, payouts)] : [])]);
  const actOn = (orderId: string, until: number) => pipeline.submit(dueJob(orderId, until, bucketOf(orderId) % lanes));
  const drain = openDrain(store, dispatcher, actOn, outside, log);
  const guests = openGuests(store, clock, policies, commands.command, log);
  const { polling, name: carrierName } = gateways.carrier;
  const carrierPolling = polling && openCarrierPolling(polling, async (orderId, command) => void (await commands.notice(orderId, { role: "carrier", id: carrierName }, command)), log);
  const worker = openWorker(store, clock, drain, log, settings.workers ?? true);
  return {
    store, policies, laws, guests, payouts, clock, changes, policyOf, notices: openNotices(sendersOf(gateways), pipeline, { hearPayout: payouts.hear, purge: store.purgeNotices }, clock, log),
    publishing: openPublishing({ store, policies, clock, log, proving: openProving(store.policies, clock, settings.prove ?? ((policy, options) => prove(policy, { ...options, laws: laws.all() })), settings.proofStates ?? PROOF_STATES) }),
    sandbox: settings.sandbox ? openSandbox(store, clock as SandboxClock, drain, institution, await openAlone(store, "sandboxMove"), commands.notice, payouts) : null,
    labelFile: async (label) => (await gateways.carrier.labelFile?.(label)) ?? ((await store.shipments.find(label.returnId)) ? null : "ours"),
    place: commands.place,
    command: commands.command,
    order: commands.order,
    words: (orderIds) => store.unseal(orderIds),
    erase: (person) => store.erasePerson(personOf(person), Date.now()),
    async close() {
      drain.stop();
      await carrierPolling?.stop();
      await guests.idle();
      await worker.stop();
      await pipeline.idle();
      await changes.close();
      await store.close();
    },
  };
}

/** Looks for what other processes published where an order's version is unknown, and tries once more. */
function learning(policies: Policies, pipeline: Pipeline): Pipeline {
  return {
    ...pipeline,
    submit: (job) => pipeline.submit(job).catch(async (error: unknown) => {
      if (!(error instanceof UnknownVersion)) throw error;
      await policies.look();
      return pipeline.submit(job);
    }),
  };
}
