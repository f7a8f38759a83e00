// Goes through a round once more: to whoever fits it now.

import { Trans } from '@lingui/react/macro';
import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { readerZone, weekStartNow } from '../../data/asking-views.ts';
import { useHost } from '../../data/host-context.tsx';
import { showFailure, showRemark } from '../../data/use-command.tsx';
import { roundPath } from '../../kinds/round.tsx';
import { go } from '../../ui/router.ts';
import { errorWords } from '../../words/host-words.ts';
import { leftOutWords } from './round-words.ts';

export function StartAgain({ round, ...look }: { round: RecordDoc } & ButtonProps) {
  const { host } = useHost();
  const [isBusy, setBusy] = useState(false);
  const start = async (): Promise<void> => {
    setBusy(true);
    const asked = { round: round.id, zone: readerZone(), weekStart: weekStartNow() };
    const started = await host.request('rounds.again', asked);
    setBusy(false);
    if (!started.ok) return showFailure(errorWords(started.error));
    const { run, leftOut } = started.value;
    if (leftOut > 0) showRemark(leftOutWords(leftOut));
    go(roundPath(run));
  };
  return (
    <Button size="compact-sm" {...look} loading={isBusy} onClick={() => void start()}>
      <Trans>Go round again</Trans>
    </Button>
  );
}
