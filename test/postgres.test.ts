// The PostgreSQL that the tests run on, in both its origins; what the project stores in it is tested elsewhere.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import pg from "pg";
import { startPostgres } from "./support/postgres.ts";

async function dataFolder(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const answer = await client.query<{ data_directory: string }>("SELECT current_setting('data_directory') AS data_directory");
  await client.end();
  return answer.rows[0]?.data_directory ?? "";
}

test("where no PostgreSQL is installed the one from npm starts, and leaves no folder behind", async () => {
  const postgres = await startPostgres({ embedded: true });
  const folder = await dataFolder(postgres.url);
  await postgres.stop();
  assert.ok(Number.parseFloat(postgres.version) >= 15);
  assert.match(folder, /rescind-postgres-/);
  assert.equal(existsSync(folder), false);
});

test("the tests have a PostgreSQL of version 15 or later", async () => {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  const answer = await client.query<{ server_version_num: string }>("SHOW server_version_num");
  await client.end();
  assert.ok(Number(answer.rows[0]?.server_version_num) >= 150000);
});
