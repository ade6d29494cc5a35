// Light or dark: the system's choice until the reader makes one of their own.
const PLACE = "rescind.theme";

/** Shows the kept choice, if there is one. */
export function applyTheme(): void {
  const kept = localStorage.getItem(PLACE);
  if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
}

/** Changes to the other theme and keeps it. */
export function changeTheme(): void {
  const root = document.documentElement;
  const dark = root.dataset.theme === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : root.dataset.theme === "dark";
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem(PLACE, root.dataset.theme);
}

/** Tells of every change of light and dark, the system's and the reader's, for what draws with colours of its own. Answers with how to stop. */
export function onThemeChange(listener: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = new MutationObserver(listener);
  system.addEventListener("change", listener);
  chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    system.removeEventListener("change", listener);
    chosen.disconnect();
  };
}
