// A record as it was at the end of a day: read only, with how far back that is known.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { isOfRecord } from '../../../src-shared/domain/merging.ts';
import type { JsonValue, RecordDoc } from '../../../src-shared/domain/record.ts';
import { refOf } from '../../data/ref-of.ts';
import { useHistory } from '../../data/use-history.ts';
import { useValueWords } from '../../data/use-value-words.ts';
import { dayOf, endOfDay } from '../../ui/day.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFieldLabel } from '../../ui/field-words.ts';
import { useDates } from '../../ui/when.tsx';
import { presentValue } from './present-value.ts';

export function OnDay({ doc, onClose }: { doc: RecordDoc; onClose: () => void }) {
  const [day, setDay] = useState(() => dayOf(Date.now()));
  const at = endOfDay(day);
  const ref = refOf(doc);
  const then = useHistory('history.then', at === undefined ? undefined : { ...ref, at });
  const { date } = useDates();
  const since = date(then?.completeSince ?? 0);
  const isKnown = then !== undefined && at !== undefined && at >= then.completeSince;
  return (
    <Dialog title={t`As it was on a day`} size="lg" keepsDraft onClose={onClose}>
      <Stack>
        <DayInput label={t`At the end of this day`} value={day} onChange={setDay} />
        {then !== undefined && !isKnown && (
          <Text size="sm" role="status">
            <Trans>
              Every change is known since {since}. Of the time before, this shows what is known and
              may be incomplete.
            </Trans>
          </Text>
        )}
        {then?.doc === null && (
          <Text size="sm">
            <Trans>It was not in the book then.</Trans>
          </Text>
        )}
        {then?.doc !== undefined && then.doc !== null && <Values doc={doc} then={then.doc} />}
      </Stack>
    </Dialog>
  );
}

type Then = Pick<RecordDoc, 'fields' | 'sets' | 'note'>;

function Values({ doc, then }: { doc: RecordDoc; then: Then }) {
  const fields = Object.keys(then.fields).filter((field) => !isOfRecord(field));
  const items = Object.entries(then.sets).flatMap(([set, list]) =>
    list.map(({ id }) => `${set}/${id}`),
  );
  const whats = [...fields, ...items, ...(then.note === '' ? [] : ['note'])];
  return (
    <Stack component="dl" gap="xs" m={0} aria-label={t`Values on that day`}>
      {whats.map((what) => (
        <Value key={what} doc={doc} what={what} value={presentValue(then, what)} />
      ))}
      {whats.length === 0 && (
        <Text size="sm" className="dim">
          <Trans>Nothing stood there.</Trans>
        </Text>
      )}
    </Stack>
  );
}

function Value({ doc, what, value }: { doc: RecordDoc; what: string; value: JsonValue }) {
  const field = useFieldLabel()(doc.kind, what);
  const words = useValueWords(doc, what, [value]);
  const isPicture = typeof value === 'string' && value.startsWith('data:');
  const isOther = JSON.stringify(presentValue(doc, what)) !== JSON.stringify(value);
  return (
    <div>
      <Text component="dt" size="xs" className="dim">
        {field}
        {isOther ? ` · ${t`changed since`}` : ''}
      </Text>
      <Text
        component="dd"
        size="sm"
        m={0}
        dir="auto"
        fw={isOther ? 600 : 400}
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {isPicture ? t`a picture` : words(value)}
      </Text>
    </div>
  );
}
