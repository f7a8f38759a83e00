// What a round is to be, before it starts: its name, what is done with each, and who shares it.

import { plural, t } from '@lingui/core/macro';
import { Checkbox, Input, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import { mostInRound, type RoundEach, roundEach } from '../../../src-shared/domain/round.ts';
import type { RoundWish } from '../../data/asked.ts';
import { asked } from '../../data/asking-views.ts';
import { useHost } from '../../data/host-context.tsx';
import { useIsInTeam } from '../../data/team-rest.tsx';
import { showFailure, showRemark } from '../../data/use-command.tsx';
import { useViewCount } from '../../data/use-view-count.ts';
import { fieldLabel } from '../../ui/field-words.ts';
import { roundPath } from '../../kinds/round.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { go } from '../../ui/router.ts';
import { errorWords } from '../../words/host-words.ts';
import { codeWords } from '../../words/value-words.ts';
import { leftOutWords } from './round-words.ts';

type Props = { wish: RoundWish; onClose: () => void };

export function StartRound({ wish, onClose }: Props) {
  const { host } = useHost();
  const isInTeam = useIsInTeam();
  const [name, setName] = useState(wish.name);
  const [each, setEach] = useState<RoundEach>('call');
  const [isShared, setShared] = useState(wish.isPrivate !== true);
  const [isBusy, setBusy] = useState(false);
  const count = useViewCount(wish.view);
  const canStart = name.trim() !== '' && !isBusy && count !== 0;
  const start = async (): Promise<void> => {
    setBusy(true);
    const started = await host.request('rounds.start', {
      ...asked({ ...wish.view, groupBy: [], columns: [] }),
      name,
      each,
      ...(wish.group === undefined ? {} : { group: wish.group }),
      scope: isInTeam && !isShared ? 'private' : 'team',
    });
    setBusy(false);
    if (!started.ok) return showFailure(errorWords(started.error));
    const { run, leftOut } = started.value;
    if (leftOut > 0) showRemark(leftOutWords(leftOut));
    onClose();
    go(roundPath(run));
  };
  return (
    <Dialog title={t`Start a round`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (canStart) void start();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t`Name`}
            value={name}
            dir="auto"
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Input.Wrapper label={fieldLabel('round', 'each')} labelElement="div">
            <SegmentedControl
              fullWidth
              size="sm"
              aria-label={fieldLabel('round', 'each')}
              data={roundEach.map((value) => ({
                value,
                label: codeWords('round', 'each', value),
              }))}
              value={each}
              onChange={(next) => setEach(next as RoundEach)}
            />
          </Input.Wrapper>
          {isInTeam && (
            <Checkbox
              label={t`The team goes round together`}
              description={t`Everybody sees who is done and who is on whom. People that only this laptop has are left out.`}
              checked={isShared}
              disabled={wish.isPrivate === true}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          )}
          <HowMany count={count} />
        </Stack>
        <FormButtons submit={t`Start`} isDisabled={!canStart} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function HowMany({ count }: { count: number | undefined }) {
  if (count === undefined) return null;
  return (
    <Text size="sm" className="dim">
      {howManyWords(count)}
    </Text>
  );
}

function howManyWords(count: number): string {
  if (count > mostInRound)
    return errorWords({ code: 'round-too-long', detail: { count, most: mostInRound } });
  if (count === 0) return errorWords({ code: 'round-empty' });
  return plural(count, {
    one: 'It goes to # person. Who comes to fit later waits for the next time.',
    other: 'It goes to # people. Who comes to fit later waits for the next time.',
  });
}
