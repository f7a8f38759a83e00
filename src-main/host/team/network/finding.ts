// Which hubs are dialled: those that were found in this machine's networks, those a person gave
// the address of, and those of the team that were met before.

import { addressIn, hostOf } from './address.ts';
import type { Found } from './discovery.ts';
import type { Hub } from './hub.ts';
import type { Opens } from './hub-proof.ts';
import { createTries } from './tries.ts';

export type Finding = {
  /** A hub has announced itself. */
  onFound: (found: Found) => void;
  /**
   * Tries once more where teammates were met before, and what was added by hand. `isMoved`: this
   * machine is elsewhere, and lines that seem open may not be.
   */
  dialKnown: (isMoved?: boolean) => void;
  /** When some of our hubs was found last, ms since 1970; undefined while none was. */
  foundAt: () => number | undefined;
};

export type FindingNeeds = {
  hub: () => Hub | undefined;
  /** Added by hand: by address what may pass unproven. */
  manual: () => ReadonlyMap<string, Opens>;
  /** Where hubs of the team were met, the last first: `host:port`. */
  lastMet: () => readonly string[];
  /** Whether a found hub is one of ours. */
  isOurs: (found: Found) => boolean;
  /** A hub of ours was found at an address where none was before. */
  onFound: (address: string) => void;
  /** The same, of another version: it cannot be linked. */
  onOtherVersion: (address: string) => void;
};

/** For one name or address, for all, within so many ms. */
const tries = [8, 60, 10_000] as const;
const mostMet = 500;
/** A hub found by both kinds of addresses is found by both within this. */
const bothMs = 1_000;

export function createFinding(needs: FindingNeeds): Finding {
  let foundAt: number | undefined;
  const met = new Set<string>();
  /** Names of hubs that were found over IPv4. */
  const plain = new Set<string>();
  const byName = createTries(...tries);
  const byAddress = createTries(...tries);

  const take = (found: Found): void => {
    const hub = needs.hub();
    // Anybody can repeat what a hub of ours has said, with other ports and from elsewhere.
    const isLinked = hub?.linked().includes(found.url) === true;
    if (!isLinked && !(byName.may(found.name) && byAddress.may(hostOf(found.url)))) return;
    const tell = found.isOtherVersion ? needs.onOtherVersion : needs.onFound;
    if (!met.has(found.url)) tell(addressIn(found.url));
    if (met.size < mostMet) met.add(found.url);
    if (found.isOtherVersion) return;
    foundAt = Date.now();
    hub?.link(found.url, { isFound: true });
  };

  return {
    onFound: (found) => {
      if (!needs.isOurs(found)) return;
      if (isPlain(found)) {
        if (plain.size >= mostMet) plain.clear();
        plain.add(found.name);
        return take(found);
      }
      // Where both kinds of addresses lead to it, one line is enough.
      setTimeout(() => plain.has(found.name) || take(found), bothMs).unref();
    },
    dialKnown: (isMoved = false) => {
      const hub = needs.hub();
      for (const [url, trusted] of needs.manual()) hub?.link(url, { trusted });
      const here = new Set(isMoved ? [] : hub?.teammates());
      for (const address of needs.lastMet()) {
        const url = `ws://${address}`;
        if (!here.has(hostOf(url))) hub?.link(url, { isFound: true });
      }
    },
    foundAt: () => foundAt,
  };
}

const isPlain = ({ url }: Found): boolean => !hostOf(url).includes(':');
