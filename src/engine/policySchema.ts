// The shape of policy.json as JSON Schema 2020-12: what an editor completes and explains, and what the program refuses.
// policies/policy.schema.json is its generated copy. What the words lead to is another question (policyShape.ts, src/check).
import { targetField } from "../core/admit.ts";
import { codes } from "../core/asks.ts";
import {
  commandWords, edgeWords, endingWords, faultWords, guardPhrases, momentPhrases, refundTimes, riskEffects, riskWords, roleWords, statusNames, statusPhrase,
} from "../check/vocabulary.ts";
import { termWords, type Takes } from "../check/termWords.ts";

type Schema = { [key: string]: unknown };

const sentence = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}.`;

/** A closed list: `enumDescriptions` is what VS Code shows beside each word. */
const closed = (title: string, words: Record<string, string>): Schema => ({ title, enum: Object.keys(words), enumDescriptions: Object.values(words).map(sentence) });
const listed = (title: string, words: readonly string[]): Schema => ({ title, enum: [...words] });
const ref = (name: string, description?: string): Schema => ({ $ref: `#/$defs/${name}`, ...(description === undefined ? {} : { description }) });
const listOf = (items: Schema, description: string, more: Schema = {}): Schema => ({ type: "array", items, description, ...more });
const ownWords = (language: string): Schema => ({
  type: "object", maxProperties: 1_000, propertyNames: { type: "string", maxLength: 80, pattern: "^[a-z]+([.][A-Za-z0-9]+)*$" },
  additionalProperties: { type: "string", minLength: 1, maxLength: 300 }, description: `Its words in ${language}, under the keys of words/en.json.`,
});
const object = (properties: Record<string, Schema>, required: string[], description: string): Schema => ({ type: "object", properties, required, additionalProperties: false, description });
const text = (description: string): Schema => ({ type: "string", minLength: 1, maxLength: 500, description });
const colour = (description: string): Schema => ({ type: "string", pattern: "^#[0-9a-fA-F]{6}$", description });
const rule = text("The number of the rule that this follows, such as A10: deadlines and changes name it.");
const source = text("Where this comes from: a text and the words in it, a law and its article, or `default`.");

const nouns = ["order", "cancellation", "return", "claim", "refund", "reversal", "chargeback", "sanction"] as const;
const everyStatus = [...statusNames, ...nouns.map((noun) => `${noun}.*`)];
const nounOf = (command: string): string => (targetField as Record<string, { noun: string } | undefined>)[command]?.noun ?? "order";
const conditionOf = ({ says, of }: { says: string; of: readonly string[] | null }): string => `If ${says}${of === null ? "" : ` (for ${of.join(", ")})`}`;

const isOf: Record<Takes, Schema> = {
  duration: { type: "string", minLength: 1, examples: ["P7D", "PT2H"] }, durationOrNull: { type: ["string", "null"], minLength: 1, examples: ["P7D", null] },
  count: { type: "integer", minimum: 1, maximum: 1_000 }, countOrNull: { type: ["integer", "null"], minimum: 1, maximum: 1_000_000 }, flag: { type: "boolean" },
  edge: closed("moment", edgeWords), refundTime: closed("time", refundTimes),
};
const takesText: Record<Takes, string> = {
  duration: "An ISO 8601 duration, or the name of another term.", durationOrNull: "An ISO 8601 duration, the name of another term, or null.", count: "A number.",
  countOrNull: "A number, or null.", flag: "true or false.", edge: "A moment.", refundTime: "When.",
};
const setting: Schema = { type: ["string", "number", "boolean", "null"] };
const term = object(
  { is: { ...setting, description: "The value." }, others: listOf(setting, "Other values that the marketplace's texts name.", { maxItems: 20 }), rule, source }, ["is", "rule", "source"],
  "A setting: its value, the rule that it follows, and where it comes from.",
);
const termOf = (is: Schema, description: string): Schema => ({ ...ref("term", description), type: "object", properties: { is } });

const reasonFields: Record<string, Schema> = {
  fault: { ...closed("fault", faultWords), description: "Whose fault this reason implies." },
  points: { type: "integer", minimum: 1, maximum: 1_000, description: "What it costs a seller whose fault it is (A12)." },
};
const groundFields: Record<string, Schema> = {
  ...reasonFields,
  evidence: { const: "needed", description: "A claim on this ground needs evidence (A17)." }, graver: { const: true, description: "Can be raised at once and goes to the front of the mediators' queue (A11)." },
  remedies: listOf(listed("remedy", ["money", "goodsAndMoney"]), "The remedies that this ground allows; both where it is left out.", { minItems: 1, uniqueItems: true }),
  silence: { ...listed("consequence", ["grants", "escalates"]), description: "What the seller's silence does: grants the claim, or takes it to the mediators." },
};
const reasonsFor = (known: readonly string[], kind: "reason" | "ground", description: string): Schema => ({
  type: "object", propertyNames: listed(kind, known), properties: Object.fromEntries(known.map((code) => [code, ref(kind)])), additionalProperties: true, description,
});

