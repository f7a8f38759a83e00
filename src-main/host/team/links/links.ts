// The links that this laptop's window has to teammates' windows. A link says nothing
// but hello until both sides have proven who they are; then records go over it.

import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import {
  type Channel,
  checkProof,
  type Hello,
  helloSchema,
  helloVersion,
  proofText,
  type Refusal,
} from '../../../../src-shared/sync/team/hello.ts';
import { type Statement, statementsSchema } from '../../../../src-shared/sync/team/statements.ts';
import { type FileMessage, parseFileMessage } from '../../../../src-shared/sync/file-messages.ts';
import { parseMessage } from '../../../../src-shared/sync/messages.ts';
import type { Exchange } from '../../../../src-shared/sync/exchange.ts';
import type { Session } from '../../../../src-shared/sync/session.ts';
import { parseJson } from '../../../../src-shared/sync/parse-json.ts';
import { decodeLinkMessage, encodeLinkMessage } from './link-codec.ts';
import type { TeamState } from '../identity/team-state.ts';

export type LinkRequest = {
  link: string;
  /** DTLS fingerprints of both ends, or what stands for them on another transport. */
  fingerprints: [string, string];
  /** Id of the epoch whose room the link was made in. */
  epoch: string;
  /** note: an open note's own link, which carries no records. */
  purpose: 'records' | 'note';
};

export type Links = {
  open: (request: LinkRequest) => void;
  receive: (link: string, bytes: Uint8Array) => void;
  close: (link: string) => void;
  /** Ends links to whoever no longer belongs to the team. */
  review: () => void;
  closeAll: () => void;
  /** Over a link that carries records; nothing is sent where there is none. */
  sendTo: (device: string, message: FileMessage) => void;
  /** Devices with a link that carries records. */
  linked: () => Set<string>;
  /** Bytes to and from a device since the start. */
  traffic: (device: string) => number;
};

export type LinksNeeds = {
  state: TeamState;
  crypto: TeamCrypto;
  device: string;
  /** Random for this start of the program. */
  instance: string;
  exchange: () => Exchange | undefined;
  send: (link: string, bytes: Uint8Array) => void;
  /** `device` undefined: refused or gone. */
  tell: (link: string, device: string | undefined) => void;
  onLinked: (device: string) => void;
  onUnlinked: (device: string) => void;
  onRefused: (why: Refusal, device: string) => void;
  onStatements: (statements: readonly Statement[]) => void;
  onFile: (device: string, message: FileMessage) => void;
  later: (work: () => void, ms: number) => () => void;
};

type OpenLink = LinkRequest & {
  ours: Hello;
  theirs?: Hello;
  device?: string;
  session?: Session;
  giveUp: () => void;
};

const helloMs = 10_000;
const mostLinks = 64;

