// Records that were found to be this same one, each of which can be taken out again.

import { t } from '@lingui/core/macro';
import { Group } from '@mantine/core';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { mergeableOf } from '../../../src-shared/domain/merging.ts';
import { mergedInto } from '../../data/queries/merged.ts';
import { useRecords } from '../../data/use-records.ts';
import { useApart } from '../../data/use-apart.ts';
import { NamedApart } from '../../ui/named-apart.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { Section } from '../../ui/section.tsx';
import { TakeApart } from './take-apart.tsx';

export function MergedHere({ doc: keeper }: { doc: RecordDoc }) {
  const merged = useRecords(mergedInto(mergeableOf(keeper), [keeper.id]));
  const apart = useApart((merged ?? []).map(({ id }) => id));
  if (merged === undefined || merged.length === 0) return null;
  return (
    <Section
      title={keeper.kind === 'person' ? t`Merged into this person` : t`Merged into this one`}
    >
      {merged.map((doc) => (
        <Group key={doc.id} justify="space-between">
          <NamedApart name={nameOrNone(doc)} apart={apart(doc.id)} />
          <TakeApart doc={doc} />
        </Group>
      ))}
    </Section>
  );
}
