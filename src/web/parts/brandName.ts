// Whose pages these are, as the window's title says it.
const ours = "Rescind";
let shown = ours;

export const titled = (title: string): string => `${title} · ${shown}`;

/** Says the marketplace's name from now on, or ours. */
export function showName(name: string = ours): void {
  if (document.title.endsWith(titled(""))) document.title = document.title.slice(0, -shown.length) + name;
  shown = name;
}
