// What teammates wrote that is for whoever reads here. It is made from the comments themselves
// on this laptop: nobody sends anything, and nothing is lost while laptops do not meet.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';

import type { ForMe } from '../../../src-shared/together/for-me.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { useForMe } from '../../data/use-for-me.ts';
import { useRecordsById } from '../../data/use-records.ts';
import { useIsInTeam } from '../../data/team-rest.tsx';
import { pathOf } from '../../kinds/kinds.ts';
import { Unbroken } from '../../ui/broken.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { go, useRouteQuery } from '../../ui/router.ts';
import { ForMeRow } from './for-me-row.tsx';
import { TheirsLine } from './theirs-line.tsx';
import { useMarksForMe } from './use-marks-for-me.ts';

export function ForMePage() {
  const query = useRouteQuery();
  const isDone = query.get('show') === 'done';
  const told = useForMe();
  const entries = (told?.entries ?? []).filter(({ state }) => (state === 'open') !== isDone);
  const open = told?.entries.filter(({ state }) => state === 'open') ?? [];
  const marks = useMarksForMe();
  return (
    <Page title={t`For me`}>
      <Stack gap="md" maw={900}>
        <Group justify="space-between">
          <SegmentedControl
            aria-label={t`Which`}
            value={isDone ? 'done' : 'open'}
            onChange={(next) => query.set({ show: next === 'done' ? 'done' : undefined })}
            data={[
              { value: 'open', label: t`Open` },
              { value: 'done', label: t`Done and put off` },
            ]}
          />
          {!isDone && open.length > 1 && (
            <Button size="xs" variant="default" onClick={() => marks.done(open)}>
              <Trans>All done</Trans>
            </Button>
          )}
        </Group>
        {!isDone && <TheirsLine />}
        {told !== undefined && entries.length === 0 && <Nothing isDone={isDone} />}
        {entries.length > 0 && <Entries entries={entries} />}
        {told?.lookedAt !== undefined && (
          <Text size="xs" className="dim">
            {plural(told.lookedAt, {
              one: 'Only the newest comment of the book was looked at.',
              other: 'Only the newest # comments of the book were looked at.',
            })}
          </Text>
        )}
      </Stack>
    </Page>
  );
}

function Nothing({ isDone }: { isDone: boolean }) {
  const isInTeam = useIsInTeam();
  if (isDone)
    return (
      <EmptyState title={t`Nothing yet`} text={t`What you have read or put off is found here.`} />
    );
  return (
    <EmptyState
      title={t`Nothing waits for you on this laptop`}
      text={
        isInTeam
          ? t`When a teammate writes @ and your name in a comment, answers you or comments on somebody you added, it stands here as soon as your laptops have met.`
          : t`Comments of teammates that are for you stand here, once this laptop belongs to a team.`
      }
    />
  );
}

function Entries({ entries }: { entries: readonly ForMe[] }) {
  const comments = useRecordsById(
    'work',
    entries.map(({ id }) => id),
  );
  const on = entries.map((one) => one.on);
  const people = useRecordsById('people', on);
  const groups = useRecordsById('groups', on);
  const about = (entry: ForMe): RecordDoc | undefined =>
    people.get(entry.on) ?? groups.get(entry.on);
  const shown = entries.filter(({ id }) => comments.has(id));
  const marks = useMarksForMe();
  const [active, setActive] = useState<string>();
  const [answering, setAnswering] = useState<string>();
  // The first one is meant until another is.
  const at = Math.max(
    0,
    shown.findIndex(({ id }) => id === active),
  );
  const step = (by: number) => (): void => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))];
    if (next === undefined) return;
    setActive(next.id);
    document.getElementById(`for-me-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onActive = (act: (entry: ForMe) => void) => (): void => {
    const entry = shown[at];
    if (entry !== undefined) act(entry);
  };
  useHotkeys([
    ['j', step(1)],
    ['k', step(-1)],
    ['e', onActive((entry) => marks.done([entry]))],
    ['z', onActive(marks.later)],
    ['r', onActive(({ id }) => setAnswering(id))],
    [
      'o',
      onActive((entry) => {
        const record = about(entry);
        if (record !== undefined) go(pathOf(record));
      }),
    ],
  ]);
  return (
    <>
      <Text size="sm" className="dim" role="note">
        <Trans>Keys: j and k go on and back, e is done, r answers, z puts off, o opens.</Trans>
      </Text>
      <ol className="for-me" aria-label={t`For me`}>
        {shown.map((entry, index) => {
          const comment = comments.get(entry.id);
          return (
            comment !== undefined && (
              <Unbroken key={entry.id} of={comment}>
                <ForMeRow
                  entry={entry}
                  comment={comment}
                  about={about(entry)}
                  isActive={index === at}
                  isAnswering={entry.id === answering}
                  onAnswer={(isAnswering) => setAnswering(isAnswering ? entry.id : undefined)}
                  onDone={() => marks.done([entry])}
                  onLater={() => marks.later(entry)}
                  onReopen={() => marks.reopen(entry)}
                />
              </Unbroken>
            )
          );
        })}
      </ol>
    </>
  );
}
