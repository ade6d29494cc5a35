// Inviting a member of the house or a trader: the link that sets their password is shown once, to be handed over by hand.
import type { ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { ShownOnceForm } from "../staff/shownOnceForm.tsx";

/** An operator is invited with a key only. */
const roles = ["mediator", "seller", "buyer"] as const;

export function Invite(): ReactElement {
  const { s, t } = useStaffWords();
  return (
    <ShownOnceForm
      title={s("people.invite")} go={s("people.inviteGo")} shown={s("people.link")} makesOld="people"
      fields={[
        { name: "role", label: s("people.role"), begins: roles[0], options: roles.map((value) => ({ value, name: t(`role.${value}`) })) },
        { name: "name", label: s("people.name") }, { name: "id", label: s("people.id") }, { name: "email", label: s("people.email"), type: "email" },
      ]}
      make={async ({ role, name = "", id = "", email = "" }) => got(await client.POST("/v1/people", { body: { role: roles.find((one) => one === role) ?? roles[0], name, id, email } })).link}
    />
  );
}
