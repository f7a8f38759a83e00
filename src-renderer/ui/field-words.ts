// What fields and sets of records are called on the screen.

import type { JsonValue } from '../../src-shared/domain/record.ts';

const names: { readonly [what: string]: string } = {
  given: 'Given name',
  family: 'Family name',
  fullName: 'Whole name',
  emails: 'E-mail',
  phones: 'Phone',
  addresses: 'Address',
  links: 'Link',
  tags: 'Tag',
  buckets: 'Bucket',
  trashedAt: 'In the trash',
  mergedInto: 'Merged with',
  undoneBy: 'Undone',
};

/** `what` as in stamps: a field's name, `set/itemId` or `note`. */
export function fieldWords(what: string): string {
  const name = what.split('/')[0] ?? what;
  const spaced = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return names[name] ?? spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** A value as one line of text; `nothing` where it was taken away. */
export function valueWords(value: JsonValue): string {
  if (value === null || value === '') return 'nothing';
  if (typeof value === 'object' && !Array.isArray(value)) return valueWords(value['value'] ?? '');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
