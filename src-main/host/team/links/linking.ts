// The links of this laptop as part of the team: what opens and ends is written into the
// log, files and records go on over what is open, and a copy of this profile is noticed.

import { randomUUID } from 'node:crypto';

import type { Emit } from '../../../../src-shared/bridge/contract.ts';
import type { Statement } from '../../../../src-shared/sync/team/log/statement.ts';
import type { Taken } from '../../../../src-shared/sync/team/log/statement-log.ts';
import type { FileExchange } from '../../attachments/exchange.ts';
import { createLinks, type Links } from './links.ts';
import { nodeCrypto as crypto } from '../identity/node-crypto.ts';
import type { TeamExchange } from './team-exchange.ts';
import type { TeamLog } from '../team-log.ts';
import type { Device } from '../../profile/own-device.ts';
import type { TeamState } from '../identity/team-state.ts';

export type Linking = {
  links: Links;
  /** This device's key was met on another machine. */
  isCopied: () => boolean;
  /** Whether a device speaks the words of another version, so that nothing goes over a link. */
  otherVersion: (device: string) => 'earlier' | 'later' | undefined;
};

type LinkingNeeds = {
  device: Device;
  state: TeamState;
  log: TeamLog;
  exchange: TeamExchange;
  /** They lean on the links, so they come later. */
  files: () => FileExchange;
  onStatements: (statements: readonly Statement[]) => Taken;
  emit: Emit;
  onChange: () => void;
  onBug: (error: unknown) => void;
};

/** Both ends first say what they have; then they compare. */
const settleMs = 1_500;

export function createLinking(needs: LinkingNeeds): Linking {
  const { log, exchange, emit, files, onChange } = needs;
  let isCopied = false;
  const versions = new Map<string, 'earlier' | 'later'>();
  /** Earlier versions go by the ids that their devices had then. */
  const memberOf = (device: string): string =>
    [...(needs.state.membership()?.members.values() ?? [])].find(
      ({ formerId }) => formerId === device,
    )?.id ?? device;

  const links = createLinks({
    state: needs.state,
    crypto,
    device: needs.device,
    instance: randomUUID(),
    exchange: exchange.current,
    send: (link, bytes) => emit('link.out', { link, bytes }),
    tell: (link, whose) => emit('link.state', { link, device: whose ?? null }),
    onLinked: (whose) => {
      versions.delete(whose);
      log.add({ code: 'linked', device: whose });
      files().review();
      setTimeout(() => void exchange.compare(whose).catch(needs.onBug), settleMs).unref();
      onChange();
    },
    onUnlinked: (whose) => {
      log.add({ code: 'unlinked', device: whose });
      exchange.noteSeen(whose);
      files().review();
      onChange();
    },
    onRefused: (why, device) => {
      const whose = memberOf(device);
      if (why === 'self') isCopied = true;
      if (why === 'earlier' || why === 'later') {
        // It knocks again and again: that is said once.
        if (versions.get(whose) === why) return;
        versions.set(whose, why);
      }
      log.add({ code: why === 'self' ? 'copied' : 'refused-link', device: whose, detail: why });
      onChange();
    },
    onStatements: needs.onStatements,
    onFile: (whose, message) => files().receive(whose, message),
    later: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });
  return { links, isCopied: () => isCopied, otherVersion: (device) => versions.get(device) };
}
