// What can be read of a state without knowing whether it was opened.

import type * as Y from 'yjs';

import { noteText } from './note.ts';

/** What is read of a map. */
export type MapReader<T> = {
  get: (key: string) => T | undefined;
  has: (key: string) => boolean;
  entries: () => Iterable<[string, T]>;
  values: () => Iterable<T>;
};

/** What a state holds, be it opened or read from its bytes. */
export type StateReader = {
  map: <T>(name: string) => MapReader<T>;
  names: () => string[];
  note: () => string;
};

export const readerOf = (doc: Y.Doc): StateReader => ({
  map: <T>(name: string) => doc.getMap<T>(name),
  names: () => [...doc.share.keys()],
  note: () => noteText(doc.getXmlFragment('note')),
});
