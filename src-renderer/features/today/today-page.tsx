// Today: what asks for attention, the most binding first. Worked through row by row, by keys
// too; it holds still meanwhile.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { levels, type Row } from '../../../src-shared/today/rows.ts';
import { useNamed } from '../../data/use-records-in.ts';
import { type TodayShown, useToday } from '../../data/use-today.ts';
import { useActions } from '../../ui/actions.tsx';
import { Page } from '../../ui/page.tsx';
import { useRouteQuery } from '../../ui/router.ts';
import { FirstWeek, NothingWaits } from './nothing-waits.tsx';
import { PutAway } from './put-away.tsx';
import { levelWords } from '../../ui/today-words.ts';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { todayActions } from './today-actions.ts';
import { TodayRow } from './today-row.tsx';
import { WhatCame } from './what-came.tsx';
import { useRowActs } from './use-row-acts.ts';

/** With fewer there is room for what would bring more. */
const few = 4;

export function TodayPage() {
  const shown = useToday();
  return (
    <Page title={t`Today`}>
      {shown !== undefined && (
        <>
          {shown.rows.length === 0 ? <NothingWaits /> : <Rows shown={shown} />}
          <PutAway away={shown.answer.away} />
          {shown.rows.length < few && <FirstWeek has={shown.answer.has} />}
        </>
      )}
    </Page>
  );
}

function Rows({ shown }: { shown: TodayShown }) {
  const query = useRouteQuery();
  const level = levels.find((one) => one === query.get('level'));
  const inLevel = shown.rows.filter((row) => level === undefined || row.level === level);
  const docs = useNamed(
    ['people', 'groups', 'setup'],
    inLevel.map(({ about }) => about.id),
  );
  const rows = inLevel.filter(({ about }) => docs.has(about.id));
  return (
    <>
      <Levels shown={shown} level={level} set={(next) => query.set({ level: next })} />
      <More shown={shown} />
      <List rows={rows} docs={docs} />
      <Rest shown={shown} />
    </>
  );
}

type ListProps = { rows: readonly Row[]; docs: ReadonlyMap<string, RecordDoc> };

function List({ rows, docs }: ListProps) {
  const [chosen, setChosen] = useState<{ key: string; at: number }>();
  const [putOff, setPutOff] = useState<Row>();
  const at = rows.findIndex(({ key }) => key === chosen?.key);
  // Where one is done the next one stands in its place.
  const activeAt = at === -1 ? Math.min(chosen?.at ?? 0, rows.length - 1) : at;
  const active = rows[activeAt];
  const [asked, setAsked] = useState<Row>();
  const { actsOf, snooze, undo } = useRowActs(rows, { until: setPutOff, whatCame: setAsked });
  const move = (step: number): void => {
    const next = rows[activeAt + step];
    if (next === undefined) return;
    setChosen({ key: next.key, at: activeAt + step });
    document
      .querySelector<HTMLElement>(`[data-row="${CSS.escape(next.key)}"] [data-reason]`)
      ?.focus();
  };
  const nothing = { log() {}, draft() {}, done() {}, snooze() {}, notMine() {}, pin() {} };
  useActions(todayActions, {
    ...(active === undefined ? nothing : actsOf(active)),
    isThere: active !== undefined,
    isPerson: active?.about.collection === 'people',
    isPinned: active?.isPinned === true,
    undo,
    move,
  });
  return (
    <>
      <ul className="today-list" aria-label={t`Today`} data-today>
        {rows.map((row, place) => {
          const doc = docs.get(row.about.id);
          return doc === undefined ? null : (
            <TodayRow
              key={row.key}
              row={row}
              doc={doc}
              isActive={row === active}
              choose={() => setChosen({ key: row.key, at: place })}
              acts={actsOf(row)}
            />
          );
        })}
      </ul>
      {asked !== undefined && <WhatCame row={asked} onClose={() => setAsked(undefined)} />}
      {putOff !== undefined && (
        <SnoozeDialog
          row={putOff}
          onSnooze={(until) => {
            snooze(putOff, until);
            setPutOff(undefined);
          }}
          onClose={() => setPutOff(undefined)}
        />
      )}
    </>
  );
}

type LevelsProps = {
  shown: TodayShown;
  level: string | undefined;
  set: (level: string | undefined) => void;
};

/** Each number opens its rows. */
function Levels({ shown, level, set }: LevelsProps) {
  const { counts } = shown.answer;
  return (
    <Group gap="xs" mb="sm" data-screen>
      {levels.map((one) => {
        const count = counts[one] ?? 0;
        return count === 0 && one !== level ? null : (
          <Button
            key={one}
            size="compact-sm"
            radius="xl"
            variant={one === level ? 'filled' : 'default'}
            aria-pressed={one === level}
            onClick={() => set(one === level ? undefined : one)}
          >
            {levelWords(one, count)}
          </Button>
        );
      })}
    </Group>
  );
}

function More({ shown: { more, refresh } }: { shown: TodayShown }) {
  if (more === 0) return null;
  return (
    <Alert py={8} mb="sm" role="status">
      <Group justify="space-between">
        <Text size="sm">
          {plural(more, { one: '# more since you started', other: '# more since you started' })}
        </Text>
        <Button size="compact-sm" variant="default" onClick={refresh}>
          <Trans>Refresh</Trans>
        </Button>
      </Group>
    </Alert>
  );
}

function Rest({ shown: { answer } }: { shown: TodayShown }) {
  const rest = answer.total - answer.rows.length;
  if (rest <= 0) return null;
  return (
    <Text size="sm" className="dim" mt="sm">
      {plural(rest, {
        one: '# more is further down the ladder and comes up as these are done.',
        other: '# more are further down the ladder and come up as these are done.',
      })}
    </Text>
  );
}
