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
import type { usePlannedRows } from './use-planned-rows.ts';

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
  { row, load }: Pick<ReturnType<typeof usePlannedRows>, 'row' | 'load'>,
  { perhaps }: ImportPreview,
  only: RowsWanted | undefined,
) {
  const [at, setAt] = useState<number>();
  /** Those that wait for an answer stand first, in the list of all and in their own. */
  const areFirst = only === undefined || only === 'perhaps';
  const from = async (start: number): Promise<void> => {
    for (let index = start; areFirst && index < perhaps.rows; index += 1) {
      const one = await load(index);
      if (one !== undefined && isPerhaps(one)) return setAt(index);
    }
    setAt(undefined);
  };
  return {
    row: at === undefined ? undefined : row(at),
    areFirst,
    at: setAt,
    begin: () => void from(0),
    next: () => void from((at ?? 0) + 1),
    close: () => setAt(undefined),
  };
}
