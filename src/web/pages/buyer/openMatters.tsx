// The returns, claims, refunds and reversals of an order, each with its state and a page of its own.
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { Order } from "../../api/queries.ts";
import { comma, sentenceGap } from "../../parts/format.ts";
import { Money } from "../../parts/money.tsx";
import { Section } from "../../parts/section.tsx";
import { useWords } from "../../words/words.ts";

export function OpenMatters({ order }: { order: Order }): ReactElement | null {
  const { t, say, own, language } = useWords();
  const { marketplace, money: { currency } } = order;
  const orderId = order.id;
  const count = order.returns.length + order.claims.length + order.refunds.length;
  if (count === 0) return null;
  const status = (noun: string, name: string): string => say(marketplace, `status.${noun}.${name}`);
  // The button to each: what the marketplace writes on it, while the matter is open or ever.
  const see = (noun: string, ended: string | null): string => (ended === null ? own(marketplace, `see.${noun}.open`) : null) ?? own(marketplace, `see.${noun}`) ?? t("see");
  return (
    <Section title={t("matters.title")}>
      <ul className="actions">
        {order.claims.map((claim) => (
          <li key={claim.id}><div><h3>{say(marketplace, "noun.claim")}</h3><p>{status("claim", claim.status)}. <Money amountMinor={claim.amountMinor} currency={currency} /></p></div><Link className="button" to="/orders/$orderId/claims/$claimId" params={{ orderId, claimId: claim.id }}>{see("claim", claim.endedAt)}<span className="hidden"> {say(marketplace, "noun.claim")}</span></Link></li>
        ))}
        {order.returns.map((one) => (
          <li key={one.id}><div><h3>{t("return.title", { rma: one.rma })}</h3><p>{status("return", one.status)}{sentenceGap(language)}<Money amountMinor={one.amountMinor} currency={currency} /></p></div><Link className="button" to="/orders/$orderId/returns/$returnId" params={{ orderId, returnId: one.id }}>{see("return", one.endedAt)}<span className="hidden"> {one.rma}</span></Link></li>
        ))}
        {order.refunds.map((refund) => (
          <li key={refund.id}><div><h3>{say(marketplace, "noun.refund")}</h3><p>{status("refund", refund.status)}{sentenceGap(language)}<Money amountMinor={refund.amountMinor} currency={currency} />{comma(language)}{say(marketplace, `method.${refund.to}`)}</p></div><Link className="button" to="/orders/$orderId/refunds/$refundId" params={{ orderId, refundId: refund.id }}>{see("refund", refund.settledAt)}<span className="hidden"> {say(marketplace, "noun.refund")}</span></Link></li>
        ))}
      </ul>
    </Section>
  );
}
