// One calendar on its way in: looked at, then logged and kept as is wanted.

import { plural } from '@lingui/core/macro';
import { useEffect, useState } from 'react';

import type { CalendarLooked } from '../../../../src-shared/bridge/requests/calendar.ts';
import type { Failure, Result } from '../../../../src-shared/domain/result.ts';
import type { ManyReport } from '../../../../src-shared/records/make-in-pieces.ts';
import { announce } from '../../../data/announce.ts';
import { readerZone } from '../../../data/asking-views.ts';
import { handOver } from '../../../data/files.ts';
import { useHost } from '../../../data/host-context.tsx';

export type Taking = {
  log: 'none' | 'private' | 'team';
  isKept: boolean;
  /** In minutes. */
  every: number;
};

type State = {
  step: 'none' | 'reading' | 'preview' | 'writing' | 'done';
  name: string;
  isAddress: boolean;
  looked?: CalendarLooked;
  taking: Taking;
  report?: ManyReport;
  failure?: Failure;
};

const nothing = (): State => ({
  step: 'none',
  name: '',
  isAddress: false,
  taking: { log: 'private', isKept: true, every: 60 },
});

export type CalendarImport = State & {
  choose: (file: File) => Promise<void>;
  chooseAddress: (address: string) => Promise<void>;
  set: (taking: Partial<Taking>) => void;
  take: () => Promise<void>;
  reset: () => void;
};

export function useCalendarImport(): CalendarImport {
  const { host } = useHost();
  const [state, setState] = useState(nothing);
  const calendar = state.looked?.calendar;
  useEffect(
    () => () => {
      if (calendar !== undefined) void host.request('calendar.close', { calendar });
    },
    [host, calendar],
  );
  const show = (looked: Result<CalendarLooked>, before: State): void => {
    if (!looked.ok) return setState({ ...before, step: 'none', failure: looked.error });
    const { value } = looked;
    const { past, coming } = value.preview;
    announce(plural(past + coming, { one: '# meeting found', other: '# meetings found' }));
    setState({ ...before, step: 'preview', name: value.name, looked: value });
  };
  return {
    ...state,
    choose: async (file) => {
      const before: State = { ...nothing(), step: 'reading', name: file.name };
      setState(before);
      const handed = await handOver(host, file);
      if (!handed.ok) return show(handed, before);
      const asked = { file: handed.value, name: file.name, zone: readerZone() };
      show(await host.request('calendar.lookAtFile', asked), before);
    },
    chooseAddress: async (address) => {
      const before: State = { ...nothing(), step: 'reading', isAddress: true };
      setState(before);
      show(await host.request('calendar.lookAtAddress', { address, zone: readerZone() }), before);
    },
    set: (taking) => setState({ ...state, taking: { ...state.taking, ...taking } }),
    take: async () => {
      if (calendar === undefined) return;
      setState({ ...state, step: 'writing' });
      const { looked: _looked, ...rest } = state;
      const taken = await host.request('calendar.take', { calendar, ...state.taking });
      if (!taken.ok) return setState({ ...state, step: 'preview', failure: taken.error });
      const { made } = taken.value;
      announce(plural(made, { one: '# meeting is logged', other: '# meetings are logged' }));
      setState({ ...rest, step: 'done', report: taken.value });
    },
    reset: () => setState(nothing()),
  };
}
