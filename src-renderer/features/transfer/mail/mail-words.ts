// Why messages are left out, in words, each with how many.

import { plural } from '@lingui/core/macro';

import {
  type MailPreview,
  type MailSkip,
  mailSkips,
} from '../../../../src-shared/mail/plan-types.ts';

/** Whom a chat names, as it does. */
export const chatName = (address: string): string => address.replace(/^(?:name|phone):/, '');

export function skipWords({ skips, refused }: MailPreview): string[] {
  const { tooLarge, broken } = refused;
  return [
    ...mailSkips.flatMap((why) => (skips[why] > 0 ? [words[why](skips[why])] : [])),
    ...(tooLarge > 0
      ? [
          plural(tooLarge, {
            one: '# is larger than 100 MB and is not read',
            other: '# are larger than 100 MB and are not read',
          }),
        ]
      : []),
    ...(broken > 0 ? [plural(broken, { one: '# is damaged', other: '# are damaged' })] : []),
  ];
}

const words: { [why in MailSkip]: (count: number) => string } = {
  twice: (count) =>
    plural(count, { one: '# is in the files twice', other: '# are in the files twice' }),
  undated: (count) =>
    plural(count, {
      one: '# does not say when it was written',
      other: '# do not say when they were written',
    }),
  before: (count) =>
    plural(count, { one: '# is from before that day', other: '# are from before that day' }),
  newsletter: (count) =>
    plural(count, {
      one: '# newsletter or message of a program',
      other: '# newsletters and messages of programs',
    }),
  here: (count) => plural(count, { one: '# is here already', other: '# are here already' }),
  role: (count) =>
    plural(count, {
      one: '# with a shared address such as info@',
      other: '# with shared addresses such as info@',
    }),
  unknown: (count) =>
    plural(count, {
      one: '# with nobody you know',
      other: '# with nobody you know',
    }),
};
