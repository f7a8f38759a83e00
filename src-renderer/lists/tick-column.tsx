// The boxes by which rows of a list are ticked, and the one for all of them.

import { t } from '@lingui/core/macro';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { GridColumn } from '../ui/grid-column.ts';
import type { Selection } from './use-selection.ts';
import type { Ticking } from './use-ticking.ts';

/** `calledOf`: what a row is called. */
export const tickColumn = (
  { chosen, has, toggle }: Selection,
  { isAll, toggleAll }: Ticking,
  calledOf: (doc: RecordDoc) => string = ({ name }) => name,
): GridColumn<RecordDoc> => ({
  name: t`Select`,
  isScreenOnly: true,
  isFrozen: true,
  width: '34px',
  head: <TickAll isAll={isAll} isSome={chosen !== undefined} toggleAll={toggleAll} />,
  cell: (doc) => (
    <input
      type="checkbox"
      className="tick"
      tabIndex={-1}
      aria-label={t`Select ${calledOf(doc)}`}
      checked={has(doc.id)}
      onClick={(event) => {
        event.stopPropagation();
        toggle(doc.id);
      }}
      readOnly
    />
  ),
});

type TickAllProps = Pick<Ticking, 'isAll' | 'toggleAll'> & { isSome: boolean };

const TickAll = ({ isAll, isSome, toggleAll }: TickAllProps) => (
  <input
    type="checkbox"
    className="tick"
    aria-label={t`Select all`}
    checked={isAll}
    ref={(box) => {
      if (box !== null) box.indeterminate = isSome && !isAll;
    }}
    onChange={toggleAll}
  />
);
