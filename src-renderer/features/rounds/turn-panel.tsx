// What is done with whoever's turn it is: the next step, one line for what happened, and on to
// the next.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { RoundEach } from '../../../src-shared/domain/round.ts';
import { ActionButtons, useActions } from '../../ui/actions.tsx';
import { WhenText } from '../../ui/when.tsx';
import { NextStep } from './next-step.tsx';
import { roundActions, type RoundContext } from './round-actions.ts';
import type { RoundParts } from './round-parts.ts';
import { markWords } from './round-words.ts';
import type { RunActs } from './use-run-acts.ts';
import { useTaking } from './use-taking.ts';
import type { RunQueue } from './use-run-queue.ts';

const lineId = 'round-line';

/** What is usually written down. */
const usualKind: { readonly [each in RoundEach]: string } = {
  look: 'note',
  call: 'call',
  write: 'message',
  visit: 'meeting',
};

type Props = {
  doc: RecordDoc;
  person: RecordDoc;
  each: RoundEach;
  queue: RunQueue;
  acts: RunActs;
  parts: RoundParts;
};

const byButton = ['round.previous', 'round.next', 'round.skip', 'round.later', 'round.left'];
const steps = roundActions.filter(({ id }) => byButton.includes(id));

export function TurnPanel({ doc, person, each, queue, acts, parts: { Log, Write } }: Props) {
  const [isWriting, setWriting] = useState(false);
  const { id } = person;
  useTaking(doc, person);
  const context: RoundContext = {
    isThere: true,
    move: queue.move,
    mark: (outcome) => acts.mark(id, outcome),
    log: () => document.getElementById(lineId)?.focus(),
    write: () => setWriting(true),
    undo: acts.undo,
  };
  useActions(roundActions, context);
  return (
    <Stack gap="sm" className="round-turn">
      <Standing id={id} queue={queue} />
      <section aria-label={t`Suggested next step`}>
        <Title order={3} size="h6" mb={4}>
          <Trans>Suggested next step</Trans>
        </Title>
        <NextStep doc={person} each={each} />
      </section>
      <Log
        key={id}
        id={lineId}
        person={{ id, name: person.name }}
        usualKind={usualKind[each]}
        along={() => acts.visit(id, 'logged')}
        onLogged={(done) => acts.did(id, done)}
      />
      <Group gap="xs" role="toolbar" aria-label={t`What to do with them`}>
        <ActionButtons actions={steps} context={context} size="xs" />
        <Button size="xs" variant="default" onClick={() => setWriting(true)}>
          <Trans>Write</Trans>
        </Button>
      </Group>
      {isWriting && (
        <Write
          person={person}
          onClose={() => setWriting(false)}
          along={() => acts.visit(id, 'drafted')}
          onSent={(done) => acts.did(id, done)}
        />
      )}
    </Stack>
  );
}

/** What came of them already, and whether a teammate has them. */
function Standing({ id, queue }: { id: string; queue: RunQueue }) {
  const mark = queue.marks.get(id);
  const claim = queue.claims.get(id);
  const by = claim?.by ?? '';
  return (
    <>
      {claim !== undefined && (
        <Alert color="yellow" variant="light" py={6}>
          <Text size="sm">
            <Trans>
              <bdi>{by}</bdi> has taken them. You can go on all the same.
            </Trans>
          </Text>
        </Alert>
      )}
      {mark !== undefined && (
        <Text size="sm">
          {markWords(mark.outcome, mark.by)} · <WhenText at={mark.at} />
        </Text>
      )}
    </>
  );
}
