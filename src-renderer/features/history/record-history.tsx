// The history of one record: every change, the newest first, with a way back to what stood
// there before.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';

import type { HistoryLine } from '../../../src-shared/bridge/history-types.ts';
import { isOfMerge } from '../../../src-shared/domain/merging.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { useHistory } from '../../data/use-history.ts';
import { useFieldLabel } from '../../ui/field-words.ts';
import { useProvenance } from '../../ui/provenance.tsx';
import { Section } from '../../ui/section.tsx';
import { useDates } from '../../ui/when.tsx';
import { ChangeLine } from './change-line.tsx';
import { HistoryFilter, isWanted, type Wanted } from './history-filter.tsx';
import { OnDay } from './on-day.tsx';
import { readsSame } from './parts-apart.ts';
import { WhoWhen } from './who-when.tsx';

export function RecordHistory({ doc }: { doc: RecordDoc }) {
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <Section
      title={t`History`}
      isPrinted={false}
      action={
        <Button size="compact-sm" variant="subtle" aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? t`Hide the history` : t`Show the history`}
        </Button>
      }
    >
      {isOpen ? (
        <Shown doc={doc} />
      ) : (
        <Text size="sm" className="dim">
          <Trans>Every change, who made it and when, and what stood there before.</Trans>
        </Text>
      )}
    </Section>
  );
}

const atOnce = 30;

function Shown({ doc }: { doc: RecordDoc }) {
  const [limit, setLimit] = useState(atOnce);
  const [wanted, setWanted] = useState<Wanted>({});
  const [isOnDay, onDay] = useDisclosure(false);
  // A filter looks through all that can be told at once.
  const isNarrow = Object.values(wanted).some((one) => one !== undefined);
  const history = useHistory('history.of', { id: doc.id, limit: isNarrow ? 500 : limit });
  if (history === undefined) return null;
  const lines = history.lines.filter((line) => isWanted(line, wanted));
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end">
        {history.lines.length > 1 ? (
          <HistoryFilter doc={doc} lines={history.lines} wanted={wanted} onChange={setWanted} />
        ) : (
          <span />
        )}
        <Button size="xs" variant="default" onClick={onDay.open}>
          <Trans>As it was on a day</Trans>
        </Button>
      </Group>
      <Stack component="ol" gap="md" p={0} m={0} className="plain-list" aria-label={t`Changes`}>
        {lines.map((line) => (
          <Line key={line.n} doc={doc} line={line} wanted={wanted} />
        ))}
      </Stack>
      {history.isMore && !isNarrow && (
        <Button variant="subtle" size="xs" onClick={() => setLimit(Math.min(500, limit * 4))}>
          <Trans>Show older changes</Trans>
        </Button>
      )}
      {!history.isMore && <Beginning doc={doc} lines={history.lines} begins={history.begins} />}
      {isOnDay && <OnDay doc={doc} onClose={onDay.close} />}
    </Stack>
  );
}

function Line({ doc, line, wanted }: { doc: RecordDoc; line: HistoryLine; wanted: Wanted }) {
  const { action, changes } = line;
  const shown = changes.filter(
    (change) =>
      (wanted.field === undefined || change.what.split('/')[0] === wanted.field) &&
      !readsSame(change),
  );
  if (shown.length === 0) return null;
  return (
    <li>
      <WhoWhen action={action} row={line.row} />
      <Stack gap={4} mt={4}>
        {shown.map((change) => (
          <ChangeLine key={change.what} doc={doc} change={change} isUndone={action.isUndone} />
        ))}
      </Stack>
    </li>
  );
}

type BeginningProps = { doc: RecordDoc; lines: readonly HistoryLine[]; begins: number };

/** How it came into the book, and how far back the history goes. */
function Beginning({ doc, lines, begins }: BeginningProps) {
  const words = useProvenance();
  const { date } = useDates();
  const label = useFieldLabel();
  const isWhole = doc.createdAt >= begins;
  const known = new Set(lines.flatMap(({ changes }) => changes.map(({ what }) => what)));
  const earlier = isWhole
    ? []
    : Object.entries(doc.stamps).filter(([what]) => !known.has(what) && !isOfMerge(what));
  const from = date(begins);
  return (
    <Stack gap={4}>
      {earlier.map(([what, stamp]) => {
        const field = label(doc.kind, what);
        return (
          <Text key={what} size="sm" className="dim">
            <Trans>
              {field}: {words(stamp)}. What stood there before is not known.
            </Trans>
          </Text>
        );
      })}
      {!isWhole && (
        <Text size="sm" className="dim">
          <Trans>The history begins on {from}: of earlier changes only the last is known.</Trans>
        </Text>
      )}
      {lines.length === 0 && earlier.length === 0 && (
        <Text size="sm">
          <Trans>Set when it was added and never changed.</Trans>
        </Text>
      )}
      <Text size="sm" className="dim">
        {words(doc.origin)}
      </Text>
    </Stack>
  );
}
