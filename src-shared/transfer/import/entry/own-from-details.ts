// Details of a file that are called like a field of the team's own, as values of that field:
// so what went out as a detail (export/own-details.ts) comes back where it was, and a column
// of another program finds the field that was made for it.

import { foldText } from '../../../domain/fold.ts';
import { readOwnField } from '../../../domain/own-field.ts';
import { ownKey } from '../../../domain/own-values.ts';
import { type AnyField, plainReader } from '../../../fields/field.ts';
import { typeOfOwn } from '../../../fields/own.ts';
import type { RecordStore } from '../../../store/record-store.ts';
import { addItem, type Incoming } from './incoming.ts';

/** Changes what it is given, and gives it back. */
export type OwnFromDetails = (incoming: Incoming) => Incoming;

type Own = { key: string; type: AnyField };

/** Reads the definitions once. Those that were put away take nothing in. */
export async function ownFromDetails(store: Pick<RecordStore, 'scan'>): Promise<OwnFromDetails> {
  const byName = new Map<string, Own>();
  for await (const docs of store.scan('setup', { status: 'live' }))
    for (const field of docs.flatMap((doc) => readOwnField(doc) ?? []))
      if (!field.isRetired && !field.isNewer)
        byName.set(nameOf(field.kind, field.label), {
          key: ownKey(field.id),
          type: typeOfOwn(field),
        });
  if (byName.size === 0) return (incoming) => incoming;
  return (incoming) => {
    const details = incoming.sets['custom'] ?? [];
    const left = details.filter(({ label = '', value }) => {
      const own = byName.get(nameOf(incoming.kind, label));
      return own === undefined || !fill(incoming, own, value);
    });
    if (left.length === details.length) return incoming;
    if (left.length > 0) incoming.sets['custom'] = left;
    else delete incoming.sets['custom'];
    return incoming;
  };
}

const nameOf = (kind: string, label: string): string => `${kind} ${foldText(label.trim())}`;

/** False where the value does not fit, or the field has one already: it stays a detail. */
function fill(incoming: Incoming, { key, type }: Own, text: string): boolean {
  // Whom a name means is not known here.
  if (type.link !== undefined) return false;
  const value = type.typed(text, plainReader);
  if (value === undefined || value === '') return false;
  if (type.own?.isMany === true) {
    const codes = [value].flat().filter((code) => typeof code === 'string');
    for (const code of codes) addItem(incoming, key, { value: code });
    return true;
  }
  if (incoming.fields[key] !== undefined) return false;
  incoming.fields[key] = value;
  return true;
}
