// What changed in somebody's public profile since it was last read, as proposals. What
// it said when the feed was added is where one starts: only a change is news.

import type { RecordDoc, RecordId } from '../domain/record.ts';
import { foldText } from '../domain/fold.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { makeRecord } from '../records/content.ts';
import type { CommandContext } from '../records/context.ts';
import type { RecordTx } from '../store/record-store.ts';
import type { ParsedFeed } from './feed.ts';
import type { Profile } from './state.ts';

export const profileParts = ['name', 'job', 'place'] as const;

/** What the feed itself says of whoever writes it. A site's title is no name. */
export function profileIn(feed: ParsedFeed, network: string): Profile {
  const isPersonal = ['mastodon', 'pixelfed', 'bluesky'].includes(network);
  const titled = isPersonal ? feed.title.replace(/\s*[(-]?\s*@\S+\)?\s*$|\s*\|.*$/u, '') : '';
  const name = titled || feed.author;
  return name === '' || name.includes(',') ? {} : { name };
}

const words: { [part in 'job' | 'place']: RegExp } = {
  job: /^(?:job|work|works? (?:at|for)|role|title|position|occupation|profession|beruf|arbeit|travail|métier|trabajo|lavoro|仕事)$/i,
  place:
    /^(?:place|location|city|town|based(?: in)?|lives? in|home|wohnort|ort|stadt|lieu|ville|lugar|ciudad|luogo|città)$/i,
};

/** Label and value pairs, as Mastodon profiles have them. */
export function profileFields(pairs: readonly { name: string; value: string }[]): Profile {
  const find = (part: 'job' | 'place') =>
    pairs.find(({ name, value }) => words[part].test(name.trim()) && value !== '')?.value;
  const job = find('job');
  const place = find('place');
  return { ...(job === undefined ? {} : { job }), ...(place === undefined ? {} : { place }) };
}

/** One record for each part that differs from what was read before. */
export function proposalsOf(
  owner: RecordDoc,
  before: Profile | undefined,
  now: Profile,
  source: string,
  context: CommandContext,
): RecordDoc[] {
  if (before === undefined) return [];
  return profileParts.flatMap((what) => {
    const [from, to] = [before[what], now[what]];
    if (to === undefined || from === undefined || foldText(from) === foldText(to)) return [];
    if (what === 'name' && foldText(to) === foldText(owner.name)) return [];
    const fields = { owner: owner.id, what, from, to, source, state: 'open', said: context.now() };
    const id = context.hash(`proposal ${owner.id} ${what} ${from} ${to}`) as RecordId;
    const made = { id, kind: 'proposal', scope: owner.scope, fields };
    return [makeRecord(made, { ...context, source: { type: 'feed', feed: source } })];
  });
}

/** A later answer wins over an earlier one, wherever it was given. */
export function answerProposal(
  tx: RecordTx,
  id: string,
  answer: string,
  context: CommandContext,
): Result<null> {
  const known = tx.get('work', [id]).get(id);
  if (known?.kind !== 'proposal') return fail('not-found');
  const said = Math.max(context.now(), Number(known.fields['said']) + 1);
  const fields = { ...known.fields, state: answer, said };
  const { kind, scope } = known;
  tx.put('work', [makeRecord({ id: known.id, kind, scope, fields }, context)]);
  return ok(null);
}
