// Shown where two people were merged into each other: nobody stayed to lead to.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group } from '@mantine/core';

import { mergedIntoOf } from '../../../../src-shared/domain/person.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { personPath } from '../../../kinds/person.tsx';
import { TakeApart } from './take-apart.tsx';

export function MergedAway({ doc }: { doc: RecordDoc }) {
  const keeper = mergedIntoOf(doc);
  if (keeper === undefined) return null;
  return (
    <Alert title={t`Merged into another person`}>
      <Group>
        <Button size="xs" component="a" href={`#${personPath(keeper)}`}>
          <Trans>Open the person who stayed</Trans>
        </Button>
        <TakeApart id={doc.id} />
      </Group>
    </Alert>
  );
}
