// Tags and buckets of a person.

import { t } from '@lingui/core/macro';
import { MultiSelect } from '@mantine/core';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { edit, holdValues } from '../../../../src-shared/records/intents/edits.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { useHandBuckets } from '../../../data/use-buckets.ts';
import { TagsFact } from '../../../fields/tags-edit.tsx';
import { useAdding } from '../../../fields/use-adding.ts';
import { AddMenu } from '../../../ui/add-menu.tsx';
import { InPlace } from '../../../ui/in-place.tsx';
import { Nothing } from '../../../ui/nothing.tsx';
import { Pills } from '../../../ui/pills.tsx';
import { Printed } from '../../../ui/printed.tsx';
import { usePrinting } from '../../../ui/printing.ts';
import { Section } from '../../../ui/section.tsx';
import { commaWords } from '../../../words/in-language.ts';

export function PersonTags({ doc }: { doc: RecordDoc }) {
  const { isAdding, add, added } = useAdding();
  const hasTags = (doc.sets['tags'] ?? []).length > 0;
  const names = useBucketNames(doc);
  const hasBuckets = names.length > 0;
  const title = t`Tags and buckets`;
  const missing = [
    ...(hasTags ? [] : [{ id: 'tags', label: t`Tags` }]),
    ...(hasBuckets ? [] : [{ id: 'buckets', label: t`Buckets` }]),
  ];
  const isEmpty = missing.length === 2 && !isAdding('tags') && !isAdding('buckets');
  return (
    <Section
      title={title}
      isPrinted={hasTags || hasBuckets}
      action={<AddMenu to={title} items={missing} onAdd={add} />}
    >
      {isEmpty && <Nothing>{t`In no bucket, and without tags.`}</Nothing>}
      {(hasTags || isAdding('tags')) && (
        <TagsFact doc={doc} startsOpen={isAdding('tags')} onClose={() => added('tags')} />
      )}
      {(hasBuckets || isAdding('buckets')) && (
        <Buckets
          doc={doc}
          names={names}
          startsOpen={isAdding('buckets')}
          onClose={() => added('buckets')}
        />
      )}
    </Section>
  );
}

function useBucketNames({ sets }: RecordDoc): string[] {
  const buckets = useHandBuckets();
  return (sets['buckets'] ?? []).flatMap(
    ({ value }) => buckets?.find((bucket) => bucket.id === value)?.name ?? [],
  );
}

type Props = {
  doc: RecordDoc;
  names: readonly string[];
  startsOpen: boolean;
  onClose: () => void;
};

function Buckets({ doc, names, startsOpen, onClose }: Props) {
  if (usePrinting())
    return names.length === 0 ? null : <Printed label={t`Buckets`}>{commaWords(names)}</Printed>;
  return (
    <InPlace
      label={t`Buckets`}
      shown={names.length === 0 ? null : <Pills words={names} />}
      startsOpen={startsOpen}
      onClose={onClose}
    >
      {() => <BucketsEdit doc={doc} />}
    </InPlace>
  );
}

function BucketsEdit({ doc: { id, sets } }: { doc: RecordDoc }) {
  const run = useCommand();
  const buckets = useHandBuckets();
  const inBuckets = sets['buckets'] ?? [];
  const change = (values: readonly string[]): void => {
    const changes = holdValues({ collection: 'people', id }, 'buckets', inBuckets, values);
    if (changes.length > 0) void run(edit(...changes));
  };
  return (
    <MultiSelect
      aria-label={t`Buckets`}
      autoFocus
      placeholder={buckets?.length === 0 ? t`Make buckets on the Groups page` : t`Choose`}
      data={(buckets ?? []).map((bucket) => ({ value: bucket.id, label: bucket.name }))}
      value={inBuckets.map((item) => item.value)}
      onChange={change}
      searchable
    />
  );
}
