// What can be said of the values of the team's own fields without knowing the fields,
// which may arrive later than what was written into them: where they lead to, and the
// words they are found by.

import { privatePrefix } from './kept-here.ts';
import type { RecordLink } from './links.ts';
import type { CollectionName, RecordDoc } from './record.ts';
import { joinText } from './fold.ts';

type Content = Pick<RecordDoc, 'fields' | 'sets'>;

const ownPrefix = 'x:';
/** Where a record keeps the values of such a field, among its fields or its sets. */
export const ownKey = ({ id, isPrivate }: { id: string; isPrivate: boolean }): string =>
  isPrivate ? `${privatePrefix}${id}` : teamKey(id);

/** Of a field that the team has. */
export const teamKey = (id: string): string => `${ownPrefix}${id}`;

/** Whether a field or a set is one that was defined here, and not the program's. */
export const isOwnKey = (name: string): boolean =>
  name.startsWith(ownPrefix) || name.startsWith(privatePrefix);

const isOwn = ([name]: [string, unknown]): boolean => isOwnKey(name);

/** Most records have none, which is asked of each whenever it is written. */
function hasOwn(values: Content['fields'] | Content['sets']): boolean {
  for (const name in values) if (isOwnKey(name)) return true;
  return false;
}

/** An entry that leads to a record says into which collection. */
export function ownLinks({ sets }: Pick<Content, 'sets'>): RecordLink[] {
  if (!hasOwn(sets)) return [];
  return Object.entries(sets)
    .filter(isOwn)
    .flatMap(([set, items]) =>
      items.flatMap(({ id, value, more }) => {
        const to = targets.find((one) => one === more?.['to']);
        return to === undefined
          ? []
          : [{ what: `${set}/${id}`, id: value, target: { to: [to], discreet: true } }];
      }),
    );
}

const targets = ['people', 'groups'] as const satisfies readonly CollectionName[];

/** The words in each of them, by its key. */
export function ownTexts({ fields, sets }: Content): { what: string; text: string }[] {
  if (!hasOwn(fields) && !hasOwn(sets)) return [];
  const alone = Object.entries(fields)
    .filter(isOwn)
    .map(([what, value]) => ({ what, text: joinText([value]) }));
  const listed = Object.entries(sets)
    .filter(isOwn)
    .map(([what, items]) => {
      const words = items.filter(({ more }) => more?.['to'] === undefined);
      return { what, text: joinText(words.map(({ value }) => value)) };
    });
  return [...alone, ...listed].filter(({ text }) => text !== '');
}

export const ownText = (content: Content): string =>
  joinText(ownTexts(content).map(({ text }) => text));
