// Every page and its address. To add one: a file in ../pages with a named component, a route here that loads it lazily, its words in
// ../words, and, where people should find it by themselves, a line in navigation.ts.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { arrive } from "../parts/arrival.ts";
import { searchOf } from "../pages/buyer/search.ts";
import { BrokenPage, NoSuchPage } from "./fallbacks.tsx";
import { Shell } from "./shell.tsx";

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NoSuchPage, errorComponent: BrokenPage });
const getParentRoute = () => rootRoute;

/** Only the target of a command stands in its page's address. */
const targetOf = ({ target }: Record<string, unknown>): { target?: string } => (typeof target === "string" ? { target } : {});

const routeTree = rootRoute.addChildren([
  createRoute({ getParentRoute, path: "/", component: lazyRouteComponent(() => import("../pages/start/startPage.tsx"), "StartPage") }),
  createRoute({ getParentRoute, path: "/sign-in", component: lazyRouteComponent(() => import("../pages/start/signInPage.tsx"), "SignInPage") }),
  createRoute({ getParentRoute, path: "/sessions", component: lazyRouteComponent(() => import("../pages/start/sessionsPage.tsx"), "SessionsPage") }),
  createRoute({ getParentRoute, path: "/withdraw", component: lazyRouteComponent(() => import("../pages/buyer/guestWithdrawalPage.tsx"), "GuestWithdrawalPage") }),
  createRoute({ getParentRoute, path: "/orders", validateSearch: searchOf, component: lazyRouteComponent(() => import("../pages/buyer/ordersPage.tsx"), "OrdersPage") }),
  createRoute({ getParentRoute, path: "/orders/$orderId", component: lazyRouteComponent(() => import("../pages/buyer/orderPage.tsx"), "OrderPage") }),
  createRoute({ getParentRoute, path: "/orders/$orderId/do/$command", validateSearch: targetOf, component: lazyRouteComponent(() => import("../pages/buyer/commandPage.tsx"), "CommandPage") }),
  createRoute({ getParentRoute, path: "/orders/$orderId/returns/$returnId", component: lazyRouteComponent(() => import("../pages/buyer/returnPage.tsx"), "ReturnPage") }),
  createRoute({ getParentRoute, path: "/orders/$orderId/claims/$claimId", component: lazyRouteComponent(() => import("../pages/buyer/claimPage.tsx"), "ClaimPage") }),
  createRoute({ getParentRoute, path: "/orders/$orderId/refunds/$refundId", component: lazyRouteComponent(() => import("../pages/buyer/refundPage.tsx"), "RefundPage") }),
]);

export const router = createRouter({ routeTree, defaultPreload: "intent", scrollRestoration: true });

router.subscribe("onBeforeNavigate", ({ fromLocation, pathChanged }) => {
  if (fromLocation && pathChanged) arrive();
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
