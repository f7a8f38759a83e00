// What the window must know of a kind of record: its picture in lists, where its page is,
// and the columns of a list of such records. What a kind holds stands in
// src-shared/domain, what it is called in src-shared/words/english/kinds.ts.

import type { ComponentType } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { GridColumn } from '../ui/virtual-grid.tsx';

export type WindowKind = {
  icon: ComponentType<{ size: number }>;
  /** The address of the page of one record; kinds without one are shown on another's page. */
  path?: (id: string) => string;
  /** Of a list of them; made when it is drawn, in the language of that moment. */
  columns: () => readonly GridColumn<RecordDoc>[];
};

/** What is special about a kind; the rest follows from its declaration. */
export type SpecialKind = Partial<WindowKind> & {
  /** As in src-shared/domain. */
  kind: string;
};
