// Groups: organisations, communities and buckets (people one wants to relate to
// together; a person's own record lists the buckets they are in).

import {
  addresses,
  emails,
  feedAddresses,
  files,
  foreignIds,
  handles,
  labelledTexts,
  phones,
  tags,
} from '../fields/set.ts';
import { data } from '../fields/link.ts';
import { text, longText } from '../fields/text.ts';
import { askedFor } from './asked-for.ts';
import { foldText, joinText } from './fold.ts';
import { defineKind } from './kind.ts';
import { mergedIntoOf, mergedKey } from './merging.ts';
import { feedKey } from './person.ts';
import { rhythmFields } from './rhythm.ts';
import type { Fields } from '../fields/field.ts';

const groupKind = <const N extends string, const F extends Fields>(kind: N, fields: F) =>
  defineKind(kind, {
    mentions: (content) => askedFor('smart', content.fields['smart']),
    collection: 'groups',
    privacy: 'own',
    onErase: 'keep',
    fields: {
      name: text({ search: 'name' }),
      description: longText({ search: 'body' }),
      ...rhythmFields,
      ...fields,
    },
    sets: {
      emails: emails(),
      phones: phones(),
      tags: tags(),
      addresses: addresses(),
      links: handles(),
      custom: labelledTexts(),
      ids: foreignIds(),
      feeds: feedAddresses(),
      files: files(),
    },
    keys: (content) => {
      const keeper = mergedIntoOf(content);
      return [
        `name:${foldText(joinText([content.fields['name']]))}`,
        ...((content.sets['feeds'] ?? []).length > 0 ? [feedKey] : []),
        ...(keeper === undefined ? [] : [mergedKey(keeper)]),
        ...((content.fields['smart'] ?? null) === null ? [] : [smartKey]),
      ];
    },
  });

export const organisation = groupKind('organisation', { industry: text({ search: 'body' }) });
export const bucket = groupKind('bucket', {
  color: text({ place: 'elsewhere' }),
  /** Of a smart bucket: the conditions of a view of people, who are in it while they fit. */
  smart: data(),
});

/** Finds the smart buckets. */
export const smartKey = 'is:smart';
export const community = groupKind('community', { topic: text() });
