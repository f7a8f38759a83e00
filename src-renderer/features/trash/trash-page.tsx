// What was moved away: it can come back for thirty days, or be erased at once.

import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Ref } from '../../../src-shared/records/command.ts';
import type { BookDatabase } from '../../../src-shared/schema/collections.ts';
import { type RunCommand, useCommand } from '../../data/use-command.tsx';
import { useBook } from '../../data/host-context.tsx';
import { toMango, useRecords } from '../../data/use-records.ts';
import { kindLabel } from '../../kinds/kinds.ts';
import { ConfirmErase } from '../../ui/confirm-erase.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { WhenText } from '../../ui/when.tsx';

type Trashed = { ref: Ref; doc: RecordDoc };
const atOnce = 500;
const collections = ['people', 'groups', 'ties', 'moments'] as const;
const queryOf = (limit: number) => ({
  selector: { status: 'trashed' as const },
  sort: [{ updatedAt: 'desc' as const }],
  limit,
});

export function TrashPage() {
  const run = useCommand();
  const book = useBook();
  const [limit, setLimit] = useState(atOnce);
  const query = queryOf(limit);
  const people = useRecords('people', query);
  const groups = useRecords('groups', query);
  const ties = useRecords('ties', query);
  const moments = useRecords('moments', query);
  const [erasing, setErasing] = useState<Trashed[] | 'everything'>();
  const hasMore = [people, groups, ties, moments].some((docs) => docs?.length === limit);
  const isLoading = [people, groups, ties, moments].includes(undefined);
  const rows: Trashed[] = [
    ...list('people', people),
    ...list('groups', groups),
    ...list('ties', ties),
    ...list('moments', moments),
  ].sort((a, b) => b.doc.updatedAt - a.doc.updatedAt);
  const columns = [
    {
      name: 'Name',
      width: 'minmax(160px, 3fr)',
      cell: ({ doc }: Trashed) => doc.name || 'No name',
    },
    {
      name: 'Kind',
      width: '120px',
      cell: ({ doc }: Trashed) => (
        <Badge variant="light" tt="none">
          {kindLabel(doc)}
        </Badge>
      ),
    },
    {
      name: 'Moved here',
      width: '130px',
      cell: ({ doc }: Trashed) => (
        <WhenText
          className="dim"
          at={typeof doc.fields['trashedAt'] === 'number' ? doc.fields['trashedAt'] : doc.updatedAt}
        />
      ),
    },
    {
      name: 'Actions',
      width: '210px',
      cell: (row: Trashed) => (
        <Group gap={6} wrap="nowrap">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Restore ${row.doc.name}`}
            onClick={() => void run({ type: 'restore', refs: [row.ref] })}
          >
            Restore
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            aria-label={`Erase ${row.doc.name} for good`}
            onClick={() => setErasing([row])}
          >
            Erase
          </Button>
        </Group>
      ),
    },
  ];
  return (
    <Page
      title="Trash"
      actions={
        rows.length > 0 && (
          <Button variant="default" color="red" onClick={() => setErasing('everything')}>
            Empty trash
          </Button>
        )
      }
    >
      {!isLoading && rows.length === 0 ? (
        <EmptyState
          title="The trash is empty"
          text="What you move to the trash waits here for thirty days, then it is erased."
        />
      ) : (
        <>
          <Text size="sm" className="dim">
            Kept for thirty days, then erased.
          </Text>
          <VirtualGrid<Trashed>
            label="Trash"
            columns={columns}
            count={rows.length}
            row={(index) => rows[index]}
          />
          {hasMore && (
            <Button variant="subtle" onClick={() => setLimit(limit + atOnce)}>
              Show older
            </Button>
          )}
        </>
      )}
      {erasing !== undefined && (
        <ConfirmErase
          what={
            erasing === 'everything' ? 'all that is in the trash' : (erasing[0]?.doc.name ?? 'this')
          }
          onClose={() => setErasing(undefined)}
          onErase={() =>
            void (erasing === 'everything'
              ? eraseEverything(book, run)
              : run({ type: 'erase', refs: erasing.map((one) => one.ref) }))
          }
        />
      )}
    </Page>
  );
}

function list(collection: Ref['collection'], docs: RecordDoc[] | undefined): Trashed[] {
  return (docs ?? []).map((doc) => ({ ref: { collection, id: doc.id }, doc }));
}

/** Also what is too far down to be listed. Ends where something cannot be erased. */
async function eraseEverything(book: BookDatabase, run: RunCommand): Promise<void> {
  for (const collection of collections) {
    for (;;) {
      const docs = await book[collection].find(toMango(queryOf(atOnce))).exec();
      if (docs.length === 0) break;
      const refs = docs.map(({ id }) => ({ collection, id }));
      if ((await run({ type: 'erase', refs })) === undefined) return;
    }
  }
}
