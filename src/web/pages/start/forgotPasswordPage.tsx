// Asking for the letter that sets a new password. The page says the same whether or not somebody has that e-mail.
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type FormEvent, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { useSandbox } from "../../api/person.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Head } from "../../parts/section.tsx";
import { useWords } from "../../words/words.ts";

export function ForgotPasswordPage(): ReactElement {
  const { t, language } = useWords();
  const [email, setEmail] = useState("");
  const sandbox = useSandbox() === true;
  // The letter comes in the language of the page, which need not be the browser's.
  const asking = useMutation({ mutationFn: async () => got(await client.POST("/v1/auth/request-password-reset", { body: { email }, headers: { "accept-language": language } })) });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    asking.mutate();
  };
  return (
    <>
      <Head title={t("forgot.title")} crumb={<Link to="/sign-in">{t("signIn")}</Link>} />
      {asking.isSuccess ? <div role="status"><p>{t("forgot.done")}</p>{sandbox && <p className="small soft">{t("forgot.sandbox")}</p>}</div> : (
        <form className="form" onSubmit={send}>
          <p>{t("forgot.what")}</p>
          <label><span className="label">{t("sign.email")}</span><input className="field" type="email" autoComplete="email" required maxLength={254} value={email} onChange={(event) => setEmail(event.target.value)} /></label>
          {asking.error !== null && <ProblemNote error={asking.error} />}
          <div className="go"><button type="submit" className="button main" aria-disabled={asking.isPending}>{t("forgot.go")}</button></div>
        </form>
      )}
    </>
  );
}
