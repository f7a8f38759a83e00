// What an erasure would reach, what was erased, and what neither reaches.

import type { Erasure, KeptCopy } from '../../../src-shared/bridge/erase-types.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import type { DeviceInfo } from '../../../src-shared/bridge/team-types.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { lookAtErasure } from '../../../src-shared/records/erase/erase.ts';
import { erasureIn, erasureKey } from '../../../src-shared/records/erase/outside.ts';
import { listAside } from '../book/backup/aside.ts';
import { goneAfter } from '../book/backup/names.ts';
import { storeOf } from '../book/book.ts';
import { createTeamInfo } from '../team/team-info.ts';
import type { ServiceContext } from './context.ts';

type Served = Extract<keyof Handlers, `erase.${string}`>;

/** Of so many erasures it is said which laptops they reached. */
const mostListed = 100;

export function eraseHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const { team, settings, profileDir } = context;
  const teamInfo = createTeamInfo(team, settings.device);
  const copies = (before: number): KeptCopy[] => {
    const now = context.commandContext().now();
    const backups = context.backups();
    return [
      ...backups.map((backup): KeptCopy => ({
        where: 'backups',
        name: backup.name,
        at: backup.at,
        until: goneAfter(backups, backup, now),
      })),
      ...listAside(profileDir, now),
    ].filter(({ at }) => at <= before);
  };
  const others = async (): Promise<{ here: DeviceInfo[]; outOfReach: string[] }> => {
    const { devices } = await teamInfo();
    const all = devices.filter(({ isMe }) => !isMe);
    const away = all.filter(({ state }) => state !== 'here');
    return { here: all.filter(({ state }) => state === 'here'), outOfReach: away.map(nameOf) };
  };

  return {
    'erase.look': async ({ refs }) => {
      const store = storeOf(context.book);
      if (!store.ok) return store;
      const looked = await store.value.write((tx) =>
        ok(lookAtErasure(tx, context.commandContext(), refs)),
      );
      if (!looked.ok) return looked;
      const { here, outOfReach } = await others();
      const laptops = here.map(nameOf);
      return ok({ counts: looked.value, copies: copies(Infinity), laptops, outOfReach });
    },
    'erase.list': async () => {
      const store = storeOf(context.book);
      if (!store.ok) return store;
      const ids = (await store.value.byKeys('local', [erasureKey])).get(erasureKey) ?? [];
      const docs = await store.value.get('local', ids);
      const found = [...docs.values()].flatMap((doc) => erasureIn(doc) ?? []);
      const newest = found.toSorted((a, b) => b.at - a.at).slice(0, mostListed);
      const { here, outOfReach } = await others();
      const erasures = newest.map(({ at, counts }): Erasure => {
        const late = counts.isShared ? here.filter(({ agreedAt = 0 }) => agreedAt < at) : [];
        return { at, counts, waiting: late.map(nameOf) };
      });
      return ok({ erasures, copies: copies(newest[0]?.at ?? 0), outOfReach });
    },
  };
}

const nameOf = ({ memberName, deviceName }: DeviceInfo): string =>
  memberName === '' ? deviceName : memberName;
