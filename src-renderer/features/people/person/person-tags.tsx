// Tags and buckets of a person.

import { t } from '@lingui/core/macro';
import { MultiSelect, Stack } from '@mantine/core';

import type { RecordDoc, SetItem } from '../../../../src-shared/domain/record.ts';
import { edit, holdValues } from '../../../../src-shared/records/intents/edits.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { useHandBuckets } from '../../../data/use-buckets.ts';
import { TagsEdit } from '../../../fields/tags-edit.tsx';
import { Printed } from '../../../ui/printed.tsx';
import { usePrinting } from '../../../ui/printing.ts';
import { Section } from '../../../ui/section.tsx';
import { commaWords } from '../../../words/in-language.ts';

export function PersonTags({ doc }: { doc: RecordDoc }) {
  const run = useCommand();
  const buckets = useHandBuckets();
  const { id, sets } = doc;
  const tags = sets['tags'] ?? [];
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
        <TagsEdit doc={doc} />
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
