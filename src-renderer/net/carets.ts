// Who else has a note open, and where their cursors are. The editor takes what others say of
// themselves as it comes, and would break on what is of another shape: it is told only of
// those whose words are as ours.

import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

type State = { [field: string]: unknown };

/** Beyond so many nobody could tell them apart. */
const mostOthers = 50;
const longestName = 100;

export class Carets extends Awareness {
  override getStates(): Map<number, State> {
    const others = [...this.states].filter(
      ([id, state]) => id !== this.clientID && isSound(state, this.doc),
    );
    const own = this.states.get(this.clientID);
    return new Map([
      ...(own === undefined ? [] : [[this.clientID, own] as const]),
      ...others.slice(0, mostOthers),
    ]);
  }
}

function isSound({ user, cursor }: State, doc: Y.Doc): boolean {
  if (!isObject(user) || typeof user['name'] !== 'string' || typeof user['color'] !== 'string')
    return false;
  if (user['name'].length > longestName) return false;
  if (cursor === undefined || cursor === null) return true;
  return isObject(cursor) && isPlace(cursor['anchor'], doc) && isPlace(cursor['head'], doc);
}

const isObject = (value: unknown): value is State => typeof value === 'object' && value !== null;

/** Whether it leads somewhere, or nowhere, without breaking. */
function isPlace(json: unknown, doc: Y.Doc): boolean {
  if (!isObject(json)) return false;
  const { tname } = json;
  // Yjs makes what is asked for by name.
  if (typeof tname === 'string' ? !doc.share.has(tname) : (tname ?? null) !== null) return false;
  try {
    Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(json), doc);
    return true;
  } catch {
    return false;
  }
}
