// The tags of a record: those that there are come up while they are typed.

import { t } from '@lingui/core/macro';
import { TagsInput } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc, SetItem } from '../../src-shared/domain/record.ts';
import { edit, holdValues } from '../../src-shared/records/intents/edits.ts';
import { parseTags } from '../../src-shared/values/tags.ts';
import { refOf } from '../data/ref-of.ts';
import { useCommand } from '../data/use-command.tsx';
import { useTags } from '../data/use-tags.ts';

export function TagsEdit({ doc }: { doc: RecordDoc }) {
  const run = useCommand();
  const tags = doc.sets['tags'] ?? [];
  const [isTyping, setTyping] = useState(false);
  const offered = useTags(isTyping)?.map(({ name }) => name) ?? [];
  const change = (values: readonly string[]): void => {
    const changes = holdValues(refOf(doc), 'tags', tags, values.flatMap(tagsIn(tags)));
    if (changes.length > 0) void run(edit(...changes));
  };
  return (
    <TagsInput
      label={t`Tags`}
      placeholder={t`Type, then Enter`}
      data={offered}
      limit={20}
      onFocus={() => setTyping(true)}
      value={tags.map((item) => item.value)}
      onChange={change}
    />
  );
}

/** Those that are there stay as they are; a new one may list several. */
const tagsIn =
  (known: readonly SetItem[]) =>
  (value: string): string[] =>
    known.some((item) => item.value === value) ? [value] : parseTags(value);
