// Where the pages begin: takes a shop's token out of the address, loads the reader's language, and draws the app.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiProblem } from "../api/client.ts";
import { takeTokenFromAddress } from "../api/token.ts";
import "../look/look.css";
import { startWords } from "../words/words.ts";
import { router } from "./router.tsx";
import { applyTheme } from "./theme.ts";

const TRIES = 2;

const queries = new QueryClient({
  defaultOptions: {
    // A write elsewhere may have changed anything: what is shown is always read anew in the background. What the server has said is not asked again.
    queries: { staleTime: 2000, retry: (failed, error) => !(error instanceof ApiProblem) && failed < TRIES },
  },
});

takeTokenFromAddress();
applyTheme();
await startWords();
createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
// Chinese names stand on pages of every language; the list of the font's pieces is long and nothing waits for it.
void import("@fontsource-variable/noto-sans-sc/wght.css");
