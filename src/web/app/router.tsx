// Every page and its address. To add one: a file in ../pages with a named component, a route here that loads it lazily, its words in
// ../words, and, where people should find it by themselves, a line in navigation.ts.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { arrive } from "../parts/arrival.ts";
import { searchOf } from "../pages/buyer/search.ts";
import { BrokenPage, NoSuchPage } from "./fallbacks.tsx";
import { Shell } from "./shell.tsx";

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NoSuchPage, errorComponent: BrokenPage });
const getParentRoute = () => rootRoute;

/** An account and a period of days; what is neither is left out. */
const periodOf = (said: Record<string, unknown>): { seller?: string; from?: string; to?: string } =>
  Object.fromEntries(Object.entries(said).filter(([name, value]) => typeof value === "string" && (name === "seller" || ((name === "from" || name === "to") && /^\d{4}-\d\d-\d\d$/.test(value)))));

/** Only the target of a command stands in its page's address. */
const targetOf = ({ target }: Record<string, unknown>): { target?: string } => (typeof target === "string" ? { target } : {});

/** Whose acts are shown, by their id; everybody's where the address names nobody. */
const whoseOf = ({ by }: Record<string, unknown>): { by?: string } => (typeof by === "string" && by !== "" ? { by } : {});

/** The version of a policy; the one in force where the address names none. */
const versionOf = ({ version }: Record<string, unknown>): { version?: number } => (Number.isSafeInteger(Number(version)) && Number(version) > 0 ? { version: Number(version) } : {});

/** Where somebody who signs in goes on, a page of ours; and that the marketplace's own sign-in let nobody in. What is left out would stay as the address says it. */
const signInOf = ({ returnTo, error }: Record<string, unknown>): { returnTo?: string | undefined; error?: string | undefined } => ({
  returnTo: typeof returnTo === "string" && /^\/(?!\/|sign-in)[^\\]*$/.test(returnTo) ? returnTo : undefined, error: error === undefined ? undefined : String(error),
});

