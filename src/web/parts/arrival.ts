// Whether a page was just reached by going there: then its heading takes the focus once it is drawn, and is read out.
let arriving = false;

/** Says that another page has been gone to. */
export function arrive(): void {
  arriving = true;
}

/** Whether the page that is being drawn was just gone to; the second who asks is told no. */
export function hasArrived(): boolean {
  const had = arriving;
  arriving = false;
  return had;
}
