// Everything that is written to many people, the latest first.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { draftRun } from '../../../../src-shared/domain/draft-run.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { runOf } from '../../../../src-shared/drafts/run.ts';
import { handedOver } from '../../../data/chosen-people.ts';
import { workOf } from '../../../data/queries/happened.ts';
import { useRecords } from '../../../data/use-records.ts';
import { Unbroken } from '../../../ui/broken.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { nameOrNone } from '../../../ui/name-or-none.ts';
import { Page } from '../../../ui/page.tsx';
import { useRouteQuery } from '../../../ui/router.ts';
import { WhenText } from '../../../ui/when.tsx';
import { BeginRun } from './begin-run.tsx';
import { channelOfRunWords, peopleWords } from './run-words.ts';

const mostRuns = 500;

export function DraftsPage() {
  const runs = useRecords(workOf(draftRun.kind, mostRuns));
  const query = useRouteQuery();
  const [chosen] = useState(handedOver);
  const isBeginning = query.get('new') !== undefined && chosen !== undefined;
  return (
    <Page
      title={t`Drafts`}
      actions={
        <Button component="a" href="#/templates" variant="default">
          <Trans>Templates</Trans>
        </Button>
      }
    >
      <Stack gap="md" maw={820}>
        {runs?.length === 0 && (
          <EmptyState
            title={t`No drafts yet`}
            text={t`Select people in a list, or open a group, and choose “Write to each”: everybody gets a draft of their own, in the words that are right for them.`}
          >
            <Button component="a" href="#/people" variant="default">
              <Trans>Choose people</Trans>
            </Button>
          </EmptyState>
        )}
        <ul className="for-me" aria-label={t`Drafts`}>
          {(runs ?? []).map((one) => (
            <Unbroken key={one.id} of={one}>
              <Line doc={one} />
            </Unbroken>
          ))}
        </ul>
      </Stack>
      {isBeginning && <BeginRun chosen={chosen} onClose={() => query.set({ new: undefined })} />}
    </Page>
  );
}

function Line({ doc }: { doc: RecordDoc }) {
  const run = runOf(doc);
  return (
    <li className="for-me-row">
      <Group justify="space-between" wrap="nowrap">
        <Anchor href={`#/drafts/${encodeURIComponent(doc.id)}`} size="sm" fw={600} dir="auto">
          {nameOrNone(doc)}
        </Anchor>
        <Text size="sm" className="dim" style={{ flexShrink: 0 }}>
          {channelOfRunWords(run.channel)} · {peopleWords(run.drafts.length)} ·{' '}
          <WhenText at={doc.createdAt} />
        </Text>
      </Group>
    </li>
  );
}
