// The tags of a record: those that there are come up while they are typed.

import { t } from '@lingui/core/macro';
import { TagsInput } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc, SetItem } from '../../src-shared/domain/record.ts';
import { edit, holdValues } from '../../src-shared/records/intents/edits.ts';
import { parseTags } from '../../src-shared/values/tags.ts';
import { refOf } from '../data/ref-of.ts';
import { useCommand } from '../data/use-command.tsx';
import { InPlace } from '../ui/in-place.tsx';
import { Printed } from '../ui/printed.tsx';
import { usePrinting } from '../ui/printing.ts';
import { TagWords } from '../ui/tag-word.tsx';
import { commaWords } from '../words/in-language.ts';
import { useTagSuggestions } from './tag-suggestions.tsx';

type Props = { doc: RecordDoc; startsOpen: boolean; onClose: () => void };

/** On a page: read, and edited where they stand. */
export function TagsFact({ doc, startsOpen, onClose }: Props) {
  const tags = doc.sets['tags'] ?? [];
  if (usePrinting())
    return tags.length === 0 ? null : (
      <Printed label={t`Tags`}>{commaWords(tags.map(({ value }) => value))}</Printed>
    );
  return (
    <InPlace
      label={t`Tags`}
      shown={tags.length === 0 ? null : <TagWords tags={tags.map(({ value }) => value)} />}
      startsOpen={startsOpen}
      onClose={onClose}
    >
      {() => <TagsEdit doc={doc} />}
    </InPlace>
  );
}

function TagsEdit({ doc }: { doc: RecordDoc }) {
  const run = useCommand();
  const tags = doc.sets['tags'] ?? [];
  const [isTyping, setTyping] = useState(false);
  const suggestions = useTagSuggestions(isTyping);
  const change = (values: readonly string[]): void => {
    const changes = holdValues(refOf(doc), 'tags', tags, values.flatMap(tagsIn(tags)));
    if (changes.length > 0) void run(edit(...changes));
  };
  return (
    <TagsInput
      aria-label={t`Tags`}
      autoFocus
      placeholder={t`Type, then Enter`}
      {...suggestions}
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
