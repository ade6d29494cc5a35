// The frame of every page: masthead, sandbox bar, notices, the page, the foot, and the question for a newer proof.
import { useIsFetching, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, type ReactElement } from "react";
import { follow } from "../api/live.ts";
import { useNow } from "../api/now.ts";
import { signOut, usePerson, useSandbox } from "../api/person.ts";
import { marketplacesQuery } from "../api/queries.ts";
import { clockText, zoneText } from "../parts/format.ts";
import { useCurrentInView } from "../parts/inView.ts";
import { chooseLanguage, languageNames, languages, learn, useWords, type Language } from "../words/words.ts";
import { Brand } from "./brand.tsx";
import { navigation } from "./navigation.ts";
import { OfflineNotice } from "./offlineNotice.tsx";
import { SandboxBar } from "./sandboxBar.tsx";
import { StepUp } from "./stepUp.tsx";
import { changeTheme } from "./theme.ts";

export function Shell(): ReactElement {
  const { t } = useWords();
  const { pathname } = useLocation();
  const person = usePerson();
  const sandbox = useSandbox() === true;
  const busy = useIsFetching() > 0;
  useOwnWords(person !== null && person !== undefined);
  useStream(person ? `${person.role}/${person.id}` : null);
  const staff = /^\/(seller|mediation|operations|sandbox)(\/|$)/.test(pathname);
  return (
    <div className={staff ? "staff" : pathname === "/" ? "wide" : person?.role === "operator" ? "house" : ""}>
      <a className="skip" href="#main">{t("skip")}</a>
      <Masthead />
      {sandbox && pathname !== "/" && <SandboxBar />}
      <OfflineNotice />
      <main id="main" className="column" tabIndex={-1} aria-busy={busy}><Outlet /></main>
      <Foot />
      <StepUp />
    </div>
  );
}

/** The words that marketplaces have by their policies. */
function useOwnWords(asked: boolean): void {
  const { data } = useQuery({ ...marketplacesQuery, enabled: asked });
  useEffect(() => {
    for (const { name, look } of data?.marketplaces ?? []) if (look?.words) learn(name, look.words);
  }, [data]);
}

/** Follows the stream as long as the same person is there. */
function useStream(who: string | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (who === null) return;
    const ending = new AbortController();
    void follow(queries, ending.signal);
    return () => ending.abort();
  }, [who, queries]);
}

function Masthead(): ReactElement {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const { pathname, search } = useLocation();
  const person = usePerson();
  const entries = navigation[person?.role ?? "nobody"];
  const isHere = (to: string, open: string | undefined): boolean => (to === "/" ? pathname === "/" : pathname.startsWith(to)) && (to !== "/orders" || pathname !== "/orders" || (search as { open?: string }).open === open);
  // The longest address that fits: a queue's own pages stand below it.
  const here = entries.find(({ also }) => also !== undefined && pathname.startsWith(also)) ?? entries.filter(({ to, search: wanted }) => isHere(to, wanted?.open)).toSorted((one, other) => other.to.length - one.to.length)[0];
  const nav = useCurrentInView<HTMLElement>(`${pathname} ${here?.label ?? ""} ${person?.id ?? ""} ${language}`);
  const leave = async (): Promise<void> => {
    await signOut();
    queries.clear();
    location.assign("/");
  };
  return (
    <header className="top"><div>
      <Brand />
      <nav ref={nav} aria-label={t("nav")}>
        {entries.map((entry) => <Link key={entry.label} to={entry.to} search={entry.search ?? {}} activeProps={{}} activeOptions={{ exact: true }} {...(entry === here ? { "aria-current": "page" as const } : { "aria-current": undefined })}>{t(entry.label)}</Link>)}
        {person && !person.byToken && <Link className="account" to="/sessions" activeProps={{}} aria-current={pathname === "/sessions" ? "page" : undefined}>{t("nav.account")}</Link>}
      </nav>
      <div className="tools">
        {person && !person.byToken && <Link className="tool who" to="/sessions">{person.name}</Link>}
        {person ? <button type="button" className="tool" onClick={() => void leave()}>{t("signOut")}</button> : person === null && pathname !== "/" && <Link className="tool" to="/sign-in">{t("signIn")}</Link>}
        <select className="tool" aria-label={t("language")} value={language} onChange={(event) => void chooseLanguage(event.target.value as Language)}>
          {languages.map((one) => <option key={one} value={one} lang={one}>{languageNames[one]}</option>)}
        </select>
        <button type="button" className="tool" onClick={changeTheme}>{t("theme")}</button>
      </div>
    </div></header>
  );
}

function Foot(): ReactElement {
  const { t, language } = useWords();
  const now = useNow();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <footer className="foot"><div>
      <span>{clockText(now, language)} {zoneText(now, language)} · {t("foot.zone", { zone: zone.split("/").at(-1)!.replaceAll("_", " ") })}</span>
      <span><a className="plain" href="/docs">{t("foot.api")}</a> · <a className="plain" href="/docs/refusals">{t("foot.refusals")}</a></span>
    </div></footer>
  );
}
