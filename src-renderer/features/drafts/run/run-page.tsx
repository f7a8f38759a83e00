// A run of drafts: whom it is to at the left, the draft that is looked at beside it.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group, Progress, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';

import { draftRun } from '../../../../src-shared/domain/draft-run.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { Run } from '../../../../src-shared/drafts/run.ts';
import { usePolicy } from '../../../data/use-policy.ts';
import { useRecord } from '../../../data/use-records.ts';
import { useActions } from '../../../ui/actions.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { nameOrNone } from '../../../ui/name-or-none.ts';
import { Page } from '../../../ui/page.tsx';
import { useRouteQuery } from '../../../ui/router.ts';
import { purposeWords } from '../../../words/care-words.ts';
import { useFiller } from '../use-draft-values.ts';
import { DraftList } from './draft-list.tsx';
import { DraftPane } from './draft-pane.tsx';
import { isIn, type Row, type Shown, shownParts } from './rows.ts';
import { runActions } from './run-actions.ts';
import { RunVerbs } from './run-verbs.tsx';
import { channelOfRunWords, ruleWords, shownWords } from './run-words.ts';
import { useRun } from './use-run.ts';
import { useRunActs } from './use-run-acts.ts';

export function RunPage({ id }: { id: string }) {
  const doc = useRecord('work', id);
  if (doc === undefined) return <Page title="">{null}</Page>;
  if (doc?.status !== 'live' || doc.kind !== draftRun.kind)
    return (
      <Page title={t`Nothing here`} before={<Back />}>
        <EmptyState
          title={t`Nothing here`}
          text={t`These drafts were thrown away, or this address is of another book.`}
        />
      </Page>
    );
  return <Shown key={doc.id} doc={doc} />;
}

const Back = () => (
  <Anchor href="#/drafts" size="sm" className="to-list">
    <IconArrowLeft size={14} /> <Trans>Drafts</Trans>
  </Anchor>
);

function Shown({ doc }: { doc: RecordDoc }) {
  const query = useRouteQuery();
  const [looked, setLooked] = useState<string>();
  const { run, rows, done } = useRun(doc, looked);
  const total = run.drafts.length;
  return (
    <Page
      title={nameOrNone(doc)}
      before={<Back />}
      actions={rows === undefined ? undefined : <RunVerbs run={run} rows={rows} />}
    >
      {doc.scope === 'private' && (
        <Text size="sm">
          <Trans>
            These drafts stay on this laptop, because somebody among them is private to it.
          </Trans>
        </Text>
      )}
      <About run={run} />
      {rows === undefined ? (
        <div role="status">
          <Text size="sm">
            {plural(total, {
              one: 'Looking whether # person may be written to …',
              other: 'Looking whether # people may be written to …',
            })}
          </Text>
          <Progress
            mt="xs"
            value={total === 0 ? 100 : (done / total) * 100}
            aria-label={t`Looked through`}
          />
        </div>
      ) : (
        <Drafts
          run={run}
          rows={rows}
          shown={shownParts.find((one) => one === query.get('show')) ?? 'all'}
          show={(next) => query.set({ show: next === 'all' ? undefined : next })}
          looked={looked}
          setLooked={setLooked}
        />
      )}
    </Page>
  );
}

function About({ run }: { run: Run }) {
  const policy = usePolicy();
  return (
    <Text size="sm" className="dim" mt={-10}>
      {channelOfRunWords(run.channel)} · {purposeWords(run.purpose)} ·{' '}
      {ruleWords(run.purpose, policy)}{' '}
      <Anchor href="#/rules" inherit underline="always">
        <Trans>Rules</Trans>
      </Anchor>
    </Text>
  );
}

type DraftsProps = {
  run: Run;
  rows: readonly Row[];
  shown: Shown;
  show: (shown: Shown) => void;
  looked: string | undefined;
  setLooked: (person: string) => void;
};

function Drafts({ run, rows, shown, show, looked, setLooked }: DraftsProps) {
  const fill = useFiller();
  // Whoever is looked at stays in the list while something is done with them.
  const listed = rows.filter((row) => isIn(shown, row) || row.draft.person === looked);
  const at = listed.findIndex(({ draft }) => draft.person === looked);
  const row = listed[at] ?? listed[0];
  const acts = useRunActs(run, (done) => {
    const from = listed.findIndex(
      ({ draft }) => draft === done.draft || draft.person === done.draft.person,
    );
    const next = [...listed.slice(from + 1), ...listed.slice(0, from)].find((one) =>
      isIn('to-do', one),
    );
    if (next !== undefined) setLooked(next.draft.person);
  });
  const move = (step: number): void => {
    const next = listed[Math.max(at, 0) + step];
    if (next !== undefined) setLooked(next.draft.person);
  };
  useActions(runActions, {
    isOpen: row !== undefined && row.isReady && row.state !== 'sent',
    open: () => document.querySelector<HTMLElement>('[data-open-draft]')?.click(),
    sent: () => row !== undefined && void acts.sent([row]),
    skip: () => row !== undefined && acts.skip(row),
    move,
  });
  return (
    <>
      <Parts run={run} rows={rows} shown={shown} show={show} />
      {row === undefined ? (
        <EmptyState
          title={rows.length === 0 ? t`Nobody is left here` : t`Nobody here`}
          text={t`No draft of this run is in this place.`}
        />
      ) : (
        <div className="draft-run">
          <DraftList
            rows={listed}
            channel={run.channel}
            looked={row.draft.person}
            onLook={setLooked}
          />
          <DraftPane
            key={row.draft.person}
            run={run}
            row={row}
            acts={acts}
            fill={(text) => fill(text, () => undefined)}
          />
        </div>
      )}
    </>
  );
}

/** What is missing first; each opens its drafts. */
function Parts({ run, rows, shown, show }: Pick<DraftsProps, 'run' | 'rows' | 'shown' | 'show'>) {
  return (
    <Group gap="xs" data-screen role="group" aria-label={t`Which drafts`}>
      {shownParts.map((part) => {
        const count = rows.filter((row) => isIn(part, row)).length;
        return count === 0 && part !== shown && part !== 'all' ? null : (
          <Button
            key={part}
            size="compact-sm"
            radius="xl"
            variant={part === shown ? 'filled' : 'default'}
            aria-pressed={part === shown}
            onClick={() => show(part)}
          >
            {shownWords(part, count, run.channel)}
          </Button>
        );
      })}
    </Group>
  );
}
