// Who of a run cannot, or should not, be written to, and why: asked before anything is opened.

import { isMarketing, outreachOf } from '../care/budget.ts';
import { mayContact, type Refusal } from '../care/may-contact.ts';
import type { Policy } from '../care/policy.ts';
import { channelOfRun, type RunChannel } from '../domain/draft-run.ts';
import type { Purpose } from '../domain/permission.ts';
import type { RecordDoc } from '../domain/record.ts';
import { canBeWrittenTo } from '../values/mail-link.ts';

export type Problem =
  | { what: 'refused'; refusal: Refusal }
  /** Somebody else with the same address does not want it. */
  | { what: 'shared'; address: string; name: string; refusal: Refusal }
  /** In the trash, erased, or not here yet. */
  | { what: 'gone' }
  /** No address of this way. */
  | { what: 'no-address' };

export type Check = {
  problem?: Problem;
  /** Contacts of the team within thirty days, where there are as many as it allows itself. */
  enough?: RecordDoc[];
  /** E-mail addresses that can be written to, the first one best. */
  to: string[];
};

export type CheckWith = {
  channel: RunChannel;
  purpose: Purpose;
  policy: Policy;
  /** YYYY-MM-DD where the reader is. */
  today: string;
  /** ms since 1970. */
  now: number;
  /** Living people by an e-mail address of theirs, in lower case. */
  sharing: (address: string) => readonly RecordDoc[];
  /** What happened with somebody of late. */
  moments: (person: string) => readonly RecordDoc[];
};

const plain = (address: string): string => address.trim().toLowerCase();

export const addressesOf = ({ sets }: Pick<RecordDoc, 'sets'>): string[] => [
  ...new Map((sets['emails'] ?? []).map(({ value }) => [plain(value), value.trim()])).values(),
];

export function checkDraft(person: RecordDoc | undefined, given: CheckWith): Check {
  if (person?.status !== 'live') return { problem: { what: 'gone' }, to: [] };
  const { channel, purpose, policy, today } = given;
  const way = channelOfRun[channel];
  const to = channel === 'mail' ? addressesOf(person).filter(canBeWrittenTo) : [];
  const says = mayContact(person, way, purpose, policy, today);
  if (!says.may) return { problem: { what: 'refused', refusal: says }, to };
  const free = to.filter((address) => objectionTo(address, person, given) === undefined);
  const [first] = to;
  if (first !== undefined && free.length === 0) {
    const problem = objectionTo(first, person, given);
    return { ...(problem === undefined ? {} : { problem }), to };
  }
  if (lacksAddress(person, channel, free)) return { problem: { what: 'no-address' }, to: free };
  const enough = enoughOf(given.moments(person.id), given);
  return { to: free, ...(enough === undefined ? {} : { enough }) };
}

/** Only what they said counts here: nothing said is no objection of another person. */
function objectionTo(address: string, person: RecordDoc, given: CheckWith): Problem | undefined {
  for (const other of given.sharing(plain(address))) {
    if (other.id === person.id || other.status !== 'live') continue;
    const says = mayContact(other, 'mail', given.purpose, given.policy, given.today);
    if (says.may || says.code === 'not-given' || says.code === 'not-answered') continue;
    return { what: 'shared', address, name: other.name, refusal: says };
  }
  return undefined;
}

function lacksAddress({ sets }: RecordDoc, channel: RunChannel, to: readonly string[]): boolean {
  if (channel === 'mail') return to.length === 0;
  return (
    channel === 'letter' && !(sets['addresses'] ?? []).some(({ value }) => value.trim() !== '')
  );
}

/** A team allows itself one advertisement within thirty days, whatever else it allows itself. */
function enoughOf(
  moments: readonly RecordDoc[],
  { policy, purpose, now }: CheckWith,
): RecordDoc[] | undefined {
  const found = outreachOf(moments, now);
  if (found.length >= policy.budget) return found;
  const before = purpose === 'marketing' ? found.filter(isMarketing) : [];
  return before.length > 0 ? before : undefined;
}
