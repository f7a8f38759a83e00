// Tags and buckets of a person.

import { t } from '@lingui/core/macro';
import { MultiSelect, Stack, TagsInput } from '@mantine/core';

import { useState } from 'react';

import type { RecordDoc, SetItem } from '../../../../src-shared/domain/record.ts';
import { edit, holdValues } from '../../../../src-shared/records/intents/edits.ts';
import { parseTags } from '../../../../src-shared/values/tags.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { useTags } from '../../../data/use-tags.ts';
import { useBuckets } from '../../../data/use-buckets.ts';
import { Printed } from '../../../ui/printed.tsx';
import { usePrinting } from '../../../ui/printing.ts';
import { Section } from '../../../ui/section.tsx';
import { commaWords } from '../../../words/in-language.ts';

export function PersonTags({ doc }: { doc: RecordDoc }) {
  const run = useCommand();
  const buckets = useBuckets();
  const { id, sets } = doc;
  const tags = sets['tags'] ?? [];
  const [isTyping, setTyping] = useState(false);
  const offered = useTags(isTyping)?.map(({ name }) => name) ?? [];
  const inBuckets = sets['buckets'] ?? [];
  const change = (set: string, items: readonly SetItem[], values: readonly string[]) => {
    const changes = holdValues({ collection: 'people', id }, set, items, values);
    if (changes.length > 0) void run(edit(...changes));
  };
  const namesIn = inBuckets.flatMap(
    ({ value }) => buckets?.find((bucket) => bucket.id === value)?.name ?? [],
  );
  if (usePrinting())
    return (
      <Section title={t`Tags and buckets`} isPrinted={tags.length + namesIn.length > 0}>
        {tags.length > 0 && (
          <Printed label={t`Tags`}>{commaWords(tags.map(({ value }) => value))}</Printed>
        )}
        {namesIn.length > 0 && <Printed label={t`Buckets`}>{commaWords(namesIn)}</Printed>}
      </Section>
    );
  return (
    <Section title={t`Tags and buckets`}>
      <Stack gap="sm">
        <TagsInput
          label={t`Tags`}
          placeholder={t`Type, then Enter`}
          data={offered}
          limit={20}
          onFocus={() => setTyping(true)}
          value={tags.map((item) => item.value)}
          onChange={(values) => change('tags', tags, values.flatMap(tagsIn(tags)))}
        />
        <MultiSelect
          label={t`Buckets`}
          placeholder={buckets?.length === 0 ? t`Make buckets on the Groups page` : t`Choose`}
          data={(buckets ?? []).map((bucket) => ({ value: bucket.id, label: bucket.name }))}
          value={inBuckets.map((item) => item.value)}
          onChange={(values) => change('buckets', inBuckets, values)}
          searchable
        />
      </Stack>
    </Section>
  );
}

/** Those that are there stay as they are; a new one may list several. */
const tagsIn =
  (known: readonly SetItem[]) =>
  (value: string): string[] =>
    known.some((item) => item.value === value) ? [value] : parseTags(value);
