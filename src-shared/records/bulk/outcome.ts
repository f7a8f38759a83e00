// What a bulk edit comes to for one record, as it is now: the changes with the value before
// and after, or why there are none. Nothing is written here, so the preview and the edit
// itself cannot say different things.

import type { RecordDoc } from '../../domain/record.ts';
import { type BulkContext, cannot, type Outcome, same } from './bulk-context.ts';
import { copied } from './copied.ts';
import { fieldOutcome } from './field-outcome.ts';
import { namesInCase } from './names-in-case.ts';
import { placeIn, takes } from './places.ts';
import { setOutcome } from './set-outcome.ts';

export function outcomeFor(doc: RecordDoc | undefined, context: BulkContext): Outcome {
  if (doc?.status !== 'live') return cannot('gone');
  const { edit, kind, of } = context;
  // All kinds of what happened have the same fields.
  if (of.collection !== 'moments' && doc.kind !== of.kind) return cannot('refused');
  if (edit.type === 'trash') return { is: 'change', changes: [], before: null, after: null };
  if (edit.type === 'role')
    return context.hasRole(doc.id)
      ? same
      : { is: 'change', changes: [], before: null, after: edit.title };
  if (edit.type === 'names') return namesInCase(doc);
  if (edit.type === 'copy') return copied(doc, edit, context);
  const place = placeIn(kind, edit.field);
  if (place === undefined || !takes(place, edit.type)) return cannot('refused');
  return place.at === 'field'
    ? fieldOutcome(doc, place, edit, context)
    : setOutcome(doc, place, edit, context);
}
