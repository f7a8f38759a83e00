// What is said where merges made apart came together: who is in the list again, and what was
// written to somebody who had been merged.

import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';

import { mergeableOf, mergedIntoOf } from '../../src-shared/domain/merging.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { isLiving } from '../../src-shared/records/merged.ts';
import type { ConflictDecision } from '../data/use-conflict.ts';
import { useRecord } from '../data/use-records.ts';
import { nameOrNone } from './name-or-none.ts';

type Props = { doc: RecordDoc; decision: ConflictDecision };

export function OnItsOwnAgain({ doc, decision }: Props) {
  const other = useRecord(mergeableOf(doc), mergedIntoOf(doc));
  if (other === undefined) return null;
  const name = <bdi>{nameOrNone(doc)}</bdi>;
  return (
    <>
      <Text mb="sm">
        {other === null || other.status === 'erased' ? (
          <Trans>
            {name} had been merged into somebody who was erased, and is in the list again so that
            nobody is lost.
          </Trans>
        ) : isLiving(other) ? (
          <Trans>
            {name} and <bdi>{nameOrNone(other)}</bdi> were merged into each other by people who had
            not heard of each other. {name} stayed, and has what both had.
          </Trans>
        ) : (
          <Trans>
            {name} had been merged into <bdi>{nameOrNone(other)}</bdi>, who is in the trash. {name}{' '}
            is in the list again so that nobody is lost.
          </Trans>
        )}
      </Text>
      <Button size="xs" onClick={decision.keep}>
        <Trans>Keep it so</Trans>
      </Button>
    </>
  );
}

/** `from`: the id of who was merged into `keeper`. */
export function CarriedOver({ keeper, from }: { keeper: RecordDoc; from: string }) {
  const gone = useRecord(mergeableOf(keeper), from);
  return gone === undefined || gone === null ? null : (
    <Text size="sm" mb="xs">
      <Trans>
        This was written to <bdi>{nameOrNone(gone)}</bdi> by somebody who had not heard that the two
        were merged.
      </Trans>
    </Text>
  );
}
