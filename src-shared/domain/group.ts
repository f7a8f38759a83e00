// Groups: organisations, communities and buckets (people one wants to relate to
// together; a person's own record lists the buckets they are in).

import { fileKeys } from './attachment.ts';
import { asIs, foldText, labelled, lowerTrimmed, phoneKey } from './fold.ts';
import type { KindDefinition } from './kind.ts';
import { feedKey, joinText } from './person.ts';

const sets = {
  emails: lowerTrimmed,
  phones: phoneKey,
  addresses: lowerTrimmed,
  links: lowerTrimmed,
  tags: lowerTrimmed,
  custom: labelled,
  ids: labelled,
  feeds: asIs,
  files: asIs,
};

const groupKind = (kind: string, fields: readonly string[]): KindDefinition => ({
  kind,
  collection: 'groups',
  fields: ['name', 'description', ...fields],
  sets,
  derive: ({ fields: values, sets: items, note }) => {
    const name = joinText([values['name']]);
    const list = (set: string) => (items[set] ?? []).map((item) => item.value);
    return {
      name,
      keys: [
        ...new Set([
          `name:${foldText(name)}`,
          ...(items['tags'] ?? []).map((item) => `tag:${lowerTrimmed(item)}`),
          ...(items['ids'] ?? []).map((item) => `id:${item.label ?? ''}:${item.value}`),
          ...fileKeys(items['files']),
          ...((items['feeds'] ?? []).length > 0 ? [feedKey] : []),
        ]),
      ],
      search: {
        name,
        contact: joinText([...list('emails'), ...list('phones'), ...list('links')]),
        body: joinText([
          values['description'],
          values['industry'],
          ...list('tags'),
          ...list('addresses'),
          note,
        ]),
      },
    };
  },
});

export const organisation = groupKind('organisation', ['industry']);
export const bucket = groupKind('bucket', ['color']);
export const community = groupKind('community', ['topic']);
