// Everything that was said and done, with whomever: a table with filters, groups and views.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';

import { describeView } from '../../../../src-shared/query/describe.ts';
import type { View } from '../../../../src-shared/query/view.ts';
import { useDescribing } from '../../../data/use-describing.ts';
import { BulkBar } from '../../../lists/bulk/bulk-bar.tsx';
import { usualActions } from '../../../lists/bulk/usual-actions.ts';
import { useSelection } from '../../../lists/use-selection.ts';
import { bulkOf, momentList } from '../../../lists/list-kind.ts';
import { ListHead } from '../../../lists/list-head.tsx';
import { useListView } from '../../../lists/use-list-view.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteQuery } from '../../../ui/router.ts';
import { LogDialog } from './log-dialog.tsx';
import { MomentDialog, MomentsInGroups, MomentsTable } from './moments-table.tsx';

export function MomentsPage() {
  const query = useRouteQuery();
  const list = useListView(momentList);
  const { view, whole, parts, isStrange } = list;
  const text = query.get('s') ?? '';
  const words = describeView(view, useDescribing(view));
  const listed = saying(whole, text);
  const selection = useSelection({ view: { ...listed, columns: [] }, text: '' });
  const [isLogging, logging] = useDisclosure(false);
  const opened = query.get('open');
  const setOpened = (open: string | undefined): void => query.set({ open });
  return (
    <Page
      title={t`What happened`}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={logging.open}>
          <Trans>Log what happened</Trans>
        </Button>
      }
    >
      <ListHead
        list={list}
        words={words}
        placeholder={t`Words of it`}
        text={text}
        setText={(s) => query.set({ s: s === '' ? undefined : s })}
      />
      <BulkBar
        selection={selection}
        of={bulkOf(momentList)}
        actions={usualActions}
        more={nothingMore}
      />
      {isStrange ? (
        <EmptyState
          title={t`This view is not understood here`}
          text={t`It was saved by a later version of Rapport, is about something else, or is damaged. Nothing of it is lost.`}
        />
      ) : whole.groupBy.length > 0 && text.trim() === '' ? (
        <MomentsInGroups list={list} label={words} selection={selection} onOpen={setOpened} />
      ) : (
        <MomentsTable
          list={list}
          view={listed}
          selection={selection}
          label={words}
          isNarrowed={parts.length > 0 || text.trim() !== ''}
          onOpen={setOpened}
        />
      )}
      {opened !== undefined && (
        <MomentDialog key={opened} id={opened} onClose={() => setOpened(undefined)} />
      )}
      {isLogging && <LogDialog personId="" onClose={logging.close} />}
    </Page>
  );
}

const nothingMore = () => ({});

/** Those with these words in their title or text. */
function saying(view: View, text: string): View {
  const arg = text.trim();
  if (arg === '') return view;
  const found = ['name', 'note'].map((field) => ({ field, op: 'contains', arg }));
  return { ...view, groupBy: [], conditions: { all: [view.conditions, { any: found }] } };
}
