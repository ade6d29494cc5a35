// What an order's page folds: every refusal that says that there is nothing of a kind, and no other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nothingToActOn } from "../src/core/admit.ts";
import { refusals } from "../src/core/refusals.ts";
import { isAboutNothing } from "../src/web/parts/absent.ts";

test("what the core refuses because nothing of the kind is there is folded, and nothing else that concerns the whole order", () => {
  const absent = (["cancellation", "return", "claim", "refund", "reversal", "chargeback", "sanction"] as const).map((noun) => nothingToActOn(noun).refusal);
  const folded = Object.keys(refusals).filter((refusal) => isAboutNothing({ target: null, refusal }));
  assert.deepEqual(folded.sort(), [...absent, "NoExtension"].sort());
  assert.equal(isAboutNothing({ target: "clm_1", refusal: "NoOpenClaim" }), false, "one that is there is not absent");
  assert.equal(isAboutNothing({ target: null, refusal: null }), false, "what is allowed is shown");
});
