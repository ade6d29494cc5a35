// The question before something is done: the object, the amount, to where, by when, until when it can be undone. The safe button has the
// focus; on a phone it is a sheet from below.
import { useEffect, useRef, type ReactElement, type ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components/Modal";
import { useWords } from "../words/words.ts";
import { ProblemNote } from "./problemNote.tsx";

type Row = readonly [name: string, value: ReactNode];
type Props = {
  question: string; sentence?: ReactNode; rows?: readonly Row[]; confirm: string; keep: string; losing?: boolean; busy?: boolean; error?: unknown;
  onConfirm(): void; onClose(): void;
};

export function ConfirmDialog({ question, sentence, rows = [], confirm, keep, losing = false, busy = false, error = null, onConfirm, onClose }: Props): ReactElement {
  const { t } = useWords();
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // After the page's heading, which takes the focus where the question opens with its page.
    const frame = requestAnimationFrame(() => safe.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <ModalOverlay className="scrim" isOpen isDismissable={!busy} onOpenChange={(open) => !open && onClose()}>
      <Modal className="sheet">
        <Dialog role="alertdialog">
          <Heading slot="title" level={2}>{question}</Heading>
          {sentence !== undefined && <p>{sentence}</p>}
          {rows.length > 0 && <dl className="rows">{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>}
          {error !== null && <ProblemNote error={error} />}
          <div className="go">
            <button type="button" className="button" ref={safe} onClick={onClose} aria-disabled={busy}>{keep}</button>
            <button type="button" className={losing ? "button losing" : "button main"} aria-disabled={busy} onClick={() => !busy && onConfirm()}>{busy ? t("sending") : confirm}</button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
