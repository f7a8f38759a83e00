// What a search finds, best first, with the matching words marked.

import { Trans } from '@lingui/react/macro';
import { plural, t } from '@lingui/core/macro';
import { Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Highlight } from '../../../ui/highlight.tsx';
import { insteadWords } from '../../../words/found-words.ts';
import { announce } from '../../../data/announce.ts';
import { PeopleGrid } from './people-grid.tsx';
import type { SearchOrder } from './use-search-words.ts';
import { listFound, usePeopleFound } from './use-people-found.ts';
import type { ListView } from '../../../lists/use-list-view.ts';
import type { Selection } from '../../../lists/use-selection.ts';
import { useListCells } from '../../../lists/cells/use-list-cells.tsx';
import { ticksOf } from '../../../lists/use-ticking.ts';

type Props = { text: string; people: ListView; order: SearchOrder; selection: Selection };

export function PeopleHits({ text, people, order, selection }: Props) {
  const found = usePeopleFound(text, people, order);
  // While the next answer is on its way the last one stays.
  const [shown, setShown] = useState(found);
  if (found !== undefined && found !== shown) setShown(found);
  const rows = shown?.rows ?? none;
  const { cells, line, dialog } = useListCells({
    of: shown?.key ?? '',
    list: people,
    rows: rows.length,
    idsIn: (top, bottom) => Promise.resolve(rows.slice(top, bottom + 1).map(({ id }) => id)),
    ticked:
      selection.chosen === undefined
        ? undefined
        : () => Promise.resolve(rows.filter(({ id }) => selection.has(id)).map(({ id }) => id)),
    hold: atOnce,
  });
  useEffect(() => {
    if (shown === undefined) return;
    const { like, rows: found, text: typed } = shown;
    announce(like.length > 0 ? insteadWords(typed, like) : foundWords(found.length));
  }, [shown]);
  if (shown === undefined)
    return (
      <Text size="sm" className="dim">
        <Trans>Searching …</Trans>
      </Text>
    );
  const { whereById, more, like } = shown;
  if (rows.length === 0) {
    return (
      <EmptyState
        title={t`Nobody found`}
        text={t`Every word must begin a word of the person, or be one letter away from one: try fewer letters, a company, a part of the phone number, a word of the timeline.`}
      />
    );
  }
  const nameOf = (doc: RecordDoc) => {
    const where = whereById.get(doc.id);
    return where === undefined ? (
      doc.name
    ) : (
      <>
        {doc.name}
        <span className="cell match">
          <Highlight text={where} />
        </span>
      </>
    );
  };
  return (
    <>
      <Group gap="sm" h={26}>
        <Text size="sm" className="dim">
          {like.length > 0
            ? insteadWords(shown.text, like)
            : more
              ? t`The best ${rows.length} are shown: type more to narrow it down`
              : foundWords(rows.length)}
        </Text>
        {line}
      </Group>
      {dialog}
      <PeopleGrid
        key={shown.key}
        of={shown.key}
        label={t`People found`}
        count={rows.length}
        row={(index) => rows[index]}
        selection={selection}
        ticking={ticksOf(selection, rows)}
        people={people}
        shown={rows.map((doc) => doc.id as string)}
        nameOf={nameOf}
        list={listFound(shown.text, people, order)}
        cells={cells}
        beforeSave={atOnce}
      />
    </>
  );
}

const none: RecordDoc[] = [];
const atOnce = (): Promise<void> => Promise.resolve();

const foundWords = (count: number): string => plural(count, { one: '# found', other: '# found' });