const edge = (description: string): Schema => listOf({ type: "string", minLength: 1, maxLength: 100, examples: [...Object.keys(momentPhrases), "return.window"] }, description, { minItems: 1, maxItems: 2 });
const conditions = listOf(ref("condition"), "Conditions; all of them must hold.", { maxItems: 20, uniqueItems: true });

const arrow = object({
  command: ref("command", "What can be done."),
  by: listOf(ref("role"), "Who may do it. `clock` is what time alone does: it needs a deadline whose `otherwise` is this command.", { minItems: 1, uniqueItems: true }),
  from: listOf(ref("status"), "From which status: the order's, or that of the part that the command speaks of (a return, a claim, …).", { minItems: 1, uniqueItems: true }),
  when: conditions, opens: edge("From when: a moment, or a moment and a term after it, or a term whose value names a moment."), closes: edge("Until when, written like `opens`."),
  to: listOf(ref("status"), "Every status that this can lead to, of all parts. The core decides which.", { minItems: 1, uniqueItems: true }), because: ref("ending", "What an order that this closes is closed for."),
  onlyShown: text("Why nobody can ever take it: it is there to be shown, refused, to those who would look for it (X1)."), rule,
}, ["command", "by", "from", "to", "rule"], "Who may do what, from where, until when. No arrow, no permission. Of several arrows for a command the first that fits is taken.");

const deadline = object({
  in: listOf(ref("status"), "While something is in this status.", { minItems: 1, uniqueItems: true }), who: ref("role", "Who must act."), owes: ref("command", "What they owe."),
  since: { ...closed("moment", Object.fromEntries(Object.entries(momentPhrases).map(([word, { says }]) => [word, says]))), description: "From when it is counted." },
  within: { type: ["string", "null"], minLength: 1, description: "The term that says for how long; null where the moment itself is the end." },
  otherwise: ref("command", "What time alone does when they stay silent: an arrow for `clock` must let it."), when: conditions, because: ref("ending"),
  atOnce: { const: true, description: "Acted on at the very instant, not only after it: a hand-over." }, rule,
}, ["in", "who", "owes", "since", "within", "otherwise", "rule"], "Who owes what by when, and what follows from silence.");

