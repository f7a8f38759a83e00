// A teammate's own host greets and proves who it is, as it must; what is then said over its
// link to the other is whatever the test makes up.

import { encodeLinkMessage } from '../../../src-main/host/team/links/link-codec.ts';
import type { OpenHost } from './host-pair.ts';

/** The link that `joinWindows` opens first. */
const link = 'link-1';

/** Resolves once both hosts have proven to each other who they are. */
export async function linked(...hosts: readonly OpenHost[]): Promise<void> {
  for (const host of hosts)
    await host.team(({ devices }) => devices.some((one) => one.link === 'direct'));
}

export async function sayTo(host: OpenHost, message: object): Promise<void> {
  await sayBytes(host, encodeLinkMessage(message));
}

export async function sayBytes(host: OpenHost, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await host.ask('link.in', { link, bytes });
}
