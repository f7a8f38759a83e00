// What a list shows: a view, saved or not. It stands in the address, so that Back returns to
// exactly the same list.

import { useEffect, useRef } from 'react';

import type { HostSettings } from '../../src-shared/bridge/host-types.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { savedView } from '../../src-shared/query/saved.ts';
import { parseView, type View, type ViewNode } from '../../src-shared/query/view.ts';
import { partsOf } from '../../src-shared/query/describe.ts';
import { useHost } from '../data/host-context.tsx';
import { useMarks } from '../data/use-marks.ts';
import { showFailure } from '../data/use-command.tsx';
import { useRecord } from '../data/use-records.ts';
import { errorWords } from '../words/host-words.ts';
import { groupedAsKnown, type Mark } from '../../src-shared/query/marks.ts';
import { replaceBy, useRouteQuery } from '../ui/router.ts';
import {
  everythingIn,
  type ListKind,
  lookSettings,
  ownLook,
  ownPart,
  pathOfView,
  wholeView,
} from './list-kind.ts';
import { isReadyId, type ReadyView } from './ready-views.ts';

export type ListView = {
  kind: ListKind;
  view: View;
  /** The same as the host is asked: with what holds for all of the list, and grouped only by
   * what is known here. */
  whole: View;
  /** What must hold together, a chip each. */
  parts: ViewNode[];
  /** The saved view that is open. */
  saved: RecordDoc | undefined;
  /** The one that is open and came with Rapport. */
  ready: ReadyView | undefined;
  /** The saved one is of another version, or broken: it cannot be shown. */
  isStrange: boolean;
  /** A later version made it: it asks for what this one cannot, and is not changed here. */
  isNewer: boolean;
  /** Fields that it names and that are not known here (any more). */
  unknown: string[];
  /** Fields of the team's own that do not hold any more what it asks for. */
  retyped: string[];
  /** Differs from the saved one; without one: asks for anything. */
  isChanged: boolean;
  setParts: (parts: ViewNode[]) => void;
  setConditions: (conditions: ViewNode) => void;
  setSorts: (sorts: View['sorts']) => void;
  setGroups: (groupBy: View['groupBy']) => void;
  /** Of all they are kept on this laptop; of a saved view until it is saved. */
  setColumns: (columns: View['columns']) => void;
  /** Kept like the columns. */
  setLayout: (layout: string) => void;
  /** Shows a saved view, or everything. */
  open: (id: string | undefined) => void;
};

const fieldsOf = (marks: readonly Mark[], wanted: Mark['why']): string[] => [
  ...new Set(marks.filter(({ why }) => why === wanted).map(({ field }) => field)),
];

export function useListView(list: ListKind): ListView {
  const query = useRouteQuery();
  const id = query.get('view');
  const ready = list.ready().find((one) => one.id === id);
  const record = useRecord('setup', isReadyId(id) ? undefined : id) ?? undefined;
  const saved = record?.status === 'live' ? record : undefined;
  const read = saved === undefined ? undefined : savedView(saved);
  const kept = read?.ok === true ? ownPart(list, read.value) : undefined;
  const isStrange = read !== undefined && kept === undefined;
  // Whoever leads here need not know what a view is about.
  const elsewhere = isStrange && read.ok ? pathOfView(id ?? '', read.value) : undefined;
  useEffect(() => {
    if (elsewhere !== undefined) replaceBy(elsewhere);
  }, [elsewhere]);
  const { settings } = useHost();
  const keep = useKeeping();
  const own = { ...(ready?.view ?? everythingIn(list)), ...ownLook(list, settings) };
  const base = kept ?? own;
  const edited = parseEdited(list, query.get('q'));
  // Columns of everything are this laptop's, whatever the address had when it was made.
  const columns = saved === undefined ? base.columns : edited?.columns;
  const view: View =
    edited === undefined ? base : { ...base, ...edited, columns: columns ?? base.columns };
  const marks = useMarks(view);
  const show = (next: View): void => {
    const changes = partsOfView(next);
    const isSame = JSON.stringify(changes) === JSON.stringify(partsOfView(base));
    query.set({ view: id, q: isSame ? undefined : JSON.stringify(changes) }, 'step');
  };
  return {
    kind: list,
    view,
    whole: groupedAsKnown(wholeView(list, view), marks),
    parts: partsOf(view.conditions),
    saved,
    ready,
    isStrange,
    isNewer: marks.some(({ why }) => why !== 'unknown-field' && why !== 'other-type'),
    unknown: fieldsOf(marks, 'unknown-field'),
    retyped: fieldsOf(marks, 'other-type'),
    isChanged: JSON.stringify(partsOfView(view)) !== JSON.stringify(partsOfView(base)),
    setParts: (all) => show({ ...view, conditions: { all } }),
    setConditions: (conditions) => show({ ...view, conditions }),
    setSorts: (sorts) => show({ ...view, sorts }),
    setGroups: (groupBy) => show({ ...view, groupBy }),
    setColumns: (next) => {
      if (saved !== undefined) return show({ ...view, columns: next });
      keep(lookSettings(list, settings, { columns: next }));
    },
    setLayout: (layout) => {
      if (saved !== undefined) show({ ...view, layout });
      else keep(lookSettings(list, settings, { layout }));
    },
    open: (other) => query.set({ view: other, q: undefined }, 'step'),
  };
}

/** Shown at once, so that what is chosen next is added to it. */
function useKeeping(): (change: Partial<HostSettings>) => void {
  const { host, settings, setSettings } = useHost();
  const onTheirWay = useRef(0);
  return (change) => {
    if (settings !== undefined) setSettings({ ...settings, ...change });
    onTheirWay.current += 1;
    void host.request('settings.write', change).then((written) => {
      onTheirWay.current -= 1;
      if (!written.ok) {
        if (settings !== undefined) setSettings(settings);
        showFailure(errorWords(written.error));
      } else if (onTheirWay.current === 0) setSettings(written.value);
    });
  };
}

type Parts = Pick<View, 'conditions' | 'sorts' | 'groupBy' | 'columns' | 'layout'>;
const partsOfView = ({ conditions, sorts, groupBy, columns, layout }: View): Parts => ({
  conditions,
  sorts,
  groupBy,
  columns,
  layout,
});

function parseEdited(
  { of }: ListKind,
  text: string | undefined,
): (Omit<Parts, 'layout'> & Partial<Parts>) | undefined {
  if (text === undefined) return undefined;
  try {
    const raw = JSON.parse(text) as object;
    const parsed = parseView({ of, ...raw });
    if (!parsed.ok) return undefined;
    const { layout, ...parts } = partsOfView(parsed.value);
    return 'layout' in raw ? { ...parts, layout } : parts;
  } catch {
    // An address that somebody cut off: the saved view, or everything.
    return undefined;
  }
}
