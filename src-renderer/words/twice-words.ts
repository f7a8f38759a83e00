// What is said where two laptops brought the same people.

import { plural } from '@lingui/core/macro';

/** `name`: whose people they are. */
export const twiceWords = (name: string, count: number): string =>
  plural(count, {
    one: `# person of ${name}’s may be somebody you had already.`,
    other: `# people of ${name}’s may be people you had already.`,
  });
