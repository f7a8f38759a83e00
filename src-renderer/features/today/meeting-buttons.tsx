// What is offered beside a meeting: to prepare for it, then to say what came of it; and to move
// what was logged when the calendar has moved it.

import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';

import type { Reason } from '../../../src-shared/today/rows.ts';
import type { RowActs } from './acts.ts';

type Props = {
  reason: Extract<Reason, { code: 'meeting' | 'moved' }>;
  acts: RowActs;
  isPrepared: boolean;
  prepare: () => void;
};

export function MeetingButtons({ reason, acts, isPrepared, prepare }: Props) {
  if (reason.code === 'moved')
    return (
      <Button size="compact-sm" variant="default" onClick={acts.done}>
        <Trans>Move it</Trans>
      </Button>
    );
  if (!reason.isOver)
    return (
      <Button size="compact-sm" variant="default" aria-expanded={isPrepared} onClick={prepare}>
        <Trans>Prepare</Trans>
      </Button>
    );
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={acts.log}>
        <Trans>What came of it</Trans>
      </Button>
      <Button size="compact-sm" variant="default" onClick={acts.done}>
        <Trans>It took place</Trans>
      </Button>
    </>
  );
}
