// What a bulk edit says of the records of each list.

import { plural, t } from '@lingui/core/macro';

import type { BulkOf } from '../../../src-shared/records/bulk/bulk-context.ts';

type Words = {
  title: (count: number) => string;
  submit: (count: number) => string;
  changes: (count: number) => string;
  /** The head of the column that names them. */
  one: () => string;
};

export const bulkWords: { readonly [of in BulkOf['collection']]: Words } = {
  people: {
    title: (count) => plural(count, { one: 'Edit # person', other: 'Edit # people' }),
    submit: (count) => plural(count, { one: 'Change # person', other: 'Change # people' }),
    changes: (count) =>
      plural(count, { 0: 'Nobody changes', one: '# person changes', other: '# people change' }),
    one: () => t`Person`,
  },
  groups: {
    title: (count) => plural(count, { one: 'Edit # group', other: 'Edit # groups' }),
    submit: (count) => plural(count, { one: 'Change # group', other: 'Change # groups' }),
    changes: (count) =>
      plural(count, { 0: 'Nothing changes', one: '# group changes', other: '# groups change' }),
    one: () => t`Group`,
  },
  moments: {
    title: (count) => plural(count, { one: 'Edit # entry', other: 'Edit # entries' }),
    submit: (count) => plural(count, { one: 'Change # entry', other: 'Change # entries' }),
    changes: (count) =>
      plural(count, { 0: 'Nothing changes', one: '# entry changes', other: '# entries change' }),
    one: () => t`What`,
  },
};
