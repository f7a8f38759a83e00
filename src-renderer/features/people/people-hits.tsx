// What a search finds, best first, with the matching words marked.

import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';

import type { SearchAnswer } from '../../../src-shared/bridge/host-types.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { go, personPath } from '../../app/router.ts';
import { useHost } from '../../data/host-context.tsx';
import { useRecords, useRecordsById } from '../../data/use-records.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Highlight } from '../../ui/highlight.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { announce } from '../../ui/announce.tsx';
import type { PeopleFilter } from './filter-menu.tsx';
import { peopleColumns } from './people-columns.tsx';
import { textOf, useRoleLines } from './use-role-lines.ts';
import type { Selection } from './use-selection.ts';

const most = 300;

type Props = { text: string; filter: PeopleFilter | undefined; selection: Selection };

export function PeopleHits({ text, filter, selection }: Props) {
  const { ids, highlights, more, isReady } = usePeopleFound(text);
  const docs = useRecordsById('people', ids);
  const rows = ids
    .flatMap((id) => docs.get(id) ?? [])
    .filter((doc) => doc.status === 'live')
    .filter((doc) => filter === undefined || doc.keys.includes(filter.key));
  const isComplete = isReady && ids.every((id) => docs.has(id));
  const roleLines = useRoleLines(rows.map((doc) => doc.id as string));
  useEffect(() => {
    if (isComplete) announce(`${rows.length} found`);
  }, [isComplete, rows.length]);
  if (isComplete && rows.length === 0) {
    return (
      <EmptyState
        title="Nobody found"
        text="Every word must begin a word of the person: try fewer letters, a company, a part of the phone number."
      />
    );
  }
  const nameOf = (doc: RecordDoc) => {
    const highlight = highlights.get(doc.id);
    return highlight === undefined || plainText(highlight).includes(doc.name) ? (
      doc.name
    ) : (
      <>
        {doc.name}{' '}
        <span className="dim">
          <Highlight text={highlight} />
        </span>
      </>
    );
  };
  return (
    <>
      <Text size="sm" className="dim">
        {more
          ? `The best ${rows.length} are shown: type more to narrow it down`
          : `${rows.length} found`}
      </Text>
      <VirtualGrid<RecordDoc>
        label="People found"
        columns={peopleColumns(selection, roleLines, nameOf)}
        count={rows.length}
        row={(index) => rows[index]}
        onOpen={(doc) => go(personPath(doc.id))}
        onToggle={(doc) => selection.toggle(doc.id)}
        isSelected={(doc) => selection.ids.has(doc.id)}
      />
    </>
  );
}

/** People by their own words, and people of the organisations that match. */
function usePeopleFound(text: string) {
  const { host } = useHost();
  const [found, setFound] = useState<{ text: string; people: SearchAnswer; groups: string[] }>();
  useEffect(() => {
    let isCurrent = true;
    void (async () => {
      const [people, groups] = await Promise.all([
        host.request('search.run', { text, collections: ['people'], limit: most }),
        host.request('search.run', { text, collections: ['groups'], limit: 20 }),
      ]);
      if (!isCurrent || !people.ok) return;
      setFound({
        text,
        people: people.value,
        groups: groups.ok ? groups.value.hits.map((hit) => hit.id) : [],
      });
    })();
    return () => {
      isCurrent = false;
    };
  }, [host, text]);
  const groups = found?.groups ?? [];
  const ties = useRecords(
    'ties',
    groups.length === 0
      ? undefined
      : { selector: { keys: { $in: groups }, status: 'live' }, limit: most },
  );
  const own = (found?.people.hits ?? []).map((hit) => hit.id);
  const ofGroups = (ties ?? [])
    .filter((tie) => tie.fields['type'] === 'role')
    .map((tie) => textOf(tie, 'from'));
  return {
    ids: [...new Set([...own, ...ofGroups])],
    highlights: new Map((found?.people.hits ?? []).map((hit) => [hit.id, hit.highlight])),
    more: found?.people.more ?? false,
    isReady: found?.text === text,
  };
}

const plainText = (highlight: string): string => highlight.replace(/[\ue000\ue001]/g, '');
