// Which action of this laptop a transaction belongs to: it writes its undo entry in it.

import type { RecordDoc, Stamp } from '../../../../src-shared/domain/record.ts';

/** `action`: by which it is undone. `verb`: its label, or that it was undone or done again. */
export type Turn = Stamp & { key: string; action?: string; verb?: string };

/** Undefined where the document is not an action. */
export function turnOf(
  doc: RecordDoc | undefined,
  previous: RecordDoc | undefined,
): Turn | undefined {
  if (doc?.kind !== 'action') return undefined;
  const { id, fields, origin } = doc;
  const turning = directionOf(doc, previous);
  if (turning === undefined) {
    const { label } = fields;
    const verb = typeof label === 'string' ? label : 'edit';
    return { ...origin, key: `do:${id}`, action: id, verb };
  }
  const at = Number(fields['turnedAt'] ?? origin.at);
  const key = `${turning}:${id}:${at}`;
  return { ...origin, at, source: { type: 'typed' }, key, action: id, verb: turning };
}

function directionOf(
  { fields }: RecordDoc,
  previous: RecordDoc | undefined,
): 'undo' | 'redo' | undefined {
  if (previous === undefined) return undefined;
  const direction = turningOf(fields) ?? turningOf(previous.fields);
  if (direction !== undefined) return direction;
  if (fields['state'] === 'undone') return 'undo';
  return previous.fields['state'] === 'undone' ? 'redo' : undefined;
}

function turningOf(fields: RecordDoc['fields']): 'undo' | 'redo' | undefined {
  const turning = fields['turning'];
  const direction =
    typeof turning === 'object' && turning !== null && !Array.isArray(turning)
      ? turning['direction']
      : undefined;
  return direction === 'undo' || direction === 'redo' ? direction : undefined;
}
