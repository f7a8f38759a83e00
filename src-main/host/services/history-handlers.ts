// What was changed, when and by whom.

import { ok, type Result } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import type { BookHistory } from '../book/history/history.ts';
import type { ServiceContext } from './context.ts';

type Served = Extract<keyof Handlers, `history.${string}`>;

export function historyHandlers({ book, settings }: ServiceContext): Pick<Handlers, Served> {
  const history = (): Result<BookHistory> => {
    const open = book();
    if (!open.ok) return open;
    const { id, formerIds } = settings.device;
    return ok(open.value.history([id, ...formerIds]));
  };
  const read = <T>(answer: (history: BookHistory) => T): Result<T> => {
    const open = history();
    return open.ok ? ok(answer(open.value)) : open;
  };
  return {
    'history.of': (asked) => read((past) => past.of(asked)),
    'history.actions': (asked) => read((past) => past.actions(asked)),
    'history.touched': (asked) => read((past) => past.touched(asked)),
    'history.then': (asked) => read((past) => past.at(asked)),
    'history.list': async (asked) => {
      const open = history();
      return open.ok ? ok(await open.value.list(asked)) : open;
    },
    'history.imports': () => read((past) => ({ imports: past.imports() })),
    'history.away': ({ since }) => read((past) => past.away(since)),
    'history.theirs': (asked) => read((past) => past.theirs(asked)),
    'history.since': ({ n }) => read((past) => past.since(n)),
    'history.news': () => read((past) => past.news()),
    'history.seen': async ({ n }) => {
      const open = history();
      if (!open.ok) return open;
      await open.value.seen(n);
      return ok(null);
    },
    'history.less': async ({ days }) => {
      const open = history();
      return open.ok ? ok({ changes: await open.value.countTrim(days) }) : open;
    },
    'history.size': () => read((past) => past.size()),
  };
}
