// When all is done: what came of it, who was passed over again, and when the next time is.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Group, List, Stack, Text } from '@mantine/core';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { type RunOutcome, runOutcomes } from '../../../src-shared/domain/round.ts';
import { useRecordsById } from '../../data/use-records.ts';
import { personPath } from '../../kinds/person.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { useDates } from '../../ui/when.tsx';
import { PlanNext } from './plan-next.tsx';
import { StartAgain } from './start-again.tsx';
import type { RunQueue } from './use-run-queue.ts';

/** So many are called by their names. */
const mostNamed = 20;

type Props = { doc: RecordDoc; round: RecordDoc; queue: RunQueue; twice: readonly string[] };

export function RunEnd({ round, queue, twice }: Props) {
  const { marks, refused } = queue;
  const counted = runOutcomes
    .toReversed()
    .map((outcome) => [outcome, countOf(queue, outcome)] as const)
    .filter(([, count]) => count > 0);
  return (
    <Alert title={t`The round is done`} variant="light" data-screen>
      <Stack gap="xs">
        <List size="sm" aria-label={t`What was done`}>
          {counted.map(([outcome, count]) => (
            <List.Item key={outcome}>{doneWords(outcome, count)}</List.Item>
          ))}
          {refused.size > 0 && (
            <List.Item>
              {plural(refused.size, {
                one: '# is not to be contacted',
                other: '# are not to be contacted',
              })}
            </List.Item>
          )}
        </List>
        {marks.size === 0 && (
          <Text size="sm">
            <Trans>Nobody here may be contacted in this way.</Trans>
          </Text>
        )}
        {twice.length > 0 && <Twice ids={twice} />}
        <Group gap="xs" align="end">
          <PlanNext round={round} />
          <StartAgain round={round} size="xs" variant="default" />
        </Group>
      </Stack>
    </Alert>
  );
}

const countOf = ({ marks }: RunQueue, outcome: RunOutcome): number =>
  [...marks.values()].filter((mark) => mark.outcome === outcome).length;

function doneWords(outcome: RunOutcome, count: number): string {
  switch (outcome) {
    case 'logged':
      return plural(count, { one: '# logged', other: '# logged' });
    case 'drafted':
      return plural(count, { one: '# written to', other: '# written to' });
    case 'left':
      return plural(count, { one: '# with nothing to do', other: '# with nothing to do' });
    case 'snoozed':
      return plural(count, { one: '# put off', other: '# put off' });
    case 'skipped':
      return plural(count, { one: '# skipped', other: '# skipped' });
  }
}

function Twice({ ids }: { ids: readonly string[] }) {
  const named = ids.slice(0, mostNamed);
  const docs = useRecordsById('people', named);
  const { count } = useDates();
  const more = count(ids.length - named.length);
  return (
    <section aria-label={t`Skipped twice`}>
      <Text size="sm" fw={600}>
        <Trans>Skipped twice: do they still belong in this round?</Trans>
      </Text>
      <ul className="plain-list">
        {named.map((id) => {
          const doc = docs.get(id);
          return doc === undefined ? null : (
            <li key={id}>
              <a href={`#${personPath(id)}`}>
                <bdi>{nameOrNone(doc)}</bdi>
              </a>
            </li>
          );
        })}
        {ids.length > named.length && (
          <li className="dim">
            <Trans>and {more} more</Trans>
          </li>
        )}
      </ul>
    </section>
  );
}
