// What people do with people: tag them, put them into groups, write down what happened,
// follow what they say in public.

import type { JsonValue, NewRecord, RecordDoc, RecordId } from '../../domain/record.ts';
import type { Change, Command, NewItem, Ref } from '../command.ts';
import { create, edit, putItem, removeItem, setField } from './edits.ts';

const personRef = (id: string): Ref => ({ collection: 'people', id });

/** Puts values into a set of each of these people, such as tags or buckets. */
export const putForAll = (
  people: readonly string[],
  set: string,
  values: readonly string[],
): Command =>
  edit(...values.flatMap((value) => people.map((id) => putItem(personRef(id), set, { value }))));

type Group = Pick<RecordDoc, 'id' | 'kind'>;

/** Into a bucket, or with a role at an organisation or in a community. */
export const joinGroup = (person: string, { id, kind }: Group): Command =>
  kind === 'bucket'
    ? putForAll([person], 'buckets', [id])
    : create({ kind: 'tie', fields: { type: 'role', from: person, to: id } });

/** A smart bucket holds these by hand from now on, whatever it asked for. */
export const freezeBucket = (bucket: string, people: readonly string[]): Command =>
  edit(
    ...people.map((id) => putItem(personRef(id), 'buckets', { value: bucket })),
    setField({ collection: 'groups', id: bucket }, 'smart', null),
  );

/** Out of a bucket. Undefined where they are not in it. */
export function leaveBucket(
  person: Pick<RecordDoc, 'id' | 'sets'>,
  bucket: string,
): Command | undefined {
  const item = (person.sets['buckets'] ?? []).find(({ value }) => value === bucket);
  return item === undefined
    ? undefined
    : edit(removeItem(personRef(person.id), 'buckets', item.id));
}

type Role = {
  company: string;
  title: string;
  /** The id of an organisation of that name; undefined where the book has none. */
  known: string | undefined;
  /** The id of the one that is made then. */
  newId: string;
};

/** The tie, and the organisation where there is none. Empty where neither name nor title is given. */
export function addRole(person: string, role: Role): NewRecord[] {
  const [company, title] = [role.company.trim(), role.title.trim()];
  if (company === '' && title === '') return [];
  const to = role.known ?? role.newId;
  const fields = { type: 'role', from: person, title, ...(company === '' ? {} : { to }) };
  const tie: NewRecord = { kind: 'tie', fields };
  return role.known !== undefined || company === ''
    ? [tie]
    : [{ id: to as RecordId, kind: 'organisation', fields: { name: company } }, tie];
}

export type Moment = {
  kind: string;
  /** ms since 1970. */
  when: number;
  people: readonly string[];
  text: string;
  more?: { readonly [field: string]: JsonValue };
  /** What is filled in of fields of one's own. */
  own?: Pick<NewRecord, 'fields' | 'sets'>;
};

export const momentOf = ({ kind, when, people, text, more, own = {} }: Moment): NewRecord => ({
  kind,
  fields: { when, people: [...people], ...more, ...own.fields },
  ...(own.sets === undefined ? {} : { sets: own.sets }),
  note: text.trim(),
});

export const logMoment = (moment: Moment): Command => create(momentOf(moment));

export const follow = (owner: Ref, feed: NewItem): Change => putItem(owner, 'feeds', feed);
export const unfollow = (owner: Ref, item: string): Change => removeItem(owner, 'feeds', item);
