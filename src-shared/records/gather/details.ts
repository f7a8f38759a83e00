// Other details that came with imports, by their names: what could be a field of the team's own.

import { foldText } from '../../domain/fold.ts';
import type { Reader } from '../../fields/field.ts';
import { type GuessedOwn, guessOwnType } from '../../fields/guess-own.ts';
import type { RecordStore } from '../../store/record-store.ts';

export type DetailName = {
  kind: 'person' | 'organisation';
  label: string;
  /** How many have such a detail. */
  records: number;
  examples: string[];
  guess: GuessedOwn;
};

type Found = Omit<DetailName, 'guess' | 'examples'> & { values: string[] };

const mostValues = 200;
const mostNames = 200;

/** The most used first. */
export async function detailNames(store: RecordStore, reader: Reader): Promise<DetailName[]> {
  const found = new Map<string, Found>();
  const places = { person: 'people', organisation: 'groups' } as const;
  for (const kind of ['person', 'organisation'] as const)
    for await (const docs of store.scan(places[kind], { status: 'live' }))
      for (const doc of docs) {
        const details = doc.kind === kind ? doc.sets['custom'] : undefined;
        if (details === undefined) continue;
        const byName = Map.groupBy(details, ({ label = '' }) => foldText(label.trim()));
        for (const [name, items] of byName) {
          if (name === '') continue;
          const label = items[0]?.label?.trim() ?? name;
          const known = found.get(`${kind} ${name}`) ?? { kind, label, records: 0, values: [] };
          known.records += 1;
          if (known.values.length < mostValues)
            known.values.push(...items.map(({ value }) => value));
          found.set(`${kind} ${name}`, known);
        }
      }
  return [...found.values()]
    .sort((a, b) => b.records - a.records)
    .slice(0, mostNames)
    .map(({ values, ...one }) => ({
      ...one,
      examples: [...new Set(values)].slice(0, 3),
      guess: guessOwnType(values, reader),
    }));
}
