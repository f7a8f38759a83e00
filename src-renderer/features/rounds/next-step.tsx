// What to do with somebody, from the ladder of Today, in words.

import { t } from '@lingui/core/macro';
import { Text } from '@mantine/core';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { RoundEach } from '../../../src-shared/domain/round.ts';
import { useInTouch } from '../../data/use-in-touch.ts';
import { useTodayOf } from '../../data/use-today-of.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { leftWords, reasonWords } from '../../ui/today-words.ts';
import { useDates } from '../../ui/when.tsx';

/** So many reasons are said. */
const mostSaid = 3;

export function NextStep({ doc, each }: { doc: RecordDoc; each: RoundEach }) {
  const rows = useTodayOf(doc.id);
  const dates = useDates();
  const name = nameOrNone(doc);
  if (rows === undefined) return <Text size="sm">…</Text>;
  if (rows.length === 0) return <Usual doc={doc} each={each} />;
  return (
    <ul className="plain-list" aria-label={t`Suggested next step`}>
      {rows.slice(0, mostSaid).map((row, at) => (
        <li key={row.key}>
          <Text size="sm" fw={at === 0 ? 600 : 400} dir="auto">
            {reasonWords(row.reason, name, dates)}
          </Text>
          <Text size="xs" className="dim">
            {leftWords(row.left, dates)}
          </Text>
        </li>
      ))}
    </ul>
  );
}

/** Nothing is due. */
function Usual({ doc, each }: { doc: RecordDoc; each: RoundEach }) {
  const inTouch = useInTouch(doc.id);
  const { date } = useDates();
  if (inTouch === undefined) return <Text size="sm">…</Text>;
  const { lastAt, rhythm } = inTouch;
  const last = lastAt === undefined ? '' : date(lastAt);
  const due = rhythm === undefined ? '' : date(Date.parse(`${rhythm.due}T12:00:00`));
  return (
    <Text size="sm">
      {last === ''
        ? t`Nobody has been in touch yet: begin with a word of who you are.`
        : due === ''
          ? doWords(each, last)
          : t`Last in touch on ${last}; meant to be again by ${due}.`}
    </Text>
  );
}

function doWords(each: RoundEach, last: string): string {
  switch (each) {
    case 'look':
      return t`Nothing is waiting. Last in touch on ${last}.`;
    case 'call':
      return t`Nothing is waiting: call and ask how things are. Last in touch on ${last}.`;
    case 'write':
      return t`Nothing is waiting: a few lines are enough. Last in touch on ${last}.`;
    case 'visit':
      return t`Nothing is waiting: see them and ask how things are. Last in touch on ${last}.`;
  }
}
