// What a stranger on the same switch sees: every frame, written by tcpdump in the pcap
// format (https://www.ietf.org/archive/id/draft-gharris-opsawg-pcap-01.html).

import { once } from 'node:events';
import { readFileSync } from 'node:fs';

import { spawnIn } from './cabling.ts';

export type Capture = {
  /** Ends it; the whole capture, and where IPv4 and IPv6 packets were addressed to. */
  end: () => Promise<{ bytes: Buffer; targets: Set<string> }>;
};

const fileHeader = 24;
const packetHeader = 16;
const etherHeader = 14;

/** Of an interface in a namespace. */
export async function startCapture(space: string, device: string, path: string): Promise<Capture> {
  const args = ['-i', device, '-w', path, '-U', '-s', '0'];
  const child = spawnIn(space, 'tcpdump', args);
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (text: Buffer) => text.includes('listening on') && resolve());
    child.on('exit', (code) => reject(new Error(`tcpdump ended with ${code}`)));
  });
  return {
    end: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
      const bytes = readFileSync(path);
      return { bytes, targets: targetsIn(bytes) };
    },
  };
}

function targetsIn(bytes: Buffer): Set<string> {
  const targets = new Set<string>();
  for (let at = fileHeader; at + packetHeader <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 8);
    const packet = bytes.subarray(at + packetHeader, at + packetHeader + length);
    const target = targetOf(packet);
    if (target !== undefined) targets.add(target);
    at += packetHeader + length;
  }
  return targets;
}

function targetOf(packet: Buffer): string | undefined {
  if (packet.length < etherHeader + 20) return undefined;
  const type = packet.readUInt16BE(12);
  const ip = packet.subarray(etherHeader);
  if (type === 0x0800) return [...ip.subarray(16, 20)].join('.');
  if (type === 0x86dd && ip.length >= 40) return ip.subarray(24, 40).toString('hex');
  return undefined;
}
