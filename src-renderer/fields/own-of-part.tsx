// The team's own fields of what stands on somebody else's page: a role, a call, a note.

import { SimpleGrid, Text } from '@mantine/core';
import { Fragment } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { misfitsIn, shownLabel, storedOwn } from '../../src-shared/fields/own.ts';
import { useKinds, useOwnFields } from '../data/known-kinds.tsx';
import { commaWords } from '../words/in-language.ts';
import { FieldEdit } from './field-edit.tsx';
import { FieldText } from './field-text.tsx';

/** To read: what is filled in, in one line. */
export function OwnLine({ doc }: { doc: RecordDoc }) {
  const fields = useKinds().get(doc.kind)?.fields ?? {};
  const filled = useOwnFields(doc.kind).filter(
    ({ key, isRetired }) => !isRetired && storedOwn(key, doc).length > 0,
  );
  if (filled.length === 0) return null;
  return (
    <Text size="xs" className="dim" dir="auto" style={{ overflowWrap: 'anywhere' }}>
      {filled.map(({ key, ...own }, at) => (
        <Fragment key={key}>
          {at > 0 && ' · '}
          <bdi>{shownLabel(own)}</bdi>: <FieldText doc={doc} field={key} />
          <Misfit doc={doc} name={key} type={fields[key]} />
        </Fragment>
      ))}
    </Text>
  );
}

type MisfitProps = {
  doc: RecordDoc;
  name: string;
  type: Parameters<typeof misfitsIn>[0] | undefined;
};

/** What does not fit is in sight all the same. */
function Misfit({ doc, name, type }: MisfitProps) {
  const texts = type === undefined ? [] : misfitsIn(type, name, doc);
  return texts.length === 0 ? null : <s>{commaWords(texts)}</s>;
}

/** To fill in: each is kept as soon as it is left. */
export function OwnEdits({ doc }: { doc: RecordDoc }) {
  const fields = useOwnFields(doc.kind).filter(({ isRetired }) => !isRetired);
  if (fields.length === 0) return null;
  return (
    <SimpleGrid cols={2} spacing="xs" verticalSpacing={6} mt={6}>
      {fields.map(({ key }) => (
        <FieldEdit key={key} doc={doc} field={key} size="xs" />
      ))}
    </SimpleGrid>
  );
}
