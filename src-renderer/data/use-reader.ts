// Who reads and types here: numbers and days as the owner set it, codes by their words.

import type { Reader } from '../../src-shared/fields/field.ts';
import { codeWords } from '../words/value-words.ts';
import { asTheSystem, localeFor } from '../words/language.ts';
import { useHost } from './host-context.tsx';
import { useMembers } from './use-members.ts';

/** For values of one field. `nameOf`: of records that links lead to. */
export function useReader(
  nameOf?: (id: string) => string,
): (kind: string, field: string) => Reader {
  const { settings } = useHost();
  const { nameOf: memberOf } = useMembers();
  const language = localeFor(settings ?? asTheSystem);
  return (kind, field) => ({
    language,
    country: settings?.defaultCountry ?? 'US',
    now: Date.now,
    memberOf,
    wordOf: (code) => codeWords(kind, field, code),
    ...(nameOf === undefined ? {} : { nameOf }),
  });
}
