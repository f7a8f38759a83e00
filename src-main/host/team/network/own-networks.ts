// The networks this machine is in, told apart by what any program may read: the
// interface's name and subnet and, on Linux, the gateway and its hardware address
// (/proc/net/route, /proc/net/arp). Nobody is asked and no permission is needed.

import { readFileSync } from 'node:fs';
import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

import { z } from 'zod';

import { isLinkLocal } from './address.ts';
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
    madeHere.test(name) ? [] : subnetsOf(all).map((subnet) => networkOf(name, subnet, sight)),
  );
}

/** One way to speak to all in a network: over IPv4 from an address, over IPv6 by the interface. */
export type OwnPlace = { family: 'IPv4'; address: string } | { family: 'IPv6'; zone: string };

type Interfaces = NetworkSight['interfaces'];

/** Addresses of this machine in its networks, IPv4 first; one of a single network with its zone. */
export function ownAddresses(interfaces: Interfaces = networkInterfaces()): string[] {
  const all = Object.entries(interfaces).flatMap(([name, found = []]) =>
    found
      .filter(({ internal }) => !internal)
      .map(({ address, family }) => ({
        order: family === 'IPv4' ? 0 : isLinkLocal(address) ? 2 : 1,
        address: isLinkLocal(address) ? `${address}%${name}` : address,
      })),
  );
  return all
    .toSorted((a, b) => a.order - b.order || (a.address < b.address ? -1 : 1))
    .map(({ address }) => address);
}

/** Every interface that speaks IPv6 has an address of its single network there (RFC 4291, 2.8). */
export const ownZones = (interfaces: Interfaces = networkInterfaces()): string[] =>
  Object.entries(interfaces).flatMap(([name, found = []]) =>
    found.some(({ internal, address }) => !internal && isLinkLocal(address)) ? [name] : [],
  );

export const ownPlaces = (): OwnPlace[] => [
  ...ownAddresses()
    .filter((address) => isIPv4(address))
    .map((address) => ({ family: 'IPv4' as const, address })),
  ...ownZones().map((zone) => ({ family: 'IPv6' as const, zone })),
];

/** What is told to a person who types it elsewhere: as few, and as plain, as there are. */
export function plainAddresses(addresses: readonly string[]): string[] {
  const plain = addresses.filter((address) => isIPv4(address));
  if (plain.length > 0) return plain;
  const wide = addresses.filter((address) => !isLinkLocal(address));
  return wide.length > 0 ? wide : addresses.map((address) => address.replace(/%.*$/u, ''));
}

/** Whether somebody at this address may be in one of this machine's networks. */
export function isNear(address: string, interfaces: Interfaces = networkInterfaces()): boolean {
  if (!isIPv6(address) || isLinkLocal(address) || /^f[cd]/iu.test(address)) return true;
  return Object.values(interfaces).some((found = []) =>
    found.some(({ family, cidr }) => family === 'IPv6' && cidr !== null && isIn(address, cidr)),
  );
}

function isIn(address: string, cidr: string): boolean {
  const [base = '', bits] = cidr.split('/');
  const subnet = new BlockList();
  subnet.addSubnet(base, Number(bits), 'ipv6');
  return subnet.check(address, 'ipv6');
}

/** An interface is in a network of IPv6 alone where it has no IPv4. */
function subnetsOf(all: readonly NetworkInterfaceInfo[]): string[] {
  const own = all.filter(({ internal }) => !internal);
  const plain = own.filter(({ family }) => family === 'IPv4');
  if (plain.length > 0) return plain.map(({ address, netmask }) => subnetOf(address, netmask));
  const wide = own.filter(({ family, address }) => family === 'IPv6' && !isLinkLocal(address));
  return [...new Set(wide.map(({ cidr, address }) => prefixOf(cidr ?? `${address}/64`)))];
}

/** `fd12:3456:0:1::/64`: of what is written, as many groups as the prefix covers. */
function prefixOf(cidr: string): string {
  const [address = '', bits = '64'] = cidr.split('/');
  const [front = '', back] = address.split('::');
  const groups = front.split(':');
  const rest = back === undefined || back === '' ? [] : back.split(':');
  const gap = back === undefined ? 0 : 8 - groups.length - rest.length;
  const all = [...groups, ...Array.from({ length: gap }, () => '0'), ...rest];
  return `${all.slice(0, Math.ceil(Number(bits) / 16)).join(':')}::/${bits}`;
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
