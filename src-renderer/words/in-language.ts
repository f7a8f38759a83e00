// Lists and sorting as the language of the words has them. Dates and numbers follow the
// owner's setting instead: ui/when.tsx.

import { i18n } from '@lingui/core';

export const compareWords = (a: string, b: string): number => a.localeCompare(b, i18n.locale);
