// One process of a campaign: plays the batches that it is told to and says what came of them.
import { openPlayer, type CrewWish } from "./crew.ts";

const player = openPlayer(JSON.parse(process.argv[2]!) as CrewWish);

process.on("message", (message: { play: number } | { end: true }) => {
  const done = "play" in message
    ? player.play(message.play).then((played) => process.send!(played))
    : player.close().then((late) => {
        process.send!({ late });
        process.disconnect!();
      });
  done.catch((error: unknown) => {
    process.stderr.write(`${String((error as Error).stack)}\n`);
    process.exit(1);
  });
});
