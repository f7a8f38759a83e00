// A list as it was at the end of a day: who was in it and what they were called, read only, with
// how far back that is known.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { ListThen, RowThen } from '../../src-shared/bridge/history-types.ts';
import { useHistory } from '../data/use-history.ts';
import { labelOf, pathOf } from '../kinds/kinds.ts';
import { dayOf, endOfDay } from '../ui/day.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useDates } from '../ui/when.tsx';

/** Whoever wants one of more searches for them. */
const most = 500;
const atOnce = 100;

type Props = { of: 'people' | 'groups'; kind: string; onClose: () => void };

export function ListOnDay({ of, kind, onClose }: Props) {
  const [day, setDay] = useState(() => dayOf(Date.now()));
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(atOnce);
  const at = endOfDay(day);
  const asked = at === undefined ? undefined : { collection: of, kind, at, text, limit };
  const told = useHistory('history.list', asked);
  return (
    <Dialog title={t`As it was on a day`} size="lg" keepsDraft onClose={onClose}>
      <Stack>
        <Group align="end">
          <DayInput label={t`At the end of this day`} value={day} onChange={setDay} />
          <TextInput
            label={t`Only names with`}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Group>
        {told !== undefined && at !== undefined && (
          <>
            <Said told={told} at={at} />
            <ul
              className="plain-list"
              style={{ padding: 0, margin: 0 }}
              aria-label={t`On that day`}
            >
              {told.rows.map((row) => (
                <Row key={row.id} row={row} kind={kind} />
              ))}
            </ul>
            {told.rows.length < Math.min(told.total, most) && (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => setLimit(Math.min(most, limit * 5))}
              >
                <Trans>Show more</Trans>
              </Button>
            )}
            {limit === most && told.total > most && (
              <Text size="sm" className="dim">
                {t`Only the first ${most} are listed: search for the others.`}
              </Text>
            )}
          </>
        )}
      </Stack>
    </Dialog>
  );
}

function Said({ told: { total, completeSince }, at }: { told: ListThen; at: number }) {
  const { date } = useDates();
  const day = date(at);
  const since = date(completeSince);
  const count = plural(total, {
    one: `# was in the book at the end of ${day}, as this laptop knew it.`,
    other: `# were in the book at the end of ${day}, as this laptop knew it.`,
  });
  return (
    <Text size="sm" role="status">
      {count}{' '}
      <Trans>
        To read only, and whatever the list is filtered by. What was erased since is not here.
      </Trans>{' '}
      {at < completeSince && (
        <Trans>
          Every change is known since {since}. Of the time before, this shows what is known and may
          be incomplete.
        </Trans>
      )}
    </Text>
  );
}

function Row({ row: { id, name, isOther, status }, kind }: { row: RowThen; kind: string }) {
  const words = <bdi>{name === '' ? labelOf(kind) : name}</bdi>;
  const isThere = status === 'live' || status === 'merged';
  const since = [
    ...(isOther ? [t`called something else now`] : []),
    ...(status === 'merged' ? [t`merged since`] : []),
    ...(status === 'trashed' ? [t`in the trash now`] : []),
    ...(status === 'undone' ? [t`taken back since`] : []),
  ];
  return (
    <li>
      <Text size="sm">
        {isThere ? (
          <Anchor inherit href={`#${pathOf({ kind, id })}`}>
            {words}
          </Anchor>
        ) : (
          words
        )}
        {since.map((one) => (
          <Text span inherit className="dim" key={one}>
            {' · '}
            {one}
          </Text>
        ))}
      </Text>
    </li>
  );
}
