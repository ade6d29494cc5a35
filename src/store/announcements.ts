// What one process tells the others on a server: which orders its group has changed. It is said within the writing transaction,
// so it is heard after the commit, in the order of the commits; what is in the orders, each hearer reads for itself.

import { randomBytes } from "node:crypto";
import type { Database } from "./database.ts";
import type { GroupWrite } from "./rows.ts";

/** An order whose events after `afterSeq`, through `version`, another process has committed. */
export type Announced = { orderId: string; afterSeq: number; version: number };

export type Hearing = {
  /** In the order of the commits. */
  heard(announced: Announced[]): void;
  /** The connection was lost and is there again: what was committed meanwhile was not heard. */
  missed(): void;
};

export interface Announcements {
  /** What a group is to say, as texts for `pg_notify`: none where it changes no order. */
  of(write: GroupWrite): string[];
  /** Hears what other processes commit from now on, until it is ended. Resolves once it hears. */
  follow(hearing: Hearing): Promise<{ end(): Promise<void> }>;
}

/** The channel on which it is said. */
export const CHANNEL = "rescind_changes";
/** PostgreSQL takes less than 8000 bytes at once; an order's part is shorter than `LONGEST_PART`. */
const MOST_BYTES = 7_900;
const LONGEST_PART = 80;
const PARTS = Math.floor(MOST_BYTES / LONGEST_PART);

/** Null where no other process can be: on the embedded database. */
export function announcementsOf({ listen }: Database): Announcements | null {
  if (!listen) return null;
  // Not the process's own id: several stores may be open in one process, and processes on several machines.
  const me = randomBytes(6).toString("hex");
  return {
    of({ inserted = [], updated = [] }) {
      const parts = [
        ...inserted.map(({ id, version }) => `${id} 0 ${version}`),
        ...updated.filter(({ version, expectedVersion }) => version > expectedVersion).map(({ id, version, expectedVersion }) => `${id} ${expectedVersion} ${version}`),
      ];
      return Array.from({ length: Math.ceil(parts.length / PARTS) }, (_, at) => `${me} ${parts.slice(at * PARTS, (at + 1) * PARTS).join(" ")}`);
    },
    async follow({ heard, missed }) {
      const end = await listen(CHANNEL, {
        heard: (text) => {
          const [by, ...parts] = text.split(" ");
          if (by !== me) heard(Array.from({ length: parts.length / 3 }, (_, at) => ({ orderId: parts[at * 3]!, afterSeq: Number(parts[at * 3 + 1]), version: Number(parts[at * 3 + 2]) })));
        },
        missed,
      });
      return { end };
    },
  };
}
