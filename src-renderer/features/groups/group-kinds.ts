// The kinds of group and the sentences about them.

export type GroupKind = 'organisation' | 'bucket' | 'community';

export const groupKinds: {
  readonly [kind in GroupKind]: { one: string; many: string; teaches: string };
} = {
  organisation: {
    one: 'organisation',
    many: 'organisations',
    teaches:
      'Companies and offices people have roles at. They come along with an import, or add one here.',
  },
  bucket: {
    one: 'bucket',
    many: 'buckets',
    teaches:
      'A bucket is people you want to relate to as a group: best customers, the choir, the spring mailing. One person can be in many.',
  },
  community: {
    one: 'community',
    many: 'communities',
    teaches: 'People who gather around a topic or a place, beyond any one company.',
  },
};
