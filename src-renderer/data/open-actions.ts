// What can be done on what is open at the moment, for the palette.

/** `keys`: as `keyText` reads them. */
export type OpenAction = { id: string; label: string; keys?: string; run: () => void };
type Read = () => readonly OpenAction[];

const sources = new Set<Read>();

export const openActions = {
  /** Returns what takes them away again. */
  add(read: Read): () => void {
    sources.add(read);
    return () => {
      sources.delete(read);
    };
  },
  /** The latest added first: what lies on top of the page. */
  read: (): OpenAction[] => [...sources].reverse().flatMap((read) => read()),
};
