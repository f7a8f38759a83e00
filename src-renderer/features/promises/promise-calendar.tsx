// Promises on the days on which they are due, a month at a time.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';

import { dueOf, lastDayOf } from '../../../src-shared/domain/promise-due.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { addTo, dayOfTime, spanAround } from '../../../src-shared/query/calendar.ts';
import { type Clock, standingOf } from '../../../src-shared/query/promise-standing.ts';
import { weekStartNow } from '../../data/asking-views.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { localeNow } from '../../words/language.ts';
import { partiesOf } from './promise-bits.tsx';

type Props = {
  docs: readonly RecordDoc[];
  known: ReadonlyMap<string, RecordDoc>;
  clock: Clock;
  /** YYYY-MM; undefined: this one. */
  month: string | undefined;
  onMonth: (month: string | undefined) => void;
  onOpen: (doc: RecordDoc) => void;
};

export function PromiseCalendar({ docs, known, clock, month, onMonth, onOpen }: Props) {
  const today = dayOfTime(clock.now, clock.zone);
  const shown = month ?? today.slice(0, 7);
  const byDay = Map.groupBy(docs, (doc) => {
    const due = dueOf(doc);
    return due === undefined ? '' : lastDayOf(due);
  });
  const step = (by: number) => (): void => onMonth(addTo(`${shown}-01`, by, 'month').slice(0, 7));
  const name = formatted(`${shown}-01`, { month: 'long', year: 'numeric' });
  const undated = byDay.get('')?.length ?? 0;
  return (
    <>
      <Group gap="xs" mb="xs">
        <ActionIcon variant="default" aria-label={t`Earlier month`} onClick={step(-1)}>
          <IconChevronLeft size={16} className="flips" />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t`Later month`} onClick={step(1)}>
          <IconChevronRight size={16} className="flips" />
        </ActionIcon>
        <Text fw={600}>{name}</Text>
        {shown !== today.slice(0, 7) && (
          <Button size="compact-sm" variant="subtle" onClick={() => onMonth(undefined)}>
            <Trans>This month</Trans>
          </Button>
        )}
        {undated > 0 && (
          <Text size="sm" className="dim">
            <Trans>Without a date: {undated}</Trans>
          </Text>
        )}
      </Group>
      <div className="month-scroll">
        <table className="month" aria-label={t`Promises in ${name}`}>
          <thead>
            <tr>
              {(weeksOf(shown)[0] ?? []).map((day) => (
                <th key={day} scope="col">
                  {formatted(day, { weekday: 'short' })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(shown).map((week) => (
              <tr key={week[0]}>
                {week.map((day) => (
                  <td
                    key={day}
                    data-outside={!day.startsWith(shown) || undefined}
                    aria-current={day === today ? 'date' : undefined}
                  >
                    <div className="month-day">{formatted(day, { day: 'numeric' })}</div>
                    {(byDay.get(day) ?? []).map((doc) => (
                      <Entry key={doc.id} doc={doc} known={known} clock={clock} onOpen={onOpen} />
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type EntryProps = Pick<Props, 'known' | 'clock' | 'onOpen'> & { doc: RecordDoc };

function Entry({ doc, known, clock, onOpen }: EntryProps) {
  const whom = partiesOf(doc, known).map(nameOrNone)[0];
  const text = nameOrNone(doc);
  return (
    <button
      type="button"
      className="month-entry"
      data-late={standingOf(doc, clock).isOverdue || undefined}
      dir="auto"
      onClick={() => onOpen(doc)}
    >
      {whom === undefined ? text : t`${text} (${whom})`}
    </button>
  );
}

/** Whole weeks, as the reader's begin. */
function weeksOf(month: string): string[][] {
  const last = addTo(addTo(`${month}-01`, 1, 'month'), -1, 'day');
  const weekStart = weekStartNow();
  const weeks: string[][] = [];
  let { from } = spanAround(`${month}-01`, 'week', weekStart);
  while (from <= last) {
    const first = from;
    weeks.push(Array.from({ length: 7 }, (_, at) => addTo(first, at, 'day')));
    from = addTo(from, 7, 'day');
  }
  return weeks;
}

const formatted = (day: string, format: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(localeNow(), { ...format, timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
