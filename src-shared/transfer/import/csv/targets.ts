// Where a column goes, as text that formats and people's own mappings share:
//   given, birthday, note ...           a field of the person
//   name                                a whole name, to be taken apart
//   is-company                          yes: the row is an organisation of that name
//   record-id, scope, field:NAME        our own CSV
//   email, email:work, email#2.label    one value of a set: its label, number and part
//   address:home.city, address#1.street
//   organisation.name, organisation.industry   our own CSV: the row is an organisation
//   org.name, org.title, org#2.start    an organisation and the role in it
//   org#2.own:Shift                     what a field of the team's own says of the role
//   birth.year, birth.month, birth.day   a birthday in three columns
//   tags, labels                        a list in one cell (labels: Google's own)
//   bucket#1.value, custom:Shoe size, id:salesforce, handle:x, chat:skype
//   own:number:Shoe size                a field of the team's own, made where there is none
//   ''                                  not taken over

import { organisation } from '../../../domain/group.ts';
import { type OwnFieldType, ownFieldTypes } from '../../../domain/own-field.ts';
import { person } from '../../../domain/person.ts';

export type Word = 'name' | 'note' | 'record-id' | 'scope' | 'tags' | 'labels' | 'is-company';

export type Target =
  | { type: 'field'; field: string }
  | { type: Word | 'ignore' }
  | { type: 'json'; field: string }
  | { type: 'item'; set: string; slot: string; label: string; part: string }
  | { type: 'org'; slot: string; part: string }
  | { type: 'organisation'; field: string }
  | { type: 'birth'; part: 'year' | 'month' | 'day' };

const setByWord = new Map([
  ['email', 'emails'],
  ['phone', 'phones'],
  ['address', 'addresses'],
  ['link', 'links'],
  ['handle', 'handles'],
  ['date', 'dates'],
  ['relation', 'relations'],
  ['chat', 'chats'],
  ['id', 'ids'],
  ['bucket', 'buckets'],
]);
const plainFields: ReadonlySet<string> = new Set(person.fieldNames);
const words = new Set(['name', 'note', 'record-id', 'scope', 'tags', 'labels', 'is-company']);

/** Undefined when the text is no target path, names of Object.prototype's members included. */
export function parseTarget(path: string): Target | undefined {
  if (path === '') return { type: 'ignore' };
  if (plainFields.has(path)) return { type: 'field', field: path };
  if (words.has(path)) return { type: path } as Target;
  if (path === 'birth.year' || path === 'birth.month' || path === 'birth.day')
    return { type: 'birth', part: path.slice(6) as 'year' | 'month' | 'day' };
  if (path.startsWith('organisation.'))
    return Object.hasOwn(organisation.fields, path.slice(13))
      ? { type: 'organisation', field: path.slice(13) }
      : undefined;
  if (path.startsWith('field:'))
    return path.slice(6) in {} ? undefined : { type: 'json', field: path.slice(6) };
  if (path.startsWith('custom:'))
    return { type: 'item', set: 'custom', slot: path, label: path.slice(7), part: 'value' };
  const own = ownTarget(path);
  if (own !== undefined)
    return { type: 'item', set: 'custom', slot: path, label: own.label, part: 'value' };
  if (path.startsWith('id:'))
    return { type: 'item', set: 'ids', slot: path, label: path.slice(3), part: 'value' };
  const match = /^([^#:.]+)(?:#(\d{1,6}))?(?::([^.]*))?(?:\.([^]+))?$/.exec(path);
  if (match === null) return undefined;
  const [, word = '', number = '', label = '', part = 'value'] = match;
  if (word in {} || part in {}) return undefined;
  if (word === 'org') return { type: 'org', slot: number, part };
  const set = setByWord.get(word) ?? (number === '' ? undefined : word);
  return set === undefined
    ? undefined
    : { type: 'item', set, slot: `${number}:${label}`, label, part };
}

export type OwnTarget = { type: OwnFieldType; label: string };

/** Records are not named in a file in a way that would lead to them. */
export const importedOwnTypes = ownFieldTypes.filter(
  (type) => type !== 'people' && type !== 'groups',
);

export const ownTargetPath = ({ type, label }: OwnTarget): string => `own:${type}:${label}`;

export function ownTarget(path: string): OwnTarget | undefined {
  const [, word, label = ''] = /^own:([a-z-]+):([^]*)$/.exec(path) ?? [];
  const type = importedOwnTypes.find((one) => one === word);
  const name = label.trim().slice(0, 200);
  return type === undefined || name === '' ? undefined : { type, label: name };
}
