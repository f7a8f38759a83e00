// Writes what a public profile states into the record, with the feed as its source.

import type { JsonValue, RecordDoc } from '../../../../src-shared/domain/record.ts';
import { fromProfile } from '../../../../src-shared/values/labels.ts';
import {
  edit,
  putItem,
  setField,
  setFields,
} from '../../../../src-shared/records/intents/edits.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { parseTypedName } from '../../../data/typed-values.ts';
import { refOf } from '../../../data/ref-of.ts';

export function useTakeOver() {
  const run = useCommand();
  return async (owner: RecordDoc, proposal: RecordDoc): Promise<boolean> => {
    const { what, to } = proposal.fields;
    if (typeof to !== 'string') return false;
    const ref = refOf(owner);
    const changes =
      what === 'place'
        ? [putItem(ref, 'addresses', { value: to, label: fromProfile })]
        : what === 'job'
          ? [setField(ref, 'jobNote', to)]
          : owner.kind !== 'person'
            ? [setField(ref, 'name', to)]
            : setFields(ref, await nameFields(to));
    const { source } = proposal.fields;
    const read = { type: 'feed' as const, feed: typeof source === 'string' ? source : '' };
    return (await run({ ...edit(...changes), source: read })) !== undefined;
  };
}

/** A title or a nickname that the profile does not say stays. */
async function nameFields(to: string): Promise<{ [field: string]: JsonValue }> {
  const {
    given = null,
    middle = null,
    family = null,
    fullName = null,
    ...rest
  } = await parseTypedName(to);
  return { ...rest, given, middle, family, fullName };
}
