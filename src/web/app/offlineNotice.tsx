// Says when the net is gone: what is there can be read on and typed; only what moves money waits.
import { useSyncExternalStore, type ReactElement } from "react";
import { useWords } from "../words/words.ts";

const subscribe = (listener: () => void): (() => void) => {
  for (const event of ["online", "offline"]) addEventListener(event, listener);
  return () => {
    for (const event of ["online", "offline"]) removeEventListener(event, listener);
  };
};

/** Whether the browser has a net. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);

export function OfflineNotice(): ReactElement {
  const { t } = useWords();
  return <div role="status">{!useOnline() && <div className="notice"><p>{t("offline")}</p></div>}</div>;
}
