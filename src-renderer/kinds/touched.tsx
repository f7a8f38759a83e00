// What an action touched: each record by its name, with what was changed in it.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';

import type { TouchedRecord } from '../../src-shared/bridge/history-types.ts';
import { useHistory } from '../data/use-history.ts';
import { useFieldLabel } from '../ui/field-words.ts';
import { commaWords } from '../words/in-language.ts';
import { labelOf, pathOf } from './kinds.ts';

/** A record without a name goes by its kind. */
export const touchedName = ({ name, kind }: Pick<TouchedRecord, 'name' | 'kind'>): string =>
  name || labelOf(kind);
const atOnce = 50;

export function Touched({ n }: { n: number }) {
  const [limit, setLimit] = useState(atOnce);
  const label = useFieldLabel();
  const touched = useHistory('history.touched', { n, limit });
  if (touched === undefined) return null;
  const left = touched.total - touched.records.length;
  return (
    <ul className="plain-list" style={{ paddingInlineStart: 12, margin: '4px 0' }}>
      {touched.records.map((record) => {
        const { id, kind, status, whats, isMade } = record;
        const fields = commaWords([...new Set(whats.map((what) => label(kind, what)))]);
        const isThere = status === 'live' || status === 'merged';
        return (
          <li key={`${isMade ? '+' : ''}${id}`}>
            <Text size="sm">
              {isThere ? (
                <Anchor inherit href={`#${pathOf({ kind, id })}`}>
                  <bdi>{touchedName(record)}</bdi>
                </Anchor>
              ) : (
                <bdi>{touchedName(record)}</bdi>
              )}{' '}
              <Text span inherit className="dim">
                {labelOf(kind)}
                {isMade ? ` · ${t`added`}` : ` · ${fields}`}
                {isThere ? '' : ` · ${goneWords(status)}`}
              </Text>
            </Text>
          </li>
        );
      })}
      {left > 0 && limit < 500 && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => setLimit(Math.min(500, limit * 4))}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </ul>
  );
}

export function goneWords(status: TouchedRecord['status']): string {
  if (status === 'trashed') return t`in the trash`;
  return status === 'undone' ? t`taken back` : t`erased`;
}
