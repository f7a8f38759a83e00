// The usual way: one Y.Doc for everybody, y-webrtc's sync messages over our framed Peer
// (stock y-webrtc never finishes at this size: any message above 262,144 bytes is lost),
// stored by y-indexeddb. Both ends in one page, which spares it two ports.

import { IndexeddbPersistence } from 'y-indexeddb';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';

import { Peer } from '../../../src-renderer/net/peer.ts';

type Row = { id: string; fields: object; sets: object; note: string };

async function syncAll(): Promise<number> {
  const rows = (await (await fetch('/rows.json')).json()) as Row[];
  const [from, to] = [new Y.Doc(), new Y.Doc()];
  from.transact(() => {
    const people = from.getMap('people');
    for (const row of rows) {
      const person = new Y.Map();
      for (const [name, value] of Object.entries({ ...row.fields, ...row.sets, note: row.note }))
        person.set(name, value);
      people.set(row.id, person);
    }
  });
  const stored = new IndexeddbPersistence('ydoc-bench', to);
  await stored.whenSynced;
  const began = performance.now();
  const [a, b] = [openPeer(true), openPeer(false)];
  a.on('signal', (signal) => b.signal(signal));
  b.on('signal', (signal) => a.signal(signal));
  speak(a, from);
  speak(b, to);
  await new Promise<void>((resolve) => {
    to.on('update', () => to.getMap('people').size === rows.length && resolve());
  });
  // A read behind the write in the queue of the same database: what was stored is stored.
  await stored.set('end', 1);
  return performance.now() - began;
}

Object.assign(window, { syncAll, isReady: true });

function openPeer(initiator: boolean): Peer {
  return new Peer({
    initiator,
    iceServers: [],
    openLink: ({ onProven }) => {
      setTimeout(() => onProven('peer'), 0);
      return { receive: () => undefined, close: () => undefined };
    },
  });
}

/** As y-webrtc does it. */
function speak(peer: Peer, doc: Y.Doc): void {
  peer.on('connect', () => {
    const encoder = encoding.createEncoder();
    writeSyncStep1(encoder, doc);
    peer.send(encoding.toUint8Array(encoder));
  });
  peer.on('data', (data) => {
    const encoder = encoding.createEncoder();
    readSyncMessage(decoding.createDecoder(data), encoder, doc, peer);
    if (encoding.length(encoder) > 0) peer.send(encoding.toUint8Array(encoder));
  });
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === peer) return;
    const encoder = encoding.createEncoder();
    writeUpdate(encoder, update);
    peer.send(encoding.toUint8Array(encoder));
  });
}
