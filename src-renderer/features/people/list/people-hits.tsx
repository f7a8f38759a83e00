// What a search finds, best first, with the matching words marked.

import { Trans } from '@lingui/react/macro';
import { plural, t } from '@lingui/core/macro';
import { Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { tiesOf } from '../../../data/queries/ties.ts';
import { recordsWithIds } from '../../../data/queries/any-record.ts';
import { useRecords } from '../../../data/use-records.ts';
import { textOf } from '../../../data/text-of.ts';
import { useViewIds } from '../../../data/use-view.ts';
import { useSearch } from '../../../data/use-search.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Highlight } from '../../../ui/highlight.tsx';
import { announce } from '../../../data/announce.ts';
import { PeopleGrid } from './people-grid.tsx';
import { useRoleLines } from './use-role-lines.ts';
import type { PeopleView } from './use-people-view.ts';
import type { Selection } from './use-selection.ts';
import { ticksOf } from './use-ticking.ts';

const most = 300;

type Props = { text: string; people: PeopleView; selection: Selection };

export function PeopleHits({ text, people, selection }: Props) {
  const found = usePeopleFound(text, people);
  // While the next answer is on its way the last one stays.
  const [shown, setShown] = useState(found);
  if (found !== undefined && found !== shown) setShown(found);
  const rows = shown?.rows ?? none;
  const roleLines = useRoleLines(rows.map((doc) => doc.id as string));
  useEffect(() => {
    if (shown !== undefined) announce(foundWords(shown.rows.length));
  }, [shown]);
  if (shown === undefined)
    return (
      <Text size="sm" className="dim">
        <Trans>Searching …</Trans>
      </Text>
    );
  const { highlights, more } = shown;
  if (rows.length === 0) {
    return (
      <EmptyState
        title={t`Nobody found`}
        text={t`Every word must begin a word of the person: try fewer letters, a company, a part of the phone number.`}
      />
    );
  }
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
          ? t`The best ${rows.length} are shown: type more to narrow it down`
          : foundWords(rows.length)}
      </Text>
      <PeopleGrid
        key={shown.text}
        label={t`People found`}
        count={rows.length}
        row={(index) => rows[index]}
        selection={selection}
        ticking={ticksOf(selection, rows)}
        roleLines={roleLines}
        nameOf={nameOf}
      />
    </>
  );
}

/** People by their own words, and people of the organisations that match; undefined until all is here. */
function usePeopleFound(text: string, { view, parts }: PeopleView) {
  const isNarrowed = parts.length > 0;
  const inView = useViewIds(isNarrowed ? view : undefined);
  const people = useSearch(text, 'people', most);
  const organisations = useSearch(text, 'groups', 20);
  const groups = useMemo(() => (organisations?.hits ?? []).map(({ id }) => id), [organisations]);
  const ties = useRecords(tiesOf(groups, most));
  const ids = useMemo(() => {
    const own = (people?.hits ?? []).map((hit) => hit.id);
    const ofGroups = (ties ?? [])
      .filter((tie) => tie.fields['type'] === 'role')
      .map((tie) => textOf(tie, 'from'));
    return [...new Set([...own, ...ofGroups])];
  }, [people, ties]);
  const docs = useRecords(recordsWithIds('people', ids));
  return useMemo(() => {
    if (people === undefined || ties === undefined || docs === undefined) return undefined;
    if (isNarrowed && inView === undefined) return undefined;
    // Both answers are of the same words.
    if (organisations?.text !== people.text) return undefined;
    const byId = new Map(docs.map((doc) => [doc.id as string, doc]));
    const { hits, more } = people;
    return {
      text: people.text,
      more: more || ties.length >= most,
      highlights: new Map(hits.map((hit) => [hit.id, hit.highlight])),
      rows: ids
        .flatMap((id) => byId.get(id) ?? [])
        .filter((doc) => doc.status === 'live')
        .filter((doc) => inView === undefined || inView.has(doc.id)),
    };
  }, [people, organisations, ties, docs, ids, isNarrowed, inView]);
}

const none: RecordDoc[] = [];

const foundWords = (count: number): string => plural(count, { one: '# found', other: '# found' });

const plainText = (highlight: string): string => highlight.replace(/[\ue000\ue001]/g, '');
