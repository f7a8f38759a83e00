// What a search finds, best first, with the matching words marked.

import { Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';

import type { SearchAnswer } from '../../../../src-shared/bridge/host-types.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { go, personPath } from '../../../ui/router.ts';
import { useHost } from '../../../data/host-context.tsx';
import { useRecords } from '../../../data/use-records.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Highlight } from '../../../ui/highlight.tsx';
import { VirtualGrid } from '../../../ui/virtual-grid.tsx';
import { announce } from '../../../ui/announce.tsx';
import type { PeopleFilter } from './filter-menu.tsx';
import { peopleColumns } from './people-columns.tsx';
import { textOf, useRoleLines } from './use-role-lines.ts';
import type { Selection } from './use-selection.ts';
import { ticksOf } from './use-ticking.ts';

const most = 300;

type Props = { text: string; filter: PeopleFilter | undefined; selection: Selection };

export function PeopleHits({ text, filter, selection }: Props) {
  const found = usePeopleFound(text, filter);
  // While the next answer is on its way the last one stays.
  const [shown, setShown] = useState(found);
  if (found !== undefined && found !== shown) setShown(found);
  const rows = shown?.rows ?? none;
  const roleLines = useRoleLines(rows.map((doc) => doc.id as string));
  useEffect(() => {
    if (shown !== undefined) announce(`${shown.rows.length} found`);
  }, [shown]);
  if (shown === undefined)
    return (
      <Text size="sm" className="dim">
        Searching …
      </Text>
    );
  const { highlights, more } = shown;
  if (rows.length === 0) {
    return (
      <EmptyState
        title="Nobody found"
        text="Every word must begin a word of the person: try fewer letters, a company, a part of the phone number."
      />
    );
  }
  const ticking = ticksOf(selection, rows);
  const nameOf = (doc: RecordDoc) => {
    const highlight = highlights.get(doc.id);
    return highlight === undefined || plainText(highlight).includes(doc.name) ? (
      doc.name
    ) : (
      <>
        {doc.name}
        <span className="cell match">
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
        key={shown.text}
        label="People found"
        columns={peopleColumns(selection, roleLines, ticking, nameOf)}
        count={rows.length}
        row={(index) => rows[index]}
        onOpen={(doc) => go(personPath(doc.id))}
        onToggle={(doc) => selection.toggle(doc.id)}
        onExtend={ticking.extend}
        onSelectAll={ticking.selectAll}
        onClear={selection.clear}
        isSelected={(doc) => selection.ids.has(doc.id)}
      />
    </>
  );
}

type Answer = { text: string; people: SearchAnswer; groups: string[] };

/** People by their own words, and people of the organisations that match; undefined until all is here. */
function usePeopleFound(text: string, filter: PeopleFilter | undefined) {
  const answer = useAnswer(text);
  const groups = answer?.groups ?? noIds;
  const ties = useRecords(
    'ties',
    groups.length === 0
      ? undefined
      : { selector: { keys: { $in: groups }, status: 'live' }, limit: most },
  );
  const ids = useMemo(() => {
    const own = (answer?.people.hits ?? []).map((hit) => hit.id);
    const ofGroups = (ties ?? [])
      .filter((tie) => tie.fields['type'] === 'role')
      .map((tie) => textOf(tie, 'from'));
    return [...new Set([...own, ...ofGroups])];
  }, [answer, ties]);
  const docs = useRecords(
    'people',
    ids.length === 0 ? undefined : { selector: { id: { $in: [...ids].sort() } } },
  );
  return useMemo(() => {
    if (answer === undefined || ties === undefined || docs === undefined) return undefined;
    const byId = new Map(docs.map((doc) => [doc.id as string, doc]));
    const { hits, more } = answer.people;
    return {
      text: answer.text,
      more,
      highlights: new Map(hits.map((hit) => [hit.id, hit.highlight])),
      rows: ids
        .flatMap((id) => byId.get(id) ?? [])
        .filter((doc) => doc.status === 'live')
        .filter((doc) => filter === undefined || doc.keys.includes(filter.key)),
    };
  }, [answer, ties, docs, ids, filter]);
}

const none: RecordDoc[] = [];
const noIds: string[] = [];

function useAnswer(text: string): Answer | undefined {
  const { host } = useHost();
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    let isCurrent = true;
    void (async () => {
      const [people, groups] = await Promise.all([
        host.request('search.run', { text, collections: ['people'], limit: most }),
        host.request('search.run', { text, collections: ['groups'], limit: 20 }),
      ]);
      if (!isCurrent || !people.ok) return;
      setAnswer({
        text,
        people: people.value,
        groups: groups.ok ? groups.value.hits.map((hit) => hit.id) : [],
      });
    })();
    return () => {
      isCurrent = false;
    };
  }, [host, text]);
  return answer;
}

const plainText = (highlight: string): string => highlight.replace(/[\ue000\ue001]/g, '');
