// People whom nobody was in touch with for as long as the rules say: each is kept for a reason, or
// erased, by somebody who looked.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { reviewView } from '../../../src-shared/care/review.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { refOf } from '../../data/ref-of.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useFacts } from '../../data/use-facts.ts';
import { usePolicy } from '../../data/use-policy.ts';
import { useRecordsById } from '../../data/use-records.ts';
import { useViewIds } from '../../data/use-view-ids.ts';
import { personPath } from '../../kinds/person.tsx';
import { ConfirmErase } from '../../ui/confirm-erase.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { Section } from '../../ui/section.tsx';
import { WhenText } from '../../ui/when.tsx';
import { KeepDialog } from './keep-dialog.tsx';

/** Nobody looks through more at once. */
const most = 500;
const atOnce = 20;

export function ReviewList() {
  const { keepMonths } = usePolicy();
  const run = useCommand();
  const [limit, setLimit] = useState(atOnce);
  const [kept, setKept] = useState<RecordDoc>();
  const [erased, setErased] = useState<RecordDoc>();
  const ids = useViewIds(reviewView(keepMonths), most);
  const shown = (ids ?? []).slice(0, limit);
  const docs = useRecordsById('people', shown);
  const facts = useFacts(shown, true);
  const title = t`To be looked at`;
  if (keepMonths <= 0 || ids === undefined) return null;
  return (
    <Section title={title} isPrinted={false}>
      <Text size="sm" className="dim" mb="xs">
        {ids.length === 0
          ? plural(keepMonths, {
              one: 'Everybody had contact within # month, has a role or something open, or is kept for a reason.',
              other:
                'Everybody had contact within # months, has a role or something open, or is kept for a reason.',
            })
          : plural(keepMonths, {
              one: 'Nobody was in touch with them for # month, and they have no role and nothing open. Nothing is deleted by itself.',
              other:
                'Nobody was in touch with them for # months, and they have no role and nothing open. Nothing is deleted by itself.',
            })}
      </Text>
      <Stack component="ul" gap={0} p={0} m={0} className="plain-list" aria-label={title}>
        {shown.map((id) => {
          const doc = docs.get(id);
          const at = facts[id]?.['lastContact.at'];
          return doc === undefined ? null : (
            <Row
              key={id}
              doc={doc}
              at={typeof at === 'number' ? at : undefined}
              onKeep={() => setKept(doc)}
              onErase={() => setErased(doc)}
            />
          );
        })}
      </Stack>
      {ids.length > limit && (
        <Button size="compact-sm" variant="subtle" onClick={() => setLimit(limit + 50)}>
          <Trans>Show more</Trans>
        </Button>
      )}
      {kept !== undefined && <KeepDialog doc={kept} onClose={() => setKept(undefined)} />}
      {erased !== undefined && (
        <ConfirmErase
          refs={[refOf(erased)]}
          what={nameOrNone(erased)}
          onClose={() => setErased(undefined)}
          onErase={() => void run({ type: 'erase', refs: [refOf(erased)] })}
        />
      )}
    </Section>
  );
}

type RowProps = {
  doc: RecordDoc;
  /** Of the last contact. */
  at: number | undefined;
  onKeep: () => void;
  onErase: () => void;
};

function Row({ doc, at, onKeep, onErase }: RowProps) {
  const name = nameOrNone(doc);
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" gap="xs" mih={36}>
        <div style={{ minWidth: 0 }}>
          <Anchor size="sm" href={`#${personPath(doc.id)}`} underline="always">
            <bdi>{name}</bdi>
          </Anchor>{' '}
          <Text size="xs" component="span" className="dim">
            {at === undefined ? <Trans>never spoken to</Trans> : <WhenText at={at} />}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t`Keep ${name} for a reason`}
            onClick={onKeep}
          >
            <Trans>Keep …</Trans>
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            aria-label={t`Erase ${name} for good`}
            onClick={onErase}
          >
            <Trans>Erase …</Trans>
          </Button>
        </Group>
      </Group>
    </li>
  );
}
