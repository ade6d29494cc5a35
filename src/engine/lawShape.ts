// Whether a law is written in words that the core knows: its shape as JSON Schema 2020-12, its durations, and that every floor
// names its source. Whether it says what the law says is for people to read.
import { Ajv2020 } from "ajv/dist/2020.js";
import { codes } from "../core/asks.ts";
import type { Floor, Law } from "../core/law.ts";
import { isDuration } from "../core/time.ts";

/** All that is wrong with a law, each with the place where it stands. */
export class BadLaw extends Error {
  readonly faults: string[];
  constructor(name: string, faults: string[]) {
    super(`law ${name}:\n  ${faults.join("\n  ")}`);
    this.name = "BadLaw";
    this.faults = faults;
  }
}

type Properties = Record<string, object>;
const text = { type: "string", minLength: 1 };
const rule = { type: "string", pattern: "^L[1-5]$" };
const record = (properties: Properties, required = Object.keys(properties)): object => ({ type: "object", properties, required, additionalProperties: false });
const orNull = (schema: object): object => ({ anyOf: [{ type: "null" }, schema] });
const sourced = { rule, source: text };
const floor = record({ is: text, ...sourced });
const statuses = { type: "array", items: { type: "string", pattern: "^order\\.(awaitingPayment|verifyingPayment|awaitingShipment|inTransit|delivered|returnStarted|completed)$" }, minItems: 1 };
const countries = {
  type: "object", minProperties: 1, propertyNames: { pattern: "^[A-Z]{2}$" },
  additionalProperties: record({ languages: { type: "array", items: { type: "string", pattern: "^[a-z]{2,3}$" }, minItems: 1 } }),
};

export const lawSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "A law over the policies",
  ...record({
    law: { type: "string", pattern: "^[a-z]{2,10}$" }, version: { type: "integer", minimum: 1 }, title: text, countries,
    withdrawal: orNull(record({
      from: statuses, window: floor, postWithin: floor, refundWithin: record({ is: text, since: { enum: ["noticed", "posted", "received"] }, ...sourced }),
      outboundShipping: { enum: ["refunded", "kept"] }, returnPostage: { enum: ["buyer", "seller"] },
      excepts: record({ customMade: text, sealedHygiene: text, digitalBegun: text, finalSale: text }, []), ...sourced,
    })),
    withdrawalFunction: orNull(record({ since: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" }, ...sourced })),
    sanctions: orNull(record({ appealWithin: floor })),
    guarantee: orNull(record({ window: floor, putRightWithin: floor, grounds: { type: "array", items: { enum: [...codes.ground] }, minItems: 1, uniqueItems: true }, ...sourced })),
  }),
};

const matches = new Ajv2020({ allErrors: true, inlineRefs: false, code: { optimize: false } }).compile(lawSchema);

/** The value as a law. Throws `BadLaw`. */
export function checkLaw(value: unknown): Law {
  const name = String((value as { law?: unknown } | null)?.law ?? "?");
  if (!matches(value)) throw new BadLaw(name, matches.errors!.map((error) => `${error.instancePath || "/"} ${error.message ?? ""}`));
  const law = value as unknown as Law;
  const faults = Object.entries(floorsOf(law)).filter(([, one]) => !isDuration(one.is)).map(([at, one]) => `${at}: ${one.is} is no duration`);
  if (faults.length > 0) throw new BadLaw(name, faults);
  return law;
}

function floorsOf({ withdrawal, sanctions, guarantee }: Law): Record<string, Floor> {
  return {
    ...(withdrawal ? { "/withdrawal/window": withdrawal.window, "/withdrawal/postWithin": withdrawal.postWithin, "/withdrawal/refundWithin": withdrawal.refundWithin } : {}),
    ...(sanctions ? { "/sanctions/appealWithin": sanctions.appealWithin } : {}),
    ...(guarantee ? { "/guarantee/window": guarantee.window, "/guarantee/putRightWithin": guarantee.putRightWithin } : {}),
  };
}
