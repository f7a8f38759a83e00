// The usual way: one Y.Doc for everybody, y-webrtc's sync messages over our PeerConnection
// (stock y-webrtc never finishes at this size: any message above 262,144 bytes is lost),
// stored by y-indexeddb, found by MiniSearch. Each end is in a page of its own; what the
// two say to each other before they are connected is carried by whoever runs the pages.

import MiniSearch from 'minisearch';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';

import { PeerConnection } from '../../../src-renderer/net/peer-connection.ts';

type Row = {
  id: string;
  name: string;
  sortKey: string;
  fields: Record<string, unknown>;
  sets: Record<string, { value: string }[]>;
  note: string;
};
type Signal = Parameters<PeerConnection['signal']>[0];

declare global {
  interface Window {
    /** Carries a signal to the other page. */
    signalOther: (signal: string) => void;
  }
}

const doc = new Y.Doc();
const records = doc.getMap<Y.Map<unknown>>('records');
const edited = doc.getMap<string>('edited');
let peer: PeerConnection | undefined;
let early: Signal[] = [];

/** Fills the document with the rows beside the page. */
async function holdAll(): Promise<void> {
  const rows = (await (await fetch('/rows.json')).json()) as Row[];
  doc.transact(() => {
    for (const { id, name, sortKey, fields, sets, note } of rows) {
      const record = new Y.Map<unknown>();
      for (const [key, value] of Object.entries({ ...fields, ...sets, name, sortKey, note }))
        record.set(key, value);
      records.set(id, record);
    }
  });
}

/** Milliseconds from the first word until `count` rows are sorted, searchable and stored. */
async function receiveAll(count: number): Promise<number> {
  const stored = new IndexeddbPersistence('ydoc-bench', doc);
  await stored.whenSynced;
  const began = performance.now();
  const whole = new Promise<void>((resolve) => {
    doc.on('update', () => records.size === count && resolve());
  });
  await Promise.all([whole, meet(true)]);
  const sorted = [...records].sort(([, a], [, b]) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const search = new MiniSearch({ fields: ['name', 'contact', 'body'], idField: 'id' });
  search.addAll(sorted.map(([id, record]) => ({ id, ...textOf(record) })));
  // A read behind the write in the queue of the same database: what was stored is stored.
  await stored.set('end', 1);
  const took = performance.now() - began;
  if (search.documentCount !== count) throw new Error('not all can be found');
  return took;
}

const keyOf = (record: Y.Map<unknown>): string => String(record.get('sortKey'));

function textOf(record: Y.Map<unknown>): { name: string; contact: string; body: string } {
  const { name, emails, phones, ...rest } = record.toJSON() as Record<string, unknown>;
  return { name: String(name), contact: words([emails, phones]), body: words(Object.values(rest)) };
}

const words = (values: readonly unknown[]): string =>
  values
    .map((value) =>
      Array.isArray(value)
        ? value.map((item: { value?: string }) => item?.value ?? '').join(' ')
        : typeof value === 'string'
          ? value
          : '',
    )
    .join(' ');

/** Resolves when connected, rejects where that does not come about. */
function meet(isInitiator: boolean): Promise<void> {
  const opened = new PeerConnection({
    initiator: isInitiator,
    iceServers: [],
    openLink: ({ onProven }) => {
      setTimeout(() => onProven('peer'), 0);
      return { receive: () => undefined, close: () => undefined };
    },
  });
  peer = opened;
  opened.on('signal', (out) => window.signalOther(JSON.stringify(out)));
  for (const signal of early) opened.signal(signal);
  early = [];
  return speak(opened);
}

function signal(from: Signal): void {
  if (peer === undefined) early.push(from);
  else peer.signal(from);
}

/** As y-webrtc does it. */
function speak(to: PeerConnection): Promise<void> {
  to.on('data', (data) => {
    const encoder = encoding.createEncoder();
    readSyncMessage(decoding.createDecoder(data), encoder, doc, to);
    if (encoding.length(encoder) > 0) to.send(encoding.toUint8Array(encoder));
  });
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === to) return;
    const encoder = encoding.createEncoder();
    writeUpdate(encoder, update);
    to.send(encoding.toUint8Array(encoder));
  });
  return new Promise((resolve, reject) => {
    to.on('close', () => reject(new Error('the connection has ended')));
    to.on('connect', () => {
      const encoder = encoding.createEncoder();
      writeSyncStep1(encoder, doc);
      to.send(encoding.toUint8Array(encoder));
      resolve();
    });
  });
}

/** One field that both ends show. */
function showField(): void {
  const label = document.createElement('label');
  label.textContent = 'Nickname';
  const input = document.createElement('input');
  label.append(input);
  document.body.append(label);
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') edited.set('nickname', input.value);
  });
  edited.observe(() => {
    input.value = edited.get('nickname') ?? '';
  });
}

Object.assign(window, { holdAll, receiveAll, meet, signal, showField, isReady: true });
