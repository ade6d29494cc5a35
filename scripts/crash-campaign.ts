// The long form of test/crash.test.ts: kills real servers under load for as long as is asked for, and says what it found.
// `--seconds N --seed S --kind pglite|postgres --servers N --sever`; without a kind both are run, one after the other.
import { parseArgs } from "node:util";
import { runCampaign } from "../test/support/campaign.ts";

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "60" }, seed: { type: "string", default: String(Date.now() % 1_000_000) }, kind: { type: "string" }, servers: { type: "string", default: "2" }, sever: { type: "boolean", default: false } },
});
const kinds = values.kind === undefined ? (["pglite", "postgres"] as const) : [values.kind === "pglite" ? ("pglite" as const) : ("postgres" as const)];
for (const kind of kinds) {
  process.stderr.write(`${kind}, seed ${values.seed}, ${values.seconds} s\n`);
  const { findings, ...rest } = await runCampaign({
    kind, servers: Number(values.servers), severs: values.sever, seed: Number(values.seed), seconds: Number(values.seconds), tell: (line) => process.stderr.write(`  ${line}\n`),
  });
  process.stdout.write(`${JSON.stringify({ kind, ...rest, traded: { ...rest.traded, faults: rest.traded.faults.length }, audit: { ...rest.audit, findings: rest.audit.findings.length } }, null, 2)}\n`);
  for (const finding of findings) process.stdout.write(`FOUND ${finding}\n`);
  if (findings.length > 0) process.exitCode = 1;
}
