// The kinds of group and the sentences about them.

import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export type GroupKind = 'organisation' | 'bucket' | 'community';

type Words = {
  many: MessageDescriptor;
  /** `{count}` of them. */
  counted: MessageDescriptor;
  add: MessageDescriptor;
  none: MessageDescriptor;
  /** What belongs here and how it gets there. */
  teaches: MessageDescriptor;
};

export const groupKinds: { readonly [kind in GroupKind]: Words } = {
  organisation: {
    many: msg`Organisations`,
    counted: msg`{count, plural, one {# organisation} other {# organisations}}`,
    add: msg`Add organisation`,
    none: msg`No organisations yet`,
    teaches: msg`Companies and offices people have roles at. They come along with an import, or add one here.`,
  },
  bucket: {
    many: msg`Buckets`,
    counted: msg`{count, plural, one {# bucket} other {# buckets}}`,
    add: msg`Add bucket`,
    none: msg`No buckets yet`,
    teaches: msg`A bucket is people you want to relate to as a group: best customers, the choir, the spring mailing. One person can be in many.`,
  },
  community: {
    many: msg`Communities`,
    counted: msg`{count, plural, one {# community} other {# communities}}`,
    add: msg`Add community`,
    none: msg`No communities yet`,
    teaches: msg`People who gather around a topic or a place, beyond any one company.`,
  },
};
