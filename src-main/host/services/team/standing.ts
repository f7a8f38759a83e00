// How this device stands in its team, and what follows each change of the team.

import { ok, type Result } from '../../../../src-shared/domain/result.ts';
import type { Member } from '../../../../src-shared/sync/team/log/membership.ts';
import { shareNothingYet } from '../../team/share.ts';
import type { ServiceContext } from '../context.ts';

/** The member that is this device, while it belongs to a team. */
export const ownMember = (context: ServiceContext): Member | undefined =>
  membersHere(context).find(({ id }) => id === context.settings.device.id);

/** Members other than this device. */
export const othersHere = (context: ServiceContext): Member[] =>
  membersHere(context).filter(({ id }) => id !== context.settings.device.id);

export function isLastOwner(context: ServiceContext, device: string): boolean {
  const owners = membersHere(context).filter(({ role }) => role === 'owner');
  return owners.length === 1 && owners[0]?.id === device;
}

/** The name that somebody gives for the team is the one that stands by what they write. */
export function takeName({ settings }: ServiceContext, memberName: string): void {
  if (memberName.trim() !== '') settings.write({ userName: memberName });
}

/** Somebody has one name: what they change it to is what the team calls them. */
export async function nameInTeam(context: ServiceContext, name: string): Promise<Result<null>> {
  const own = ownMember(context);
  const memberName = name.trim().slice(0, 100);
  if (own === undefined || memberName === '' || own.memberName === memberName) return ok(null);
  const { deviceName, colour } = own;
  const said = context.team.state.say({ t: 'profile', memberName, deviceName, colour });
  return said.ok ? reviewed(context) : said;
}

/**
 * What is here already stays on this laptop when it comes into a team. `joined`: the id of the
 * team; where it is the one that this laptop was in before, what that has stays the team's.
 */
export async function shareNothing(
  context: ServiceContext,
  joined?: string,
): Promise<Result<null>> {
  const book = context.book();
  if (!book.ok) return book;
  const { file } = context.team;
  const { team, seen } = file.read();
  const met = Object.values(seen).map(({ at }) => at);
  const isReturn = joined !== undefined && team?.id === joined;
  const lastMet = isReturn ? Math.max(0, ...met) : 0;
  return shareNothingYet(book.value.store, context.commandContext(), lastMet);
}

export async function reviewed({ team }: ServiceContext): Promise<Result<null>> {
  await team.review();
  return ok(null);
}

const membersHere = ({ team }: ServiceContext): Member[] =>
  [...(team.state.membership()?.members.values() ?? [])].filter(({ state }) => state === 'here');
