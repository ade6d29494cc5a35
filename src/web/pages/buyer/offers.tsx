// The offers of a claim, each a card: who, how much, with goods or without. Only the last one lies on the table and has buttons.
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { usePerson } from "../../api/person.ts";
import type { Claim, Order } from "../../api/queries.ts";
import { Instant } from "../../parts/instant.tsx";
import { Money } from "../../parts/money.tsx";
import { useActName } from "../../parts/names.ts";
import { begun, nameOf } from "../../parts/people.ts";
import { Section } from "../../parts/section.tsx";
import { useWords } from "../../words/words.ts";
import { remedyText } from "./remedy.ts";

const answers = ["AcceptOffer", "MakeOffer", "EscalateClaim"];

export function Offers({ order, claim }: { order: Order; claim: Claim }): ReactElement | null {
  const words = useWords();
  const { t } = words;
  const person = usePerson();
  if (claim.offers.length === 0) return null;
  const open = claim.endedAt === null && claim.agreed === null;
  const last = claim.offers.at(-1);
  return (
    <Section title={t("offers.title")} aside={t("offers.count", { count: claim.offers.length })}>
      {claim.offers.toReversed().map((offer) => (
        <article key={offer.at + offer.by} className={open && offer === last ? "offer" : "offer past"}>
          <div>
            <div><p>{begun(nameOf(order, offer.by, person, words))}</p><p><b><Money amountMinor={offer.amountMinor} currency={order.money.currency} /></b></p><p>{begun(remedyText(order, offer.remedy, words))}</p>{offer.note !== null && <p className="said">{offer.note}</p>}</div>
            <p><Instant at={offer.at} /></p>
          </div>
          {open && offer === last && offer.by !== person?.role && <Answers order={order} claim={claim} />}
        </article>
      ))}
    </Section>
  );
}

function Answers({ order, claim }: { order: Order; claim: Claim }): ReactElement {
  const actName = useActName();
  const possible = answers.flatMap((name) => order.permissions.find((one) => one.command === name && one.allowed && (one.target === null || one.target === claim.id)) ?? []);
  return (
    <div className="go">
      {possible.map(({ command }, index) => <Link key={command} className={index === 0 ? "button main" : "button"} to="/orders/$orderId/do/$command" params={{ orderId: order.id, command }} search={{ target: claim.id }}>{actName(order, command)}</Link>)}
    </div>
  );
}
