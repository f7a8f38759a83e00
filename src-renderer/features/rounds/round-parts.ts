// What other features put into a round; the roof hands it in.

import type { ComponentType } from 'react';

import type { NewRecord, RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Known } from '../../../src-shared/logging/line-parts.ts';
import type { Done } from '../../../src-shared/records/command.ts';

export type RoundParts = {
  /** The line in which what happened is written down. */
  Log: ComponentType<{
    person: Known;
    usualKind: string;
    id: string;
    along: () => NewRecord;
    onLogged: (done: Done) => void;
  }>;
  Write: ComponentType<{
    person: RecordDoc;
    onClose: () => void;
    along: () => NewRecord;
    onSent: (done: Done) => void;
  }>;
  /** Said of somebody before anything is done with them. */
  before: readonly ComponentType<{ doc: RecordDoc }>[];
};
