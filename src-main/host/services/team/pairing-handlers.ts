// How a laptop comes into a team: a member invites, the newcomer asks, the member answers.

import type { Handlers } from '../../../../src-shared/bridge/server.ts';
import { fail, ok } from '../../../../src-shared/domain/result.ts';
import { secretOf, unknownWord } from '../../../../src-shared/sync/team/invite.ts';
import { withPort } from '../../team/network/address.ts';
import type { ServiceContext } from '../context.ts';
import { ownMember, shareNothing, takeName } from './standing.ts';

type Served =
  | 'team.invite'
  | 'team.uninvite'
  | 'team.ask'
  | 'team.confirm'
  | 'team.stopAsking'
  | 'team.answer';

export function pairingHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const { team } = context;
  const { inviting, log } = team;

  return {
    'team.invite': () => {
      if (ownMember(context) === undefined) return fail('no-team');
      inviting.begin();
      return ok(null);
    },
    'team.uninvite': () => {
      inviting.end();
      return ok(null);
    },
    'team.ask': async ({ words, memberName, address, share }) => {
      if (ownMember(context) !== undefined) return fail('has-team');
      if (team.held.isHeld()) return fail('network-held');
      const secret = secretOf(words);
      const word = unknownWord(words);
      if (secret === undefined)
        return word === undefined ? fail('not-an-invite') : fail('unknown-word', { word });
      if (address.trim() !== '') addAddress(context, address);
      takeName(context, memberName);
      await team.ask(secret, memberName, async (joined) =>
        share === 'nothing' ? shareNothing(context, joined) : ok(null),
      );
      return ok(null);
    },
    'team.confirm': () => (team.joining()?.confirm() === true ? ok(null) : fail('not-found')),
    'team.stopAsking': () => {
      team.stopAsking();
      return ok(null);
    },
    'team.answer': ({ ask, accept }) => {
      if (!accept) log.add({ code: 'refused-ask' });
      return inviting.answer(ask, accept);
    },
  };
}

function addAddress({ team }: ServiceContext, address: string): void {
  const { addresses } = team.file.read();
  const added = withPort(address.trim());
  if (!addresses.includes(added)) team.file.write({ addresses: [...addresses, added] });
}
