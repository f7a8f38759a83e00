// A record of any kind, filled from its declaration: every field and set has a value of
// its type, and whatever points somewhere points at the given records.

import type { Kind } from '../../../src-shared/domain/kind.ts';
import type { JsonValue, NewRecord } from '../../../src-shared/domain/record.ts';
import type { AnyField } from '../../../src-shared/fields/field.ts';
import type { FieldSet } from '../../../src-shared/fields/set.ts';

export type Targets = { people: string; groups: string };

export function sampleRecord(kind: Kind, targets: Targets): NewRecord {
  const fields = Object.entries(kind.fields).map(([name, field]) => [
    name,
    sampleValue(name, field, targets),
  ]);
  const sets = Object.entries(kind.sets).map(([name, set]) => [
    name,
    [sampleItem(name, set, targets)],
  ]);
  return {
    kind: kind.kind,
    fields: Object.fromEntries(fields.filter(([, value]) => value !== undefined)),
    sets: Object.fromEntries(sets),
    note: `words of a ${kind.kind}`,
  };
}

const targetOf = (to: readonly string[], targets: Targets): string =>
  to.includes('people') ? targets.people : to.includes('groups') ? targets.groups : 'elsewhere';

function sampleValue(name: string, field: AnyField, targets: Targets): JsonValue | undefined {
  const target = targetOf(field.link?.to ?? [], targets);
  switch (field.type) {
    case 'link':
      return target;
    case 'links':
      return [target];
    case 'day':
      return '2001-02-03';
    case 'time':
      return 1_700_000_000_000;
    case 'number':
      return field.accepts(7) ? 7 : '7';
    case 'rating':
      return 3;
    case 'money':
      return { amount: '12.50', currency: 'EUR' };
    case 'yes-no':
      return true;
    case 'choice':
      return field.choices?.[0];
    case 'choices':
      return [...(field.choices ?? [])];
    case 'data':
      return undefined;
    default:
      return `sample${name}`;
  }
}

function sampleItem(name: string, set: FieldSet, targets: Targets) {
  if (set.link !== undefined) return { value: targetOf(set.link.to, targets) };
  return { value: set.type === 'email' ? `${name}@example.com` : `sample${name}` };
}
