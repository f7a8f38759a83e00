// Who belongs to the team: make it, name its members, change roles, remove, leave.

import type { Handlers } from '../../../../src-shared/bridge/server.ts';
import { fail, ok } from '../../../../src-shared/domain/result.ts';
import type { ServiceContext } from '../context.ts';
import {
  isLastOwner,
  othersHere,
  ownMember,
  reviewed,
  shareNothing,
  takeName,
} from './standing.ts';

type Served = 'team.make' | 'team.profile' | 'team.role' | 'team.remove' | 'team.leave';

export function membershipHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const { team, settings } = context;
  const { state, file, log } = team;

  return {
    'team.make': async ({ name, memberName, share }) => {
      const book = context.book();
      if (!book.ok) return book;
      if (ownMember(context) !== undefined) return fail('has-team');
      if (share === 'nothing') {
        const kept = await shareNothing(context);
        if (!kept.ok) return kept;
      }
      file.write({ memberName });
      takeName(context, memberName);
      state.make(name, memberName);
      log.add({ code: 'made' });
      return reviewed(context);
    },
    'team.profile': async ({ memberName, deviceName, colour }) => {
      const own = ownMember(context);
      if (own === undefined) return fail('no-team');
      // A team has room for so many statements: none is spent on what is so already.
      const isSo =
        own.memberName === memberName && own.deviceName === deviceName && own.colour === colour;
      takeName(context, memberName);
      if (isSo) return ok(null);
      const said = state.say({ t: 'profile', memberName, deviceName, colour });
      return said.ok ? reviewed(context) : said;
    },
    'team.role': async ({ device, role }) => {
      if (ownMember(context)?.role !== 'owner') return fail('owner-only');
      if (role === 'member' && isLastOwner(context, device)) return fail('last-owner');
      const said = state.say({ t: 'role', device, role });
      return said.ok ? reviewed(context) : said;
    },
    'team.remove': async ({ device }) => {
      if (ownMember(context)?.role !== 'owner') return fail('owner-only');
      if (device === settings.device.id || isLastOwner(context, device)) return fail('last-owner');
      const said = state.beginEpoch([device]);
      if (!said.ok) return said;
      log.add({ code: 'removed', device });
      return reviewed(context);
    },
    'team.leave': async () => {
      if (ownMember(context) === undefined) return fail('no-team');
      if (othersHere(context).length > 0 && isLastOwner(context, settings.device.id))
        return fail('last-owner');
      const said = state.leave();
      if (!said.ok) return said;
      log.add({ code: 'left', device: settings.device.id });
      return reviewed(context);
    },
  };
}
