// The links that this laptop's window has to teammates' windows. A link says nothing
// but hello until both sides have proven who they are; then records go over it.

import type { FileMessage } from '../../../../src-shared/sync/file-messages.ts';
import { createLinkLife, type LinkNeeds } from './link-life.ts';
import { createOpenLinks, type LinkRequest } from './open-links.ts';

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

export function createLinks(needs: LinkNeeds): Links {
  const open = createOpenLinks();
  const life = createLinkLife(needs, open);

  return {
    open: life.begin,
    receive: (id, bytes) => {
      const link = open.get(id);
      if (link !== undefined) life.receive(link, bytes);
    },
    close: (id) => {
      const link = open.get(id);
      if (link !== undefined) life.end(link);
    },
    review: () => {
      const members = needs.state.membership()?.members;
      for (const link of open.all()) {
        const { device } = link;
        if (device !== undefined && members?.get(device)?.state !== 'here') life.end(link);
      }
    },
    closeAll: () => {
      for (const link of open.all()) life.end(link);
    },
    sendTo: (device, message) => {
      const link = open.carrier(device);
      if (link !== undefined) life.send(link, message);
    },
    linked: open.linked,
    traffic: open.traffic,
  };
}
