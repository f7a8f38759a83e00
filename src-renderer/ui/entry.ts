// What this window keeps with the current entry of the history: it is there again after
// Back, Forward and a reload, and in no address that somebody copies.

export type Entry = {
  /** The address that led here. */
  from?: string;
  kept?: { readonly [name: string]: unknown };
};

export const entry = (): Entry => (history.state as Entry | null) ?? {};

export const putInEntry = (patch: Entry): void =>
  history.replaceState({ ...entry(), ...patch }, '');

export const keptInEntry = (name: string): unknown => entry().kept?.[name];

export function keepInEntry(name: string, value: unknown): void {
  putInEntry({ kept: { ...entry().kept, [name]: value } });
}
