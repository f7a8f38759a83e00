// A run as its page shows it: gathered once when it is opened, each draft anew when it is looked
// at, what was sent and opened live.

import { useEffect, useMemo, useState } from 'react';

import { peopleOfMoment } from '../../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { type Run, runOf } from '../../../../src-shared/drafts/run.ts';
import { useViewTick } from '../../../data/asking-views.ts';
import { useHost } from '../../../data/host-context.tsx';
import { sentOf } from '../../../data/queries/happened.ts';
import { useRecords } from '../../../data/use-records.ts';
import { type Fill, useFiller } from '../use-draft-values.ts';
import { placeOf, type Row, rowOf } from './rows.ts';
import { type Gathered, useGathering } from './use-gathering.ts';

export type RunShown = {
  run: Run;
  /** Undefined while they are gathered. */
  rows: Row[] | undefined;
  /** How many were gathered so far. */
  done: number;
};

/** `looked`: whose draft is looked at. */
export function useRun(doc: RecordDoc, looked: string | undefined): RunShown {
  const run = useMemo(() => runOf(doc), [doc]);
  const { gathered, done } = useGathered(run, looked);
  const sent = useRecords(sentOf(run.id));
  const fill = useFiller();
  const isSentTo = useMemo(
    () => (sent === undefined ? undefined : new Set(sent.flatMap(peopleOfMoment))),
    [sent],
  );
  const order = useOrder(run, gathered, fill);
  const rows = useMemo(() => {
    if (gathered === undefined || order === undefined || isSentTo === undefined) return undefined;
    const byPerson = new Map(run.drafts.map((draft) => [draft.person, draft]));
    return order.flatMap((id) => {
      const [draft, known] = [byPerson.get(id), gathered.get(id)];
      if (draft === undefined || known === undefined) return [];
      const isSent = isSentTo.has(id) || isSentTo.has(known.person?.id ?? '');
      return [rowOf(run, draft, known, isSent, fill)];
    });
  }, [run, gathered, order, isSentTo, fill]);
  return { run, rows, done };
}

/** It holds still: a draft that is filled in or sent stays where it stands. */
function useOrder(
  run: Run,
  gathered: ReadonlyMap<string, Gathered> | undefined,
  fill: Fill,
): readonly string[] | undefined {
  const [order, setOrder] = useState<readonly string[]>();
  if (gathered !== undefined && order === undefined) {
    const placed = run.drafts.flatMap((draft) => {
      const known = gathered.get(draft.person);
      return known === undefined
        ? []
        : [{ id: draft.person, place: placeOf(rowOf(run, draft, known, false, fill)) }];
    });
    setOrder(placed.toSorted((a, b) => a.place - b.place).map(({ id }) => id));
  }
  return order;
}

function useGathered(run: Run, looked: string | undefined) {
  const gather = useGathering(run);
  const { host } = useHost();
  const tick = useViewTick(host);
  const [done, setDone] = useState(0);
  const [gathered, setGathered] = useState<ReadonlyMap<string, Gathered>>();
  const key = run.drafts.map(({ person }) => person).join(' ');
  useEffect(() => {
    let isCurrent = true;
    const ids = key === '' ? [] : key.split(' ');
    void gather?.(ids, (count) => {
      if (isCurrent) setDone(count);
      return isCurrent;
    }).then((found) => {
      if (isCurrent) setGathered(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [gather, key]);
  const isHere = gathered !== undefined;
  useEffect(() => {
    if (looked === undefined || !isHere || gather === undefined) return undefined;
    let isCurrent = true;
    void gather([looked]).then((found) => {
      if (isCurrent) setGathered((before) => new Map([...(before ?? []), ...found]));
    });
    return () => {
      isCurrent = false;
    };
  }, [gather, looked, isHere, tick]);
  return { gathered, done };
}
