// One return, by its RMA: what can be done until when, what goes back and why, the label, the parcel, the money.
import { useParams } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { Order, Return } from "../../api/queries.ts";
import { Band } from "../../parts/band.tsx";
import { useOptionName } from "../../parts/form/options.ts";
import { Instant } from "../../parts/instant.tsx";
import { Money } from "../../parts/money.tsx";
import { begun } from "../../parts/people.ts";
import { RefundSteps } from "../../parts/refundSteps.tsx";
import { Facts, Head, Section } from "../../parts/section.tsx";
import { carrierText, codeText } from "../../words/facts.ts";
import { useWords } from "../../words/words.ts";
import { Matter, MatterActions, MatterCrumb } from "./matter.tsx";
import { ParcelFacts } from "./parcels.tsx";
import { PrintLabel } from "./printLabel.tsx";

export function ReturnPage(): ReactElement {
  const { orderId, returnId } = useParams({ from: "/orders/$orderId/returns/$returnId" });
  return <Matter orderId={orderId} find={(order) => order.returns.find(({ id }) => id === returnId)}>{(order, returned) => <Whole order={order} returned={returned} />}</Matter>;
}

function Whole({ order, returned }: { order: Order; returned: Return }): ReactElement {
  const { t, say, language } = useWords();
  const refunds = order.refunds.filter(({ cause }) => cause.id === returned.id || (returned.claimId !== null && cause.id === returned.claimId));
  const parcels = order.parcels.filter(({ id }) => id === returned.parcelId || id === returned.replacementParcelId);
  const titles = new Map(order.lines.map(({ sku, title }) => [sku, title]));
  return (
    <>
      <Head
        crumb={<MatterCrumb order={order} />} title={t("return.title", { rma: returned.rma })} sum={<Money amountMinor={returned.amountMinor} currency={order.money.currency} />}
        sub={say(order.marketplace, `status.return.${returned.status}`)} subRight={returned.remedy === "refund" ? t("return.backToPayment") : begun(codeText(returned.remedy, language))}
      />
      <Band order={order} target={order.deadlines.some(({ target }) => target === returned.id) ? returned.id : (refunds[0]?.id ?? returned.id)} />
      <MatterActions order={order} targets={[returned.id]} also={["WithdrawFromContract"]} />
      <ReturnedLines order={order} returned={returned} />
      <LabelSection order={order} returned={returned} />
      {refunds.map((refund) => <Section key={refund.id} title={say(order.marketplace, "noun.refund")} aside={<Money amountMinor={refund.amountMinor} currency={order.money.currency} />}><RefundSteps order={order} refund={refund} /></Section>)}
      {parcels.length > 0 && <Section title={t("parcels.title")}>{parcels.map((parcel) => <ParcelFacts key={parcel.id} parcel={parcel} titles={titles} />)}</Section>}
    </>
  );
}

function ReturnedLines({ order, returned }: { order: Order; returned: Return }): ReactElement {
  const { t, say, language } = useWords();
  const reasonName = useOptionName(order, "reason");
  return (
    <Section title={t("return.goesBack")} aside={t("return.asked")}>
      <table className="lines">
        <tbody>
          {returned.lines.map((line) => <tr key={line.sku}><td>{order.lines.find(({ sku }) => sku === line.sku)?.title ?? line.sku}<small>{reasonName(line.reason)}</small></td><td className="num">{line.quantity}</td></tr>)}
          <tr className="total"><td>{returned.remedy === "refund" ? say(order.marketplace, "noun.refund") : t("return.worth")}</td><td className="num"><Money amountMinor={returned.amountMinor} currency={order.money.currency} /></td></tr>
        </tbody>
      </table>
      <Facts rows={[
        [t("return.postage"), returned.sellerPays ? t("return.sellerPays") : t("return.youPay")],
        [t("return.requested"), <Instant key="at" at={returned.requestedAt} />],
        ...(returned.condition === null ? [] : [[t("return.condition"), begun(codeText(returned.condition, language))] as const]),
      ]} />
    </Section>
  );
}

function LabelSection({ order, returned: { id, rma, label } }: { order: Order; returned: Return }): ReactElement | null {
  const { t, language } = useWords();
  if (label === null) return null;
  const isVoid = label.voidedAt !== null;
  return (
    <Section title={t("label.title")} aside={isVoid ? t("label.void") : t("label.valid")}>
      <div className={isVoid ? "paper void" : "paper"}>
        <p className="id">{isVoid ? <s>{label.trackingNumber}</s> : <b>{label.trackingNumber}</b>} ({carrierText(label.carrier, language)})</p>
        {isVoid ? <p className="small">{t("label.voidWhy")} <Instant at={label.voidedAt!} /></p> : <p className="small soft">{t("label.how")}</p>}
        {!isVoid && <PrintLabel orderId={order.id} returnId={id} rma={rma} />}
      </div>
      <p className="foots">{t("label.of", { number: order.externalId })}</p>
    </Section>
  );
}
