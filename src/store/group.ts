// The hot path: many commands in one transaction. It reads and locks what the group needs, lets the caller decide
// in memory, and writes everything with one statement. It knows nothing of what is decided.

import type { Announcements } from "./announcements.ts";
import type { Database, Turn } from "./database.ts";
import { UnstorableText, asConflict } from "./errors.ts";
import { emptyRead, questionsOf } from "./groupRead.ts";
import type { GroupRead, GroupRequest } from "./groupRead.ts";
import { writeStatement } from "./groupWrite.ts";
import type { GroupWrite } from "./rows.ts";

/** Decides, synchronously, from what was read. Null writes nothing. */
export type GroupWork = (read: GroupRead) => GroupWrite | null;

/**
 * One transaction for a whole group. Returns after the commit. Throws `StoreConflict` when another writer was faster
 * (nothing is written; ask again), `UnstorableText`, and whatever the work throws.
 */
export async function group(database: Database, announcements: Announcements | null, request: GroupRequest, work: GroupWork): Promise<void> {
  try {
    await database.turn(async (turn) => {
      const read = emptyRead();
      await answer(turn, database, request, read);
      const write = work(read);
      const statement = write && writeStatement(write, Date.now(), announcements?.of(write));
      if (statement) await turn.write(statement);
    });
  } catch (error) {
    throw error instanceof UnstorableText ? error : asConflict(error);
  }
}

async function answer(turn: Turn, database: Database, request: GroupRequest, read: GroupRead): Promise<void> {
  const questions = questionsOf(request, database.kind === "postgres");
  if (questions.length === 0) return;
  const rows = await turn.read(questions.map(({ statement }) => statement));
  questions.forEach(({ take }, at) => take(rows[at]!, read));
}
