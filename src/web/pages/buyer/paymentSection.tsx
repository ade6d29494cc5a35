// The payment (A25): what was bought, what was paid how, and what comes back by when. The parts add up on the page.
import type { ReactElement } from "react";
import { useNow } from "../../api/now.ts";
import type { Line, Order } from "../../api/queries.ts";
import { comma, dayText, figureText, momentText, sentenceGap } from "../../parts/format.ts";
import { Money } from "../../parts/money.tsx";
import { Facts, Section } from "../../parts/section.tsx";
import { useWords } from "../../words/words.ts";
import { CartAgain } from "./cartAgain.tsx";
import { useProductView } from "./productView.tsx";

export function PaymentSection({ order }: { order: Order }): ReactElement {
  const { t, say, language } = useWords();
  const now = useNow();
  const { money, lines, payments, refunds, chargebacks, marketplace } = order;
  const figure = (amountMinor: number): string => figureText(amountMinor, money.currency, language);
  const sumMinor = lines.reduce((total, { priceMinor }) => total + priceMinor, 0) + order.shippingMinor;
  const rest = money.totalMinor - sumMinor;
  return (
    <Section title={t("payment.title")} id="payment" aside={money.refundingMinor > 0 ? t("payment.onTheWay") : t("payment.nothingBack")}>
      <table className="lines">
        <tbody>
          {lines.map((line) => <LineRow key={line.sku} order={order} line={line} />)}
          <tr><td>{t("payment.shipping")}</td><td className="num">{figure(order.shippingMinor)}</td></tr>
          {rest !== 0 && <tr><td>{t("payment.other")}</td><td className="num">{figure(rest)}</td></tr>}
          <tr className="total"><td>{t("payment.total")}</td><td className="num"><Money amountMinor={money.totalMinor} currency={money.currency} /></td></tr>
        </tbody>
      </table>
      <Facts rows={[
        ...payments.map((one) => [t("payment.paid"), <><Money amountMinor={one.amountMinor} currency={money.currency} />{comma(language)}{say(marketplace, `method.${one.method}`)}</>, `${t(`payment.${one.status}`)}${comma(language)}${momentText(Date.parse(one.capturedAt ?? one.madeAt), now, language)}`] as const),
        ...refunds.filter(({ status }) => !["stopped", "reversed", "failed"].includes(status)).map((one) => [
          say(marketplace, `status.refund.${one.status}`), <><Money amountMinor={one.amountMinor} currency={money.currency} />{comma(language)}{say(marketplace, `method.${one.to}`)}</>,
          `${one.settledAt === null ? t("payment.promised", { by: dayText(Date.parse(one.promisedBy), now, language) }) : t("payment.arrived", { at: dayText(Date.parse(one.settledAt), now, language) })}${one.institutionReference === null ? "" : `${sentenceGap(language)}${t("payment.reference", { reference: one.institutionReference })}`}${one.overdue ? `${sentenceGap(language)}${t("payment.overdue")}` : ""}`,
        ] as const),
        ...chargebacks.map((one) => [
          say(marketplace, "noun.chargeback"), <Money key={one.id} amountMinor={one.amountMinor} currency={money.currency} />,
          `${say(marketplace, `status.chargeback.${one.status}`)}, ${momentText(Date.parse(one.endedAt ?? one.openedAt), now, language)}${one.status === "open" ? `. ${t("payment.frozen")}` : ""}`,
        ] as const),
        ...(money.owedByBuyerMinor > 0 ? [[t("payment.owed"), <Money key="owed" amountMinor={money.owedByBuyerMinor} currency={money.currency} />] as const] : []),
      ]} />
    </Section>
  );
}

function LineRow({ order, line }: { order: Order; line: Line }): ReactElement {
  const { t, language } = useWords();
  const { button, view } = useProductView(line);
  const figure = (amountMinor: number): string => figureText(amountMinor, order.money.currency, language);
  return (
    <tr>
      <td>
        {line.title}
        <small>{t("payment.at", { count: line.quantity, price: figure(line.unitPriceMinor) })}{line.discountMinor > 0 && `${comma(language)}${t("payment.discount", { amount: figure(line.discountMinor) })}`}{line.cancelled > 0 && `${comma(language)}${t("payment.cancelled", { count: line.cancelled })}`}{line.returned > 0 && `${comma(language)}${t("payment.returned", { count: line.returned })}`}</small>
        <div className="beside">{button}<CartAgain order={order} line={line} /></div>
        {view}
      </td>
      <td className="num">{figure(line.priceMinor)}</td>
    </tr>
  );
}
