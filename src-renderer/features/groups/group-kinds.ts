// The kinds of group and their words.

export type GroupKind = 'organisation' | 'bucket' | 'community';

export const groupKinds: {
  readonly [kind in GroupKind]: { title: string; one: string; many: string; teaches: string };
} = {
  organisation: {
    title: 'Organisation',
    one: 'organisation',
    many: 'organisations',
    teaches:
      'Companies and offices people have roles at. They come along with an import, or add one here.',
  },
  bucket: {
    title: 'Bucket',
    one: 'bucket',
    many: 'buckets',
    teaches:
      'A bucket is people you want to relate to as a group: best customers, the choir, the spring mailing. One person can be in many.',
  },
  community: {
    title: 'Community',
    one: 'community',
    many: 'communities',
    teaches: 'People who gather around a topic or a place, beyond any one company.',
  },
};

export const isGroupKind = (kind: string): kind is GroupKind => Object.hasOwn(groupKinds, kind);
