// One link from its opening to its end: greeted, then joined to the exchange of records.

import type { Exchange } from '../../../../src-shared/sync/exchange.ts';
import { type FileMessage, parseFileMessage } from '../../../../src-shared/sync/file-messages.ts';
import { parseMessage } from '../../../../src-shared/sync/messages.ts';
import type { Refusal } from '../../../../src-shared/sync/team/hello.ts';
import { createBacklog } from './backlog.ts';
import { createGreeter, type GreeterNeeds } from './greeting.ts';
import { decodeLinkMessage, encodeLinkMessage } from './link-codec.ts';
import type { LinkRequest, OpenLink, OpenLinks } from './open-links.ts';

export type LinkNeeds = GreeterNeeds & {
  exchange: () => Exchange | undefined;
  send: (link: string, bytes: Uint8Array) => void;
  /** `device` undefined: refused or gone. */
  tell: (link: string, device: string | undefined) => void;
  onLinked: (device: string) => void;
  onUnlinked: (device: string) => void;
  onRefused: (why: Refusal, device: string) => void;
  onFile: (device: string, message: FileMessage) => void;
  later: (work: () => void, ms: number) => () => void;
};

export type LinkLife = {
  begin: (request: LinkRequest) => void;
  receive: (link: OpenLink, bytes: Uint8Array) => void;
  send: (link: OpenLink, message: object) => void;
  /** Does nothing to one that has ended. */
  end: (link: OpenLink) => void;
};

const helloMs = 10_000;

export function createLinkLife(needs: LinkNeeds, open: OpenLinks): LinkLife {
  const greeter = createGreeter(needs);

  const send = (link: OpenLink, message: object): void => {
    const bytes = encodeLinkMessage(message);
    open.count(link, bytes.length);
    needs.send(link.link, bytes);
  };
  const end = (link: OpenLink): void => {
    if (!open.remove(link)) return;
    link.giveUp();
    link.session?.close();
    needs.tell(link.link, undefined);
    if (link.device !== undefined && link.purpose === 'records' && !open.isLinked(link.device))
      needs.onUnlinked(link.device);
  };
  const greet = (link: OpenLink, raw: unknown): void => {
    const step = greeter.hear(link, raw);
    if (step.is === 'answered') return step.answers.forEach((one) => send(link, one));
    if (step.is === 'proven') return join(link, step.device);
    // A device that meets itself is only another window of this laptop, or a copy.
    if (step.is === 'refused' && (step.why !== 'self' || step.theirs.instance !== needs.instance))
      needs.onRefused(step.why, step.theirs.device);
    end(link);
  };
  const join = (link: OpenLink, device: string): void => {
    link.giveUp();
    const isFirst = !open.isLinked(device);
    link.device = device;
    needs.tell(link.link, device);
    if (link.purpose !== 'records') return;
    const session = needs.exchange()?.join(device, {
      send: (message) => send(link, message),
      close: () => end(link),
    });
    if (session !== undefined) {
      link.session = session;
      link.backlog = createBacklog(
        async (bytes) => {
          hear(link, device, bytes);
          await session.settled();
        },
        () => end(link),
      );
    }
    if (isFirst) needs.onLinked(device);
  };
  const hear = (link: OpenLink, device: string, bytes: Uint8Array): void => {
    if (open.get(link.link) !== link) return;
    const raw = decodeLinkMessage(bytes);
    if (raw === undefined) end(link);
    else pass(link, device, raw);
  };
  const pass = (link: OpenLink, device: string, raw: unknown): void => {
    const message = parseMessage(raw);
    if (message !== undefined) return link.session?.receive(message);
    const aboutFile = link.session === undefined ? undefined : parseFileMessage(raw);
    if (aboutFile !== undefined) needs.onFile(device, aboutFile);
  };

  return {
    begin: (request) => {
      const ours = greeter.hello(request.epoch);
      if (ours === undefined || !open.mayAdd(request.link))
        return needs.tell(request.link, undefined);
      const link: OpenLink = { ...request, ours, giveUp: () => undefined };
      link.giveUp = needs.later(() => end(link), helloMs);
      open.add(link);
      send(link, ours);
    },
    receive: (link, bytes) => {
      open.count(link, bytes.length);
      if (link.backlog !== undefined) return link.backlog.add(bytes);
      if (link.device !== undefined) return hear(link, link.device, bytes);
      const raw = decodeLinkMessage(bytes);
      if (raw === undefined) end(link);
      else greet(link, raw);
    },
    send,
    end,
  };
}
