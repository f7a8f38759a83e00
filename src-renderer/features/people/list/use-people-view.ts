// Which people the list shows: a view, saved or not. It stands in the address, so that
// Back returns to exactly the same list.

import { useRef } from 'react';

import type { HostSettings } from '../../../../src-shared/bridge/host-types.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { savedView } from '../../../../src-shared/query/saved.ts';
import {
  parseView,
  type View,
  type ViewColumn,
  type ViewNode,
} from '../../../../src-shared/query/view.ts';
import { partsOf } from '../../../../src-shared/query/describe.ts';
import { useHost } from '../../../data/host-context.tsx';
import { useMarks } from '../../../data/use-marks.ts';
import { showFailure } from '../../../data/use-command.tsx';
import { useRecord } from '../../../data/use-records.ts';
import { errorWords } from '../../../words/host-words.ts';
import type { Mark } from '../../../../src-shared/query/prepare.ts';
import { useRouteQuery } from '../../../ui/router.ts';
import { isReadyId, type ReadyView, readyViews } from './ready-views.ts';

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
  /** Of everybody they are kept on this laptop; of a saved view until it is saved. */
  setColumns: (columns: View['columns']) => void;
  /** Kept like the columns. */
  setLayout: (layout: string) => void;
  /** Shows a saved view, or everybody. */
  open: (id: string | undefined) => void;
};

const fieldsOf = (marks: readonly Mark[], wanted: Mark['why']): string[] => [
  ...new Set(marks.filter(({ why }) => why === wanted).map(({ field }) => field)),
];

export function usePeopleView(): PeopleView {
  const query = useRouteQuery();
  const id = query.get('view');
  const ready = readyViews().find((one) => one.id === id);
  const record = useRecord('setup', isReadyId(id) ? undefined : id) ?? undefined;
  const saved = record?.status === 'live' ? record : undefined;
  const read = saved === undefined ? undefined : savedView(saved);
  const isStrange = read !== undefined && (!read.ok || read.value.of !== 'people');
  const { host, settings, setSettings } = useHost();
  const own = {
    ...(ready?.view ?? everybody),
    columns: ownColumns(settings),
    layout: settings?.peopleLayout ?? 'table',
  };
  const base = read?.ok === true && !isStrange ? read.value : own;
  const edited = parseEdited(query.get('q'));
  // Columns of everybody are this laptop's, whatever the address had when it was made.
  const columns = saved === undefined ? base.columns : edited?.columns;
  const view: View =
    edited === undefined ? base : { ...base, ...edited, columns: columns ?? base.columns };
  const marks = useMarks(view);
  const show = (next: View): void => {
    const changes = partsOfView(next);
    const isSame = JSON.stringify(changes) === JSON.stringify(partsOfView(base));
    query.set({ view: id, q: isSame ? undefined : JSON.stringify(changes) }, 'step');
  };
  const onTheirWay = useRef(0);
  /** Shown at once, so that what is chosen next is added to it. */
  const keep = (change: Partial<HostSettings>): void => {
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
  return {
    view,
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
    setColumns: (columns) => {
      if (saved !== undefined) return show({ ...view, columns });
      keep(settingsOf(columns));
    },
    setLayout: (layout) => {
      if (saved !== undefined) show({ ...view, layout });
      else keep({ peopleLayout: layout });
    },
    open: (other) => query.set({ view: other, q: undefined }, 'step'),
  };
}

const ownColumns = (settings: HostSettings | undefined): ViewColumn[] =>
  (settings?.peopleColumns ?? []).map((field) => {
    const [width, footer] = [settings?.peopleWidths[field], settings?.peopleFeet[field]];
    return {
      field,
      ...(width === undefined ? {} : { width }),
      ...(footer === undefined ? {} : { footer }),
    };
  });

const settingsOf = (columns: readonly ViewColumn[]) => ({
  peopleColumns: columns.map(({ field }) => field),
  peopleWidths: Object.fromEntries(
    columns.flatMap(({ field, width }) => (width === undefined ? [] : [[field, width]])),
  ),
  peopleFeet: Object.fromEntries(
    columns.flatMap(({ field, footer }) => (footer === undefined ? [] : [[field, footer]])),
  ),
});

type Parts = Pick<View, 'conditions' | 'sorts' | 'groupBy' | 'columns' | 'layout'>;
const partsOfView = ({ conditions, sorts, groupBy, columns, layout }: View): Parts => ({
  conditions,
  sorts,
  groupBy,
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
