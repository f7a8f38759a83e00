// What was moved away: it can come back for thirty days, or be erased at once.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';

import { editedCollections, type RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Ref } from '../../../src-shared/records/command.ts';
import { type RunCommand, useCommand } from '../../data/use-command.tsx';
import { trashed } from '../../data/queries/any-record.ts';
import { useTitles } from '../../data/use-titles.ts';
import { useReadRecords } from '../../data/use-read-records.ts';
import { useRecordsIn } from '../../data/use-records-in.ts';
import { ConfirmErase } from '../../ui/confirm-erase.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { useKeptLimit } from '../../ui/use-kept.ts';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { WhenText } from '../../ui/when.tsx';
import { Erased } from './erased.tsx';
import { kindLabel } from '../../kinds/kinds.ts';

type Trashed = { ref: Ref; doc: RecordDoc };
const refIn = ({ ref }: Trashed): Ref => ref;
const atOnce = 500;

export function TrashPage() {
  const run = useCommand();
  const read = useReadRecords();
  const [limit, setLimit] = useKeptLimit('trash', atOnce);
  const answers = useRecordsIn(editedCollections.map((from) => trashed(from, limit)));
  const [erasing, setErasing] = useState<Trashed[] | 'everything'>();
  const hasMore = answers?.some((docs) => docs.length === limit) === true;
  const rows = editedCollections
    .flatMap((collection, at) => (answers?.[at] ?? []).map(inTrash(collection)))
    .sort((a, b) => b.doc.updatedAt - a.doc.updatedAt);
  const titleOf = useTitles(rows.map(({ doc }) => doc));
  const restore = (ref: Ref) => void run({ type: 'restore', refs: [ref] });
  const columns = columnsWith(titleOf, restore, setErasing);
  return (
    <Page
      title={t`Trash`}
      actions={
        rows.length > 0 && (
          <Button variant="default" color="red" onClick={() => setErasing('everything')}>
            <Trans>Empty trash</Trans>
          </Button>
        )
      }
    >
      {answers !== undefined && rows.length === 0 ? (
        <EmptyState
          title={t`The trash is empty`}
          text={t`What you move to the trash waits here for thirty days on which you use this laptop, then it is erased.`}
        />
      ) : (
        <>
          <Text size="sm" className="dim">
            <Trans>Kept for thirty days on which this laptop is used, then erased.</Trans>
          </Text>
          <VirtualGrid<Trashed>
            label={t`Trash`}
            columns={columns}
            count={rows.length}
            row={(index) => rows[index]}
          />
          {hasMore && (
            <Button variant="subtle" onClick={() => setLimit(limit + atOnce)}>
              <Trans>Show older</Trans>
            </Button>
          )}
        </>
      )}
      <Erased />
      {erasing !== undefined && (
        <ConfirmErase
          refs={erasing === 'everything' ? (hasMore ? [] : rows.map(refIn)) : erasing.map(refIn)}
          what={
            erasing === 'everything'
              ? t`all that is in the trash`
              : erasing[0] === undefined
                ? t`this`
                : titleOf(erasing[0].doc)
          }
          onClose={() => setErasing(undefined)}
          onErase={() =>
            void (erasing === 'everything'
              ? eraseEverything(read, run)
              : run({ type: 'erase', refs: erasing.map(refIn) }))
          }
        />
      )}
    </Page>
  );
}

type Act = { restore: (ref: Ref) => void; erase: (rows: Trashed[]) => void };

function columnsWith(
  titleOf: (doc: RecordDoc) => string,
  restore: Act['restore'],
  erase: Act['erase'],
) {
  return [
    {
      name: t`Name`,
      width: 'minmax(160px, 3fr)',
      cell: ({ doc }: Trashed) => titleOf(doc),
    },
    {
      name: t`Kind`,
      width: '120px',
      cell: ({ doc }: Trashed) => (
        <Badge variant="light" tt="none">
          {kindLabel(doc)}
        </Badge>
      ),
    },
    {
      name: t`Moved here`,
      width: '130px',
      cell: ({ doc }: Trashed) => (
        <WhenText
          className="dim"
          at={typeof doc.fields['trashedAt'] === 'number' ? doc.fields['trashedAt'] : doc.updatedAt}
        />
      ),
    },
    {
      name: t`Actions`,
      width: '210px',
      cell: (row: Trashed) => (
        <RowActions row={row} name={titleOf(row.doc)} restore={restore} erase={erase} />
      ),
    },
  ];
}

function RowActions({ row, name, restore, erase }: Act & { row: Trashed; name: string }) {
  return (
    <Group gap={6} wrap="nowrap">
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t`Restore ${name}`}
        onClick={() => restore(row.ref)}
      >
        <Trans>Restore</Trans>
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        aria-label={t`Erase ${name} for good`}
        onClick={() => erase([row])}
      >
        <Trans>Erase</Trans>
      </Button>
    </Group>
  );
}

const inTrash =
  (collection: Ref['collection']) =>
  (doc: RecordDoc): Trashed => ({ ref: { collection, id: doc.id }, doc });

/** Also what is too far down to be listed. Ends where something cannot be erased. */
async function eraseEverything(
  read: ReturnType<typeof useReadRecords>,
  run: RunCommand,
): Promise<void> {
  for (const collection of editedCollections) {
    for (;;) {
      const docs = await read(trashed(collection, atOnce));
      if (!docs.ok || docs.value.length === 0) break;
      const refs = docs.value.map(({ id }) => ({ collection, id }));
      if ((await run({ type: 'erase', refs })) === undefined) return;
    }
  }
}
