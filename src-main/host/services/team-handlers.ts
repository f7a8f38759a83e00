// What people do with their team: make it, invite, ask, accept, name, remove, leave.

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { secretOf, unknownWord } from '../../../src-shared/sync/team/invite.ts';
import type { Member } from '../../../src-shared/sync/team/membership.ts';
import { diagnose } from '../team/network/doctor.ts';
import { highestN } from '../team/identity/team-state.ts';
import { createTeamInfo } from '../team/team-info.ts';
import { usualPort } from '../team/network/network.ts';
import type { ServiceContext } from './context.ts';
import { shareNothingYet } from '../team/share.ts';

type Served = Extract<keyof Handlers, `team.${string}`>;

export function teamHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const { team, settings } = context;
  const { state, file, inviting, log } = team;
  const me = settings.device.id;
  const readInfo = createTeamInfo(team, me);

  const reviewed = async (): Promise<Result<null>> => {
    await team.review();
    return ok(null);
  };
  /** The member that is this device, while it belongs to a team. */
  const own = (): Member | undefined => {
    const member = state.view()?.members.get(me);
    return member?.state === 'here' ? member : undefined;
  };
  const nextN = (): number => highestN(state.statements()) + 1;
  const teamId = (): string => state.view()?.team ?? '';

  return {
    'team.info': async () => ok(await readInfo()),
    'team.make': async ({ name, memberName, share }) => {
      const book = context.book();
      if (!book.ok) return book;
      if (own() !== undefined) return fail('has-team');
      if (share === 'nothing') {
        const kept = await shareNothingYet(book.value.store, context.commandContext());
        if (!kept.ok) return kept;
      }
      file.write({ memberName });
      state.make(name, memberName);
      log.add({ code: 'made' });
      return reviewed();
    },
    'team.invite': () => {
      if (own() === undefined) return fail('no-team');
      inviting.begin();
      return ok(null);
    },
    'team.uninvite': () => {
      inviting.end();
      return ok(null);
    },
    'team.ask': async ({ words, memberName, address }) => {
      if (own() !== undefined) return fail('has-team');
      if (team.held.isHeld()) return fail('network-held');
      const secret = secretOf(words);
      const word = unknownWord(words);
      if (secret === undefined)
        return word === undefined ? fail('not-an-invite') : fail('unknown-word', { word });
      if (address.trim() !== '') addAddress(context, address);
      await team.ask(secret, memberName);
      return ok(null);
    },
    'team.stopAsking': () => {
      team.stopAsking();
      return ok(null);
    },
    'team.answer': ({ ask, accept }) => {
      if (!accept) log.add({ code: 'refused-ask' });
      return inviting.answer(ask, accept);
    },
    'team.profile': async ({ memberName, deviceName, colour }) => {
      if (own() === undefined) return fail('no-team');
      const named = { id: me, memberName, deviceName, colour };
      state.say({ t: 'profile', team: teamId(), n: nextN(), ...named });
      return reviewed();
    },
    'team.role': async ({ device, role }) => {
      if (own()?.role !== 'owner') return fail('owner-only');
      if (role === 'member' && isLastOwner(context, device)) return fail('last-owner');
      state.say({ t: 'role', team: teamId(), n: nextN(), id: device, role });
      return reviewed();
    },
    'team.remove': async ({ device }) => {
      if (own()?.role !== 'owner') return fail('owner-only');
      if (device === me || isLastOwner(context, device)) return fail('last-owner');
      state.beginEpoch([device]);
      log.add({ code: 'removed', device });
      return reviewed();
    },
    'team.leave': async () => {
      if (own() === undefined) return fail('no-team');
      const others = [...(state.view()?.members.values() ?? [])].filter(
        ({ id, state: isHere }) => id !== me && isHere === 'here',
      );
      if (others.length > 0 && isLastOwner(context, me)) return fail('last-owner');
      state.leave();
      log.add({ code: 'left', device: me });
      return reviewed();
    },
    'team.pause': async ({ paused }) => {
      file.write({ isPaused: paused });
      log.add({ code: paused ? 'paused' : 'resumed' });
      return reviewed();
    },
    'team.hold': ({ network, held }) =>
      team.held.hold(network, held) ? reviewed() : fail('changed-since'),
    'team.rest': () =>
      ok({
        hasTeam: own() !== undefined,
        isPaused: file.read().isPaused,
        held: team.held.now().find(({ isHeld }) => isHeld),
      }),
    'team.compare': async () => {
      await team.compare();
      return ok(null);
    },
    'team.reach': async ({ addresses, signaling, turn }) => {
      file.write({ addresses: addresses.map(withPort), signaling, turn: turn ?? undefined });
      return reviewed();
    },
    'team.doctor': async () => ok(await diagnose(team)),
  };
}

function addAddress({ team }: ServiceContext, address: string): void {
  const { addresses } = team.file.read();
  const added = withPort(address.trim());
  if (!addresses.includes(added)) team.file.write({ addresses: [...addresses, added] });
}

const withPort = (address: string): string =>
  /:\d+$/.test(address) ? address : `${address}:${usualPort}`;

function isLastOwner({ team }: ServiceContext, device: string): boolean {
  const owners = [...(team.state.view()?.members.values() ?? [])].filter(
    ({ role, state }) => role === 'owner' && state === 'here',
  );
  return owners.length === 1 && owners[0]?.id === device;
}