const routeTree = rootRoute.addChildren([
  createRoute({ getParentRoute, path: "/", component: lazyRouteComponent(() => import("../pages/start/startPage.tsx"), "StartPage") }),
  createRoute({ getParentRoute, path: "/sign-in", validateSearch: signInOf, component: lazyRouteComponent(() => import("../pages/start/signInPage.tsx"), "SignInPage") }),
  createRoute({ getParentRoute, path: "/sessions", component: lazyRouteComponent(() => import("../pages/start/sessionsPage.tsx"), "SessionsPage") }),
  createRoute({ getParentRoute, path: "/set-password", component: lazyRouteComponent(() => import("../pages/start/setPasswordPage.tsx"), "SetPasswordPage") }),
  createRoute({ getParentRoute, path: "/forgot-password", component: lazyRouteComponent(() => import("../pages/start/forgotPasswordPage.tsx"), "ForgotPasswordPage") }),
  createRoute({ getParentRoute, path: "/withdraw", component: lazyRouteComponent(() => import("../pages/buyer/guestWithdrawalPage.tsx"), "GuestWithdrawalPage") }),
  createRoute({ getParentRoute, path: "/orders", validateSearch: searchOf, component: lazyRouteComponent(() => import("../pages/buyer/ordersPage.tsx"), "OrdersPage") }),
  createRoute({ getParentRoute, path: "/orders/$orderId", component: lazyRouteComponent(() => import("../pages/buyer/orderPage.tsx"), "OrderPage") }),
  createRoute({ getParentRoute, path: "/orders/$orderId/do/$command", validateSearch: targetOf, component: lazyRouteComponent(() => import("../pages/buyer/commandPage.tsx"), "CommandPage") }),
  createRoute({ getParentRoute, path: "/orders/$orderId/returns/$returnId", component: lazyRouteComponent(() => import("../pages/buyer/returnPage.tsx"), "ReturnPage") }),
  createRoute({ getParentRoute, path: "/orders/$orderId/claims/$claimId", component: lazyRouteComponent(() => import("../pages/buyer/claimPage.tsx"), "ClaimPage") }),
  createRoute({ getParentRoute, path: "/orders/$orderId/refunds/$refundId", component: lazyRouteComponent(() => import("../pages/buyer/refundPage.tsx"), "RefundPage") }),
  createRoute({ getParentRoute, path: "/seller", validateSearch: searchOf, component: lazyRouteComponent(() => import("../pages/seller/queuePage.tsx"), "SellerQueuePage") }),
  createRoute({ getParentRoute, path: "/seller/balance", validateSearch: periodOf, component: lazyRouteComponent(() => import("../pages/seller/balancePage.tsx"), "BalancePage") }),
  createRoute({ getParentRoute, path: "/mediation", validateSearch: searchOf, component: lazyRouteComponent(() => import("../pages/mediator/queuePage.tsx"), "MediatorQueuePage") }),
  createRoute({ getParentRoute, path: "/mediation/$orderId/$claimId", component: lazyRouteComponent(() => import("../pages/mediator/casePage.tsx"), "CasePage") }),
  createRoute({ getParentRoute, path: "/operations", validateSearch: searchOf, component: lazyRouteComponent(() => import("../pages/operator/overviewPage.tsx"), "OverviewPage") }),
  createRoute({ getParentRoute, path: "/operations/ledger", validateSearch: searchOf, component: lazyRouteComponent(() => import("../pages/operator/ledgerPage.tsx"), "LedgerPage") }),
  createRoute({ getParentRoute, path: "/operations/journal/$orderId", component: lazyRouteComponent(() => import("../pages/operator/journalPage.tsx"), "JournalPage") }),
  createRoute({ getParentRoute, path: "/operations/policies", component: lazyRouteComponent(() => import("../pages/operator/policiesPage.tsx"), "PoliciesPage") }),
  createRoute({ getParentRoute, path: "/operations/policies/$name", validateSearch: versionOf, component: lazyRouteComponent(() => import("../pages/operator/policyPage.tsx"), "PolicyPage") }),
  createRoute({ getParentRoute, path: "/operations/deadlines", validateSearch: searchOf, component: lazyRouteComponent(() => import("../pages/operator/deadlinesPage.tsx"), "DeadlinesPage") }),
  createRoute({ getParentRoute, path: "/operations/deadlines/$batch", component: lazyRouteComponent(() => import("../pages/operator/takeBackPage.tsx"), "TakeBackPage") }),
  createRoute({ getParentRoute, path: "/operations/people", component: lazyRouteComponent(() => import("../pages/operator/peoplePage.tsx"), "PeoplePage") }),
  createRoute({ getParentRoute, path: "/operations/audit", validateSearch: whoseOf, component: lazyRouteComponent(() => import("../pages/operator/auditPage.tsx"), "AuditPage") }),
  createRoute({ getParentRoute, path: "/operations/webhooks", component: lazyRouteComponent(() => import("../pages/operator/webhooksPage.tsx"), "WebhooksPage") }),
  createRoute({ getParentRoute, path: "/operations/webhooks/$webhookId", component: lazyRouteComponent(() => import("../pages/operator/deliveriesPage.tsx"), "DeliveriesPage") }),
  createRoute({ getParentRoute, path: "/operations/mail", component: lazyRouteComponent(() => import("../pages/operator/mailPage.tsx"), "MailPage") }),
  createRoute({ getParentRoute, path: "/operations/risk", component: lazyRouteComponent(() => import("../pages/operator/riskPage.tsx"), "RiskPage") }),
  createRoute({ getParentRoute, path: "/operations/payouts", component: lazyRouteComponent(() => import("../pages/operator/payoutsPage.tsx"), "PayoutsPage") }),
  createRoute({ getParentRoute, path: "/sandbox/mail", component: lazyRouteComponent(() => import("../pages/operator/sandboxMailPage.tsx"), "SandboxMailPage") }),
  createRoute({ getParentRoute, path: "/sandbox/mail/$mailId", component: lazyRouteComponent(() => import("../pages/operator/sandboxMailPage.tsx"), "SandboxMailOnePage") }),
]);

/** Every filter is a plain text in the address, as it is on the API: what somebody writes there by hand is understood. */
const plainSearch = {
  parseSearch: (said: string): Record<string, string> => Object.fromEntries(new URLSearchParams(said)),
  stringifySearch: (search: Record<string, unknown>): string => {
    const said = new URLSearchParams(Object.entries(search).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]]))).toString();
    return said === "" ? "" : `?${said}`;
  },
};

export const router = createRouter({ routeTree, ...plainSearch, defaultPreload: "intent", scrollRestoration: true });

router.subscribe("onBeforeNavigate", ({ fromLocation, pathChanged }) => {
  if (fromLocation && pathChanged) arrive();
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
