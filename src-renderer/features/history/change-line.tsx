// One change: what stood there and what stands there since, and the way back.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';

import type { HistoryChange } from '../../../src-shared/bridge/history-types.ts';
import type { JsonValue, RecordDoc } from '../../../src-shared/domain/record.ts';
import { edit } from '../../../src-shared/records/intents/edits.ts';
import { restoreValue } from '../../../src-shared/records/intents/restore.ts';
import { refOf } from '../../data/ref-of.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useValueWords } from '../../data/use-value-words.ts';
import { useFieldLabel } from '../../ui/field-words.ts';
import { NoteChange } from './note-change.tsx';
import { partsApart } from './parts-apart.ts';
import { presentValue } from './present-value.ts';

type Props = { doc: RecordDoc; change: HistoryChange; isUndone: boolean };

export function ChangeLine({ doc, change, isUndone }: Props) {
  const { what, before, after } = change;
  const field = useFieldLabel()(doc.kind, what);
  const words = useValueWords(doc, what, [before, after]);
  const [from, to] = [valueWords(before, what, words), valueWords(after, what, words)];
  const parts = partsApart(change);
  return (
    <Group justify="space-between" wrap="nowrap" align="start" gap="xs">
      <Text
        component="div"
        size="sm"
        miw={0}
        style={{ overflowWrap: 'anywhere' }}
        td={isUndone ? 'line-through' : undefined}
      >
        <Text span inherit fw={600}>
          <bdi>{field}</bdi>
        </Text>{' '}
        {what === 'note' ? (
          <NoteChange before={before} after={after} />
        ) : parts.length > 0 ? (
          <>
            <bdi>{to}</bdi>
            {parts.map((part) => (
              <span key={part.label}>
                {' · '}
                {part.label} <bdi>{part.from || t`nothing`}</bdi>{' '}
                <span aria-label={t`became`}>{'→'}</span> <bdi>{part.to || t`nothing`}</bdi>
              </span>
            ))}
          </>
        ) : (
          <>
            <bdi>{from}</bdi> <span aria-label={t`became`}>{'→'}</span> <bdi>{to}</bdi>
          </>
        )}
      </Text>
      <Restore doc={doc} change={change} name={what === 'note' ? field : `${field}: ${from}`} />
    </Group>
  );
}

/** A photo is no text. */
const valueWords = (
  value: JsonValue,
  what: string,
  words: (value: JsonValue) => string,
): string => {
  if (what === 'scope') return value === 'private' ? t`only on this laptop` : t`shared`;
  return typeof value === 'string' && value.startsWith('data:') ? t`a picture` : words(value);
};

/** Offered where something else stands there now. */
function Restore({ doc, change, name }: Pick<Props, 'doc' | 'change'> & { name: string }) {
  const run = useCommand();
  const { what, before } = change;
  const restored = restoreValue(refOf(doc), what, before);
  const isSame = JSON.stringify(presentValue(doc, what)) === JSON.stringify(before);
  if (restored === undefined || isSame || doc.status !== 'live') return null;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      style={{ flexShrink: 0 }}
      aria-label={t`Restore this value: ${name}`}
      onClick={() => void run(edit(restored))}
    >
      <Trans>Restore this value</Trans>
    </Button>
  );
}
