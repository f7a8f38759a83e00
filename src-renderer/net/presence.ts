// Who is here, as y-protocols' Awareness, made quieter. Everybody renews what they say of
// themselves every 15 s, and y-webrtc passes each renewal on to everybody, so that it
// reaches those who have no connection of their own to whoever said it. Each also says
// how many windows it is connected to: where those are all there are, its renewals are
// not passed on. What is new always is.

import { Awareness } from 'y-protocols/awareness';

type Ids = readonly number[];
type AwarenessChange = { added: Ids; updated: Ids; removed: Ids };

export class Presence extends Awareness {
  // Not private by `#`: the constructor of Awareness already emits.
  declare changed?: Ids;

  /** This window is connected to so many others. */
  connectedTo(windows: number): void {
    if (this.getLocalState()?.['windows'] !== windows) this.setLocalStateField('windows', windows);
  }

  /** `change` tells what is new, then `update` all that came: that is what y-webrtc passes on. */
  override emit(name: string, args: [AwarenessChange, unknown]): void {
    if (name === 'change') this.changed = args[0].updated;
    if (name === 'update') {
      const changed = this.changed ?? [];
      this.changed = [];
      if (isKnownToAll(this, args[0], changed)) return;
    }
    super.emit(name, args);
  }
}

function isKnownToAll(
  presence: Presence,
  { added, updated, removed }: AwarenessChange,
  changed: Ids,
): boolean {
  if (added.length > 0 || removed.length > 0) return false;
  const others = presence.states.size - 1;
  return updated.every((id) => {
    if (id === presence.clientID || changed.includes(id)) return false;
    const windows: unknown = presence.states.get(id)?.['windows'];
    return typeof windows === 'number' && windows >= others;
  });
}
