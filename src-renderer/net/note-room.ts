// The room of one open note: only cursors and selections pass through it. What is typed
// goes the way of every change, through the hosts, so it is stored before it is shared.

import { type Awareness, removeAwarenessStates } from 'y-protocols/awareness';
import * as Y from 'yjs';

import type { NetConfig } from '../../src-shared/bridge/team-types.ts';
import type { HostConnection } from '../host/connection.ts';
import { Carets } from './carets.ts';
import { createLinkOpener, joinRoom, type Mesh } from './mesh.ts';
import { noteTopic } from './note-topic.ts';

export type NoteRoom = {
  /** For the editor's carets; states are of whoever has the note open. */
  awareness: Awareness;
  /** `path` names the record. Returns a function that leaves the room. */
  join: (config: NetConfig, path: string, host: HostConnection) => () => void;
  close: () => void;
};

/** `doc`: the document that the cursors point into. */
export function openNoteRoom(doc: Y.Doc): NoteRoom {
  const awareness = new Carets(doc);
  return {
    awareness,
    join: (config, path, host) => {
      const links = createLinkOpener(host, config.epoch, 'note');
      // y-webrtc insists on a document to sync: it stays empty, and speaks for the note's.
      const empty = new Y.Doc();
      empty.clientID = doc.clientID;
      // Leaving a room takes this away.
      const user = { name: config.memberName, color: config.colour };
      awareness.setLocalState({ ...awareness.getLocalState(), user });
      let mesh: Mesh | undefined;
      let hasLeft = false;
      void noteTopic(config.noteRooms, path).then((room) => {
        if (!hasLeft) mesh = joinRoom(host, config, room, empty, links.open, awareness);
      });
      return () => {
        hasLeft = true;
        mesh?.close();
        links.close();
        empty.destroy();
        const others = [...awareness.getStates().keys()].filter((id) => id !== doc.clientID);
        removeAwarenessStates(awareness, others, 'left');
      };
    },
    close: () => awareness.destroy(),
  };
}
