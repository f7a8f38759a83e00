// The blocks of a record's page, in two columns. A page has its own; features add theirs
// by one entry in app/sections.ts, which is handed to the page from above.

import { Stack } from '@mantine/core';
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { Unbroken } from './broken.tsx';

export type SectionProps = { doc: RecordDoc };

export type PageSection = {
  id: string;
  column: 'side' | 'main';
  /** Its place among those of its column, the smallest first. */
  order: number;
  Component: ComponentType<SectionProps>;
};

/** A section that another feature adds to the pages of some kinds. */
export type AddedSection = Omit<PageSection, 'Component'> & {
  kinds: readonly string[];
  /** Fetches its code, together with that of the page. */
  load: () => Promise<ComponentType<SectionProps>>;
};

type Loaded = PageSection & Pick<AddedSection, 'kinds'>;

export const loadSections = async (added: readonly AddedSection[]): Promise<Loaded[]> =>
  Promise.all(added.map(async ({ load, ...one }) => ({ ...one, Component: await load() })));

const Context = createContext<readonly Loaded[]>([]);

export function WithSections({
  added,
  children,
}: {
  added: readonly Loaded[];
  children: ReactNode;
}) {
  return <Context value={added}>{children}</Context>;
}

type ColumnsProps = {
  doc: RecordDoc;
  own: readonly PageSection[];
  className: 'person-columns' | 'group-columns';
};

export function SectionColumns({ doc, own, className }: ColumnsProps) {
  const added = useContext(Context);
  const { kind } = doc;
  const shown = [...own, ...added.filter(({ kinds }) => kinds.includes(kind))].sort(
    (a, b) => a.order - b.order,
  );
  return (
    <div className={className}>
      {(['side', 'main'] as const).map((column) => (
        <Stack key={column} gap="lg" miw={0}>
          {shown.map((section) =>
            section.column === column ? (
              <Unbroken key={section.id} of={doc}>
                <section.Component doc={doc} />
              </Unbroken>
            ) : null,
          )}
        </Stack>
      ))}
    </div>
  );
}
