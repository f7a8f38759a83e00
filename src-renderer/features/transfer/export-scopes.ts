// Which people can go into a file: everybody, those chosen in the list, a saved view, a group.

import { plural, t } from '@lingui/core/macro';

import type { ExportAsked } from '../../../src-shared/bridge/requests/transfer.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { savedView } from '../../../src-shared/query/saved.ts';
import { whichOf } from '../../data/asking-views.ts';
import { type Chosen, type ChosenByView, handedOver } from '../../data/chosen-people.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';

export type ExportScope = {
  value: string;
  label: string;
  scope: ExportAsked['scope'];
  /** Said in words below. */
  view?: ChosenByView;
};

export const everybody = (): ExportScope => ({
  value: 'all',
  label: t`Everybody`,
  scope: { type: 'all' },
});

export function handedScope(): ExportScope | undefined {
  const chosen = handedOver();
  return chosen === undefined ? undefined : { value: 'handed', ...scopeOf(chosen) };
}

function scopeOf(chosen: Chosen): Omit<ExportScope, 'value'> {
  if (chosen.by === 'view')
    return {
      label: t`Those in the list you came from`,
      scope: { type: 'view', ...whichOf(chosen) },
      view: chosen,
    };
  return {
    label: plural(chosen.ids.length, {
      one: 'The one person you selected',
      other: 'The # people you selected',
    }),
    scope: { type: 'selection', ids: [...chosen.ids] },
  };
}

export const groupScope = (group: RecordDoc): ExportScope => ({
  value: group.id,
  label: nameOrNone(group),
  scope: { type: 'group', id: group.id },
});

/** Undefined for what is no view of people here. */
export function viewScope(doc: RecordDoc): ExportScope | undefined {
  const view = savedView(doc);
  if (!view.ok || view.value.of !== 'people') return undefined;
  const chosen: ChosenByView = { by: 'view', view: view.value, text: '', without: [] };
  const scope = { type: 'view' as const, ...whichOf(chosen) };
  return { value: doc.id, label: nameOrNone(doc), scope, view: chosen };
}
