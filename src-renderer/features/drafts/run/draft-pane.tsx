// One draft of a run: whom it is to, what is against it, its words, and how it leaves.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import {
  Alert,
  Anchor,
  Button,
  Group,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';

import { messageIdOf, type Run } from '../../../../src-shared/drafts/run.ts';
import { hasPlaces } from '../../../../src-shared/drafts/template.ts';
import { changeDraft } from '../../../../src-shared/records/intents/draft-runs.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { useDayWords } from '../../../data/use-day-words.ts';
import { useDraft } from '../../../data/use-draft.ts';
import { personPath } from '../../../kinds/person.tsx';
import { nameOrNone } from '../../../ui/name-or-none.ts';
import { MissingPlaces, TemplateFaults } from '../template-faults.tsx';
import type { FilledText } from '../use-draft-values.ts';
import { WrittenOut } from '../written-out.tsx';
import { EnoughAlert } from './enough-alert.tsx';
import type { Row } from './rows.ts';
import { problemWords, stateWords } from './run-words.ts';
import type { RunActs } from './use-run-acts.ts';

type Props = {
  run: Run;
  row: Row;
  acts: RunActs;
  /** Of a text as it stands in the fields. */
  fill: (text: string) => FilledText;
};

export function DraftPane({ run, row, acts, fill }: Props) {
  const { person, check, state } = row;
  const day = useDayWords();
  const name = person === undefined ? t`Somebody who is gone` : nameOrNone(person);
  return (
    <Stack gap="sm" component="section" aria-label={t`Draft to ${name}`} className="draft-pane">
      <Group justify="space-between">
        <Text fw={600} dir="auto">
          {person === undefined ? (
            name
          ) : (
            <Anchor href={`#${personPath(person.id)}`} inherit>
              <bdi>{name}</bdi>
            </Anchor>
          )}
        </Text>
        <Text size="sm" className="dim">
          {stateWords(state)}
        </Text>
      </Group>
      {check.problem !== undefined && (
        <Alert color={check.problem.what === 'no-address' ? 'yellow' : 'red'}>
          {problemWords(check.problem, run.channel, day)}
        </Alert>
      )}
      {check.problem === undefined && check.enough !== undefined && state !== 'sent' && (
        <EnoughAlert found={check.enough} />
      )}
      <Words run={run} row={row} name={name} acts={acts} fill={fill} />
    </Stack>
  );
}

function Words({ run, row, name, acts, fill }: Props & { name: string }) {
  const { person } = row.draft;
  const keep = useKeeping(run, row);
  const { subject, text } = keep.words;
  const [chosen, setChosen] = useState('');
  const { to: addresses, problem } = row.check;
  const to = addresses.includes(chosen) ? chosen : (addresses[0] ?? '');
  const parts = [fill(subject), fill(text)];
  const isDone = row.state === 'sent';
  const isRefused = problem !== undefined && problem.what !== 'no-address';
  const canGo =
    !isRefused && !isDone && text.trim() !== '' && !hasPlaces(subject) && !hasPlaces(text);
  return (
    <>
      {addresses.length > 1 && (
        <Select
          label={t`To`}
          data={addresses}
          value={to}
          onChange={(next) => setChosen(next ?? to)}
        />
      )}
      {run.channel !== 'message' && (
        <TextInput
          label={t`Subject`}
          value={subject}
          dir="auto"
          readOnly={isDone || isRefused}
          onChange={(event) => keep.type({ subject: event.currentTarget.value, text })}
          onBlur={() => void keep.save()}
        />
      )}
      <Textarea
        label={t`Text`}
        value={text}
        dir="auto"
        autosize
        minRows={8}
        maxRows={20}
        readOnly={isDone || isRefused}
        onChange={(event) => keep.type({ subject, text: event.currentTarget.value })}
        onBlur={() => void keep.save()}
      />
      {!isRefused && !isDone && (
        <>
          <TemplateFaults faults={parts.flatMap((part) => part.faults)} />
          <MissingPlaces parts={parts} />
        </>
      )}
      <WrittenOut
        name={name}
        to={run.channel === 'mail' && !isRefused ? to : ''}
        subject={subject}
        text={text}
        messageId={messageIdOf(run.id, person)}
        isReady={canGo}
        onOut={() => acts.mark([row], 'opened')}
        onSent={() =>
          void keep.save().then(() => acts.sent([{ ...row, words: { subject, text } }]))
        }
      />
      <Group gap="xs">
        {row.state !== 'sent' && row.state !== 'skipped' && !isRefused && (
          <Button size="xs" variant="default" onClick={() => acts.skip(row)}>
            <Trans>Skip</Trans>
          </Button>
        )}
        {(row.state === 'skipped' || row.state === 'opened') && (
          <Button size="xs" variant="default" onClick={() => acts.mark([row], 'to-do')}>
            <Trans>Back to “to do”</Trans>
          </Button>
        )}
      </Group>
    </>
  );
}

/** What is typed waits in this window until the field is left; then it is kept in the run. */
function useKeeping(run: Run, row: Row) {
  const { person } = row.draft;
  const command = useCommand();
  const [kept, setKept] = useDraft(`draft ${run.id} ${person}`);
  const typed = kept === '' ? undefined : (JSON.parse(kept) as Row['words']);
  const words = typed ?? row.words;
  return {
    words,
    type: (next: Row['words']) => setKept(JSON.stringify(next)),
    save: async (): Promise<void> => {
      if (typed === undefined) return;
      const { subject, text } = typed;
      const isSame = subject === row.words.subject && text === row.words.text;
      if (
        isSame ||
        (await command(changeDraft(run.id, person, typed), { quiet: true })) !== undefined
      )
        setKept('');
    },
  };
}
