// What the server says of a tracking number while it is typed: whether it can be that carrier's. It stops nobody; the command decides.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { refusalText } from "../../words/refusals.ts";
import { useWords } from "../../words/words.ts";

/** Asked once the typing rests. */
const REST_MS = 350;

export function TrackingCheck({ carrier, number }: { carrier: string; number: string }): ReactElement {
  const { t, language } = useWords();
  const rested = useRested(number.trim());
  const { data } = useQuery({
    queryKey: ["trackingNumber", carrier, rested], enabled: carrier !== "" && rested !== "", staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => got(await client.GET("/v1/tracking-numbers", { params: { query: { carrier, number: rested } } })),
  });
  const wrong = data?.refusal ? refusalText(data.refusal, data.because ?? "", language) : null;
  return <p role="status" className={wrong === null ? "hint beneath" : "wrong beneath"}>{rested === "" || !data ? "" : (wrong ?? t("tracking.fits"))}</p>;
}

function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const waiting = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(waiting);
  }, [value]);
  return rested;
}
