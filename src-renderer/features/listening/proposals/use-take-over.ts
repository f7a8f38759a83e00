// Writes what a public profile states into the record, with the feed as its source.

import type { JsonValue, RecordDoc } from '../../../../src-shared/domain/record.ts';
import { fromProfile } from '../../../../src-shared/values/labels.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { parseTypedName } from '../../../data/typed-values.ts';
import { refOf } from '../../../data/ref-of.ts';

export function useTakeOver() {
  const run = useCommand();
  return async (owner: RecordDoc, proposal: RecordDoc): Promise<boolean> => {
    const { what, to } = proposal.fields;
    if (typeof to !== 'string') return false;
    const ref = refOf(owner);
    const field = (name: string, value: JsonValue) =>
      ({ type: 'field', ref, field: name, value }) as const;
    const changes =
      what === 'place'
        ? [
            {
              type: 'set-put',
              ref,
              set: 'addresses',
              item: { value: to, label: fromProfile },
            } as const,
          ]
        : what === 'job'
          ? [field('jobNote', to)]
          : owner.kind !== 'person'
            ? [field('name', to)]
            : (await nameChanges(to)).map(([name, value]) => field(name, value));
    const { source } = proposal.fields;
    const read = { type: 'feed' as const, feed: typeof source === 'string' ? source : '' };
    return (await run({ type: 'edit', changes, source: read })) !== undefined;
  };
}

/** A title or a nickname that the profile does not say stays. */
async function nameChanges(to: string): Promise<[string, JsonValue][]> {
  const {
    given = null,
    middle = null,
    family = null,
    fullName = null,
    ...rest
  } = await parseTypedName(to);
  return Object.entries({ ...rest, given, middle, family, fullName });
}
