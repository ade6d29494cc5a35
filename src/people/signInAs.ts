// Signing somebody in without asking for anything: for the sandbox's demo people. A better-auth plug-in whose one endpoint has no
// address, so that only this process can call it.
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

/** The plug-in. `userId` names a row of `people`; the answer carries the session's cookie. */
export const signInAs = () => ({
  id: "sign-in-as",
  endpoints: {
    signInAs: createAuthEndpoint({ method: "POST", body: z.object({ userId: z.string() }) }, async (context) => {
      const user = await context.context.internalAdapter.findUserById(context.body.userId);
      if (!user) throw new Error(`nobody has the id ${context.body.userId}`);
      const session = await context.context.internalAdapter.createSession(user.id);
      await setSessionCookie(context, { session, user });
      return context.json({ session });
    }),
  },
});
