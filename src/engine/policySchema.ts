// The shape of policy.json as JSON Schema 2020-12: what an editor completes and the program refuses.
const reason = {
  type: "object",
  properties: {
    fault: { enum: ["buyer", "seller", "carrier", "nobody"] }, points: { type: "integer", minimum: 1 }, evidence: { const: "needed" }, graver: { const: true },
    remedies: { type: "array", items: { enum: ["money", "goodsAndMoney"] }, minItems: 1 }, silence: { enum: ["grants", "escalates"] },
  },
  required: ["fault"],
  additionalProperties: false,
};
const reasons = { type: "object", additionalProperties: reason };
const words = { type: "array", items: { type: "string" } };
const moment = { type: "array", items: { type: "string" }, minItems: 1, maxItems: 2 };
const roles = { enum: ["buyer", "seller", "mediator", "operator", "institution", "carrier", "clock"] };
const because = {
  enum: ["unpaid", "paymentRejected", "cancelledByBuyer", "cancelledBySeller", "cancellationAccepted", "sellerSilent", "notShipped", "refunded", "withdrawnFromContract"],
};
const status = { type: "string", pattern: "^(order|cancellation|return|claim|refund|reversal|sanction)\\.([a-zA-Z]+|\\*)$" };
const setting = { type: ["string", "number", "boolean", "null"] };

const term = {
  type: "object",
  properties: { is: setting, others: { type: "array", items: setting }, rule: { type: "string" }, source: { type: "string", minLength: 1 } },
  required: ["is", "rule", "source"],
  additionalProperties: false,
};
const arrow = {
  type: "object",
  properties: {
    command: { type: "string" }, by: { type: "array", items: roles, minItems: 1 }, from: { type: "array", items: status, minItems: 1 }, when: words,
    opens: moment, closes: moment, to: { type: "array", items: status, minItems: 1 }, because, onlyShown: { type: "string", minLength: 1 }, rule: { type: "string" },
  },
  required: ["command", "by", "from", "to", "rule"],
  additionalProperties: false,
};
const deadline = {
  type: "object",
  properties: {
    in: { type: "array", items: status, minItems: 1 }, who: roles, owes: { type: "string" }, since: { type: "string" }, within: { type: ["string", "null"] },
    otherwise: { type: "string" }, when: words, because, atOnce: { const: true }, rule: { type: "string" },
  },
  required: ["in", "who", "owes", "since", "within", "otherwise", "rule"],
  additionalProperties: false,
};

export const policySchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "A marketplace's policy",
  type: "object",
  properties: {
    policy: { type: "string", pattern: "^[a-z][a-z0-9-]{1,40}$" }, version: { type: "integer", minimum: 1 }, zone: { type: "string" }, source: { type: "string" },
    terms: { type: "object", additionalProperties: term },
    methods: { type: "array", items: { type: "string" }, minItems: 1, uniqueItems: true },
    reasons: {
      type: "object", properties: { cancellation: reasons, return: reasons, decision: words, reversal: words },
      required: ["cancellation", "return", "decision", "reversal"], additionalProperties: false,
    },
    grounds: {
      type: "object", properties: { beforeShipment: reasons, onTheWay: reasons, afterDelivery: reasons },
      required: ["beforeShipment", "onTheWay", "afterDelivery"], additionalProperties: false,
    },
    refund: {
      type: "object",
      properties: {
        to: { type: "array", items: { enum: ["sameMethod", "giftCard"] }, minItems: 1 },
        arrives: { type: "object", additionalProperties: { anyOf: [{ type: "string" }, { type: "object", properties: { businessDays: { type: "integer", minimum: 0 } }, required: ["businessDays"], additionalProperties: false }] } },
        calendar: {
          type: "object", properties: { weekend: { type: "array", items: { type: "integer", minimum: 1, maximum: 7 }, maxItems: 6 }, holidays: words },
          required: ["weekend", "holidays"], additionalProperties: false,
        },
        rule: { type: "string" }, source: { type: "string" },
      },
      required: ["to", "arrives", "calendar", "rule", "source"],
      additionalProperties: false,
    },
    sanctions: {
      anyOf: [
        { type: "null" },
        {
          type: "object",
          properties: { threshold: { type: "integer", minimum: 1 }, finePerTenThousand: { type: "integer", minimum: 0, maximum: 10_000 }, rule: { type: "string" }, source: { type: "string" } },
          required: ["threshold", "finePerTenThousand", "rule", "source"], additionalProperties: false,
        },
      ],
    },
    reminders: { type: "object", properties: { half: { type: "boolean" }, before: words }, required: ["half", "before"], additionalProperties: false },
    deadlines: { type: "array", items: deadline },
    arrows: { type: "array", items: arrow, minItems: 1 },
  },
  required: ["policy", "version", "zone", "source", "terms", "methods", "reasons", "grounds", "refund", "sanctions", "reminders", "deadlines", "arrows"],
  additionalProperties: false,
};
