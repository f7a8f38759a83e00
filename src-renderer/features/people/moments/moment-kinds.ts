// The kinds of moment that are written down by hand, and their words.

export const momentKinds = [
  { value: 'note', label: 'Note' },
  { value: 'call', label: 'Call' },
  { value: 'meeting', label: 'Meeting' },
  { value: 'message', label: 'Message' },
];

export const momentKindWords = (kind: string): string =>
  momentKinds.find(({ value }) => value === kind)?.label ??
  (kind === 'kept-post' ? 'Kept post' : kind);
