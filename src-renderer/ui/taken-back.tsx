// The page of a record whose adding was undone: nothing can be written there, and there is a
// way to bring it back.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { refOf } from '../data/ref-of.ts';
import { useRecord } from '../data/use-records.ts';
import { useCommand } from '../data/use-command.tsx';
import { useActions } from './actions.tsx';
import { EmptyState } from './empty-state.tsx';
import { nameOrNone } from './name-or-none.ts';
import { Page } from './page.tsx';
import { backAction, type RecordContext } from './record-actions.tsx';

const backActions = [backAction];

type Props = { doc: RecordDoc; before: ReactNode; back: () => void };

export function TakenBack({ doc, before, back }: Props) {
  const run = useCommand();
  const by = doc.fields['undoneBy'];
  const action = typeof by === 'string' ? by : '';
  const isOurs = useRecord('local', action)?.fields['state'] === 'undone';
  const context: RecordContext = { doc, run, open: back, back, leaveBy: back };
  useActions(backActions, context);
  return (
    <Page title={nameOrNone(doc)} before={before}>
      <EmptyState
        title={t`Not here any more`}
        text={t`Adding this was undone. Bring it back to go on with it.`}
      >
        <Button
          onClick={() =>
            // With all that was added together with it, where this laptop knows that.
            void run(isOurs ? { type: 'redo', action } : { type: 'restore', refs: [refOf(doc)] })
          }
        >
          <Trans>Bring it back</Trans>
        </Button>
      </EmptyState>
    </Page>
  );
}
