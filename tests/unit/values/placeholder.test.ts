// What stands in cells that must not be empty is no name.

import { expect, test } from 'vitest';

import { isPlaceholder } from '../../../src-shared/values/placeholder.ts';

test.each(['N/A', 'n/a', '#N/A', 'n.a.', 'Not applicable', 'none', 'NULL', '-', '--', '?'])(
  '%s names nobody',
  (text) => expect(isPlaceholder(text)).toBe(true),
);

test.each(['NA', 'Nonesuch', 'Acme', 'N/A Foods', '1', 'Null Island Ltd'])(
  '%s may be a name',
  (text) => expect(isPlaceholder(text)).toBe(false),
);