const refund = object({
  to: listOf(listed("way", ["sameMethod", "giftCard"]), "Where money may go back to.", { minItems: 1, uniqueItems: true }),
  arrives: {
    type: "object", propertyNames: listed("method", [...codes.method, "*"]), description: "When money is promised to arrive, by method; `*` is every other one.",
    additionalProperties: { type: ["string", "object"], properties: { businessDays: { type: "integer", minimum: 0, maximum: 365 } }, required: ["businessDays"], additionalProperties: false, examples: ["P10D", { businessDays: 5 }] },
  },
  calendar: object({
    weekend: listOf({ type: "integer", minimum: 1, maximum: 7 }, "Days of the week that are no business days: 1 is Monday.", { maxItems: 6, uniqueItems: true }),
    holidays: listOf({ type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" }, "Dates that are no business days.", { maxItems: 400, uniqueItems: true }),
  }, ["weekend", "holidays"], "Which days count as business days."),
  rule, source,
}, ["to", "arrives", "calendar", "rule", "source"], "How money goes back.");

const sanctions: Schema = {
  ...object({
    threshold: { type: "integer", minimum: 1, maximum: 10_000, description: "From how many points on there is a fine." },
    finePerTenThousand: { type: "integer", minimum: 0, maximum: 10_000, description: "The fine as a part of the order's total: 500 is 5 %." }, rule, source,
  }, ["threshold", "finePerTenThousand", "rule", "source"], "What points cost a seller; null where the marketplace has none."),
  type: ["object", "null"],
};

const riskRule = object({
  of: { ...listed("side", ["buyer", "seller", "order"]), description: "Whose fact it is: the buyer's, the seller's, or the refund's own." },
  fact: { ...closed("fact", riskWords), description: "What is counted, over the latest 200 orders of the last 180 days; `amount` is the refund's." },
  atLeast: { type: "integer", minimum: 1, maximum: 1_000_000_000_000, description: "From how many on. A share is of ten thousand; an amount in minor units." },
  currency: { type: "string", pattern: "^[A-Z]{3}$", description: "The currency of `amount`." }, orders: { type: "integer", minimum: 1, maximum: 200, description: "Counted only from so many paid orders on." },
  effect: { ...closed("effect", riskEffects), description: "What follows." },
}, ["of", "fact", "atLeast", "effect"], "From a count on, something follows: never in silence, and never for ever.");

const risk = object({
  rules: listOf(ref("riskRule"), "What follows from what is counted.", { maxItems: 50 }),
  reasons: { type: "object", propertyNames: listed("reason", codes.buyerFault), additionalProperties: { type: "integer", minimum: 1, maximum: 1_000 }, description: "For what an operator can sanction a buyer, and the points." },
  rule, source,
}, ["rules", "reasons", "rule", "source"], "How the marketplace guards against abuse; left out where it does not.");

export const policySchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "A marketplace's policy",
  description: "The rules of a marketplace as data. The words are closed: a policy chooses among them and cannot invent any.",
  type: "object",
  properties: {
    $schema: { type: "string", maxLength: 300, description: "Where this schema is, for editors. Not part of the rules." },
    policy: { type: "string", pattern: "^[a-z][a-z0-9-]{1,40}$", description: "The marketplace's name: small letters, digits and hyphens." },
    version: { type: "integer", minimum: 1, maximum: 1_000_000, description: "Counts from 1. A published version never changes; orders keep theirs." },
    zone: { type: "string", minLength: 1, maxLength: 60, description: "The time zone of its calendar, such as UTC or Asia/Shanghai." }, source: text("Where the rules come from."),
    terms: {
      type: "object", description: "The settings by name: lengths of time, numbers, words.", maxProperties: 200, propertyNames: { pattern: "^[a-z][a-zA-Z0-9]{0,40}(\\.[a-z][a-zA-Z0-9]{0,40}){0,3}$" },
      properties: Object.fromEntries(Object.entries(termWords).map(([name, { says, takes }]) => [name, termOf(isOf[takes], `${says} ${takesText[takes]}`)])),
      additionalProperties: ref("term", "A term of this marketplace's own; a deadline or a window names it."),
    },
    methods: listOf(listed("method", codes.method), "The ways of paying.", { minItems: 1, uniqueItems: true }),
    reasons: object({
      cancellation: reasonsFor(codes.cancellationReason, "reason", "Why an order can be cancelled."), return: reasonsFor(codes.returnReason, "reason", "Why goods can be sent back."),
      decision: listOf(listed("reason", codes.decisionReason), "What a mediator's decision can rest on.", { uniqueItems: true }),
      reversal: listOf(listed("ground", codes.reversalGround), "Why an arrived refund can be taken back.", { uniqueItems: true }),
    }, ["cancellation", "return", "decision", "reversal"], "Why somebody may ask, and whose fault that implies."),
    grounds: object({
      beforeShipment: reasonsFor(codes.ground, "ground", "Grounds of a claim before shipment."), onTheWay: reasonsFor(codes.ground, "ground", "Grounds of a claim while the parcel is on its way."),
      afterDelivery: reasonsFor(codes.ground, "ground", "Grounds of a claim after delivery."),
    }, ["beforeShipment", "onTheWay", "afterDelivery"], "What a claim can rest on."),
    refund, sanctions, risk,
    reminders: object({
      half: { type: "boolean", description: "Whether to remind at half time." }, before: listOf({ type: "string", minLength: 1, examples: ["P1D"] }, "How long before the end to remind.", { maxItems: 10 }),
      because: { type: "string", minLength: 1, description: "Why nobody is reminded, where nobody is." },
    }, ["half", "before"], "When those are reminded whose silence will cost them (X3)."),
    deadlines: listOf(ref("deadline"), "Who owes what by when.", { maxItems: 200 }), arrows: listOf(ref("arrow"), "Who may do what.", { minItems: 1, maxItems: 500 }),
    floors: { type: "object", maxProperties: 20, additionalProperties: { type: "boolean" }, description: "Whether the law's floors hold. They all do: false is refused." },
    look: object({
      name: { type: "string", minLength: 1, maxLength: 40, description: "What stands in the masthead of its pages; without it, Rescind." },
      logo: { type: "string", maxLength: 12_000, pattern: "^data:image/(svg\\+xml|png|webp);base64,[A-Za-z0-9+/]+={0,2}$", description: "A small picture before the name, as a data URI in base64: SVG, PNG or WebP." },
      accent: object({ light: colour("On light paper."), dark: colour("On dark paper.") }, ["light", "dark"], "The colour of links, buttons and whose turn it is. Readable on the paper: a contrast of 4.5."),
      words: object({ en: ownWords("English"), zh: ownWords("Chinese"), ru: ownWords("Russian") }, [], "What the marketplace calls things its own way: `{\"en\": {\"command.OpenClaim\": \"Raise a dispute\"}}`. What it leaves out has the shared word."),
    }, [], "How the marketplace's pages look and speak. Not part of the rules: no proof depends on it."),
    undercuts: { type: "object", description: "Where the policy gives less than a law, as the server shows it beside the policy. Not part of the rules." },
  },
  required: ["policy", "version", "zone", "source", "terms", "methods", "reasons", "grounds", "refund", "sanctions", "reminders", "deadlines", "arrows"],
  additionalProperties: false,
  $defs: {
    term, reason: object(reasonFields, ["fault"], "Why somebody asks, and whose fault that implies."), ground: object(groundFields, ["fault"], "What a claim rests on, and what that implies."),
    role: closed("role", roleWords), command: closed("command", Object.fromEntries(Object.entries(commandWords).map(([command, says]) => [command, `Of ${nounOf(command)}: ${says}`]))),
    status: closed("status", Object.fromEntries(everyStatus.map((name) => [name, `While ${statusPhrase(name)}`]))), ending: closed("ending", endingWords),
    condition: closed("condition", Object.fromEntries(Object.entries(guardPhrases).map(([word, condition]) => [word, conditionOf(condition)]))), arrow, deadline, riskRule,
  },
};
