// What is chosen of a list, also after a look at a page or a reload: records ticked by hand, or
// all that the list shows but those that were let go again.

import type { View } from '../../src-shared/query/view.ts';
import type { Chosen } from '../data/chosen-people.ts';
import { useChosenCount } from '../data/use-chosen-count.ts';
import { readViewIds } from '../data/use-view.ts';
import type { HostConnection } from '../host/connection.ts';
import { useKept } from '../ui/use-kept.ts';

/** `text`: what is searched for in it; empty for nothing. */
export type Shown = { view: View; text: string };

export type Selection = {
  /** Undefined where nobody is. */
  chosen: Chosen | undefined;
  /** As many as they were when they were chosen. Undefined while the host counts. */
  count: number | undefined;
  /** How many the list would choose now, where they have become more or fewer. */
  changedTo: number | undefined;
  /** Everybody in the list as it is shown, nobody let go. */
  isWhole: boolean;
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  add: (ids: Iterable<string>) => void;
  remove: (ids: Iterable<string>) => void;
  chooseAll: () => void;
  clear: () => void;
};

/**
 * `ids`: those chosen; of a whole list those who are not. `held`: how many the whole list had
 * when it was chosen, as soon as that is counted.
 */
type State = { whole: Shown | undefined; held?: number; ids: ReadonlySet<string> };
const nobody: State = { whole: undefined, ids: new Set() };

const stateIn = (kept: unknown): State | undefined =>
  (kept as Partial<State> | undefined)?.ids instanceof Set ? (kept as State) : undefined;

/** `of`: what is listed, where a page has several lists. */
export function useSelection(shown: Shown, of = ''): Selection {
  const [kept, setState] = useKept(`chosen${of}`, nobody, stateIn);
  const state = there(kept, shown);
  const { whole, ids } = state;
  const change = (act: (ids: Set<string>) => void): void =>
    setState((old) => {
      const before = there(old, shown);
      const next = new Set(before.ids);
      act(next);
      return { ...before, ids: next };
    });
  const put = (some: Iterable<string>, isChosen: boolean): void =>
    change((next) => {
      for (const id of some) {
        if (isChosen === (whole === undefined)) next.add(id);
        else next.delete(id);
      }
    });
  const isChosen = (id: string): boolean => ids.has(id) === (whole === undefined);
  const chosen = chosenOf(state);
  const now = useChosenCount(chosen?.by === 'view' ? chosen : undefined);
  if (whole !== undefined && state.held === undefined && now !== undefined)
    setState({ ...state, held: now + ids.size });
  const count = countOf(state);
  return {
    chosen,
    count,
    changedTo: now === count ? undefined : now,
    isWhole: whole !== undefined && ids.size === 0 && whole.text === shown.text,
    has: isChosen,
    toggle: (id) =>
      change((next) => {
        if (!next.delete(id)) next.add(id);
      }),
    add: (more) => put(more, true),
    remove: (less) => put(less, false),
    chooseAll: () => setState({ whole: shown, ids: new Set() }),
    clear: () => setState(nobody),
  };
}

/** A whole list is chosen only while it is shown, as it is or searched through. */
function there(state: State, shown: Shown): State {
  const { whole } = state;
  if (whole === undefined) return state;
  const isSame = JSON.stringify(whole.view.conditions) === JSON.stringify(shown.view.conditions);
  return isSame && (whole.text === '' || whole.text === shown.text) ? state : nobody;
}

const countOf = ({ whole, held, ids }: State): number | undefined => {
  if (whole === undefined) return ids.size;
  return held === undefined ? undefined : held - ids.size;
};

function chosenOf({ whole, ids }: State): Chosen | undefined {
  if (whole !== undefined) return { by: 'view', ...whole, without: [...ids] };
  return ids.size === 0 ? undefined : { by: 'hand', ids: [...ids] };
}

/** Ids of those that are ticked in the list. */
export function tickedIn(
  { chosen }: Selection,
  host: HostConnection,
): (() => Promise<readonly string[]>) | undefined {
  if (chosen === undefined) return undefined;
  if (chosen.by === 'hand') return () => Promise.resolve(chosen.ids);
  // Whom a search found is known while it is shown.
  if (chosen.text !== '') return undefined;
  return async () => {
    const ids = (await readViewIds(host, chosen.view)) ?? [];
    const without = new Set(chosen.without);
    return ids.filter((id) => !without.has(id));
  };
}
