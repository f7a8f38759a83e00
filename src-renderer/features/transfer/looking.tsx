// Rows of a plan that are looked at one by one, whole.

import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';

import type {
  ImportPreview,
  PlannedRow,
  RowDecision,
  RowsWanted,
} from '../../../src-shared/transfer/import-types.ts';
import { RowLook } from './row-look.tsx';
import type { ImportFlow } from './use-import.ts';

/** It may be somebody who is here, and nobody has said whether. */
export const isPerhaps = ({ action, candidates, reasons }: PlannedRow): boolean =>
  action === 'create' && candidates.length > 0 && !reasons.includes('user-choice');

type LookingProps = {
  flow: ImportFlow;
  preview: ImportPreview;
  looking: ReturnType<typeof useLooking>;
  onDecide: (decision: RowDecision) => void;
};

export function Looking({ flow: { file }, preview, looking, onDecide }: LookingProps) {
  const { row } = looking;
  return (
    <>
      {row !== undefined && file !== undefined && (
        <RowLook
          key={row.row}
          file={file}
          row={row}
          isOpen={isPerhaps(row)}
          onDecide={onDecide}
          onNext={looking.next}
          onClose={looking.close}
        />
      )}
      {preview.perhaps.open > 0 && looking.areFirst && (
        <Button
          style={{ alignSelf: 'start', flexShrink: 0 }}
          size="xs"
          variant="light"
          onClick={looking.begin}
        >
          <Trans>Compare them side by side</Trans>
        </Button>
      )}
    </>
  );
}

/** Which row is looked at as a whole. */
export function useLooking(
  row: (index: number) => PlannedRow | undefined,
  { perhaps }: ImportPreview,
  only: RowsWanted | undefined,
) {
  const [at, setAt] = useState<number>();
  /** Those that wait for an answer stand first, in the list of all and in their own. */
  const areFirst = only === undefined || only === 'perhaps';
  const from = (start: number): void => {
    for (let index = start; areFirst && index < perhaps.rows; index += 1) {
      const one = row(index);
      if (one !== undefined && isPerhaps(one)) return setAt(index);
    }
    setAt(undefined);
  };
  return {
    row: at === undefined ? undefined : row(at),
    areFirst,
    at: setAt,
    begin: () => from(0),
    next: () => from((at ?? 0) + 1),
    close: () => setAt(undefined),
  };
}
