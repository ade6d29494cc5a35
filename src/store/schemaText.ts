// The shape of the database as text: the same on every PostgreSQL and on PGlite, so that sql/schema.sql can be compared
// with a living one. For reading and for the drift check; a database is made by the migrations, not by this.

import type { Database, Row } from "./database.ts";

const OURS = "relnamespace IN ('public'::regnamespace, to_regnamespace('sandbox'))";
// What an extension brought is not ours.
const NOT_OF_EXTENSION = (catalog: string, oid: string) =>
  `NOT EXISTS (SELECT FROM pg_depend WHERE classid = '${catalog}'::regclass AND objid = ${oid} AND deptype = 'e')`;

/** Extensions, tables with their constraints, indexes and triggers, and functions, in the order of their names. */
export async function schemaText(database: Database): Promise<string> {
  const extensions = await database.rows<{ line: string }>("SELECT format('CREATE EXTENSION %s;', extname) AS line FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY extname");
  const tables = await database.rows("SELECT oid::bigint AS oid, oid::regclass::text AS name, array_to_string(reloptions, ', ') AS options FROM pg_class WHERE relkind = 'r' AND " + OURS + " ORDER BY relnamespace::regnamespace::text COLLATE \"C\", relname");
  const functions = await database.rows<{ line: string }>(
    `SELECT pg_get_functiondef(oid) AS line FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND ${NOT_OF_EXTENSION("pg_proc", "pg_proc.oid")} ORDER BY proname`);
  const parts = ["-- Generated from the migrations; not to be edited. What each table is for stands in the migration that made it.", ...extensions.map(({ line }) => line)];
  for (const { line } of functions) parts.push(`${line.trimEnd()};`);
  for (const table of tables) parts.push(await tableText(database, table));
  return `${parts.join("\n\n")}\n`;
}

async function tableText(database: Database, { oid, name, options }: Row): Promise<string> {
  const lines = async (text: string) => (await database.rows<{ line: string }>(text, [oid!])).map(({ line }) => line);
  const columns = await lines(
    `SELECT format('%I %s', attname, format_type(atttypid, atttypmod)) || CASE WHEN attcollation = '"C"'::regcollation THEN ' COLLATE "C"' ELSE '' END
       || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END || coalesce(' DEFAULT ' || pg_get_expr(adbin, adrelid), '') AS line
     FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE attrelid = $1::oid AND attnum > 0 AND NOT attisdropped ORDER BY attnum`);
  const constraints = await lines(
    // PostgreSQL 18 lists NOT NULL among the constraints; older ones do not.
    "SELECT format('CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)) AS line FROM pg_constraint WHERE conrelid = $1::oid AND contype IN ('p', 'u', 'c', 'f', 'x') ORDER BY contype DESC, conname");
  const indexes = await lines(
    "SELECT pg_get_indexdef(indexrelid) || ';' AS line FROM pg_index WHERE indrelid = $1::oid AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid) ORDER BY indexrelid::regclass::text COLLATE \"C\"");
  const triggers = await lines("SELECT pg_get_triggerdef(oid) || ';' AS line FROM pg_trigger WHERE tgrelid = $1::oid AND NOT tgisinternal ORDER BY tgname");
  const table = `CREATE TABLE ${name} (\n${[...columns, ...constraints].map((line) => `  ${line}`).join(",\n")}\n)${options ? ` WITH (${options})` : ""};`;
  return [table, ...indexes, ...triggers].join("\n");
}
