// Picks the other record of the same person, organisation or community and shows what the one who stays takes over.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';

import type { SearchHit } from '../../../src-shared/bridge/host-types.ts';
import { mergeableOf } from '../../../src-shared/domain/merging.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { mergeInto } from '../../../src-shared/records/intents/merge-chosen.ts';
import type { Command } from '../../../src-shared/records/command.ts';
import { useRecord } from '../../data/use-records.ts';
import { useApart } from '../../data/use-apart.ts';
import { useSearch } from '../../data/use-search.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Face } from '../../ui/face.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { MergeChoice } from '../../ui/merge-choice.tsx';
import { NamedApart } from '../../ui/named-apart.tsx';
import type { OpenDialog } from '../../ui/record-actions.tsx';

const mostOffered = 8;
/** Groups of other kinds are found, too. */
const mostSearched = 50;

export const MergeDialog: OpenDialog = ({ context: { doc: keep, run }, onClose }) => {
  const [text, setText] = useState(keep.name);
  const [chosen, setChosen] = useState<string>();
  const of = mergeableOf(keep);
  const isPerson = keep.kind === 'person';
  const found = useSearch(text, of, isPerson ? mostOffered + 1 : mostSearched);
  const hits = (found?.hits ?? [])
    .filter(({ id, kind }) => id !== keep.id && kind === keep.kind)
    .slice(0, mostOffered);
  const gone = useRecord(of, chosen);
  const [isChoosing, setChoosing] = useState(false);
  const runOut = (command: Command): void => {
    void run(command).then((done) => done !== undefined && onClose());
  };
  if (isChoosing && gone !== undefined && gone !== null)
    return (
      <MergeChoice
        docs={[keep, gone]}
        keep={keep.id}
        merge={runOut}
        notTheSame={() => runOut({ type: 'judge', pairs: [[keep.id, gone.id]], says: 'distinct' })}
        onClose={() => setChoosing(false)}
      />
    );
  return (
    <Dialog onClose={onClose} title={titleOf(keep.kind)} size="lg">
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            <bdi>{keep.name}</bdi> stays and takes over what it lacks. Nothing is thrown away: the
            two can be taken apart again at any time.
          </Trans>
        </Text>
        <TextInput
          label={t`Find the other one`}
          type="search"
          value={text}
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Hits hits={hits} chosen={chosen} choose={setChosen} isPerson={isPerson} />
        {gone !== undefined && gone !== null && <Comparison keep={keep} gone={gone} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            variant="default"
            disabled={gone === undefined || gone === null}
            onClick={() => setChoosing(true)}
          >
            <Trans>Choose what stays</Trans>
          </Button>
          <Button
            disabled={gone === undefined || gone === null}
            onClick={() => {
              if (gone !== undefined && gone !== null) runOut(mergeInto(keep, [gone]));
            }}
          >
            <Trans>Merge</Trans>
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
};

type HitsProps = {
  hits: readonly SearchHit[];
  chosen: string | undefined;
  choose: (id: string) => void;
  isPerson: boolean;
};

function Hits({ hits, chosen, choose, isPerson }: HitsProps) {
  const apart = useApart(hits.map(({ id }) => id));
  return (
    <Stack gap={2} role="group" aria-label={isPerson ? t`People found` : t`Found`}>
      {hits.map((hit) => (
        <UnstyledButton
          key={hit.id}
          p={8}
          className="grid-row"
          data-selected={hit.id === chosen ? true : undefined}
          aria-pressed={hit.id === chosen}
          onClick={() => choose(hit.id)}
        >
          <NamedApart name={nameOrNone(hit)} apart={apart(hit.id)} />
        </UnstyledButton>
      ))}
      {hits.length === 0 && (
        <Text size="sm" className="dim">
          {isPerson ? (
            <Trans>Nobody else by that name.</Trans>
          ) : (
            <Trans>There is no other one by that name.</Trans>
          )}
        </Text>
      )}
    </Stack>
  );
}

const titleOf = (kind: string): string =>
  kind === 'person'
    ? t`Merge with another person`
    : kind === 'organisation'
      ? t`Merge with another organisation`
      : t`Merge with another community`;

function Comparison({ keep, gone }: { keep: RecordDoc; gone: RecordDoc }) {
  return (
    <Group grow align="start">
      {[keep, gone].map((doc, at) => (
        <Stack key={doc.id} gap={2}>
          <Group gap="xs">
            <Face doc={doc} />
            <Text size="sm" fw={600}>
              {at === 0 ? (
                <Trans>
                  Stays: <bdi>{doc.name}</bdi>
                </Trans>
              ) : (
                <Trans>
                  Joins: <bdi>{doc.name}</bdi>
                </Trans>
              )}
            </Text>
          </Group>
          {['emails', 'phones', 'links']
            .flatMap((set) => doc.sets[set] ?? [])
            .map((item) => (
              <Text key={`${doc.id}${item.id}${item.value}`} size="sm" className="dim">
                {item.value}
              </Text>
            ))}
        </Stack>
      ))}
    </Group>
  );
}
