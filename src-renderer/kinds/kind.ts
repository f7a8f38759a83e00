// What the window must know of a kind of record: what it is called, its picture in lists,
// where its page is, and the columns of a list of such records. What a kind holds stands
// in src-shared/domain.

import type { ComponentType } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { PhraseId } from '../../src-shared/words/phrases.ts';
import type { GridColumn } from '../ui/virtual-grid.tsx';

export type WindowKind = {
  /** As in src-shared/domain. */
  kind: string;
  /** What it is called. */
  labelId: PhraseId;
  icon: ComponentType<{ size: number }>;
  /** The address of the page of one record; kinds without one are shown on another's page. */
  path?: (id: string) => string;
  /** Of a list of them; made when it is drawn, in the language of that moment. */
  columns?: () => readonly GridColumn<RecordDoc>[];
};
