// The rules of the team for contacting people, on one page that can be printed as a record of
// what is done with what is known of people, and why.

import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';

import { usualPolicy } from '../../../src-shared/care/policy.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { writePolicy } from '../../../src-shared/records/intents/care.ts';
import { refOf } from '../../data/ref-of.ts';
import { useCommand } from '../../data/use-command.tsx';
import { usePolicyRecord } from '../../data/use-policy.ts';
import { FieldFact } from '../../fields/field-edit.tsx';
import { SetEditor } from '../../fields/set-editor.tsx';
import { useAdding } from '../../fields/use-adding.ts';
import { AddMenu } from '../../ui/add-menu.tsx';
import { fieldLabel } from '../../ui/field-words.ts';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { ReviewList } from './review-list.tsx';

export function PolicyPage() {
  const doc = usePolicyRecord();
  return (
    <Page title={t`Rules for contacting people`}>
      <Stack gap="md" maw={820}>
        {doc === undefined ? null : doc?.status === 'live' ? (
          <Rules doc={doc} />
        ) : (
          <Usual doc={doc} />
        )}
        <ReviewList />
      </Stack>
    </Page>
  );
}

function Usual({ doc }: { doc: RecordDoc | null }) {
  const run = useCommand();
  const { budget } = usualPolicy;
  return (
    <Section title={t`What holds now`}>
      <Text size="sm">
        <Trans>
          Service and introductions are allowed until somebody says no, marketing and research only
          after a yes. A person counts as asked enough after {budget} contacts of the whole team in
          30 days.
        </Trans>
      </Text>
      <Button
        mt="sm"
        onClick={() =>
          void run(
            doc === null ? writePolicy(usualPolicy) : { type: 'restore', refs: [refOf(doc)] },
          )
        }
      >
        <Trans>Write down our own rules</Trans>
      </Button>
    </Section>
  );
}

function Rules({ doc }: { doc: RecordDoc }) {
  return (
    <>
      <Section title={t`When we may write or call`}>
        <Text size="sm" className="dim" mb="xs">
          <Trans>What holds for a purpose while somebody has said neither yes nor no.</Trans>
        </Text>
        <Fields doc={doc} fields={['service', 'marketing', 'research', 'introductions']} />
      </Section>
      <Section title={t`How often, how long, and who`}>
        <Fields doc={doc} fields={['budget', 'keepMonths', 'whoExports', 'why']} />
        <Text size="sm" className="dim" mt="xs">
          <Trans>
            Calls and messages to somebody count, by all of the team; 0 means only when they ask.
          </Trans>
        </Text>
      </Section>
      <Wordings doc={doc} />
    </>
  );
}

const Fields = ({ doc, fields }: { doc: RecordDoc; fields: readonly string[] }) =>
  fields.map((field) => <FieldFact key={field} doc={doc} field={field} />);

function Wordings({ doc }: { doc: RecordDoc }) {
  const { isAdding, add, added } = useAdding();
  const title = t`What people are asked, in its words`;
  return (
    <Section
      title={title}
      isPrinted={(doc.sets['wordings'] ?? []).length > 0}
      action={
        <AddMenu
          to={title}
          items={[{ id: 'wordings', label: fieldLabel(doc.kind, 'wordings') }]}
          onAdd={add}
        />
      }
    >
      <SetEditor
        doc={doc}
        set="wordings"
        labels={[]}
        fresh={msg`New wording`}
        isAdding={isAdding('wordings')}
        onAdded={() => added('wordings')}
      />
    </Section>
  );
}
