// Files that the API gives to whoever may have them: fetched with the reader's own right, then saved. Nothing of them is shown in a page.
/** Lets the browser save it under that name. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