export function createLinks(needs: LinksNeeds): Links {
  const { state, crypto } = needs;
  const open = new Map<string, OpenLink>();
  const traffic = new Map<string, number>();

  const send = (link: OpenLink, message: object): void => {
    const bytes = encodeLinkMessage(message);
    count(link, bytes.length);
    needs.send(link.link, bytes);
  };
  const count = ({ device }: OpenLink, bytes: number): void => {
    if (device !== undefined) traffic.set(device, (traffic.get(device) ?? 0) + bytes);
  };
  const end = (link: OpenLink): void => {
    if (!open.delete(link.link)) return;
    link.giveUp();
    link.session?.close();
    needs.tell(link.link, undefined);
    if (link.device !== undefined && link.purpose === 'records' && !isLinked(link.device))
      needs.onUnlinked(link.device);
  };
  const isLinked = (device: string): boolean =>
    [...open.values()].some((one) => one.device === device && one.purpose === 'records');
  const channelOf = (link: OpenLink): Channel => ({
    team: state.view()?.team ?? '',
    epoch: link.epoch,
    fingerprints: link.fingerprints,
  });

  const onHello = (link: OpenLink, raw: unknown): void => {
    const parsed = helloSchema.safeParse(raw);
    if (!parsed.success) return end(link);
    if (parsed.data.t === 'hello') {
      if (link.theirs !== undefined) return end(link);
      link.theirs = parsed.data;
      learn(link, parsed.data.statements);
      const text = proofText(link.ours, link.theirs, channelOf(link));
      const { secretKey } = needs.state.ownSign();
      return send(link, { t: 'proof', signature: crypto.sign(secretKey, text) });
    }
    prove(link, parsed.data.signature);
  };
  const learn = (link: OpenLink, sealed: string): void => {
    const key = state.keys().find(({ id }) => id === link.epoch)?.key;
    const text = key === undefined ? undefined : crypto.open(key, sealed);
    if (text === undefined) return;
    const parsed = statementsSchema.safeParse(parseJson(text));
    if (parsed.success) needs.onStatements(parsed.data);
  };
  const prove = (link: OpenLink, signature: string): void => {
    const { theirs, ours } = link;
    const view = state.view();
    if (theirs === undefined || view === undefined) return end(link);
    const refusal = checkProof(signature, theirs, ours, channelOf(link), view, crypto);
    if (refusal !== undefined) {
      // A device that meets itself is only another window of this laptop, or a copy.
      if (refusal !== 'self' || theirs.instance !== needs.instance)
        needs.onRefused(refusal, theirs.device);
      return end(link);
    }
    link.giveUp();
    const isFirst = !isLinked(theirs.device);
    link.device = theirs.device;
    needs.tell(link.link, theirs.device);
    if (link.purpose !== 'records') return;
    const session = needs.exchange()?.join(theirs.device, {
      send: (message) => send(link, message),
      close: () => end(link),
    });
    if (session !== undefined) link.session = session;
    if (isFirst) needs.onLinked(theirs.device);
  };

  return {
    open: (request) => {
      const key = state.keys().find(({ id }) => id === request.epoch)?.key;
      if (key === undefined || open.has(request.link) || open.size >= mostLinks)
        return needs.tell(request.link, undefined);
      const ours: Hello = {
        t: 'hello',
        v: helloVersion,
        device: needs.device,
        instance: needs.instance,
        nonce: crypto.random(24),
        statements: crypto.seal(key, JSON.stringify(state.statements())),
      };
      const link: OpenLink = { ...request, ours, giveUp: () => undefined };
      link.giveUp = needs.later(() => end(link), helloMs);
      open.set(request.link, link);
      send(link, ours);
    },
    receive: (id, bytes) => {
      const link = open.get(id);
      if (link === undefined) return;
      count(link, bytes.length);
      const raw = decodeLinkMessage(bytes);
      if (raw === undefined) return end(link);
      if (link.device === undefined) return onHello(link, raw);
      const message = parseMessage(raw);
      if (message !== undefined) return link.session?.receive(message);
      const aboutFile = link.session === undefined ? undefined : parseFileMessage(raw);
      if (aboutFile !== undefined) needs.onFile(link.device, aboutFile);
    },
    close: (id) => {
      const link = open.get(id);
      if (link !== undefined) end(link);
    },
    review: () => {
      const members = state.view()?.members;
      for (const link of open.values()) {
        const { device } = link;
        if (device !== undefined && members?.get(device)?.state !== 'here') end(link);
      }
    },
    closeAll: () => {
      for (const link of open.values()) end(link);
    },
    sendTo: (device, message) => {
      const link = [...open.values()].find(
        (one) => one.device === device && one.session !== undefined,
      );
      if (link !== undefined) send(link, message);
    },
    linked: () =>
      new Set(
        [...open.values()].flatMap(({ device, session }) =>
          device === undefined || session === undefined ? [] : [device],
        ),
      ),
    traffic: (device) => traffic.get(device) ?? 0,
  };
}
