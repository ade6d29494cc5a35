// Whose turn it is, until when, and what silence does: the three answers that every page about an order begins with.
import type { ReactElement } from "react";
import { useNow } from "../api/now.ts";
import { usePerson } from "../api/person.ts";
import type { Deadline, Order } from "../api/queries.ts";
import { useWords } from "../words/words.ts";
import { Filled, PLACE } from "./filled.tsx";
import { comma, distanceText, zoneText } from "./format.ts";
import { Instant } from "./instant.tsx";
import { Mark } from "./mark.tsx";
import { begun, deadlinesOf, deadlineWords, nameOf } from "./people.ts";
import { Ruler } from "./ruler.tsx";
import { statusText } from "./status.tsx";

/** The band of an order, or of one thing in it where `target` names that and something runs on it. */
export function Band({ order, target = null }: { order: Order; target?: string | null }): ReactElement {
  const all = deadlinesOf(order);
  const own = all.filter((one) => target !== null && one.target === target);
  const [first, ...others] = own.length > 0 ? own : all;
  return (
    <div className="band">
      {first ? <Turn order={order} deadline={first} /> : <Rest order={order} />}
      {others.length > 0 && <ul className="others">{others.map((one) => <li key={one.id}><Other order={order} deadline={one} /></li>)}</ul>}
    </div>
  );
}

function Turn({ order, deadline }: { order: Order; deadline: Deadline }): ReactElement {
  const words = useWords();
  const { t, language } = words;
  const person = usePerson();
  const now = useNow();
  const { owes, otherwise } = deadlineWords(order, deadline, words);
  const by = Date.parse(deadline.by);
  const yours = deadline.who === person?.role;
  return (
    <>
      <dl>
        <div><dt>{t("band.turn")}</dt><dd className="big"><Mark turn={by < now ? "lost" : yours ? "yours" : "theirs"} />{begun(nameOf(order, deadline.who, person, words))}</dd><dd>{begun(owes)}</dd></div>
        <div><dt>{t("band.until")}</dt><dd className="big"><Instant at={deadline.by} kind="due" /></dd><dd>{zoneText(by, language)}{comma(language)}{distanceText(by, now, language)}</dd></div>
        <div><dt>{yours ? t("band.silenceYours") : t("band.silence")}</dt><dd className="big">{begun(otherwise)}</dd><dd>{t("band.bySilence")}</dd></div>
      </dl>
      <Ruler since={deadline.since} by={deadline.by} now={now} />
      <Threshold by={by} now={now} />
    </>
  );
}

function Other({ order, deadline }: { order: Order; deadline: Deadline }): ReactElement {
  const words = useWords();
  const person = usePerson();
  const { owes, otherwise } = deadlineWords(order, deadline, words);
  const text = words.t("turn.line", { who: begun(nameOf(order, deadline.who, person, words)), owes, otherwise, time: PLACE });
  return <Filled text={text}><Instant at={deadline.by} kind="due" /></Filled>;
}

function Rest({ order }: { order: Order }): ReactElement {
  const words = useWords();
  const { t } = words;
  return (
    <dl>
      <div><dt>{t("band.state")}</dt><dd className="big"><Mark turn="over" />{statusText(order, words)}</dd></div>
      <div><dt>{t("band.until")}</dt><dd className="big">{t("band.noDeadline")}</dd></div>
      <div><dt>{t("band.because")}</dt><dd>{order.closedBecause === null ? t("band.nobody") : t(`because.${order.closedBecause}`)}</dd></div>
    </dl>
  );
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Said aloud at a day, an hour, and when it has passed; never with each minute. */
function Threshold({ by, now }: { by: number; now: number }): ReactElement {
  const { t } = useWords();
  const left = by - now;
  return <p className="hidden" role="status">{left < 0 ? t("band.passed") : left < HOUR_MS ? t("band.hourLeft") : left < DAY_MS ? t("band.dayLeft") : ""}</p>;
}
