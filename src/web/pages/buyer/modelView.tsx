// A product's model, turned by hand or by the arrow keys. The element's own decoders for packed models lie on another host, which the
// page's security policy does not let in: a model is plain glTF, or it is not shown.
import { ModelViewerElement } from "@google/model-viewer";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { useWords } from "../../words/words.ts";

export function ModelView({ address, title }: { address: string; title: string }): ReactElement {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"loading" | "drawn" | "broken">("loading");
  const name = t("model.title", { title });
  useEffect(() => {
    const element = made(address, name);
    element.addEventListener("load", () => setState("drawn"));
    element.addEventListener("error", () => setState("broken"));
    place.current?.append(element);
    return () => element.remove();
  }, [address, name]);
  return (
    <figure className="model" data-state={state}>
      <div ref={place} hidden={state === "broken"} />
      <figcaption><p role="status">{t(state === "broken" ? "model.broken" : state === "loading" ? "loading" : "model.how")}</p></figcaption>
    </figure>
  );
}

function made(address: string, name: string): ModelViewerElement {
  const element = new ModelViewerElement();
  // Its style stands within it: with the document's nonce the security policy takes it, as long as it is set before the style counts.
  const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";
  for (const style of element.shadowRoot?.querySelectorAll("style") ?? []) style.nonce = nonce;
  element.alt = name;
  element.cameraControls = true;
  element.disableZoom = true;
  element.interactionPrompt = "none";
  element.setAttribute("touch-action", "pan-y");
  element.setAttribute("shadow-intensity", "0.6");
  element.autoRotate = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.loading = "eager";
  element.src = address;
  return element;
}
