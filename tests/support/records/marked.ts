// A record of any kind with a marker in every place that can hold words.

import type { Kind } from '../../../src-shared/domain/kind.ts';
import type { JsonValue, NewRecord } from '../../../src-shared/domain/record.ts';
import { sampleRecord, type Targets } from './sample-content.ts';

/** `mark` gives a marker nobody had before. */
export function markedRecord(kind: Kind, targets: Targets, mark: () => string): NewRecord {
  const sample = sampleRecord(kind, targets);
  const fields = Object.entries(kind.fields).flatMap(([name, field]): [string, JsonValue][] => {
    if (field.type === 'data' && field.link === undefined)
      return [[name, field.accepts('any words') ? mark() : markedData(name, mark)]];
    // Not so long ago that it would be dropped meanwhile.
    const value = field.type === 'time' ? Date.now() : sample.fields?.[name];
    const isWords = typeof value === 'string' && field.link === undefined;
    const takesWords = isWords && field.accepts('any words');
    return value === undefined ? [] : [[name, takesWords ? `${mark()} ${name}` : value]];
  });
  const sets = Object.entries(kind.sets).map(([name, set]) => {
    if (set.link !== undefined) return [name, sample.sets?.[name] ?? []];
    const value = set.type === 'email' ? `${mark()}@example.com` : mark();
    const words = { label: mark(), more: { [mark()]: mark(), on: 'no' } };
    return [name, [{ value, ...words }]];
  });
  return {
    kind: kind.kind,
    fields: Object.fromEntries(fields),
    sets: Object.fromEntries(sets),
    note: `${mark()} words`,
  };
}

/** As posts keep their text and pictures, and their earlier versions. */
function markedData(name: string, mark: () => string): JsonValue {
  if (name === 'text') return [{ kind: 'p', runs: [{ text: mark() }] }];
  const media = (): JsonValue => [
    { url: `https://${mark()}.example/1.png`, alt: mark(), kind: 'picture' },
  ];
  if (name === 'media') return media();
  if (name === 'earlier') return [{ seenAt: 1, words: mark(), note: mark(), media: media() }];
  return { name: mark() };
}
