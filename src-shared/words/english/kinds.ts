// What kinds of record are called.

export const kinds = {
  'kind.person': 'Person',
  'kind.organisation': 'Organisation',
  'kind.bucket': 'Bucket',
  'kind.community': 'Community',
  'kind.tie': 'Role',
  'kind.note': 'Note',
  'kind.call': 'Call',
  'kind.meeting': 'Meeting',
  'kind.message': 'Message',
  'kind.kept-post': 'Kept post',
} as const;
