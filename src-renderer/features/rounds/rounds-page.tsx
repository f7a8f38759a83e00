// All rounds, and how far each has come the last time.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Anchor, Button, Group, Menu, Progress, Text } from '@mantine/core';
import { IconDots, IconLock } from '@tabler/icons-react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { RunProgress } from '../../../src-shared/rounds/answers.ts';
import { rounds as allRounds, runsOf } from '../../data/queries/setup.ts';
import { refOf } from '../../data/ref-of.ts';
import { useIsInTeam } from '../../data/team-rest.tsx';
import { textOf } from '../../data/text-of.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useRecords } from '../../data/use-records.ts';
import { useRunProgress } from '../../data/use-run.ts';
import { roundPath } from '../../kinds/round.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { Page } from '../../ui/page.tsx';
import { useDates } from '../../ui/when.tsx';
import { eachOf, eachWords, latestFirst, startedAt } from './round-words.ts';
import { StartAgain } from './start-again.tsx';

export function RoundsPage() {
  const rounds = useRecords(allRounds);
  const runs = useRecords(runsOf((rounds ?? []).map(({ id }) => id)));
  const byRound = Map.groupBy((runs ?? []).toSorted(latestFirst), (run) => textOf(run, 'round'));
  const last = [...byRound.values()].flatMap(([run]) => (run === undefined ? [] : [run.id]));
  const progress = useRunProgress(last);
  return (
    <Page title={t`Rounds`}>
      {rounds?.length === 0 && (
        <EmptyState
          title={t`Go round to many people, one after the other`}
          text={t`Filter the list of people, or open a bucket, and choose “Start a round”. You are led from one to the next, with what was last said and promised, and can go on weeks later.`}
        >
          <Button component="a" href="#/people" mt="sm">
            <Trans>Open the list of people</Trans>
          </Button>
        </EmptyState>
      )}
      {rounds !== undefined && rounds.length > 0 && (
        <ul className="rounds-list" aria-label={t`Rounds`}>
          {rounds.map((round) => (
            <RoundRow
              key={round.id}
              round={round}
              runs={byRound.get(round.id) ?? []}
              progress={progress}
            />
          ))}
        </ul>
      )}
    </Page>
  );
}

type RowProps = {
  round: RecordDoc;
  /** The latest first. */
  runs: readonly RecordDoc[];
  progress: { readonly [run: string]: RunProgress };
};

function RoundRow({ round, runs, progress }: RowProps) {
  const isInTeam = useIsInTeam();
  const [last] = runs;
  const far = last === undefined ? undefined : progress[last.id];
  return (
    <li className="rounds-row">
      <div className="rounds-words">
        <Anchor fw={600} href={`#${roundPath(last?.id ?? round.id)}`}>
          <bdi>{nameOrNone(round)}</bdi>
        </Anchor>{' '}
        {isInTeam && round.scope === 'private' && <IconLock size={14} aria-label={t`Private`} />}
        <Text size="sm" className="dim">
          {eachWords(eachOf(round))}
          {last !== undefined && <LastTime run={last} />}
          {runs.length > 1 &&
            ` · ${plural(runs.length, { one: '# time round', other: '# times round' })}`}
        </Text>
      </div>
      {far !== undefined && <Far far={far} />}
      <Group gap={4} wrap="nowrap">
        {last !== undefined && far !== undefined && far.done < far.total ? (
          <Button size="compact-sm" variant="default" component="a" href={`#${roundPath(last.id)}`}>
            <Trans>Go on</Trans>
          </Button>
        ) : (
          <StartAgain round={round} variant="default" />
        )}
        <RoundMenu round={round} earlier={runs.slice(1)} />
      </Group>
    </li>
  );
}

function LastTime({ run }: { run: RecordDoc }) {
  const { date } = useDates();
  const [when, by] = [date(startedAt(run)), textOf(run, 'by')];
  return <> · {by === '' ? t`started on ${when}` : t`started on ${when} by ${by}`}</>;
}

function Far({ far: { done, total } }: { far: RunProgress }) {
  const { count } = useDates();
  const [doneText, allText] = [count(done), count(total)];
  return (
    <Group gap="xs" wrap="nowrap" className="rounds-far">
      <Progress
        value={total === 0 ? 0 : (done / total) * 100}
        w={100}
        aria-label={t`How far the round has come`}
      />
      <Text size="sm">{t`${doneText} of ${allText}`}</Text>
    </Group>
  );
}

/** So many of the times before are offered. */
const mostEarlier = 12;

function RoundMenu({ round, earlier }: { round: RecordDoc; earlier: readonly RecordDoc[] }) {
  const run = useCommand();
  const { date } = useDates();
  const name = nameOrNone(round);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t`More: ${name}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {earlier.length > 0 && (
          <Menu.Label>
            <Trans>Times before</Trans>
          </Menu.Label>
        )}
        {earlier.slice(0, mostEarlier).map((one) => (
          <Menu.Item key={one.id} component="a" href={`#${roundPath(one.id)}`}>
            {date(startedAt(one))}
          </Menu.Item>
        ))}
        <Menu.Item color="red" onClick={() => void run({ type: 'trash', refs: [refOf(round)] })}>
          <Trans>Move to trash</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
