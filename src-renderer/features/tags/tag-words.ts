// What is said of tags: what one is called, and who has some of them.

import { plural, t } from '@lingui/core/macro';

import type { Holders } from '../../data/use-holders.ts';
import type { Tag } from '../../data/use-tags.ts';
import { listWords } from '../../words/in-language.ts';

/** What came from elsewhere may be nothing that can be read. */
export const tagName = ({ name }: Pick<Tag, 'name'>): string =>
  name === '' ? t`Only spaces` : name;

/** “3 people and 1 organisation”; while they are counted: “…”. */
export function holdersWords(holders: Holders | undefined): string {
  if (holders === undefined) return '…';
  const { person = 0, organisation = 0, community = 0, bucket = 0 } = holders;
  const all = [
    [person, plural(person, { one: '# person', other: '# people' })],
    [organisation, plural(organisation, { one: '# organisation', other: '# organisations' })],
    [community, plural(community, { one: '# community', other: '# communities' })],
    [bucket, plural(bucket, { one: '# bucket', other: '# buckets' })],
  ] as const;
  const words = all.flatMap(([count, text]) => (count > 0 ? [text] : []));
  return words.length === 0 ? t`nobody` : listWords(words);
}
