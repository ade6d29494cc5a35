// Being counted before one is answered, and nothing else: for what is done only after the answer, since how long that takes would tell
// whether somebody is known. A better-auth plug-in, so that its limits hold for all processes together.
import { createAuthEndpoint } from "better-auth/api";
import { knockAt } from "./signIn.ts";

/** The plug-in; how often somebody may knock is set where the other limits are. */
export const knock = () => ({
  id: "knock",
  endpoints: { knock: createAuthEndpoint(knockAt("/:letter"), { method: "POST" }, async (context) => context.json({ counted: true })) },
});
