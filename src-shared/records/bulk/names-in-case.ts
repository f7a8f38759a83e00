// What writing names with capitals where they belong comes to for one person.

import type { RecordDoc } from '../../domain/record.ts';
import { howTurkish, namePartsInCase, properCase } from '../../values/proper-case.ts';
import type { Ref } from '../command.ts';
import { setField } from '../intents/edits.ts';
import { type Outcome, same } from './bulk-context.ts';

export function namesInCase(doc: RecordDoc): Outcome {
  const { fields, sets } = doc;
  const text = (part: string): string => {
    const value = fields[part];
    return typeof value === 'string' ? value : '';
  };
  const parts = namePartsInCase.filter((part) => text(part) !== '');
  const reached = ['emails', 'phones'].flatMap((set) =>
    (sets[set] ?? []).map(({ value }) => value),
  );
  const turkish = howTurkish([...parts.map(text), ...reached], text('given'));
  const ref: Ref = { collection: 'people', id: doc.id };
  const next = parts.map((part) => [part, properCase(text(part), part, turkish)] as const);
  const changes = next.flatMap(([part, value]) =>
    value === text(part) ? [] : [setField(ref, part, value)],
  );
  if (changes.length === 0) return same;
  const [before, after] = [parts.map(text), next.map(([, value]) => value)];
  return { is: 'change', changes, before: before.join(' '), after: after.join(' ') };
}
