// Files that the API gives to whoever may have them: fetched with the reader's own right, then saved or shown in a tab of their own.
/** Lets the browser save it under that name. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const READ_WITHIN_MS = 60_000;

/** Shows it in a tab of its own; where the browser allows none, it is saved. */
export function showFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  if (open(address, "_blank") === null) return saveFile(file, name);
  setTimeout(() => URL.revokeObjectURL(address), READ_WITHIN_MS);
}
