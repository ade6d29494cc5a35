// Whether a tracking number can be a carrier's at all, asked while it is typed. Whether another parcel has it the command says.
import { z } from "@hono/zod-openapi";
import { refuse } from "../../core/refusals.ts";
import { checkTrackingNumber } from "../../engine/trackingNumbers.ts";
import { jsonAnswer, route, type Route } from "../route.ts";

const check = route({
  method: "get", path: "/v1/tracking-numbers", tag: "Orders", right: "read", summary: "Check the form of a tracking number",
  description: "Its form and its check digit for that carrier (A27), as a command with the number would find them; of an unknown carrier every number has the wrong form. `country` is the posting office's where the number names one (S10). Nothing is looked up. `refusal` is what a command with it would meet, `because` its sentence; null where it is in order.",
  query: z.strictObject({ carrier: z.string().min(1).max(40), number: z.string().min(1).max(100) }),
  answers: { 200: jsonAnswer("What the number is.", z.object({ form: z.enum(["valid", "wrongForm", "wrongCheckDigit"]), country: z.string().nullable(), refusal: z.string().nullable(), because: z.string().nullable() })) },
  handle({ c, query: { carrier, number } }) {
    const found = checkTrackingNumber(carrier, number);
    const refused = found.form === "valid" ? null : refuse(found.form === "wrongForm" ? "TrackingNumberMalformed" : "TrackingNumberCheckDigitWrong");
    return c.json({ country: null, ...found, refusal: refused?.refusal ?? null, because: refused?.because ?? null }, 200);
  },
});

export const trackingNumberRoutes: Route[] = [check];
