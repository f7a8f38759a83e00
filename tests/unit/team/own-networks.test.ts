// Which network a laptop is in, from what its system shows.

import type { NetworkInterfaceInfo } from 'node:os';

import { expect, test } from 'vitest';

import {
  isSameNetwork,
  type NetworkSight,
  ownNetworks,
} from '../../../src-main/host/team/network/own-networks.ts';

const ipv4 = (address: string, netmask = '255.255.255.0'): NetworkInterfaceInfo => ({
  address,
  netmask,
  family: 'IPv4',
  mac: '8c:8d:28:00:00:01',
  internal: address.startsWith('127.'),
  cidr: null,
});
const routes = (...rows: string[]): string =>
  ['Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU', ...rows].join('\n');
const neighbours = (...rows: string[]): string =>
  ['IP address       HW type     Flags       HW address            Mask     Device', ...rows].join(
    '\n',
  );
const way = (name: string, via: string, metric: number): string =>
  `${name}\t00000000\t${via}\t0003\t0\t0\t${metric}\t00000000\t0\t0\t0`;

/** In a café: Wi-Fi with a router of its own, and a bridge for containers. */
const cafe: NetworkSight = {
  interfaces: {
    lo: [ipv4('127.0.0.1', '255.0.0.0')],
    wlp3s0: [ipv4('192.168.1.34')],
    docker0: [ipv4('172.17.0.1', '255.255.0.0')],
  },
  routes: routes(
    way('wlp3s0', '0101A8C0', 600),
    'wlp3s0\t0001A8C0\t00000000\t0001\t0\t0\t600\t00FFFFFF\t0\t0\t0',
  ),
  neighbours: neighbours(
    '192.168.1.1      0x1         0x2         F4:92:BF:00:00:09     *        wlp3s0',
  ),
};

test('kind, subnet and gateway are read; loopback and bridges of this machine are no networks', () => {
  expect(ownNetworks(cafe)).toEqual([
    {
      kind: 'wifi',
      subnet: '192.168.1.0/24',
      gateway: { address: '192.168.1.1', mac: 'f4:92:bf:00:00:09' },
    },
  ]);
});

test('where a system shows no routes, the subnet must do', () => {
  const mac = { interfaces: { en0: [ipv4('10.1.2.3', '255.255.254.0')] } };
  expect(ownNetworks({ ...mac, routes: '', neighbours: '' })).toEqual([
    { kind: 'other', subnet: '10.1.2.0/23' },
  ]);
});

test('of several ways out of one interface the cheapest is its gateway', () => {
  const [network] = ownNetworks({
    ...cafe,
    routes: routes(way('wlp3s0', 'FE01A8C0', 900), way('wlp3s0', '0101A8C0', 600)),
  });
  expect(network?.gateway?.address).toBe('192.168.1.1');
});

test('a hardware address that was never answered, or is made up each time, is none', () => {
  const unanswered =
    '192.168.1.1      0x1         0x0         00:00:00:00:00:00     *        wlp3s0';
  const madeUp = '192.168.1.1      0x1         0x2         96:92:bf:00:00:09     *        wlp3s0';
  for (const row of [unanswered, madeUp])
    expect(ownNetworks({ ...cafe, neighbours: neighbours(row) })[0]?.gateway).toEqual({
      address: '192.168.1.1',
    });
});

test('broken tables of the system leave the subnet', () => {
  for (const broken of ['', '\n\n', 'x', routes('wlp3s0'), routes(way('wlp3s0', 'zz', 1))])
    expect(ownNetworks({ ...cafe, routes: broken, neighbours: broken })).toEqual([
      { kind: 'wifi', subnet: '192.168.1.0/24' },
    ]);
});

test('an iPhone’s hotspot is known by Wi-Fi and by cable', () => {
  const hotspot = (name: string): NetworkSight => ({
    interfaces: { [name]: [ipv4('172.20.10.3', '255.255.255.240')] },
    routes: '',
    neighbours: '',
  });
  const [byAir] = ownNetworks(hotspot('wlan0'));
  const [byCable] = ownNetworks(hotspot('enx0242ac110002'));
  expect(byAir).toEqual({ kind: 'hotspot', subnet: '172.20.10.0/28' });
  expect(isSameNetwork(byAir!, byCable!)).toBe(true);
});

test('two homes with the same addresses are two networks by their routers', () => {
  const [here] = ownNetworks(cafe);
  const router = '192.168.1.1      0x1         0x2         f4:92:bf:00:00:77     *        wlp3s0';
  const [elsewhere] = ownNetworks({ ...cafe, neighbours: neighbours(router) });
  const [notYetKnown] = ownNetworks({ ...cafe, neighbours: '' });
  expect(isSameNetwork(here!, elsewhere!)).toBe(false);
  expect(isSameNetwork(here!, notYetKnown!)).toBe(true);
  expect(isSameNetwork(here!, { kind: 'wifi', subnet: '192.168.2.0/24' })).toBe(false);
  expect(isSameNetwork(here!, { kind: 'cable', subnet: '192.168.1.0/24' })).toBe(false);
});
