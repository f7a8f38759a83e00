// Fetches attached files from teammates when somebody wants them, piece by piece, and
// gives them to teammates who may have them. What was begun goes on after a cut, from the
// same or another laptop.

import type { FileState } from '../../../src-shared/bridge/host-types.ts';
import { createInTurn } from '../../../src-shared/pacing/in-turn.ts';
import type { FileMessage } from '../../../src-shared/sync/file-messages.ts';
import type { FileStore } from './store.ts';

export type FileExchange = {
  /** Begins to fetch, or goes on; answers at once. */
  want: (hash: string) => void;
  stateOf: (hash: string) => FileState;
  receive: (device: string, message: FileMessage) => void;
  /** Nobody wants it any more. */
  forget: (hash: string) => void;
  /** Somebody came or went. */
  review: () => void;
  close: () => void;
};

/** The ways to teammates, as far as files go over them. */
export type FileLinks = {
  linked: () => ReadonlySet<string>;
  sendTo: (device: string, message: FileMessage) => void;
};

export type FileExchangeNeeds = {
  files: FileStore;
  /** Whether a file belongs to something that the team shares. */
  isShared: (hash: string) => Promise<boolean>;
  links: FileLinks;
  onChange: (state: FileState) => void;
  onBug: (error: unknown) => void;
};

type Want = { device: string | undefined; tried: Set<string>; giveUp: NodeJS.Timeout | undefined };

const pieceBytes = 256 * 1024;
const patienceMs = 20_000;
/** Of one laptop: it asks for the next piece of a file when it has the last. */
const mostAsked = 100;

export function createFileExchange(needs: FileExchangeNeeds): FileExchange {
  const { files, links } = needs;
  const wants = new Map<string, Want>();
  const answer = createGiver(needs);

  const stateOf = (hash: string): FileState => {
    if (files.has(hash)) return { hash, state: 'here', have: files.size(hash) };
    const isComing = wants.get(hash)?.device !== undefined;
    return { hash, state: isComing ? 'coming' : 'away', have: files.size(hash) };
  };
  const changed = (hash: string): void => needs.onChange(stateOf(hash));

  /** Asks whoever was asked last, or the next who has not said no. */
  const ask = (hash: string): void => {
    const want = wants.get(hash);
    if (want === undefined) return;
    clearTimeout(want.giveUp);
    const linked = links.linked();
    if (want.device === undefined || !linked.has(want.device))
      want.device = [...linked].find((device) => !want.tried.has(device));
    if (want.device === undefined) return changed(hash);
    links.sendTo(want.device, { t: 'file-want', hash, from: files.size(hash) });
    want.giveUp = setTimeout(() => refused(hash, want), patienceMs).unref();
  };
  const refused = (hash: string, want: Want): void => {
    if (want.device !== undefined) want.tried.add(want.device);
    want.device = undefined;
    ask(hash);
  };
  const forget = (hash: string): void => {
    clearTimeout(wants.get(hash)?.giveUp);
    wants.delete(hash);
  };
  const onPiece = (device: string, piece: Extract<FileMessage, { t: 'file-piece' }>): void => {
    const want = wants.get(piece.hash);
    if (want === undefined || want.device !== device) return;
    const { hash, from, size } = piece;
    // The answer to a question from before a cut; the one that counts is on its way.
    if (from !== files.size(hash)) return;
    const got = files.append(hash, from, size, Buffer.from(piece.data, 'base64'));
    if (got === 'bad') {
      files.begin(hash);
      return refused(hash, want);
    }
    if (got === 'done') forget(hash);
    else ask(hash);
    changed(hash);
  };
  return {
    want: (hash) => {
      if (files.has(hash)) return changed(hash);
      const known = wants.get(hash);
      if (known?.device !== undefined) return;
      files.begin(hash);
      wants.set(hash, { device: undefined, tried: new Set(), giveUp: undefined });
      ask(hash);
      changed(hash);
    },
    stateOf,
    receive: (device, message) => {
      switch (message.t) {
        case 'file-want':
          return void answer(device, message).catch(needs.onBug);
        case 'file-piece':
          return onPiece(device, message);
        case 'file-none': {
          const want = wants.get(message.hash);
          if (want?.device === device) refused(message.hash, want);
        }
      }
    },
    forget,
    review: () => {
      const linked = links.linked();
      for (const [hash, want] of wants) {
        for (const device of want.tried) if (!linked.has(device)) want.tried.delete(device);
        if (want.device === undefined || !linked.has(want.device)) ask(hash);
      }
    },
    close: () => {
      for (const hash of wants.keys()) forget(hash);
    },
  };
}

type FileWant = Extract<FileMessage, { t: 'file-want' }>;

/** Answers one question at a time, and no more than anybody asks who hears the answers. */
function createGiver(
  needs: FileExchangeNeeds,
): (device: string, message: FileWant) => Promise<void> {
  /** How many answers each laptop waits for. */
  const asked = new Map<string, number>();
  const inTurn = createInTurn();
  return async (device, message) => {
    const waiting = asked.get(device) ?? 0;
    if (waiting >= mostAsked) return;
    asked.set(device, waiting + 1);
    await inTurn(() => give(needs, device, message)).finally(() =>
      asked.set(device, (asked.get(device) ?? 1) - 1),
    );
  };
}

async function give(
  { files, isShared, links }: FileExchangeNeeds,
  device: string,
  { hash, from }: FileWant,
): Promise<void> {
  const isGiven = files.has(hash) && from <= files.size(hash) && (await isShared(hash));
  const bytes = isGiven ? files.read(hash, from, pieceBytes) : undefined;
  if (bytes === undefined) return links.sendTo(device, { t: 'file-none', hash });
  const data = Buffer.from(bytes).toString('base64');
  links.sendTo(device, { t: 'file-piece', hash, from, size: files.size(hash), data });
}
