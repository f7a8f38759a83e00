// All that are certain in one step, after a look at who joins whom; each can be left out.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';

import type { DoublesCluster } from '../../../src-shared/bridge/host-types.ts';
import type { Mergeable } from '../../../src-shared/domain/merging.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { showRemark, useCommand } from '../../data/use-command.tsx';
import { leftOutWords } from '../../words/outcome-words.ts';
import { useRecordsById } from '../../data/use-records.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { commaWords } from '../../words/in-language.ts';
import { whoStays } from './who-stays.ts';
import { whoWords } from './who-words.ts';

type Props = {
  clusters: readonly DoublesCluster[];
  /** Who was touched by it. */
  onDone: (ids: ReadonlySet<string>) => void;
};

export function MergeAll(props: Props) {
  const [isOpen, modal] = useDisclosure(false);
  const count = props.clusters.reduce((sum, { ids }) => sum + ids.length - 1, 0);
  return (
    <>
      <Button size="xs" variant="default" onClick={modal.open}>
        <Trans>Merge all certain ({count})</Trans>
      </Button>
      {isOpen && <MergeAllDialog {...props} onClose={modal.close} />}
    </>
  );
}

type Joining = { keep: RecordDoc; gone: RecordDoc[] };

/** So many are drawn at first, and with each "more". */
const shownAtOnce = 50;

function MergeAllDialog({ clusters, onDone, onClose }: Props & { onClose: () => void }) {
  const run = useCommand();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(shownAtOnce);
  const [isBusy, setBusy] = useState(false);
  const idsIn = (wanted: Mergeable): string[] =>
    clusters.flatMap(({ of, ids }) => (of === wanted ? ids : []));
  const records = {
    people: useRecordsById('people', idsIn('people')),
    groups: useRecordsById('groups', idsIn('groups')),
  };
  const all = clusters.flatMap(({ of, ids, linked }) =>
    joiningOf(
      ids.flatMap((id) => records[of].get(id) ?? []),
      linked,
    ),
  );
  const chosen = all.filter(({ keep }) => !leftOut.has(keep.id));
  const count = chosen.reduce((sum, { gone }) => sum + gone.length, 0);
  const hidden = all.length - shown;
  const toggle = (id: string): void => {
    const next = new Set(leftOut);
    if (!next.delete(id)) next.add(id);
    setLeftOut(next);
  };
  const merge = async (): Promise<void> => {
    setBusy(true);
    const merges = chosen.map(({ keep, gone }) => ({
      keep: keep.id,
      gone: gone.map(({ id }) => id),
    }));
    const done = await run({ type: 'merge-many', merges });
    setBusy(false);
    if (done === undefined) return;
    if (done.count === 0) showRemark(leftOutWords(done.left));
    onDone(new Set(done.ids));
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={t`Merge all certain doubles`} size="lg">
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            Whoever stays takes over what they lack. It is one step that one undo takes back, and
            every one of them can be taken apart by itself later.
          </Trans>
        </Text>
        <Stack component="ul" gap="xs" className="plain-list" aria-label={t`Who joins whom`}>
          {all.slice(0, shown).map((joining) => (
            <li key={joining.keep.id}>
              <Checkbox
                size="sm"
                checked={!leftOut.has(joining.keep.id)}
                onChange={() => toggle(joining.keep.id)}
                label={joiningWords(joining)}
                styles={{ label: { overflowWrap: 'anywhere' } }}
              />
            </li>
          ))}
        </Stack>
        <More hidden={hidden} show={() => setShown(shown + shownAtOnce)} />
        <Group justify="end">
          <Button variant="default" onClick={onClose} data-autofocus>
            <Trans>Cancel</Trans>
          </Button>
          <Button disabled={count === 0} loading={isBusy} onClick={() => void merge()}>
            {plural(count, { one: 'Merge # record', other: 'Merge # records' })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

const More = ({ hidden, show }: { hidden: number; show: () => void }) =>
  hidden > 0 && (
    <Group>
      <Button size="compact-sm" variant="subtle" onClick={show}>
        {plural(hidden, { one: 'and # more', other: 'and # more' })}
      </Button>
    </Group>
  );

/** None where only one is left meanwhile. */
function joiningOf(docs: readonly RecordDoc[], linked: DoublesCluster['linked']): Joining[] {
  const live = docs.filter(({ status }) => status === 'live');
  if (live.length < 2) return [];
  const keep = whoStays(live, linked);
  return [{ keep, gone: live.filter((doc) => doc !== keep) }];
}

function joiningWords({ keep, gone }: Joining): string {
  const [joining, staying] = [commaWords(gone.map(whoWords)), whoWords(keep)];
  return plural(gone.length, {
    one: `${joining} joins ${staying}`,
    other: `${joining} join ${staying}`,
  });
}
