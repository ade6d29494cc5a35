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
