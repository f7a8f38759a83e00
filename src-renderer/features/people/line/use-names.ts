// Whom the words of a line may mean: asked of the host once for the same words.

import { useCallback, useEffect, useState } from 'react';

import type { Known } from '../../../../src-shared/logging/line-parts.ts';
import { useHost } from '../../../data/host-context.tsx';
import { type Names, namedBy } from './line-draft.ts';

const most = 50;

export function useNames() {
  const { host } = useHost();
  const [names, setNames] = useState<Names>(new Map());
  const find = useCallback(
    async (text: string): Promise<readonly Known[]> => {
      const answer = await host.request('search.run', {
        text,
        collections: ['people'],
        limit: most,
      });
      return answer.ok ? answer.value.hits.map(({ id, name }) => ({ id, name })) : [];
    },
    [host],
  );
  const learn = useCallback(
    async (wanted: readonly string[]): Promise<Names> => {
      const found = await Promise.all(
        wanted.map(async (words) => {
          return [words, namedBy(await find(words), words)] as const;
        }),
      );
      setNames((before) => new Map([...before, ...found]));
      return new Map(found);
    },
    [find],
  );
  return { names, learn };
}

/** Learns what a line asks for; `wanted`: a name in each line. */
export function useLearning(
  wanted: string,
  learn: (wanted: readonly string[]) => Promise<Names>,
): void {
  useEffect(() => {
    if (wanted !== '') void learn(wanted.split('\n'));
  }, [wanted, learn]);
}
