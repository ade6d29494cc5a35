// What one wants to know before asking for a return: until when, what it brings, who pays for the way back, how the label comes.
import type { ReactElement } from "react";
import type { Order, Permission } from "../../api/queries.ts";
import { comma } from "../../parts/format.ts";
import { Instant } from "../../parts/instant.tsx";
import { Money } from "../../parts/money.tsx";
import { Facts } from "../../parts/section.tsx";
import { useWords } from "../../words/words.ts";

export function BeforeReturn({ order, permission: { effect, closedAt } }: { order: Order; permission: Permission }): ReactElement {
  const { t, say, language } = useWords();
  return (
    <Facts rows={[
      ...(closedAt === null ? [] : [[t("before.until"), <Instant key="until" at={closedAt} kind="due" zone />] as const]),
      ...(effect === null || effect.refundMinor === 0 ? [] : [[t("before.back"), <><Money amountMinor={effect.refundMinor} currency={order.money.currency} />{effect.to !== null && `${comma(language)}${say(order.marketplace, `method.${effect.to}`)}`}</>, t("before.atMost")] as const]),
      [t("before.way"), t("before.wayWho"), t("before.label")],
    ]} />
  );
}
