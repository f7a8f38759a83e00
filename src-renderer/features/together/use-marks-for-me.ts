// Puts what was read aside on this laptop, and takes that back.

import { plural, t } from '@lingui/core/macro';

import type { ForMe } from '../../../src-shared/together/for-me.ts';
import { tellHere } from '../../data/latest.tsx';
import { useHost } from '../../data/host-context.tsx';

type Kept = Pick<ForMe, 'id' | 'why' | 'state' | 'until'>;

const dayMs = 24 * 60 * 60 * 1_000;

/** Nine in the morning after `now` (ms since 1970). */
export function tomorrowMorning(now: number): number {
  const morning = new Date(now + dayMs);
  morning.setHours(9, 0, 0, 0);
  return morning.getTime();
}

export function useMarksForMe() {
  const { host } = useHost();
  const put = (marks: readonly Kept[]): void =>
    void host.request('together.mark', {
      marks: marks.map(({ id, why, state, until }) => ({
        id,
        why,
        state,
        ...(until === undefined ? {} : { until }),
      })),
    });
  const mark = (entries: readonly ForMe[], state: 'done' | 'later', words: string): void => {
    const until = state === 'later' ? { until: tomorrowMorning(Date.now()) } : {};
    const next = entries.map(({ id, why }) => ({ id, why, state, ...until }));
    const again = (): void => put(next);
    again();
    tellHere({ what: words, back: () => put(entries), again });
  };
  return {
    done: (entries: readonly ForMe[]): void => {
      if (entries.length > 0)
        mark(entries, 'done', plural(entries.length, { one: '# done', other: '# done' }));
    },
    later: (entry: ForMe): void => mark([entry], 'later', t`Put off until tomorrow`),
    reopen: (entry: ForMe): void => put([{ id: entry.id, why: entry.why, state: 'open' }]),
  };
}
