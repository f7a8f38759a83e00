// What lies outside the book of records that were erased here or by a teammate: attached
// files, pictures, words about feeds, what was searched for, files made for a window and not fetched yet. The
// book lists it in the transaction that erases them (src-shared/records/erase/outside.ts).

import { ok } from '../../src-shared/domain/result.ts';
import { createInTurn } from '../../src-shared/pacing/in-turn.ts';
import {
  openErasureKey,
  outsideIn,
  strikeErasure,
} from '../../src-shared/records/erase/outside.ts';
import type { Files } from './attachments/attachments.ts';
import { type CurrentBook, storeOf } from './book/book.ts';
import type { Feeds } from './feeds/feeds.ts';
import type { WrittenFiles } from './handover/written-files.ts';
import type { SettingsFile } from './profile/settings.ts';

export type Erased = {
  /** Removes what is listed; resolves when nothing is. Call after every commit, and at the start. */
  sweep: () => Promise<void>;
};

type ErasedNeeds = {
  book: CurrentBook;
  files: Files;
  feeds: Feeds;
  written: WrittenFiles;
  settings: SettingsFile;
};

export function createErased({ book, files, feeds, written, settings }: ErasedNeeds): Erased {
  const inTurn = createInTurn();

  async function sweepNow(): Promise<void> {
    const store = storeOf(book);
    if (!store.ok) return;
    const ids = (await store.value.byKeys('local', [openErasureKey])).get(openErasureKey) ?? [];
    if (ids.length === 0) return;
    // Nobody can say who stands in them.
    written.clear();
    if (settings.read().recentSearches.length > 0) settings.write({ recentSearches: [] });
    const lists = [...(await store.value.get('local', ids)).values()].map(outsideIn);
    await files.drop(lists.flatMap((list) => list.files));
    await feeds.forget(
      lists.flatMap((list) => list.owners),
      lists.flatMap((list) => list.urls),
    );
    await store.value.write((tx) => {
      for (const doc of tx.get('local', ids).values()) strikeErasure(tx, doc);
      return ok(null);
    });
  }
  return { sweep: () => inTurn(sweepNow) };
}
