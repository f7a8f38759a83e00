// What else names a person or a group: records of kinds without a place of their own.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { useState } from 'react';

import type { Kind } from '../../../src-shared/domain/kind.ts';
import { mergeableOf } from '../../../src-shared/domain/merging.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { useMergedIds } from '../../data/use-merged.ts';
import { workNaming } from '../../data/queries/happened.ts';
import { useRecords } from '../../data/use-records.ts';
import { labelOf } from '../../kinds/kinds.ts';
import { Unbroken } from '../../ui/broken.tsx';
import { Section } from '../../ui/section.tsx';
import { AddRelated } from './add-related.tsx';
import { kindsNaming } from './related-kinds.ts';
import { RelatedRecord } from './related-record.tsx';

const pageSize = 50;

export function Related({ doc }: { doc: RecordDoc }) {
  const naming = kindsNaming(doc);
  if (naming.length === 0) return null;
  return <RelatedTo doc={doc} naming={naming} />;
}

function RelatedTo({ doc, naming }: { doc: RecordDoc; naming: readonly Kind[] }) {
  const [limit, setLimit] = useState(pageSize);
  const ids = useMergedIds([doc.id], mergeableOf(doc)).get(doc.id) ?? [];
  const found = useRecords(
    workNaming(
      ids,
      naming.map(({ kind }) => kind),
      limit,
    ),
  );
  const [only] = naming;
  const title = naming.length === 1 && only !== undefined ? labelOf(only.kind) : t`Also about them`;
  return (
    <Section title={title} isPrinted={(found ?? []).length > 0}>
      <AddRelated owner={doc} naming={naming} />
      <Stack gap="sm" mt="md" component="ul" p={0} style={{ listStyle: 'none' }}>
        {(found ?? []).map((one) => (
          <Unbroken key={one.id} of={one}>
            <RelatedRecord doc={one} />
          </Unbroken>
        ))}
      </Stack>
      {found?.length === limit && (
        <Button variant="subtle" size="xs" mt="xs" onClick={() => setLimit(limit + pageSize)}>
          <Trans>Show older</Trans>
        </Button>
      )}
    </Section>
  );
}
