// The blocks of a record's page, in two columns. A page has its own; features add theirs
// by one entry in app/sections.ts, which is handed to the page from above, and so do actions.
// Their order is their owner's: moved, hidden and put back on this laptop, by kind.

import type { MessageDescriptor } from '@lingui/core';
import { Stack } from '@mantine/core';
import {
  type ComponentType,
  createContext,
  type ReactNode,
  useContext,
  useMemo,
  useState,
} from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { Unbroken } from './broken.tsx';
import { Movable, PutBack } from './movable.tsx';
import { type RecordAction, recordActions } from './record-actions.tsx';
import { usePageLayout } from './use-page-layout.ts';

export type SectionProps = { doc: RecordDoc };

export type PageSection = {
  id: string;
  /** Its name, where it is moved or hidden. Left out: it stays where it is. */
  name?: MessageDescriptor;
  column: 'side' | 'main';
  /** Its usual place among those of its column, the smallest first. */
  order: number;
  Component: ComponentType<SectionProps>;
};

/** A section that another feature adds to the pages of some kinds. */
export type AddedSection = Omit<PageSection, 'Component'> & {
  kinds: readonly string[];
  /** Fetches its code, together with that of the page. */
  load: () => Promise<ComponentType<SectionProps>>;
};

/** What another feature says at the top of the pages of some kinds, before anything is done there. */
export type AddedTop = {
  id: string;
  kinds: readonly string[];
  load: () => Promise<ComponentType<SectionProps>>;
};

/** What can be done with records of some kinds, which another feature adds to their pages. */
export type AddedActions = {
  kinds: readonly string[];
  load: () => Promise<readonly RecordAction[]>;
};

type Loaded = {
  sections: (PageSection & Pick<AddedSection, 'kinds'>)[];
  actions: { kinds: readonly string[]; actions: readonly RecordAction[] }[];
  tops: (Omit<AddedTop, 'load'> & { Component: ComponentType<SectionProps> })[];
};

export const loadAdded = async (
  sections: readonly AddedSection[],
  actions: readonly AddedActions[],
  tops: readonly AddedTop[],
): Promise<Loaded> => ({
  sections: await Promise.all(
    sections.map(async ({ load, ...one }) => ({ ...one, Component: await load() })),
  ),
  actions: await Promise.all(
    actions.map(async ({ load, kinds }) => ({ kinds, actions: await load() })),
  ),
  tops: await Promise.all(
    tops.map(async ({ load, ...one }) => ({ ...one, Component: await load() })),
  ),
});

const Context = createContext<Loaded>({ sections: [], actions: [], tops: [] });

export function WithAdded({ added, children }: { added: Loaded; children: ReactNode }) {
  return <Context value={added}>{children}</Context>;
}

/** What features add, before what can be done with any record. */
export function useRecordActions(kind: string): readonly RecordAction[] {
  const { actions } = useContext(Context);
  return useMemo(
    () => [
      ...actions.flatMap((one) => (one.kinds.includes(kind) ? one.actions : [])),
      ...recordActions,
    ],
    [actions, kind],
  );
}

/** Below the name, above all blocks. */
export function Tops({ doc }: { doc: RecordDoc }) {
  const { tops } = useContext(Context);
  return tops.map(({ id, kinds, Component }) =>
    kinds.includes(doc.kind) ? (
      <Unbroken key={id} of={doc}>
        <Component doc={doc} />
      </Unbroken>
    ) : null,
  );
}

type ColumnsProps = {
  doc: RecordDoc;
  own: readonly PageSection[];
  className: 'person-columns' | 'group-columns';
};

export function SectionColumns({ doc, own, className }: ColumnsProps) {
  const { sections: added } = useContext(Context);
  const { kind } = doc;
  const all = [...own, ...added.filter(({ kinds }) => kinds.includes(kind))];
  const layout = usePageLayout(kind, all);
  const [dragged, setDragged] = useState<string>();
  return (
    <>
      <div className={className}>
        {(['side', 'main'] as const).map((column) => (
          <Stack key={column} gap="lg" miw={0}>
            {layout.columns[column].map((section) => (
              <Movable
                key={section.id}
                section={section}
                layout={layout}
                dragged={dragged}
                onDrag={setDragged}
              >
                <Unbroken of={doc}>
                  <section.Component doc={doc} />
                </Unbroken>
              </Movable>
            ))}
          </Stack>
        ))}
      </div>
      <PutBack layout={layout} />
    </>
  );
}
