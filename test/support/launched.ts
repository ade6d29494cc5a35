// What the launcher's test launches: says on which Node and with which arguments it runs, then ends by itself with the
// code of the first argument, or waits for SIGTERM and ends with 7.
// It tests nothing itself.

const [wish, ...rest] = process.argv.slice(2);
if (wish === "wait") {
  const alive = setInterval(() => undefined, 1_000);
  process.on("SIGTERM", () => {
    clearInterval(alive);
    process.exitCode = 7;
  });
} else {
  process.exitCode = Number(wish);
}
console.log(JSON.stringify({ node: process.versions.node, arguments: rest }));
