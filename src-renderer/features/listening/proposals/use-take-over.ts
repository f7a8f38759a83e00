// Writes what a public profile states into the record, with the feed as its source.

import type { JsonValue, RecordDoc } from '../../../../src-shared/domain/record.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { readName } from '../../../data/read-name.ts';
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
              item: { value: to, label: 'from their profile' },
            } as const,
          ]
        : what === 'job'
          ? [field('jobNote', to)]
          : owner.kind !== 'person'
            ? [field('name', to)]
            : nameChanges(to).map(([name, value]) => field(name, value));
    const { source } = proposal.fields;
    const read = { type: 'feed' as const, feed: typeof source === 'string' ? source : '' };
    return (await run({ type: 'edit', changes, source: read })) !== undefined;
  };
}

function nameChanges(to: string): [string, JsonValue][] {
  const { given = null, family = null } = readName(to) as { given?: string; family?: string };
  return [
    ['given', given],
    ['middle', null],
    ['family', family],
    ['fullName', null],
  ];
}
