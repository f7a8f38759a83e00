// The views above the list: open one, save what is shown by a name, keep or drop changes,
// rename, share, delete. Each is one step that can be undone.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { create, edit, setField, setFields } from '../../src-shared/records/intents/edits.ts';
import { fieldsOfView, savedView } from '../../src-shared/query/saved.ts';
import { refOf } from '../data/ref-of.ts';
import { useIsInTeam } from '../data/team-rest.tsx';
import { useCommand } from '../data/use-command.tsx';
import { useViewCount } from '../data/use-view-count.ts';
import { savedViews } from '../data/queries/setup.ts';
import { useRecords } from '../data/use-records.ts';
import { addressNow } from '../ui/router.ts';
import { nameOrNone } from '../ui/name-or-none.ts';
import { doublesId } from './ready-views.ts';
import { useHiddenViews } from './use-hidden-views.ts';
import { everythingIn, type ListKind, ownPart, wholeView } from './list-kind.ts';
import type { ListView } from './use-list-view.ts';
import { ViewMenu } from './view-menu.tsx';
import { NameView, type Naming } from './view-name.tsx';

const mostViews = 200;

/** Those of people that are not understood, or do not say what they are about, are shown too. */
function isOf(kind: ListKind, doc: RecordDoc): boolean {
  if ((doc.fields['of'] ?? 'people') !== kind.of) return false;
  const read = savedView(doc);
  return read.ok ? ownPart(kind, read.value) !== undefined : kind.of === 'people';
}

export function SavedViews({ list }: { list: ListView }) {
  const views = (useRecords(savedViews(mostViews)) ?? []).filter((doc) => isOf(list.kind, doc));
  const hidden = useHiddenViews();
  const isPeople = list.kind.of === 'people';
  const hasAny = (useViewCount(wholeView(list.kind, everythingIn(list.kind))) ?? 0) > 0;
  const isInTeam = useIsInTeam();
  const { saved, ready, isChanged, open } = list;
  if (views.length === 0 && !isChanged && !hasAny) return null;
  return (
    <Group gap={6} role="group" aria-label={t`Saved views`}>
      <ViewButton
        isOpen={saved === undefined && ready === undefined}
        isChanged={isChanged && saved === undefined && ready === undefined}
        onOpen={() => open(undefined)}
      >
        {isPeople ? <Trans>Everybody</Trans> : <Trans context="all groups">All</Trans>}
      </ViewButton>
      {views.map((doc) => (
        <ViewButton
          key={doc.id}
          isOpen={saved?.id === doc.id}
          isChanged={isChanged && saved?.id === doc.id}
          isPrivate={isInTeam && doc.scope === 'private'}
          onOpen={() => open(doc.id)}
        >
          <bdi>{nameOrNone(doc)}</bdi>
        </ViewButton>
      ))}
      {list.kind
        .ready()
        .filter(({ id }) => hasAny && !hidden.has(id))
        .map(({ id, name }) => (
          <ViewButton
            key={id}
            isOpen={ready?.id === id}
            isChanged={isChanged && ready?.id === id}
            onOpen={() => open(id)}
          >
            {name}
          </ViewButton>
        ))}
      {isPeople && hasAny && !hidden.has(doublesId) && (
        <Button component="a" href="#/doubles" size="compact-sm" variant="subtle" color="gray">
          <Trans>Possible duplicates</Trans>
        </Button>
      )}
      <ViewActions list={list} />
    </Group>
  );
}

/** What can be done with the one that is open. */
function ViewActions({ list }: { list: ListView }) {
  const run = useCommand();
  const [naming, setNaming] = useState<Naming>();
  const { whole, saved, isChanged, isStrange, isNewer, open } = list;
  const save = async (name: string, scope: RecordDoc['scope']): Promise<void> => {
    setNaming(undefined);
    if (naming === 'rename' && saved !== undefined) {
      return void (await run(edit(setField(refOf(saved), 'name', name))));
    }
    const fields = { ...fieldsOfView(whole), name };
    const from = addressNow();
    const done = await run(create({ kind: 'view', fields, scope }));
    // Whoever has gone on meanwhile stays where they went.
    if (done?.ids[0] !== undefined && addressNow() === from) open(done.ids[0]);
  };
  const update = (of: RecordDoc): void => {
    const changes = setFields(refOf(of), fieldsOfView(whole));
    const from = addressNow();
    void run(edit(...changes)).then((done) => {
      if (done !== undefined && addressNow() === from) open(of.id);
    });
  };
  const canSave = isChanged && !isStrange && !isNewer;
  return (
    <>
      <ViewMenu list={list} onRename={() => setNaming('rename')} />
      {canSave && saved !== undefined && (
        <Button size="compact-sm" variant="default" onClick={() => update(saved)}>
          <Trans>Save changes</Trans>
        </Button>
      )}
      {canSave && (
        <Button size="compact-sm" variant="default" onClick={() => setNaming('new')}>
          {saved === undefined ? <Trans>Save view</Trans> : <Trans>Save as</Trans>}
        </Button>
      )}
      {isChanged && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => open(saved?.id ?? list.ready?.id)}
        >
          <Trans>Reset</Trans>
        </Button>
      )}
      {naming !== undefined && (
        <NameView
          naming={naming}
          before={naming === 'rename' ? (saved?.name ?? '') : ''}
          onSave={(name, scope) => void save(name, scope)}
          onClose={() => setNaming(undefined)}
        />
      )}
    </>
  );
}

/** A long name is read whole, with what hangs below its last line. */
const wrapped = {
  whiteSpace: 'normal',
  overflowWrap: 'anywhere',
  textAlign: 'start',
  lineHeight: 1.4,
} as const;

type ViewButtonProps = {
  isOpen: boolean;
  isChanged: boolean;
  isPrivate?: boolean;
  onOpen: () => void;
  children: ReactNode;
};

const ViewButton = ({ isOpen, isChanged, isPrivate, onOpen, children }: ViewButtonProps) => (
  <Button
    size="compact-sm"
    variant={isOpen ? 'light' : 'subtle'}
    aria-current={isOpen ? 'true' : undefined}
    h="auto"
    mih={26}
    styles={{ label: wrapped }}
    {...(isOpen ? {} : { color: 'gray' })}
    {...(isPrivate === true ? { leftSection: <IconLock size={12} aria-label={t`Private`} /> } : {})}
    {...(isChanged
      ? { rightSection: <span className="view-dot" role="img" aria-label={t`Changed`} /> }
      : {})}
    onClick={onOpen}
  >
    {children}
  </Button>
);
