// A round by its address: one time through it, or the round itself, which leads to the last time.

import { t } from '@lingui/core/macro';
import { useEffect } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { runsOf } from '../../data/queries/setup.ts';
import { textOf } from '../../data/text-of.ts';
import { useRecord, useRecords } from '../../data/use-records.ts';
import { roundPath } from '../../kinds/round.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { replaceBy } from '../../ui/router.ts';
import { NoRound } from './no-round.tsx';
import type { RoundParts } from './round-parts.ts';
import { latestFirst } from './round-words.ts';
import { RunPage } from './run-page.tsx';
import { StartAgain } from './start-again.tsx';

export function RoundPage({ id, parts }: { id: string; parts: RoundParts }) {
  const doc = useRecord('setup', id);
  const isRun = doc?.kind === 'run';
  const round = useRecord('setup', isRun ? textOf(doc, 'round') : undefined);
  if (doc === undefined || (isRun && round === undefined)) return <Page title="">{null}</Page>;
  if (doc?.status === 'live' && doc.kind === 'round') return <LastRun round={doc} />;
  if (!isRun || doc.status !== 'live' || round?.status !== 'live') return <NoRound />;
  return <RunPage doc={doc} round={round} parts={parts} />;
}

function LastRun({ round }: { round: RecordDoc }) {
  const runs = useRecords(runsOf([round.id]));
  const last = runs?.toSorted(latestFirst)[0]?.id;
  useEffect(() => {
    if (last !== undefined) replaceBy(roundPath(last));
  }, [last]);
  return (
    <Page title={round.name}>
      {runs?.length === 0 && (
        <EmptyState title={t`Not begun yet`} text={t`Nobody has gone round yet.`}>
          <StartAgain round={round} />
        </EmptyState>
      )}
    </Page>
  );
}
