// Pairs of whom somebody said that they are not the same, and the way back.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group, Text } from '@mantine/core';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { tellsApart } from '../../../src-shared/domain/verdict.ts';
import { verdicts } from '../../data/queries/setup.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useNamed } from '../../data/use-records-in.ts';
import { useRecords } from '../../data/use-records.ts';
import { pathOf } from '../../kinds/kinds.ts';
import { whoWords } from './who-words.ts';

/** The latest of them. */
const mostShown = 2_000;

/** `onOpened`: a pair is to be looked at again. */
export function ToldApart({ onOpened }: { onOpened: () => void }) {
  const told = (useRecords(verdicts(mostShown)) ?? []).filter(tellsApart);
  const records = useNamed(['people', 'groups'], told.flatMap(idsOf));
  const pairs = told.flatMap((doc) => {
    const [one, other] = idsOf(doc).map((id) => records.get(id));
    return one?.status === 'live' && other?.status === 'live' ? [{ doc, one, other }] : [];
  });
  if (pairs.length === 0) return null;
  return (
    <details>
      <summary className="dim">
        {plural(pairs.length, {
          one: 'Decided: # pair is not the same',
          other: 'Decided: # pairs are not the same',
        })}
      </summary>
      <ul className="plain-list" aria-label={t`Pairs that are not the same`}>
        {pairs.map(({ doc, one, other }) => (
          <Pair key={doc.id} one={one} other={other} onOpened={onOpened} />
        ))}
      </ul>
    </details>
  );
}

type PairProps = { one: RecordDoc; other: RecordDoc; onOpened: () => void };

function Pair({ one, other, onOpened }: PairProps) {
  const run = useCommand();
  const open = async (): Promise<void> => {
    const pairs: [string, string][] = [[one.id, other.id]];
    if ((await run({ type: 'judge', pairs, says: 'open' })) !== undefined) onOpened();
  };
  const [name, otherName] = [whoWords(one), whoWords(other)];
  return (
    <li>
      <Group gap="xs" justify="space-between">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          <Trans>
            <Anchor inherit href={`#${pathOf(one)}`}>
              <bdi>{name}</bdi>
            </Anchor>{' '}
            is not{' '}
            <Anchor inherit href={`#${pathOf(other)}`}>
              <bdi>{otherName}</bdi>
            </Anchor>
          </Trans>
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t`They may be the same after all: ${name} and ${otherName}`}
          onClick={() => void open()}
        >
          <Trans>They may be the same after all</Trans>
        </Button>
      </Group>
    </li>
  );
}

const idsOf = ({ fields }: RecordDoc): string[] =>
  [fields['one'], fields['other']].filter((id) => typeof id === 'string');
