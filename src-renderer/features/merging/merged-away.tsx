// Shown where two were merged into each other: nobody stayed to lead to.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group } from '@mantine/core';

import { mergedIntoOf } from '../../../src-shared/domain/merging.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { pathOf } from '../../kinds/kinds.ts';
import { TakeApart } from './take-apart.tsx';

export function MergedAway({ doc }: { doc: RecordDoc }) {
  const keeper = mergedIntoOf(doc);
  if (keeper === undefined || doc.status !== 'merged') return null;
  const isPerson = doc.kind === 'person';
  return (
    <Alert title={isPerson ? t`Merged into another person` : t`Merged into another one`}>
      <Group>
        <Button size="xs" component="a" href={`#${pathOf({ kind: doc.kind, id: keeper })}`}>
          {isPerson ? (
            <Trans>Open the person who stayed</Trans>
          ) : (
            <Trans>Open the one that stayed</Trans>
          )}
        </Button>
        <TakeApart doc={doc} />
      </Group>
    </Alert>
  );
}
