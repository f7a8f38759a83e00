// The other usual way: RxDB's own replication over WebRTC (simple-peer), both ends on
// Dexie, each in a page of its own. The one that holds the rows is the master, so that
// the newcomer pulls, which is the faster way round.

import {
  getConnectionHandlerSimplePeer,
  isMasterInWebRTCReplication,
  replicateWebRTC,
} from 'rxdb/plugins/replication-webrtc';

import { openRows, type OpenRows, type Row } from '../support/dexie-rows.ts';

type Room = { signaling: string; batchSize: number };
let rows: OpenRows;

/** Answers with the token by which the two ends find out who is the master. */
async function holdAll(): Promise<string> {
  rows = await openRows();
  const all = (await (await fetch('/rows.json')).json()) as Row[];
  for (let at = 0; at < all.length; at += 1_000)
    await rows.collection.bulkInsert(all.slice(at, at + 1_000));
  return rows.database.storageToken;
}

async function beEmpty(tokenOfHolder: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    rows = await openRows(`peer-${tries}`);
    const token = await rows.database.storageToken;
    const { hashFunction } = rows.database;
    if (await isMasterInWebRTCReplication(hashFunction, tokenOfHolder, token)) return;
    await rows.database.remove();
  }
}

async function meet({ signaling, batchSize }: Room): Promise<void> {
  const pool = await replicateWebRTC({
    collection: rows.collection,
    topic: 'bench-room',
    connectionHandlerCreator: getConnectionHandlerSimplePeer({
      signalingServerUrl: signaling,
      config: { iceServers: [] },
    }),
    pull: { batchSize },
    push: { batchSize },
  });
  pool.error$.subscribe((error) => console.error(String(error)));
}

/** Milliseconds from the start of the replication until `count` rows are stored; null: not within `mostMs`. */
async function receive(room: Room, count: number, mostMs: number): Promise<number | null> {
  const began = performance.now();
  let seen = 0;
  const all = new Promise<void>((resolve) => {
    rows.collection.eventBulks$.subscribe(({ events }) => {
      seen += events.length;
      if (seen >= count) resolve();
    });
  });
  const timeUp = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), mostMs));
  await meet(room);
  if ((await Promise.race([all, timeUp])) === 'late') return null;
  const stored = await rows.collection.count().exec();
  if (stored !== count) throw new Error(`${stored} of ${count} rows are stored`);
  return performance.now() - began;
}

// simple-peer asks for this one thing of Node.
const nextTick = (work: (...args: unknown[]) => void, ...args: unknown[]): void =>
  queueMicrotask(() => work(...args));
Object.assign(globalThis, { process: { nextTick, env: {} } });
Object.assign(window, { holdAll, beEmpty, meet, receive, isReady: true });
