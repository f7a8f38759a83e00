// Promises one below the other, on the page of whom they are with. One that has the focus
// takes the keys.

import { t } from '@lingui/core/macro';
import { Box, Group, Text } from '@mantine/core';

import { dueOf } from '../../../src-shared/domain/promise-due.ts';
import { sideOf } from '../../../src-shared/domain/promise.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { type Clock, movesOf, standingOf } from '../../../src-shared/query/promise-standing.ts';
import { useParties } from '../../data/use-parties.ts';
import { useChangedKeys } from '../../data/use-changed-keys.ts';
import { Unbroken } from '../../ui/broken.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { MadeIn } from './made-in.tsx';
import { takeKey } from './promise-actions.ts';
import { Parties, partiesOf, partyIds, PromiseButtons, StandingText } from './promise-bits.tsx';
import { useDueWords } from './promise-words.ts';
import type { PromiseActs } from './use-promise-acts.tsx';

type Props = {
  label: string;
  promises: readonly RecordDoc[];
  /** Whose page it is, under all their ids. */
  own: readonly string[];
  clock: Clock;
  acts: PromiseActs;
};

export function PromiseList({ label, promises, own, clock, acts }: Props) {
  const known = useParties([...new Set(promises.flatMap(partyIds))]);
  return (
    <ul className="plain-list" aria-label={label}>
      {promises.map((doc) => (
        <Unbroken key={doc.id} of={doc}>
          <Row
            doc={doc}
            others={partiesOf(doc, known).filter(({ id }) => !own.includes(id))}
            clock={clock}
            acts={acts}
          />
        </Unbroken>
      ))}
    </ul>
  );
}

type RowProps = Pick<Props, 'clock' | 'acts'> & { doc: RecordDoc; others: readonly RecordDoc[] };

function Row({ doc, others, clock, acts }: RowProps) {
  const changed = useChangedKeys();
  const dueWords = useDueWords();
  const context = acts.of(doc);
  const standing = standingOf(doc, clock);
  const due = dueOf(doc);
  const moves = movesOf(doc);
  const last = moves.at(-1);
  const member = doc.fields['member'];
  return (
    <Box
      component="li"
      tabIndex={0}
      className="promise"
      aria-label={nameOrNone(doc)}
      onKeyDown={(event) => takeKey(event, context, changed)}
    >
      <Group gap="xs" wrap="nowrap" align="start">
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            <bdi>{nameOrNone(doc)}</bdi>
          </Text>
          <Text size="xs" className="dim">
            {sideOf(doc) === 'theirs' ? t`They owe us` : t`We owe`}
            {due !== undefined && (
              <>
                {' · '}
                {dueWords(due, clock)}
              </>
            )}
            {typeof member === 'string' && (
              <>
                {' · '}
                <bdi>{member}</bdi>
              </>
            )}
            <MadeIn doc={doc} />
            {others.length > 0 && (
              <>
                {' · '}
                <Parties parties={others} />
              </>
            )}
          </Text>
          {last?.from !== undefined && (
            <Text size="xs" className="dim" dir="auto">
              {last.isAgreed
                ? t`Moved from ${dueWords(last.from, clock)}, agreed with them: ${last.why}`
                : t`Moved from ${dueWords(last.from, clock)}: ${last.why}`}
            </Text>
          )}
        </div>
        <Text size="xs">
          <StandingText standing={standing} />
        </Text>
        <PromiseButtons context={context} />
      </Group>
    </Box>
  );
}
