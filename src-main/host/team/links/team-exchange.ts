// The exchange of this laptop's book with the team, opened when there is a book and a
// team, and what is remembered of each teammate over a restart.

import { randomUUID } from 'node:crypto';

import type { CommandContext } from '../../../../src-shared/records/context.ts';
import { createExchange, type Exchange } from '../../../../src-shared/sync/exchange.ts';
import { type CurrentBook, storeOf } from '../../book/book.ts';
import type { TeamFile } from '../identity/team-file.ts';
import type { TeamLog } from '../team-log.ts';

export type TeamExchange = {
  current: () => Exchange | undefined;
  /** Does nothing while one is open, or where there is no book. */
  open: () => void;
  /** Another book was put in its place: teammates must know it from the old one. */
  forget: () => void;
  /** Keeps when a device was last reached and how far it had got. */
  noteSeen: (device: string) => void;
  compare: (device: string) => Promise<void>;
  close: () => void;
};

export type TeamExchangeNeeds = {
  file: TeamFile;
  log: TeamLog;
  book: CurrentBook;
  commandContext: () => CommandContext;
  /** This laptop and a teammate's have the same. */
  onAgreed: (device: string) => void;
  onChange: () => void;
  onBug: (error: unknown) => void;
};

export function createTeamExchange(needs: TeamExchangeNeeds): TeamExchange {
  const { file, log } = needs;
  let exchange: Exchange | undefined;

  const noteSeen = (device: string): void => {
    const { seen } = file.read();
    const peer = exchange?.peers.get(device);
    const agreedAt = peer?.status.agreedAt ?? seen[device]?.agreedAt;
    const stored = peer?.acknowledged() ?? seen[device]?.stored;
    const toCome = peer?.status.toCome ?? seen[device]?.toCome;
    const note = {
      at: Date.now(),
      ...(agreedAt === undefined ? {} : { agreedAt }),
      ...(stored === undefined ? {} : { stored }),
      ...(toCome === undefined ? {} : { toCome }),
    };
    file.write({ seen: { ...seen, [device]: note } });
  };
  const storeEpoch = (): string => {
    const known = file.read().storeEpoch;
    if (known !== '') return known;
    const made = randomUUID();
    file.write({ storeEpoch: made });
    return made;
  };
  const close = (): void => {
    exchange?.close();
    exchange = undefined;
  };

  return {
    current: () => exchange,
    open: () => {
      const store = storeOf(needs.book);
      if (exchange !== undefined || !store.ok) return;
      exchange = createExchange({
        store: store.value,
        epoch: storeEpoch(),
        context: needs.commandContext,
        onChange: needs.onChange,
        onVerdict: (device, agrees) => {
          log.add({ code: agrees ? 'agreed' : 'differs', device });
          if (!agrees) return;
          noteSeen(device);
          needs.onAgreed(device);
        },
        later: (work, ms) => void setTimeout(work, ms).unref(),
        onBug: needs.onBug,
      });
    },
    forget: () => {
      close();
      file.write({ storeEpoch: '', bundledUpTo: {} });
    },
    noteSeen,
    compare: async (device) => {
      for (const session of exchange?.sessions(device) ?? []) await session.compare();
    },
    close,
  };
}
