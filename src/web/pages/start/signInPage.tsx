// Signing in and signing up by e-mail and password, or by the marketplace's own sign-in where there is one.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useState, type FormEvent, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { sessionQuery } from "../../api/person.ts";
import { homeOf } from "../../app/navigation.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Head } from "../../parts/section.tsx";
import { useWords } from "../../words/words.ts";

/** The marketplace's own sign-in leads back here, and from here whoever is signed in goes on: to where they came from, else to their own first page. */
const here = (returnTo: string | undefined): string => (returnTo === undefined ? "/sign-in" : `/sign-in?returnTo=${encodeURIComponent(returnTo)}`);

const LEAST_PASSWORD = 10;

type Wish = { email: string; password: string; name: string };

export function SignInPage(): ReactElement {
  const { t } = useWords();
  const [isNew, setNew] = useState(false);
  const [wish, setWish] = useState<Wish>({ email: "", password: "", name: "" });
  const { data: session } = useQuery(sessionQuery);
  const { history } = useRouter();
  const { returnTo, error } = useSearch({ from: "/sign-in" });
  const next = session?.person ? (returnTo ?? homeOf[session.person.role]) : null;
  useEffect(() => {
    if (next !== null) history.replace(next);
  }, [next, history]);
  const entering = useEntering(isNew);
  const elsewhere = useMutation({ mutationFn: async () => got(await client.POST("/v1/auth/sign-in/social", { body: { provider: "marketplace", callbackURL: here(returnTo), errorCallbackURL: here(returnTo) } })), onSuccess: ({ url }) => location.assign(url) });
  const field = (name: keyof Wish, type: string, complete: string) => (
    <label><span className="label">{t(`sign.${name}`)}</span><input className="field" name={name} type={type} autoComplete={complete} required minLength={name === "password" && isNew ? LEAST_PASSWORD : 1} value={wish[name]} onChange={(event) => setWish({ ...wish, [name]: event.target.value })} /></label>
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    entering.mutate(wish);
  };
  return (
    <>
      <Head title={isNew ? t("sign.up") : t("signIn")} />
      {error !== undefined && <p className="wrong" role="alert">{t("sign.refused")}</p>}
      <form className="form" onSubmit={send}>
        {isNew && field("name", "text", "name")}
        {field("email", "email", "email")}
        {field("password", "password", isNew ? "new-password" : "current-password")}
        {entering.error !== null && <ProblemNote error={entering.error} />}
        {elsewhere.error !== null && <ProblemNote error={elsewhere.error} />}
        <div className="go">
          <button type="submit" className="button main" aria-disabled={entering.isPending}>{isNew ? t("sign.up") : t("signIn")}</button>
          {session?.marketplaceSignIn && <button type="button" className="button" onClick={() => elsewhere.mutate()}>{t("sign.marketplace")}</button>}
          <button type="button" className="link" onClick={() => setNew(!isNew)}>{isNew ? t("sign.have") : t("sign.none")}</button>
        </div>
        {!isNew && <p className="small"><Link to="/forgot-password">{t("forgot.link")}</Link></p>}
        <p className="small soft">{t("sign.guest")} <Link to="/withdraw">{t("nav.withdraw")}</Link></p>
      </form>
    </>
  );
}

/** Enters; the page goes on by itself once the session is known. */
function useEntering(isNew: boolean) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ email, password, name }: Wish) => {
      if (isNew) got(await client.POST("/v1/auth/sign-up/email", { body: { email, password, name } }));
      else got(await client.POST("/v1/auth/sign-in/email", { body: { email, password } }));
      await queries.resetQueries();
    },
  });
}
