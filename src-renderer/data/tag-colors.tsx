// The colours that were given to tags, as they are now.

import { createContext, type ReactNode, useContext, useMemo } from 'react';

import { colorsOf, type TagColor, tagKey } from '../../src-shared/domain/tag.ts';
import { tagRecords } from './queries/setup.ts';
import { useRecords } from './use-records.ts';

const none: ReadonlyMap<string, TagColor> = new Map();
const Context = createContext(none);

/** Around what is shown of an open book. */
export function WithTagColors({ children }: { children: ReactNode }) {
  const records = useRecords(tagRecords);
  const colors = useMemo(() => (records === undefined ? none : colorsOf(records)), [records]);
  return <Context value={colors}>{children}</Context>;
}

/** Of a tag, however it is written; undefined without one. */
export function useTagColor(): (tag: string) => TagColor | undefined {
  const colors = useContext(Context);
  return (tag) => colors.get(tagKey(tag));
}
