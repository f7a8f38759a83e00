// People who may be one, and organisations: the surest first, each with what speaks for it. Merged or told
// apart one after the other, by keys too.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group, Progress, Text, Title } from '@mantine/core';
import { useState } from 'react';

import type { DoublesCluster, DoublesFound } from '../../../src-shared/bridge/host-types.ts';
import type { Band } from '../../../src-shared/duplicates/measure.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { ListOf } from '../../data/use-around.ts';
import { useRecordsById } from '../../data/use-records.ts';
import { openInList } from '../../ui/list-walk.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { useKeptLimit } from '../../ui/use-kept.ts';
import { bands, cardsAtOnce, cardsShown, inOrder } from './cards-shown.ts';
import { ClusterCard } from './cluster-card.tsx';
import { MergeAll } from './merge-all.tsx';
import { ToldApart } from './told-apart.tsx';
import { useDoubles } from './use-doubles.ts';

export function DoublesPage() {
  const { found, part, lookAgain } = useDoubles();
  return (
    <Page
      title={t`Possible doubles`}
      actions={
        <Button variant="default" disabled={found === undefined} onClick={lookAgain}>
          <Trans>Look again</Trans>
        </Button>
      }
    >
      {found === undefined ? (
        <>
          <Text size="sm" mb="xs">
            <Trans>Comparing everybody with everybody …</Trans>
          </Text>
          <Progress value={part * 100} aria-label={t`Looking for doubles`} />
        </>
      ) : (
        <Found found={found} />
      )}
      <Text size="sm" className="dim" mt="md">
        <Trans>
          Names in capitals or small letters only? Tick people in{' '}
          <Anchor inherit underline="always" href="#/people">
            the list
          </Anchor>
          , choose Edit and “Write names with capitals where they belong”: you see each before it is
          done.
        </Trans>
      </Text>
      <ToldApart onOpened={lookAgain} />
    </Page>
  );
}

const keyOf = ({ ids }: DoublesCluster): string => ids.toSorted().join(' ');

function Found({ found }: { found: DoublesFound }) {
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string>();
  const [limit, setLimit] = useKeptLimit('doubles', cardsAtOnce);
  const open = inOrder(found.clusters.filter((cluster) => !done.has(keyOf(cluster))));
  if (open.length === 0)
    return (
      <EmptyState
        title={t`No doubles`}
        text={plural(found.looked, {
          one: '# record was looked at: there is nothing to compare it with.',
          other: '# people and organisations were compared, and none looks like another.',
        })}
      />
    );
  const currentKey = current ?? keyOf(open[0] as DoublesCluster);
  const at = open.findIndex((cluster) => keyOf(cluster) === currentKey);
  const shown = cardsShown(open, limit, at);
  const move = (step: number): void => {
    const next = open[Math.min(open.length - 1, Math.max(0, at + step))];
    if (next !== undefined) setCurrent(keyOf(next));
  };
  const openOne = (doc: RecordDoc): void => {
    const of = doc.kind === 'person' ? 'people' : 'groups';
    const ids = [...new Set(open.flatMap((one) => (one.of === of ? one.ids : [])))];
    const list = { by: 'ids' as const, of, ids } satisfies ListOf;
    const name = t`Possible doubles`;
    openInList(doc.id, ids.indexOf(doc.id), { list, of: name, pages: `/${of}`, name });
  };
  const noteMerged = (ids: ReadonlySet<string>): void => {
    const merged = open.filter((cluster) => cluster.ids.filter((id) => !ids.has(id)).length < 2);
    setDone((before) => new Set([...before, ...merged.map(keyOf)]));
  };
  return (
    <>
      <HowToDecide looked={found.looked} />
      {bands.map((band) => {
        const some = open.filter((cluster) => cluster.band === band);
        if (some.length === 0) return null;
        return (
          <section key={band} aria-label={bandWords(band)}>
            <Group justify="space-between" mb="xs">
              <Title order={2} size="h5">
                {bandWords(band)} <span className="dim">{some.length}</span>
              </Title>
              {band === 'certain' && <MergeAll clusters={some} onDone={noteMerged} />}
            </Group>
            <ul className="plain-list">
              {shown
                .filter((cluster) => cluster.band === band)
                .map((cluster) => (
                  <Live
                    key={keyOf(cluster)}
                    cluster={cluster}
                    isCurrent={keyOf(cluster) === currentKey}
                    choose={() => setCurrent(keyOf(cluster))}
                    move={move}
                    onOpen={openOne}
                    onDone={() => setDone((before) => new Set(before).add(keyOf(cluster)))}
                  />
                ))}
            </ul>
          </section>
        );
      })}
      {shown.length < open.length && (
        <Button variant="subtle" onClick={() => setLimit(shown.length + cardsAtOnce)}>
          <Trans>Show more</Trans>
        </Button>
      )}
      {found.count > found.clusters.length && shown.length === open.length && (
        <Text size="sm" className="dim">
          <Trans>There are more: look again when these are decided.</Trans>
        </Text>
      )}
    </>
  );
}

const HowToDecide = ({ looked }: { looked: number }) => (
  <Text size="sm" mb="sm">
    {plural(looked, {
      one: '# record was compared.',
      other: '# people and organisations were compared.',
    })}{' '}
    <Trans>
      Nothing is merged by itself, and every merge can be taken apart again. Keys: 1 to 9 choose who
      stays, Enter merges, C compares value by value, N says that they are different, the arrows
      move.
    </Trans>
  </Text>
);

type LiveProps = {
  cluster: DoublesCluster;
  isCurrent: boolean;
  choose: () => void;
  move: (step: number) => void;
  onDone: () => void;
  onOpen: (doc: RecordDoc) => void;
};

/** What was merged or put into the trash since is no part of it any more. */
function Live({ cluster, ...rest }: LiveProps) {
  const records = useRecordsById(cluster.of, cluster.ids);
  const docs = cluster.ids.flatMap((id) => records.get(id) ?? []);
  const live = docs.filter(({ status }) => status === 'live');
  return live.length < 2 ? null : <ClusterCard cluster={cluster} docs={live} {...rest} />;
}

const bandWords = (band: Band): string =>
  band === 'certain' ? t`Certain` : band === 'likely' ? t`Likely` : t`Possible`;
