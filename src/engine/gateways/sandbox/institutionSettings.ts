// How the sandbox's institution behaves, kept in the store: it survives a restart, and all processes on one database agree.
import type { Store } from "../../../store/store.ts";

export type Fault = "timeoutAfterAccept" | "error500AfterAccept" | "reject" | "hang";
export type Mode = "auto" | "manual";
/** `settleAfter` stands instead of each method's usual time; `next` are the faults of the coming refund calls, in order. */
export type InstitutionSettings = { mode: Mode; settleAfter: string | null; next: Fault[] };

export type KeptSettings = {
  now(): Promise<InstitutionSettings>;
  change(change: Partial<InstitutionSettings>): Promise<InstitutionSettings>;
  /** Takes the fault that the next refund call is to meet: each comes once. */
  takeFault(): Promise<Fault | undefined>;
};

const NAME = "sandboxInstitution";

/** The institution's settings as they were left. */
export async function openInstitutionSettings({ kind, settings }: Pick<Store, "kind" | "settings">): Promise<KeptSettings> {
  let known = (await settings.putFirst(NAME, { mode: "auto", settleAfter: null, next: [] } satisfies InstitutionSettings)) as InstitutionSettings;
  // The embedded database has one process, which knows what it wrote.
  const now = async () => (known = kind === "pglite" ? known : ((await settings.get(NAME)) as InstitutionSettings));
  const change = async (next: (kept: InstitutionSettings) => InstitutionSettings) =>
    (known = (await settings.change(NAME, (kept) => next(kept as InstitutionSettings))) as InstitutionSettings);
  return {
    now,
    change: (wanted) => change((kept) => ({ ...kept, ...wanted })),
    async takeFault() {
      let taken: Fault | undefined;
      if ((await now()).next.length > 0) {
        await change(({ next: [first, ...rest], ...kept }) => {
          taken = first;
          return { ...kept, next: rest };
        });
      }
      return taken;
    },
  };
}
