// The links that are open now, whom they lead to, and how much went over them.

import type { Session } from '../../../../src-shared/sync/session.ts';
import type { Backlog } from './backlog.ts';
import type { Greeting } from './greeting.ts';

export type OpenLink = Greeting & {
  link: string;
  /** note: an open note's own link, which carries no records. */
  purpose: 'records' | 'note';
  /** Once it has proven who it is. */
  device?: string;
  session?: Session;
  /** What came over it and waits for the session. */
  backlog?: Backlog;
  /** Stops waiting for the proof. */
  giveUp: () => void;
};

/** What a window asks for. */
export type LinkRequest = Pick<OpenLink, 'link' | 'purpose' | 'fingerprints' | 'epoch'>;

export type OpenLinks = {
  mayAdd: (link: string) => boolean;
  add: (link: OpenLink) => void;
  /** False when it was not open any more. */
  remove: (link: OpenLink) => boolean;
  get: (link: string) => OpenLink | undefined;
  all: () => OpenLink[];
  /** By a link made for records, whether or not there is a book to exchange. */
  isLinked: (device: string) => boolean;
  /** Devices with a link that carries records. */
  linked: () => Set<string>;
  carrier: (device: string) => OpenLink | undefined;
  /** What goes over a link before its end has proven who it is counts for nobody. */
  count: (link: OpenLink, bytes: number) => void;
  /** Bytes to and from a device since the start. */
  traffic: (device: string) => number;
};

const mostLinks = 64;

export function createOpenLinks(): OpenLinks {
  const open = new Map<string, OpenLink>();
  const traffic = new Map<string, number>();
  const all = (): OpenLink[] => [...open.values()];

  return {
    mayAdd: (link) => !open.has(link) && open.size < mostLinks,
    add: (link) => void open.set(link.link, link),
    remove: (link) => open.delete(link.link),
    get: (link) => open.get(link),
    all,
    isLinked: (device) => all().some((one) => one.device === device && one.purpose === 'records'),
    linked: () =>
      new Set(
        all().flatMap(({ device, session }) =>
          device === undefined || session === undefined ? [] : [device],
        ),
      ),
    carrier: (device) => all().find((one) => one.device === device && one.session !== undefined),
    count: ({ device }, bytes) => {
      if (device !== undefined) traffic.set(device, (traffic.get(device) ?? 0) + bytes);
    },
    traffic: (device) => traffic.get(device) ?? 0,
  };
}
