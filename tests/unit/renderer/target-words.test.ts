// Where a column of a file goes is said in words, whichever program it is from.
import { i18n } from '@lingui/core';
import { beforeAll, expect, it } from 'vitest';

import { targetOptions } from '../../../src-renderer/features/transfer/target-words.ts';
import { person } from '../../../src-shared/domain/person.ts';
import { formatById } from '../../../src-shared/transfer/import/csv/formats/import-formats.ts';
import { createRapportColumns, rapportTarget } from '../../../src-shared/transfer/rapport-csv.ts';

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

/** Headers of our own CSV with something in every column. */
function ownTargets(): string[] {
  const columns = createRapportColumns();
  const more = Object.fromEntries(
    ['raw', 'street', 'extended', 'poBox', 'network', 'service'].map((part) => [part, 'x']),
  );
  const sets = Object.fromEntries(
    Object.keys(person.sets).map((set) => [set, [{ id: '1', value: 'v', label: 'l', more }]]),
  );
  columns.measure({ fields: {}, sets }, [{}, { details: [{ label: 'Shift', value: 'x' }] }]);
  columns.measureOrganisation({ sets: {} });
  return columns.header().flatMap((header) => rapportTarget(header) ?? []);
}

const targets = [
  ...new Set([
    ...[...formatById.values()].flatMap(({ columns, patterns = {} }) => [
      ...Object.values(columns),
      ...Object.values(patterns).map((target) => target.replace('{n}', '2')),
    ]),
    ...ownTargets(),
    'birth.year',
    'is-company',
    'labels',
    'org#2.until',
    'custom:#4',
    'name',
    'note',
  ]),
].filter((target) => target !== '');

it.each(targets)('%s', (target) => {
  const options = targetOptions(target).flatMap(({ items }) => items);
  const label = options.find(({ value }) => value === target)?.label ?? '';
  expect(label).not.toBe('');
  // No path, and no name of a field as the program has it.
  expect(label).not.toMatch(/^[a-z]+[.#:]|[a-z][A-Z]|#\d+\.|\w-id$|^[a-z]+$/);
});
