// Said at the top of a person's or group's page, before anything is done with them: what we owe
// them and what they owe us.

import { plural, t } from '@lingui/core/macro';
import { Stack, Text } from '@mantine/core';

import { dueOf } from '../../../src-shared/domain/promise-due.ts';
import type { PromiseSide } from '../../../src-shared/domain/promise.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { type Clock, standingOf } from '../../../src-shared/query/promise-standing.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { standingWords, useDueWords } from './promise-words.ts';
import { ofSide, useOwnPromises } from './use-own-promises.ts';

/** So many are said by name. */
const mostNamed = 3;

export function PromisesTop({ doc }: { doc: RecordDoc }) {
  const promises = useOwnPromises(doc);
  if (doc.status !== 'live' || promises === undefined || promises.open.length === 0) return null;
  const { open, clock } = promises;
  return (
    <Stack gap={2}>
      <Line side="ours" promises={ofSide(open, 'ours')} clock={clock} />
      <Line side="theirs" promises={ofSide(open, 'theirs')} clock={clock} />
    </Stack>
  );
}

type LineProps = { side: PromiseSide; promises: readonly RecordDoc[]; clock: Clock };

function Line({ side, promises, clock }: LineProps) {
  const dueWords = useDueWords();
  if (promises.length === 0) return null;
  const words = (doc: RecordDoc): string => {
    const due = dueOf(doc);
    const late = standingWords(standingOf(doc, clock));
    const name = nameOrNone(doc);
    if (due === undefined) return name;
    const until = dueWords(due, clock);
    return late === '' ? t`${name}, ${until}` : t`${name}, ${until} (${late})`;
  };
  const named = promises.slice(0, mostNamed).map(words).join(' · ');
  const more = promises.length - mostNamed;
  const isLate = promises.some((doc) => standingOf(doc, clock).isOverdue);
  return (
    <Text size="sm" fw={isLate ? 600 : 400} style={{ overflowWrap: 'anywhere' }}>
      {side === 'ours' ? t`We owe them: ${named}` : t`They owe us: ${named}`}
      {more > 0 && <> {plural(more, { one: 'and # more', other: 'and # more' })}</>}
    </Text>
  );
}
