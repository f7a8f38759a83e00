// A start without an address opens Today once there is something to say; else the people.

import { useEffect } from 'react';

import type { TodayAnswer } from '../../src-shared/today/answers.ts';
import { levels } from '../../src-shared/today/rows.ts';
import { readerZone } from '../data/asking-views.ts';
import { useHost } from '../data/host-context.tsx';
import { replaceBy } from '../ui/router.ts';

/** Newcomers and old ties alone are no reason to be led away from one's list. */
const tooLight: readonly string[] = ['newcomer', 'dormant'];

const saysSomething = ({ counts }: TodayAnswer): boolean =>
  levels.some((level) => !tooLight.includes(level) && (counts[level] ?? 0) > 0);

export function useFirstPage(): void {
  const { host, book } = useHost();
  const isOpen = book !== undefined;
  useEffect(() => {
    const isAtStart = (): boolean => /^#?\/?$/.test(location.hash);
    if (!isOpen || !isAtStart()) return;
    void host.request('today.list', { zone: readerZone(), limit: 1 }).then((answer) => {
      if (answer.ok && saysSomething(answer.value) && isAtStart()) replaceBy('/today');
    });
  }, [host, isOpen]);
}
