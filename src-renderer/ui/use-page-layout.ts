// How the blocks of a kind's pages are arranged on this laptop.

import type { PageLayout } from '../../src-shared/bridge/host-types.ts';
import { useHost } from '../data/host-context.tsx';
import { tellHere } from '../data/latest.tsx';
import { showFailure } from '../data/use-command.tsx';
import { errorWords } from '../words/host-words.ts';
import {
  arranged,
  type Arranged,
  type Column,
  movedTo,
  noLayout,
  type Placed,
} from './arranged.ts';

/** `what`: said of it, with a way back. */
export type Layout<Block extends Placed> = {
  columns: { side: Block[]; main: Block[] };
  hidden: Block[];
  isChanged: boolean;
  /** The next one that is shown; undefined at the end. */
  next: (id: string, by: 1 | -1) => string | undefined;
  move: (id: string, beside: string, side: 'before' | 'after', what: string) => void;
  /** To the end of the other column. */
  across: (id: string, what: string) => void;
  hide: (id: string, what: string) => void;
  show: (id: string, what: string) => void;
  reset: (what: string) => void;
};

export function usePageLayout<Block extends Placed>(
  kind: string,
  blocks: readonly Block[],
): Layout<Block> {
  const { host, settings, setSettings } = useHost();
  const kept = settings?.pages[kind];
  const now = arranged(blocks, kept ?? noLayout);
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const found = (ids: readonly string[]): Block[] => ids.flatMap((id) => byId.get(id) ?? []);
  const shown = (column: Column): string[] => now[column].filter((id) => !now.hidden.includes(id));
  const columnOf = (id: string): Column => (now.side.includes(id) ? 'side' : 'main');
  const write = async (next: PageLayout | undefined): Promise<boolean> => {
    const { [kind]: _old, ...others } = settings?.pages ?? {};
    const pages: { [kind: string]: PageLayout } =
      next === undefined ? others : { ...others, [kind]: next };
    const written = await host.request('settings.write', { pages });
    if (written.ok) setSettings(written.value);
    else showFailure(errorWords(written.error));
    return written.ok;
  };
  const keep = async (next: Arranged | undefined, what: string): Promise<void> => {
    if (!(await write(next))) return;
    tellHere({ what, back: () => void write(kept), again: () => void write(next) });
  };
  return {
    columns: { side: found(shown('side')), main: found(shown('main')) },
    hidden: found(now.hidden),
    isChanged: kept !== undefined,
    next: (id, by) => {
      const column = shown(columnOf(id));
      return column[column.indexOf(id) + by];
    },
    move: (id, beside, side, what) => void keep(movedTo(now, id, beside, side), what),
    across: (id, what) => {
      const from = columnOf(id);
      const to = from === 'side' ? 'main' : 'side';
      const next = {
        ...now,
        [from]: now[from].filter((one) => one !== id),
        [to]: [...now[to], id],
      };
      void keep(next, what);
    },
    hide: (id, what) => void keep({ ...now, hidden: [...now.hidden, id] }, what),
    show: (id, what) => void keep({ ...now, hidden: now.hidden.filter((one) => one !== id) }, what),
    reset: (what) => void keep(undefined, what),
  };
}
