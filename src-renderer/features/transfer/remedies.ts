// What is done in a file about what its dry run said: chosen on the page, taken back one by one.

import { useState } from 'react';

import type { ExportIssue, ExportRemedies } from '../../../src-shared/transfer/export-types.ts';

type Said = Pick<ExportIssue, 'code' | 'field'>;

export type Remedies = ReturnType<typeof useRemedies>;

/** For one format: another one says something else. */
export function useRemedies(format: string) {
  const [chosen, setChosen] = useState<{ format: string; remedies: ExportRemedies }>();
  const remedies = chosen?.format === format ? chosen.remedies : {};
  const set = (more: ExportRemedies): void =>
    setChosen({ format, remedies: { ...remedies, ...more } });
  const { leave = [], empty = [] } = remedies;
  return {
    remedies,
    leaveOut: ({ code, field }: Said) => set({ leave: [...leave, { code, field }] }),
    putBack: (said: Said) => set({ leave: leave.filter((one) => !isSame(one, said)) }),
    leaveEmpty: (column: string) => set({ empty: [...empty, column] }),
    fillAgain: (column: string) => set({ empty: empty.filter((one) => one !== column) }),
    fill: (isOn: boolean) => set({ fill: isOn }),
    /** One file, or as many as it takes. */
    split: (isOn: boolean) => {
      const { part: _, ...one } = remedies;
      setChosen({ format, remedies: isOn ? { ...one, part: 0 } : one });
    },
  };
}

const isSame = (a: Said, b: Said): boolean => a.code === b.code && a.field === b.field;
