// Two laptops that both brought people may have brought the same ones. Looked for once, after
// this laptop and a teammate's first have the same, and only said: nobody is merged by it.

import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { type CurrentBook, storeOf } from '../book/book.ts';
import { lookThrough } from '../doubles.ts';
import type { Device } from '../profile/own-device.ts';
import type { TeamFile } from './identity/team-file.ts';
import type { TeamState } from './identity/team-state.ts';

type TwiceNeeds = {
  file: TeamFile;
  state: TeamState;
  device: Device;
  book: CurrentBook;
  onChange: () => void;
  onBug: (error: unknown) => void;
};

export type Twice = {
  /** This laptop and a teammate's have the same. */
  agreed: (device: string) => void;
  close: () => void;
};

export function createTwice({ file, state, device, book, onChange, onBug }: TwiceNeeds): Twice {
  const looking = new Set<string>();
  let isClosed = false;
  const look = async (other: string): Promise<void> => {
    const store = storeOf(book);
    if (!store.ok) return;
    const { formerId } = state.membership()?.members.get(other) ?? {};
    const count = await countTwice(
      store.value,
      new Set([device.id, ...device.formerIds]),
      new Set([other, formerId ?? other]),
    );
    if (isClosed) return;
    file.write({ twice: { ...file.read().twice, [other]: count } });
    if (count > 0) onChange();
  };
  return {
    agreed: (other) => {
      if (looking.has(other) || file.read().twice[other] !== undefined) return;
      looking.add(other);
      // A book that was closed meanwhile is looked through at the next agreement.
      void look(other)
        .catch((error: unknown) => (isClosed ? undefined : onBug(error)))
        .finally(() => looking.delete(other));
    },
    close: () => {
      isClosed = true;
    },
  };
}

/** How many people of theirs are likely to be people of ours. */
async function countTwice(
  store: RecordStore,
  ours: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
): Promise<number> {
  const [own, other] = [new Set<string>(), new Set<string>()];
  for await (const docs of store.scan('people', { status: 'live' }))
    for (const { id, origin } of docs) {
      if (ours.has(origin.device)) own.add(id);
      if (theirs.has(origin.device)) other.add(id);
    }
  if (own.size === 0 || other.size === 0) return 0;
  const { clusters } = await lookThrough(store, () => undefined);
  return clusters
    .filter(({ band, ids }) => band !== 'possible' && ids.some((id) => own.has(id)))
    .reduce((sum, { ids }) => sum + ids.filter((id) => other.has(id)).length, 0);
}
