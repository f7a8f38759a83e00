// Why a bulk edit cannot change somebody.

import type { Why } from '../../records/bulk/bulk-context.ts';

export const bulkWords = {
  'bulk.why.gone': '{count, plural, one {# is} other {# are}} no longer here',
  'bulk.why.empty': '{count, plural, one {# has} other {# have}} nothing there',
  'bulk.why.does-not-fit': '{count, plural, one {# does} other {# do}} not fit into this field',
  'bulk.why.not-understood':
    '{count, plural, one {# would become something} other {# would become something}} that cannot be read',
  'bulk.why.part-of-a-day':
    '{count, plural, one {# is only part of a date} other {# are only part of a date}}, without the day or the year',
  'bulk.why.names-private':
    '{count, plural, one {# is} other {# are}} shared, and what you chose is only on this laptop',
  'bulk.why.too-long':
    '{count, plural, one {# text is} other {# texts are}} too long for this pattern',
  'bulk.why.too-many': '{count, plural, one {# has} other {# have}} too many entries already',
  'bulk.why.refused': '{count, plural, one {# could} other {# could}} not be changed',
} as const satisfies { [id in `bulk.why.${Why}`]: string };
