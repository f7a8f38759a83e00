// The fields that the team defined, on the page of a record that has them: the filled ones
// to read and change in place, the others when they are asked for, and one more at any time.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { storedOwn } from '../../../src-shared/fields/own.ts';
import { useOwnFields } from '../../data/known-kinds.tsx';
import { FieldFact } from '../../fields/field-edit.tsx';
import { Section } from '../../ui/section.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { DefineField } from './define-field.tsx';

/** So many are shown while they are empty, too. */
const fewFields = 6;

export function OwnFields({ doc }: { doc: RecordDoc }) {
  const [showsAll, setShowsAll] = useState(false);
  const [isDefining, setDefining] = useState(false);
  // Made just now: filled in next, wherever it stands among the others.
  const [fresh, setFresh] = useState<string>();
  const fields = useOwnFields(doc.kind).filter(({ isRetired }) => !isRetired);
  const keys = fields.map(({ key }) => key);
  const freshKey = fields.find(({ id }) => id === fresh)?.key;
  const filled = keys.filter((key) => storedOwn(key, doc).length > 0);
  const isLong = keys.length > fewFields && filled.length < keys.length;
  const shown =
    isLong && !showsAll ? keys.filter((key) => filled.includes(key) || key === freshKey) : keys;
  return (
    <Section
      title={t`Your own fields`}
      isPrinted={filled.length > 0}
      action={isLong && <ShowMore isOpen={showsAll} onToggle={() => setShowsAll(!showsAll)} />}
    >
      {keys.length === 0 && (
        <Text size="sm" className="dim" mb="xs">
          <Trans>For what only you keep: a size, a date of joining, how somebody found you.</Trans>
        </Text>
      )}
      {shown.map((key) => (
        <FieldFact key={key} doc={doc} field={key} startsOpen={key === freshKey} />
      ))}
      <Group mt="xs" gap="sm">
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => setDefining(true)}
        >
          <Trans>Add a field</Trans>
        </Button>
        {keys.length > 0 && (
          <Anchor size="sm" href="#/fields">
            <Trans>Change the fields</Trans>
          </Anchor>
        )}
      </Group>
      {isDefining && (
        <DefineField kind={doc.kind} onClose={() => setDefining(false)} onMade={setFresh} />
      )}
    </Section>
  );
}
