// What keys and clicks do with the rows of a list that can be ticked.

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { Selection } from './use-selection.ts';
import type { Ticking } from './use-ticking.ts';

export const rowActs = (selection: Selection, ticking: Ticking) => ({
  onToggle: (doc: RecordDoc) => selection.toggle(doc.id),
  onExtend: ticking.extend,
  onSelectAll: selection.chooseAll,
  onClear: selection.clear,
  isSelected: (doc: RecordDoc) => selection.has(doc.id),
});
