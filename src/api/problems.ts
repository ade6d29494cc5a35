// What goes wrong between a caller and the API, as RFC 9457 problems: one closed list, each with its status and its sentence.
// Why a rule of a marketplace refuses stands in the core's refusals; here is only how such a refusal is worded over HTTP.
import { refusals, type Refusal } from "../core/refusals.ts";
import { isoOrNull } from "./views/time.ts";

/** A field that is not as it must be. `pointer` is a JSON pointer as a URI fragment (RFC 6901): into the body, or to the name of a parameter or header. */
export type WrongField = { pointer: string; detail: string };

export const problemKinds = {
  malformed: { status: 400, title: "The request cannot be read." },
  forgedNotice: { status: 400, title: "This message is not from whom it says." },
  keyMissing: { status: 400, title: "A command needs an Idempotency-Key." },
  unauthenticated: { status: 401, title: "This needs an API key or a token." },
  proofNeeded: { status: 401, title: "This session must prove itself anew before it changes anything." },
  signInFailed: { status: 401, title: "This sign-in did not succeed." },
  forbidden: { status: 403, title: "Your role may not do this." },
  crossSite: { status: 403, title: "Another site asked for this." },
  wrongPassword: { status: 403, title: "This is not the password." },
  notFound: { status: 404, title: "There is nothing here that you may see." },
  methodNotAllowed: { status: 405, title: "This address does not answer that method." },
  orderExists: { status: 409, title: "Another order has this number." },
  policyVersion: { status: 409, title: "The next version of this policy has another number." },
  policyOpen: { status: 409, title: "Another version of this policy awaits confirmation." },
  policyBeingProven: { status: 409, title: "This policy is being proven already." },
  policyBroken: { status: 409, title: "The policy breaks a property." },
  secondPerson: { status: 409, title: "Another person must confirm this." },
  policyDecided: { status: 409, title: "This version has been decided." },
  emailUnproven: { status: 409, title: "Your e-mail is not proven." },
  personExists: { status: 409, title: "This person has an account already." },
  tooManyViews: { status: 409, title: "You have as many saved views as there can be." },
  tooManyWebhooks: { status: 409, title: "There are as many webhooks as there can be." },
  noPayouts: { status: 409, title: "No institution here can pay sellers out." },
  payoutKnown: { status: 409, title: "What became of this payout is known." },
  confirmedTooLate: { status: 409, title: "The time to confirm this has passed." },
  gone: { status: 410, title: "This has been erased." },
  stale: { status: 412, title: "The order has changed since." },
  tooLarge: { status: 413, title: "The body is too large." },
  mediaType: { status: 415, title: "This media type is not taken here." },
  shape: { status: 422, title: "The input does not have the right shape." },
  signUpRefused: { status: 422, title: "This account cannot be made." },
  keyReused: { status: 422, title: "This Idempotency-Key came with another body." },
  tooManyRequests: { status: 429, title: "Too many requests." },
  failed: { status: 500, title: "Something failed here." },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemKind = keyof typeof problemKinds;
export type ProblemBody = { type: string; title: string; status: number; detail: string; instance: string; [more: string]: unknown };

/** Thrown where a request ends without an answer; `more` are further members of the problem. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly detail: string;
  readonly more: Record<string, unknown>;
  readonly headers: Record<string, string>;
  constructor(kind: ProblemKind, detail: string, more: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
    super(`${kind}: ${detail}`);
    this.name = "Problem";
    this.kind = kind;
    this.detail = detail;
    this.more = more;
    this.headers = headers;
  }
}

/** A rule's refusal on its way out as 409. */
export class RefusedProblem extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refusal);
    this.name = "RefusedProblem";
    this.refusal = refusal;
  }
}

const MOST_FIELDS = 50;

/** Input of a wrong shape: 422, or 400 where it is no body at all. */
export function wrongShape(errors: WrongField[], kind: "shape" | "malformed" | "keyMissing" = "shape"): Problem {
  const first = errors[0]!;
  const rest = errors.length > 1 ? `, and ${errors.length - 1} more` : "";
  return new Problem(kind, `${first.pointer}: ${first.detail}${rest}`, { errors: errors.slice(0, MOST_FIELDS) });
}

/** The body of a problem. `instance` names this very request. */
export function problemBody(error: Problem | RefusedProblem, instance: string): ProblemBody {
  if (error instanceof RefusedProblem) return refusalBody(error.refusal, instance);
  const { status, title } = problemKinds[error.kind];
  return { type: `/docs/problems/${error.kind}`, title, status, detail: error.detail, instance, ...error.more };
}

function refusalBody({ refusal, because, opensAt, closedAt, instead }: Refusal, instance: string): ProblemBody {
  return {
    type: `/docs/refusals/${refusal}`, title: because, status: 409, detail: refusals[refusal].next, instance,
    refusal, opensAt: isoOrNull(opensAt), closedAt: isoOrNull(closedAt), instead,
  };
}

/** The answer for a problem. */
export function problemResponse(error: Problem | RefusedProblem, instance: string): Response {
  const body = problemBody(error, instance);
  const headers = error instanceof Problem ? error.headers : {};
  return Response.json(body, { status: body.status, headers: { "content-type": "application/problem+json", ...headers } });
}
