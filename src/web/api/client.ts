// The HTTP API as the pages call it: every path and body typed by the server's own document. A write that needs a newer proof (Z11)
// waits for it and is then sent again as it was, so that nothing that was typed is lost.
import createClient from "openapi-fetch";
import type { paths, Problem } from "./openapi.d.ts";
import { tokenHere } from "./token.ts";

/** What the server said against a request. `instance` names the request in its log. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

type Prover = () => Promise<boolean>;
let prove: Prover = async () => false;

/** Who asks the person to prove themselves; it answers whether they did. */
export function provingBy(prover: Prover): void {
  prove = prover;
}

async function send(request: Request): Promise<Response> {
  const token = tokenHere();
  if (token) request.headers.set("authorization", `Bearer ${token.text}`);
  const again = request.clone();
  const answer = await fetch(request);
  const challenge = answer.headers.get("www-authenticate") ?? "";
  if (answer.status !== 401 || !challenge.includes("insufficient_user_authentication")) return answer;
  return (await prove()) ? fetch(again) : answer;
}

export const client = createClient<paths>({ baseUrl: location.origin, fetch: send });

type Answer<T> = { data?: T | undefined; error?: unknown; response: Response };

/** The body of a good answer. Throws ApiProblem with what the server said otherwise. */
export function got<T>({ data, error, response }: Answer<T>): T {
  if (response.ok) return data as T;
  throw new ApiProblem(isProblem(error) ? error : {
    type: "about:blank", title: response.statusText, status: response.status, detail: response.statusText, instance: response.headers.get("x-request-id") ?? "",
  });
}

const isProblem = (value: unknown): value is Problem => typeof value === "object" && value !== null && "status" in value && "detail" in value;

/** Whether nothing is known of the request's fate: the net broke, or something between answered in the server's place. */
export const isUnknown = (error: unknown): boolean => !(error instanceof ApiProblem) || error.problem.status >= 500;
