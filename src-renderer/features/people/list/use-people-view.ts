// Which people the list shows: a view, saved or not. It stands in the address, so that
// Back returns to exactly the same list.

import type { HostSettings } from '../../../../src-shared/bridge/host-types.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { savedView } from '../../../../src-shared/query/saved.ts';
import { parseView, type View, type ViewNode } from '../../../../src-shared/query/view.ts';
import { partsOf } from '../../../../src-shared/query/describe.ts';
import { useHost } from '../../../data/host-context.tsx';
import { showFailure } from '../../../data/use-command.tsx';
import { useRecord } from '../../../data/use-records.ts';
import { errorWords } from '../../../words/host-words.ts';
import { useRouteQuery } from '../../../ui/router.ts';

export const everybody: View = {
  of: 'people',
  conditions: { all: [] },
  sorts: [],
  groupBy: [],
  columns: [],
  layout: 'table',
};

export type PeopleView = {
  view: View;
  /** What must hold together, a chip each. */
  parts: ViewNode[];
  /** The saved view that is open. */
  saved: RecordDoc | undefined;
  /** The saved one is of another version, or broken: it cannot be shown. */
  isStrange: boolean;
  /** Differs from the saved one; without one: asks for anything. */
  isChanged: boolean;
  setParts: (parts: ViewNode[]) => void;
  setConditions: (conditions: ViewNode) => void;
  setSorts: (sorts: View['sorts']) => void;
  /** Of everybody they are kept on this laptop; of a saved view until it is saved. */
  setColumns: (columns: View['columns']) => void;
  /** Kept like the columns. */
  setLayout: (layout: string) => void;
  /** Shows a saved view, or everybody. */
  open: (id: string | undefined) => void;
};

export function usePeopleView(): PeopleView {
  const query = useRouteQuery();
  const id = query.get('view');
  const record = useRecord('setup', id) ?? undefined;
  const saved = record?.status === 'live' ? record : undefined;
  const read = saved === undefined ? undefined : savedView(saved);
  const isStrange = read !== undefined && (!read.ok || read.value.of !== 'people');
  const { host, settings, setSettings } = useHost();
  const own = ownColumns(settings?.peopleColumns ?? [], settings?.peopleWidths ?? {});
  const base =
    read?.ok === true && !isStrange
      ? read.value
      : { ...everybody, columns: own, layout: settings?.peopleLayout ?? 'table' };
  const edited = parseEdited(query.get('q'));
  const view: View = edited === undefined ? base : { ...base, ...edited };
  const show = (next: View): void => {
    const changes = partsOfView(next);
    const isSame = JSON.stringify(changes) === JSON.stringify(partsOfView(base));
    query.set({ view: id, q: isSame ? undefined : JSON.stringify(changes) }, 'step');
  };
  const keep = (change: Partial<HostSettings>): void =>
    void host.request('settings.write', change).then((written) => {
      if (written.ok) setSettings(written.value);
      else showFailure(errorWords(written.error));
    });
  return {
    view,
    parts: partsOf(view.conditions),
    saved,
    isStrange,
    isChanged: JSON.stringify(partsOfView(view)) !== JSON.stringify(partsOfView(base)),
    setParts: (all) => show({ ...view, conditions: { all } }),
    setConditions: (conditions) => show({ ...view, conditions }),
    setSorts: (sorts) => show({ ...view, sorts }),
    setColumns: (columns) => {
      if (saved !== undefined) return show({ ...view, columns });
      const widths = columns.flatMap(({ field, width }) =>
        width === undefined ? [] : [[field, width] as const],
      );
      keep({
        peopleColumns: columns.map(({ field }) => field),
        peopleWidths: Object.fromEntries(widths),
      });
    },
    setLayout: (layout) => {
      if (saved !== undefined) show({ ...view, layout });
      else keep({ peopleLayout: layout });
    },
    open: (other) => query.set({ view: other, q: undefined }, 'step'),
  };
}

const ownColumns = (
  fields: readonly string[],
  widths: { readonly [field: string]: number },
): View['columns'] =>
  fields.map((field) => {
    const width = widths[field];
    return width === undefined ? { field } : { field, width };
  });

type Parts = Pick<View, 'conditions' | 'sorts' | 'columns' | 'layout'>;
const partsOfView = ({ conditions, sorts, columns, layout }: View): Parts => ({
  conditions,
  sorts,
  columns,
  layout,
});

function parseEdited(
  text: string | undefined,
): (Omit<Parts, 'layout'> & Partial<Parts>) | undefined {
  if (text === undefined) return undefined;
  try {
    const raw = JSON.parse(text) as object;
    const parsed = parseView({ of: 'people', ...raw });
    if (!parsed.ok) return undefined;
    const { layout, ...parts } = partsOfView(parsed.value);
    return 'layout' in raw ? { ...parts, layout } : parts;
  } catch {
    // An address that somebody cut off: the saved view, or everybody.
    return undefined;
  }
}
