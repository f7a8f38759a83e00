// Narrows a record's history to one field, one person or one way values came.

import { t } from '@lingui/core/macro';
import { Group, Select } from '@mantine/core';

import type { HistoryLine } from '../../../src-shared/bridge/history-types.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { useNameOf } from '../../data/team-rest.tsx';
import { useFieldLabel } from '../../ui/field-words.ts';

/** `by`: a device. `from`: a type of source, or a verb that says more. */
export type Wanted = { field?: string; by?: string; from?: string };

export const isWanted = (line: HistoryLine, { field, by, from }: Wanted): boolean =>
  (field === undefined || line.changes.some(({ what }) => what.split('/')[0] === field)) &&
  (by === undefined || line.action.device === by) &&
  (from === undefined || fromOf(line) === from);

function fromOf({ action: { verb, source, isOwn, changed } }: HistoryLine): string {
  if (verb === 'undo' || verb === 'redo') return 'undo';
  if (verb.startsWith('merge') || verb === 'unmerge') return 'merge';
  if (source.type === 'import' || source.type === 'feed') return source.type;
  if (changed > 1) return 'bulk';
  return isOwn ? 'typed' : 'teammate';
}

type Props = {
  doc: RecordDoc;
  lines: readonly HistoryLine[];
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
};

export function HistoryFilter({ doc, lines, wanted, onChange }: Props) {
  const label = useFieldLabel();
  const nameOf = useNameOf();
  const fields = unique(lines.flatMap(({ changes }) => changes.map(({ what }) => nameIn(what))));
  const people = new Map(lines.map(({ action }) => [action.device, nameOf(action)]));
  const ways = unique(lines.map(fromOf));
  const set = (name: keyof Wanted, value: string | null): void => {
    const { [name]: _old, ...rest } = wanted;
    onChange(value === null ? rest : { ...rest, [name]: value });
  };
  return (
    <Group gap="xs">
      <Select
        size="xs"
        w={150}
        clearable
        aria-label={t`Only one field`}
        placeholder={t`All fields`}
        data={fields.map((field) => ({ value: field, label: label(doc.kind, field) }))}
        value={wanted.field ?? null}
        onChange={(value) => set('field', value)}
      />
      <Select
        size="xs"
        w={150}
        clearable
        aria-label={t`Only one person`}
        placeholder={t`Everybody`}
        data={[...people].map(([device, name]) => ({ value: device, label: name }))}
        value={wanted.by ?? null}
        onChange={(value) => set('by', value)}
      />
      <Select
        size="xs"
        w={150}
        clearable
        aria-label={t`Only what came one way`}
        placeholder={t`From anywhere`}
        data={ways.map((way) => ({ value: way, label: wayWords(way) }))}
        value={wanted.from ?? null}
        onChange={(value) => set('from', value)}
      />
    </Group>
  );
}

const nameIn = (what: string): string => what.split('/')[0] ?? what;
const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

function wayWords(way: string): string {
  switch (way) {
    case 'import':
      return t`Imported`;
    case 'feed':
      return t`From a feed`;
    case 'merge':
      return t`Merged or taken apart`;
    case 'bulk':
      return t`Changed with others`;
    case 'undo':
      return t`Undone or done again`;
    case 'teammate':
      return t`Typed by a teammate`;
    default:
      return t`Typed here`;
  }
}
