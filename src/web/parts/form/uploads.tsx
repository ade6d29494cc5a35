// Evidence: pictures, a PDF or a video, uploaded as soon as they are chosen, so that the form's draft can name them after a reload.
// The button is ours: the browser's own speaks the browser's language, not the page's.
import { useMutation } from "@tanstack/react-query";
import { useId, type ReactElement } from "react";
import { client, got } from "../../api/client.ts";
import { useWords } from "../../words/words.ts";
import { ProblemNote } from "../problemNote.tsx";
import { uploadsIn, type Upload, type Values, type Wrong } from "./values.ts";

const taken = "image/jpeg,image/png,image/webp,image/gif,image/heic,application/pdf,video/mp4";

export function Uploads({ value, label, wrong, onChange }: { value: Values[string]; label: string; wrong: Wrong | undefined; onChange(value: Upload[]): void }): ReactElement {
  const { t } = useWords();
  const id = useId();
  const kept = uploadsIn(value);
  const uploading = useMutation({
    networkMode: "always",
    mutationFn: (files: readonly File[]) => Promise.all(files.map(upload)),
    onSuccess: (added) => onChange([...kept, ...added]),
  });
  return (
    <div className="upload">
      <p className="label" id={`${id}-label`}>{label}</p>
      <input id={id} className="hidden" type="file" aria-labelledby={`${id}-label ${id}-button`} multiple accept={taken} aria-describedby={`${id}-hint`} onChange={(event) => uploading.mutate([...(event.target.files ?? [])])} />
      <label className="button" htmlFor={id} id={`${id}-button`}>{t("upload.choose")}</label>
      <p className="hint" id={`${id}-hint`} role="status">{uploading.isPending ? t("upload.busy") : t("upload.which")}</p>
      {uploading.error !== null && <ProblemNote error={uploading.error} />}
      <ul className="uploads">{kept.map((one) => <li key={one.id}><span>{one.name}</span><button type="button" className="link" onClick={() => onChange(kept.filter((other) => other.id !== one.id))}>{t("upload.remove")}<span className="hidden"> {one.name}</span></button></li>)}</ul>
      {wrong && <p className="wrong">{t(wrong.key)}</p>}
    </div>
  );
}

async function upload(file: File): Promise<Upload> {
  const form = new FormData();
  form.set("file", file);
  const { id } = got(await client.POST("/v1/evidence", { body: form as never, bodySerializer: (body) => body as unknown as FormData }));
  return { id, name: file.name };
}
