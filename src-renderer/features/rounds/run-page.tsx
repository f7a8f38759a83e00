// One time through a round: everybody at the left, whose turn it is in the middle, what is done
// at the right.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { RunAnswer } from '../../../src-shared/rounds/answers.ts';
import { useRun, useWaiting } from '../../data/use-run.ts';
import { useRecord } from '../../data/use-records.ts';
import { Page } from '../../ui/page.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { printPage, usePrinting } from '../../ui/printing.ts';
import { useDates } from '../../ui/when.tsx';
import { CallSheet } from './call-sheet.tsx';
import { focusPerson, PersonCard } from './person-card.tsx';
import { QueueList } from './queue-list.tsx';
import { NoRound } from './no-round.tsx';
import type { RoundParts } from './round-parts.ts';
import { RunEnd } from './run-end.tsx';
import { TurnPanel } from './turn-panel.tsx';
import { eachOf, eachWords } from './round-words.ts';
import { useRunActs } from './use-run-acts.ts';
import { usePresentIn } from './use-taking.ts';
import { type RunQueue, useRunQueue } from './use-run-queue.ts';

type Props = { doc: RecordDoc; round: RecordDoc; parts: RoundParts };

export function RunPage(props: Props) {
  const answer = useRun(props.doc.id);
  if (answer === null) return <NoRound />;
  if (answer === undefined)
    return (
      <Page title={nameOrNone(props.round)}>
        <Text className="dim" data-on-its-way>
          <Trans>Loading …</Trans>
        </Text>
      </Page>
    );
  return <Going {...props} answer={answer} />;
}

function Going({ doc, round, parts, answer }: Props & { answer: RunAnswer }) {
  const queue = useRunQueue(answer);
  const { at, open } = queue;
  const acts = useRunActs(doc, queue);
  const present = usePresentIn(doc.id);
  const person = useRecord('people', at);
  const isDone = open.length === 0;
  const isPrinting = usePrinting();
  useFocusOnStep(at);
  return (
    <Page title={nameOrNone(round)} actions={<HowFar queue={queue} round={round} />}>
      {isPrinting && <CallSheet queue={queue} each={eachOf(round)} />}
      <Notices doc={doc} answer={answer} />
      {isDone && <RunEnd doc={doc} round={round} queue={queue} twice={answer.twice} />}
      <div className="round-columns" data-round data-screen>
        <QueueList queue={queue} present={present} />
        <div className="round-card">
          {person !== undefined && person !== null && (
            <PersonCard key={person.id} doc={person} before={parts.before} />
          )}
        </div>
        {person !== undefined && person !== null && (
          <TurnPanel
            key={person.id}
            doc={doc}
            person={person}
            each={eachOf(round)}
            queue={queue}
            acts={acts}
            parts={parts}
          />
        )}
      </div>
    </Page>
  );
}

/** Whoever goes on by keys hears who is next; a button that was pressed keeps the focus. */
function useFocusOnStep(at: string | undefined): void {
  const before = useRef(at);
  useEffect(() => {
    const isStep = before.current !== undefined && before.current !== at;
    before.current = at;
    const active = document.activeElement;
    if (isStep && (active === null || active === document.body)) focusPerson();
  }, [at]);
}

function HowFar({ queue, round }: { queue: RunQueue; round: RecordDoc }) {
  const { count } = useDates();
  const all = queue.people.length - queue.refused.size;
  const done = all - queue.open.length;
  const [doneText, allText] = [count(done), count(all)];
  return (
    <Group gap="sm" className="round-far">
      <Text size="sm" className="dim">
        {eachWords(eachOf(round))}
      </Text>
      <Progress
        value={all === 0 ? 100 : (done / all) * 100}
        w={120}
        aria-label={t`How far the round has come`}
        data-screen
      />
      <Text size="sm" role="status">
        {t`${doneText} of ${allText}`}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        disabled={queue.open.length === 0}
        onClick={printPage}
      >
        <Trans>Print a call sheet</Trans>
      </Button>
    </Group>
  );
}

function Notices({ doc, answer }: { doc: RecordDoc; answer: RunAnswer }) {
  const more = useWaiting(doc.id);
  const { gone, refused } = answer;
  const lines = [
    ...(more === 0
      ? []
      : [
          plural(more, {
            one: '# more since you started. They wait for the next time round.',
            other: '# more since you started. They wait for the next time round.',
          }),
        ]),
    ...(gone === 0
      ? []
      : [
          plural(gone, {
            one: '# person is no longer in the book.',
            other: '# people are no longer in the book.',
          }),
        ]),
    ...(refused.length === 0
      ? []
      : [
          plural(refused.length, {
            one: '# person is passed by: they are not to be contacted in this way.',
            other: '# people are passed by: they are not to be contacted in this way.',
          }),
        ]),
  ];
  if (lines.length === 0) return null;
  return (
    <Alert py={6} role="status" data-screen>
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
    </Alert>
  );
}
