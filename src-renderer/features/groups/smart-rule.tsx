// What a smart bucket asks for, in words, and the way to hold on to who is in it now.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { describeView } from '../../../src-shared/query/describe.ts';
import { viewOfGroup } from '../../../src-shared/query/group-people.ts';
import { circleThrough, smartBucketsOf, smartConditions } from '../../../src-shared/query/smart.ts';
import type { ViewNode } from '../../../src-shared/query/view.ts';
import { edit, setField } from '../../../src-shared/records/intents/edits.ts';
import { smartBuckets } from '../../data/queries/groups.ts';
import { refOf } from '../../data/ref-of.ts';
import { useBulk } from '../../data/use-bulk.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useDescribing } from '../../data/use-describing.ts';
import { usePeopleCount } from '../../data/use-people-count.ts';
import { useRecords } from '../../data/use-records.ts';
import { Section } from '../../ui/section.tsx';

export function SmartRule({ doc }: { doc: RecordDoc }) {
  const conditions = smartConditions(doc);
  if (conditions === undefined) return null;
  if (conditions !== null) return <Rule bucket={doc} conditions={conditions} />;
  return (
    <Section title={t`Who belongs here`}>
      <Text size="sm">
        <Trans>
          A later version of Rapport says who belongs here. Nothing of it is lost: update Rapport to
          see them.
        </Trans>
      </Text>
    </Section>
  );
}

function Rule({ bucket, conditions }: { bucket: RecordDoc; conditions: ViewNode }) {
  const chosen = { by: 'view', view: viewOfGroup(bucket), text: '', without: [] } as const;
  const asks = { ...chosen.view, conditions };
  const words = describeView(asks, useDescribing(asks));
  const known = smartBucketsOf(useRecords(smartBuckets()) ?? []);
  const isCircle = circleThrough(bucket.id, conditions, known) !== undefined;
  const count = usePeopleCount(chosen);
  const bulk = useBulk();
  const run = useCommand();
  const [isBusy, setBusy] = useState(false);
  const freeze = async (): Promise<void> => {
    setBusy(true);
    // With nobody in it there is nobody to find.
    await (count === 0 || isCircle
      ? run(edit(setField(refOf(bucket), 'smart', null)))
      : bulk(chosen, count ?? 0, { type: 'freeze', bucket: bucket.id }));
    setBusy(false);
  };
  const q = JSON.stringify({ conditions });
  return (
    <Section title={t`Who belongs here`}>
      {isCircle && (
        <Alert color="yellow" py={8} mb="sm">
          <Trans>
            This bucket asks for itself, directly or over another one, so nobody can say who is in
            it and it stays empty. Change what one of them asks for.
          </Trans>
        </Alert>
      )}
      <Text size="sm">{words}</Text>
      <Text size="sm" className="dim" mt={4}>
        <Trans>
          It fills itself: whoever fits is in it, and nobody is added by hand. To change it, open
          the filters, change them and save them as a smart bucket of the same name.
        </Trans>
      </Text>
      <Group gap="xs" mt="sm">
        <Button
          size="xs"
          variant="default"
          component="a"
          href={`#/people?${new URLSearchParams({ q }).toString()}`}
        >
          <Trans>Open the filters</Trans>
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={isBusy}
          disabled={count === undefined && !isCircle}
          onClick={() => void freeze()}
        >
          <Trans>Freeze who is in it now</Trans>
        </Button>
      </Group>
    </Section>
  );
}
