// Says for each feed of a list whose it is: somebody of that name in the book, a new
// person, or nobody. Done as one change that can be undone.

import { useState } from 'react';

import type { OpmlFeed } from '../../../../src-shared/bridge/feed-types.ts';
import { foldText } from '../../../../src-shared/domain/fold.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { networkOf } from '../../../../src-shared/feeds/sources.ts';
import { feedItem } from '../../../../src-shared/feeds/subscription.ts';
import { create, edit } from '../../../../src-shared/records/intents/edits.ts';
import { follow } from '../../../../src-shared/records/intents/people.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { calledOneOf } from '../../../data/queries/people.ts';
import { useRecords } from '../../../data/use-records.ts';
import { refOf } from '../../../data/ref-of.ts';

export type Placing = {
  feed: OpmlFeed;
  /** People and organisations whose name is the feed's or its folder's. */
  known: RecordDoc[];
  newName: string;
  /** An id, `new` or `skip`. */
  choice: string;
};

export function useOpmlPlacing(feeds: readonly OpmlFeed[]) {
  const run = useCommand();
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const names = feeds.flatMap(({ title, folder }) => [title, folder]).filter((name) => name !== '');
  const people = useRecords(calledOneOf('people', names));
  const groups = useRecords(calledOneOf('groups', names));
  const placings =
    people === undefined || groups === undefined
      ? undefined
      : feeds.map((feed): Placing => {
          const own = [feed.folder, feed.title].map(foldText).filter((name) => name !== '');
          const known = [...people, ...groups].filter(
            ({ name, keys: has }) =>
              own.includes(foldText(name)) || own.some((one) => has.includes(`name:${one}`)),
          );
          const newName = (feed.title || feed.folder || new URL(feed.url).hostname).slice(0, 60);
          const choice = chosen.get(feed.url) ?? known[0]?.id ?? 'skip';
          return { feed, known, newName, choice };
        });

  const apply = async (): Promise<boolean> => {
    const put = (placings ?? []).filter(({ choice }) => choice !== 'skip');
    const item = ({ url, title }: OpmlFeed) =>
      feedItem({ url, title, network: networkOf(url, 'web') });
    const made = put.filter(({ choice }) => choice === 'new');
    const byName = Map.groupBy(made, ({ newName }) => newName);
    const records = [...byName].map(([fullName, own]) => ({
      kind: 'person',
      fields: { fullName },
      sets: { feeds: own.map(({ feed }) => item(feed)) },
    }));
    const changes = put.flatMap(({ choice, known, feed }) => {
      const owner = known.find(({ id }) => id === choice);
      if (owner === undefined) return [];
      return [follow(refOf(owner), item(feed))];
    });
    if (records.length > 0 && (await run(create(...records))) === undefined) return false;
    return changes.length === 0 || (await run(edit(...changes))) !== undefined;
  };
  return {
    placings,
    choose: (url: string, choice: string) => setChosen(new Map(chosen).set(url, choice)),
    apply,
  };
}
