// What becomes of some who may be one: who stays, who is somebody else, merged or told apart.

import { useState } from 'react';

import type { DoublesCluster } from '../../../src-shared/bridge/host-types.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Command } from '../../../src-shared/records/command.ts';
import { mergeInto } from '../../../src-shared/records/intents/merge-chosen.ts';
import { useCommand } from '../../data/use-command.tsx';
import { whoStays } from './who-stays.ts';

type Asked = {
  docs: readonly RecordDoc[];
  linked: DoublesCluster['linked'];
  move: (step: number) => void;
  onDone: () => void;
};

export function useCluster({ docs, linked, move, onDone }: Asked) {
  const run = useCommand();
  const [chosen, setChosen] = useState<string>();
  const [out, setOut] = useState<readonly string[]>([]);
  const shown = docs.filter(({ id }) => !out.includes(id));
  const keep =
    shown.find(({ id }) => id === chosen) ?? whoStays(shown.length > 0 ? shown : docs, linked);
  return {
    shown,
    keep,
    choose: ({ id }: RecordDoc): void => setChosen(id),
    merge: async (): Promise<void> => {
      const joining = shown.filter(({ id }) => id !== keep.id);
      move(1);
      if ((await run(mergeInto(keep, joining))) !== undefined) onDone();
    },
    /** As it was chosen value by value. */
    mergeChosen: async (command: Command): Promise<void> => {
      if ((await run(command)) === undefined) return;
      move(1);
      onDone();
    },
    /** One of them against all others, or each against each. */
    tellApart: async (one?: RecordDoc): Promise<void> => {
      const all = docs.flatMap((a, at) => docs.slice(at + 1).map((b) => [a, b] as const));
      const pairs = all
        .filter(([a, b]) => one === undefined || a === one || b === one)
        .map(([a, b]): [string, string] => [a.id, b.id]);
      if (one === undefined) move(1);
      const done = await run({ type: 'judge', pairs, says: 'distinct' });
      if (done !== undefined && (one === undefined || docs.length < 3)) onDone();
      if (done !== undefined && one !== undefined) setOut([...out, one.id]);
    },
  };
}
