// How teammates are reached: what is known of them, pause and go on, networks to keep off,
// addresses by hand, and what stands in the way.

import type { Handlers } from '../../../../src-shared/bridge/server.ts';
import type { TeamRest } from '../../../../src-shared/bridge/team-types.ts';
import { fail, ok } from '../../../../src-shared/domain/result.ts';
import type { Membership } from '../../../../src-shared/sync/team/log/membership.ts';
import { diagnose } from '../../team/network/doctor.ts';
import { withPort } from '../../team/network/address.ts';
import { createTeamInfo } from '../../team/team-info.ts';
import type { ServiceContext } from '../context.ts';
import { ownMember, reviewed } from './standing.ts';

type Served =
  | 'team.info'
  | 'team.pause'
  | 'team.hold'
  | 'team.rest'
  | 'team.twiceSeen'
  | 'team.compare'
  | 'team.reach'
  | 'team.doctor';

export function reachHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const { team, settings } = context;
  const { file, log, held } = team;
  const readInfo = createTeamInfo(team, settings.device);

  return {
    'team.info': async () => ok(await readInfo()),
    'team.pause': async ({ paused }) => {
      file.write({ isPaused: paused });
      log.add({ code: paused ? 'paused' : 'resumed' });
      return reviewed(context);
    },
    'team.hold': (asked) =>
      held.hold(asked.network, asked.held) ? reviewed(context) : fail('changed-since'),
    'team.rest': () =>
      ok({
        hasTeam: ownMember(context) !== undefined,
        isPaused: file.read().isPaused,
        held: held.now().find(({ isHeld }) => isHeld),
        requests: team.inviting.requests(),
        twice: twiceOf(context),
        names: namesOf(team.state.membership()),
      }),
    'team.twiceSeen': ({ device }) => {
      file.write({ twice: { ...file.read().twice, [device]: 0 } });
      context.emit('team.changed', {});
      return ok(null);
    },
    'team.compare': async () => {
      await team.compare();
      return ok(null);
    },
    'team.reach': async ({ addresses, signaling, turn }) => {
      file.write({ addresses: addresses.map(withPort), signaling, turn: turn ?? undefined });
      return reviewed(context);
    },
    'team.doctor': async () => ok(await diagnose(team)),
  };
}

function twiceOf({ team }: ServiceContext): TeamRest['twice'] {
  const members = team.state.membership()?.members;
  return Object.entries(team.file.read().twice).flatMap(([device, count]) => {
    const name = members?.get(device)?.memberName;
    return count === 0 || name === undefined ? [] : [{ device, name, count }];
  });
}

/** Also of those who are gone: what they wrote stays. */
export const namesOf = (membership: Membership | undefined): { [device: string]: string } =>
  Object.fromEntries(
    [...(membership?.members.values() ?? [])].flatMap(({ id, formerId, memberName }) =>
      [id, formerId ?? id].map((one) => [one, memberName]),
    ),
  );
