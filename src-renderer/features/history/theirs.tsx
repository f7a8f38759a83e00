// Which records a teammate touched since one looked last. How often each was changed opens to
// the changes.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';

import type { TheirRecord } from '../../../src-shared/bridge/history-types.ts';
import { useHistory } from '../../data/use-history.ts';
import { useRecord } from '../../data/use-records.ts';
import { labelOf, pathOf } from '../../kinds/kinds.ts';
import { goneWords, touchedName } from '../../kinds/touched.tsx';
import { ChangeLine } from './change-line.tsx';
import { readsSame } from './parts-apart.ts';
import { WhoWhen } from './who-when.tsx';

const atFirst = 5;
const most = 500;

type Props = { since: number; device: string };

export function Theirs({ since, device, name }: Props & { name: string }) {
  const [limit, setLimit] = useState(atFirst);
  const told = useHistory('history.theirs', { since, device, limit });
  const [kept, setKept] = useState(told);
  // What is shown stays while more is on the way.
  if (told !== undefined && told !== kept) setKept(told);
  const shown = told ?? kept;
  if (shown === undefined) return null;
  const left = shown.total - shown.records.length;
  return (
    <>
      <ul className="plain-list their-records" aria-label={t`What ${name} touched`}>
        {shown.records.map((record) => (
          <Their key={record.id} record={record} since={since} device={device} />
        ))}
      </ul>
      {left > 0 && limit < most && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => setLimit(Math.min(most, limit * 5))}
        >
          {plural(left, { one: 'Show # more', other: 'Show # more' })}
        </Button>
      )}
      {left > 0 && limit >= most && (
        <Text size="xs" className="dim">
          {plural(left, { one: '# more in the list below', other: '# more in the list below' })}
        </Text>
      )}
    </>
  );
}

function Their({ record, since, device }: Props & { record: TheirRecord }) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const { kind, id, status, isMade, times, on } = record;
  const isThere = status === 'live' || status === 'merged';
  const name = touchedName(record);
  const changes = plural(times, { one: '# change', other: '# changes' });
  return (
    <li>
      <Text size="sm" component="div">
        {isThere ? (
          <Anchor inherit href={`#${pathOf({ kind, id, on })}`}>
            <bdi>{name}</bdi>
          </Anchor>
        ) : (
          <bdi>{name}</bdi>
        )}{' '}
        <Text span inherit className="dim">
          {labelOf(kind)}
          {isMade ? ` · ${t`added`}` : ''}
          {isThere ? '' : ` · ${goneWords(status)}`}
        </Text>{' '}
        {times > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-expanded={isOpen}
            aria-label={t`${changes}: ${name}`}
            onClick={toggle}
          >
            {changes}
          </Button>
        )}
      </Text>
      {isOpen && <Lines record={record} since={since} device={device} />}
    </li>
  );
}

function Lines({ record, since, device }: Props & { record: TheirRecord }) {
  const doc = useRecord(record.collection, record.id);
  const history = useHistory('history.of', { id: record.id, limit: most });
  if (doc === undefined || doc === null || history === undefined) return null;
  const lines = history.lines.filter(({ action }) => action.n > since && action.device === device);
  return (
    <Stack component="ol" gap="xs" className="plain-list their-changes">
      {lines.map(({ n, action, row, changes }) => {
        const shown = changes.filter((change) => !readsSame(change));
        return (
          <li key={n}>
            <WhoWhen action={action} row={row} />
            {shown.map((change) => (
              <ChangeLine key={change.what} doc={doc} change={change} isUndone={action.isUndone} />
            ))}
            {shown.length === 0 && (
              <Text size="sm" className="dim">
                <Trans>Reads as before.</Trans>
              </Text>
            )}
          </li>
        );
      })}
    </Stack>
  );
}
