// What a smart bucket asks for, in words, and the way to hold on to who is in it now.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { describeView } from '../../../src-shared/query/describe.ts';
import { viewOfGroup } from '../../../src-shared/query/group-people.ts';
import { referenceWords } from '../../../src-shared/query/field-words.ts';
import {
  circleThrough,
  type SmartBuckets,
  smartBucketsOf,
  smartConditions,
} from '../../../src-shared/query/smart.ts';
import type { View, ViewNode } from '../../../src-shared/query/view.ts';
import { edit, setField } from '../../../src-shared/records/intents/edits.ts';
import { useKinds } from '../../data/known-kinds.tsx';
import { smartBuckets } from '../../data/queries/groups.ts';
import { refOf } from '../../data/ref-of.ts';
import { useBulk } from '../../data/use-bulk.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useDescribing } from '../../data/use-describing.ts';
import { useMarks } from '../../data/use-marks.ts';
import { useChosenCount } from '../../data/use-chosen-count.ts';
import { useRecords } from '../../data/use-records.ts';
import { Section } from '../../ui/section.tsx';
import { commaWords } from '../../words/in-language.ts';

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
  const count = useChosenCount(chosen);
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
      <UnknownFields view={chosen.view} smart={known} />
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

/** What it asks for that is put away, or not known here. */
function UnknownFields({ view, smart }: { view: View; smart: SmartBuckets }) {
  const kinds = useKinds();
  const marks = useMarks(view, smart).filter(({ why }) => why !== 'circular');
  if (marks.length === 0) return null;
  const isEmpty = marks.some(({ why }) => why !== 'retired-field');
  const named = marks.filter(({ why }) => isEmpty === (why !== 'retired-field'));
  const fields = commaWords([
    ...new Set(named.map(({ field }) => referenceWords(kinds, view.of, field))),
  ]);
  return (
    <Alert color="yellow" py={8} mb="sm">
      {isEmpty ? (
        <Trans>
          This bucket asks for something that is not known here, or that its field does not hold any
          more: <bdi>{fields}</bdi>. It stays empty until that is back, or until you change what it
          asks for.
        </Trans>
      ) : (
        <Trans>
          This bucket asks for a field that was put away: <bdi>{fields}</bdi>. It goes by what is
          filled in there. Bring the field back under Settings, Fields, or change what the bucket
          asks for.
        </Trans>
      )}
    </Alert>
  );
}
