// The networks this machine is in, told apart by what any program may read: the
// interface's name and subnet and, on Linux, the gateway and its hardware address
// (/proc/net/route, /proc/net/arp). Nobody is asked and no permission is needed.

import { readFileSync } from 'node:fs';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

import { z } from 'zod';

import { type NetworkKind, networkKinds } from '../../../../src-shared/bridge/team-types.ts';

export const ownNetworkSchema = z.object({
  kind: z.enum(networkKinds),
  /** `192.168.1.0/24`. */
  subnet: z.string(),
  /** Where it is known; `mac` only where it is the maker's, not one that a phone makes up each time. */
  gateway: z.object({ address: z.string(), mac: z.string().exactOptional() }).exactOptional(),
});
export type OwnNetwork = z.infer<typeof ownNetworkSchema>;

/** What the system shows: its interfaces and two of Linux's tables, empty elsewhere. */
export type NetworkSight = {
  interfaces: { [name: string]: NetworkInterfaceInfo[] | undefined };
  routes: string;
  neighbours: string;
};

export const seeNetworks = (): NetworkSight => ({
  interfaces: networkInterfaces(),
  routes: textOf('/proc/net/route'),
  neighbours: textOf('/proc/net/arp'),
});

export function ownNetworks(sight: NetworkSight): OwnNetwork[] {
  return Object.entries(sight.interfaces).flatMap(([name, all = []]) =>
    madeHere.test(name)
      ? []
      : all
          .filter(({ family, internal }) => family === 'IPv4' && !internal)
          .map(({ address, netmask }) => networkOf(name, subnetOf(address, netmask), sight)),
  );
}

/** IPv4 addresses of this machine in its networks. */
export function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
    .sort();
}

/** What is not known of one of the two speaks against nothing: rather hold once too often. */
export function isSameNetwork(a: OwnNetwork, b: OwnNetwork): boolean {
  if (a.kind !== b.kind || a.subnet !== b.subnet) return false;
  if (a.gateway === undefined || b.gateway === undefined) return true;
  return (
    a.gateway.address === b.gateway.address &&
    (a.gateway.mac ?? b.gateway.mac) === (b.gateway.mac ?? a.gateway.mac)
  );
}

/** Bridges of virtual machines and containers, a network shared out by this machine. */
const madeHere =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vethernet|lxc|lxdbr|podman|cni|bridge\d|awdl|llw)/i;
const kindByName: readonly [RegExp, NetworkKind][] = [
  [/^(wl|wi-?fi|ath)/i, 'wifi'],
  [/^(wwan|rmnet|ppp|usb|cellular)/i, 'modem'],
  [/^(tun|tap|wg|utun|tailscale|zt|ipsec|nordlynx)/i, 'vpn'],
  [/^(eth|en[opsx])/i, 'cable'],
];
/** Every iPhone's and iPad's hotspot, by whatever way the laptop is joined to it. */
const iphoneSubnet = '172.20.10.0/28';

function networkOf(name: string, subnet: string, { routes, neighbours }: NetworkSight): OwnNetwork {
  const address = gatewayOf(name, routes);
  const mac = address === undefined ? undefined : macOf(name, address, neighbours);
  return {
    kind:
      subnet === iphoneSubnet
        ? 'hotspot'
        : (kindByName.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'),
    subnet,
    ...(address === undefined
      ? {}
      : { gateway: { address, ...(mac === undefined ? {} : { mac }) } }),
  };
}

/** `Iface Destination Gateway Flags RefCnt Use Metric Mask …`, addresses as little-endian hex. */
function gatewayOf(name: string, routes: string): string | undefined {
  const ways = rowsOf(routes)
    .filter(([iface, to, , , , , , mask]) => iface === name && isZero(to) && isZero(mask))
    .filter(([, , via]) => !isZero(via))
    .toSorted((a, b) => Number(a[6]) - Number(b[6]));
  const via = ways[0]?.[2];
  return via === undefined || !/^[\da-f]{8}$/i.test(via)
    ? undefined
    : [...Buffer.from(via, 'hex')].toReversed().join('.');
}

/** `IP-address HW-type Flags HW-address Mask Device`; flag 2: the address is known. */
function macOf(name: string, address: string, neighbours: string): string | undefined {
  const row = rowsOf(neighbours).find(([ip, , , , , device]) => ip === address && device === name);
  const [, , flags, mac] = row ?? [];
  if (mac === undefined || (Number(flags) & 2) === 0) return undefined;
  const isInvented = (Number.parseInt(mac.slice(0, 2), 16) & 2) !== 0;
  return isInvented ? undefined : mac.toLowerCase();
}

function subnetOf(address: string, netmask: string): string {
  const mask = netmask.split('.').map(Number);
  const base = address.split('.').map((part, at) => Number(part) & (mask[at] ?? 0));
  const bits = mask.map((part) => part.toString(2).replaceAll('0', '').length);
  return `${base.join('.')}/${bits.reduce((sum, each) => sum + each, 0)}`;
}

const isZero = (hex: string | undefined): boolean => /^0+$/.test(hex ?? '');

const rowsOf = (table: string): string[][] =>
  table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/));

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
