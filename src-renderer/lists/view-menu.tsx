// What can be done with the view that is open, and which of those that come with Rapport
// stand above the list.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { create } from '../../src-shared/records/intents/edits.ts';
import { askToStartRound } from '../data/asked.ts';
import { refOf } from '../data/ref-of.ts';
import { useIsInTeam } from '../data/team-rest.tsx';
import { useCommand } from '../data/use-command.tsx';
import { ListOnDay } from './list-on-day.tsx';
import { doublesId } from './ready-views.ts';
import { SaveAsBucket } from './save-as-bucket.tsx';
import { useHiddenViews } from './use-hidden-views.ts';
import type { ListView } from './use-list-view.ts';

type Props = { list: ListView; onRename: () => void };

export function ViewMenu({ list, onRename }: Props) {
  const run = useCommand();
  const hidden = useHiddenViews();
  const isInTeam = useIsInTeam();
  const { kind, view, saved, ready, isStrange, isNewer, open } = list;
  const [isSaving, bucket] = useDisclosure(false);
  const [isPast, past] = useDisclosure(false);
  const remove = (of: RecordDoc): void =>
    void run({ type: 'trash', refs: [refOf(of)] }).then((done) => done && open(undefined));
  /** The team gets one of its own: what was private leaves no trace there. */
  const share = async (of: RecordDoc): Promise<void> => {
    const done = await run(create({ kind: 'view', fields: of.fields, scope: 'team' }));
    const [id] = done?.ids ?? [];
    if (id === undefined) return;
    await run({ type: 'trash', refs: [refOf(of)] }, { quiet: true });
    open(id);
  };
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t`This view`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {kind.of === 'people' && !isStrange && !isNewer && (
            <>
              <RoundOfThese list={list} />
              <Menu.Item onClick={bucket.open}>
                <Trans>Save as a smart bucket</Trans>
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          {kind.of !== 'moments' && <AsItWas onOpen={past.open} />}
          {saved !== undefined && (
            <>
              <Menu.Item onClick={onRename}>
                <Trans>Rename</Trans>
              </Menu.Item>
              {isInTeam && saved.scope === 'private' && (
                <Menu.Item onClick={() => void share(saved)}>
                  <Trans>Share with the team</Trans>
                </Menu.Item>
              )}
              <Menu.Item color="red" onClick={() => remove(saved)}>
                <Trans>Delete view</Trans>
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          {ready !== undefined && (
            <>
              <Menu.Item
                color="red"
                onClick={() => {
                  hidden.set(ready.id, true);
                  open(undefined);
                }}
              >
                <Trans>Delete view</Trans>
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          <ReadyOnes list={list} />
        </Menu.Dropdown>
      </Menu>
      {isPast && kind.of !== 'moments' && (
        <ListOnDay of={kind.of} kind={kind.kind} onClose={past.close} />
      )}
      {isSaving && <SaveAsBucket conditions={view.conditions} onClose={bucket.close} />}
    </>
  );
}

/** Goes round to everybody whom the list shows. */
function RoundOfThese({ list: { view, saved, ready } }: Pick<Props, 'list'>) {
  return (
    <Menu.Item
      onClick={() =>
        askToStartRound({
          view,
          name: saved?.name ?? ready?.name ?? '',
          isPrivate: saved?.scope === 'private',
        })
      }
    >
      <Trans>Start a round</Trans>
    </Menu.Item>
  );
}

function AsItWas({ onOpen }: { onOpen: () => void }) {
  return (
    <>
      <Menu.Item onClick={onOpen}>
        <Trans>As it was on a day</Trans>
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}

/** Which of those that come with Rapport stand above the list. */
function ReadyOnes({ list: { kind, ready, open } }: Pick<Props, 'list'>) {
  const hidden = useHiddenViews();
  return (
    <>
      <Menu.Label>
        <Trans>Views that come with Rapport</Trans>
      </Menu.Label>
      {[
        ...kind.ready(),
        ...(kind.of === 'people' ? [{ id: doublesId, name: t`Possible duplicates` }] : []),
      ].map(({ id, name }) => (
        <Menu.CheckboxItem
          key={id}
          checked={!hidden.has(id)}
          onChange={(isShown) => {
            hidden.set(id, !isShown);
            if (ready?.id === id) open(undefined);
          }}
        >
          {name}
        </Menu.CheckboxItem>
      ))}
    </>
  );
}
