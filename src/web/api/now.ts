// What time it is where deadlines run: the sandbox's clock in a sandbox, else this computer's. Moves once a minute, without ticking digits.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSandbox } from "./person.ts";
import { clockQuery } from "./queries.ts";

const MINUTE_MS = 60_000;

/** Epoch milliseconds. */
export function useNow(): number {
  const sandbox = useSandbox() === true;
  const { data: clock, dataUpdatedAt } = useQuery({ ...clockQuery, enabled: sandbox });
  const [real, setReal] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setReal(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  if (!sandbox || !clock) return real;
  return Date.parse(clock.now) + (clock.running ? Math.max(0, real - dataUpdatedAt) : 0);
}
