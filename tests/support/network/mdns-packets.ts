// Answers of mDNS (RFC 1035, 6762) as a stranger could make them.

const service = '_rapport._tcp.local';

const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const label = (text: string): Buffer =>
  Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
const nameOf = (...labels: string[]): Buffer =>
  Buffer.concat([...labels.map(label), Buffer.from([0])]);
/** Name at this place of the packet. */
const pointer = (at: number): Buffer => u16(0xc000 | at);
const headLength = 12;

function record(name: Buffer, type: 'PTR' | 'TXT' | 'SRV', data: Buffer): Buffer {
  const number = { PTR: 12, TXT: 16, SRV: 33 }[type];
  return Buffer.concat([name, u16(number), u16(1), u16(0), u16(4_500), u16(data.length), data]);
}

const answerOf = (records: readonly Buffer[]): Buffer =>
  Buffer.concat([u16(0), u16(0x8400), u16(0), u16(records.length), u16(0), u16(0), ...records]);

const serviceName = nameOf(...service.split('.'));

/** What a hub of this name says of itself. */
export function hubAnswer(name: string, port: number, tag: string): Buffer {
  const own = Buffer.concat([label(name), pointer(headLength)]);
  const srv = Buffer.concat([u16(0), u16(0), u16(port), own]);
  return answerOf([
    record(serviceName, 'PTR', own),
    record(own, 'SRV', srv),
    record(own, 'TXT', Buffer.concat([label('v=2'), label(`t=${tag}`)])),
  ]);
}

/** Each of a thousand and more names that are as long as can be stands for each of the others. */
export function manyRecords(pairs: number): Buffer {
  const long = Buffer.concat([...[1, 2, 3].map(() => label('X'.repeat(63))), pointer(headLength)]);
  const longAt = pointer(headLength + serviceName.length + 10);
  const srv = Buffer.concat([u16(0), u16(0), u16(80), longAt]);
  const rest = Array.from({ length: pairs }, () => [
    record(pointer(headLength), 'PTR', longAt),
    record(longAt, 'SRV', srv),
  ]);
  return answerOf([record(serviceName, 'PTR', long), ...rest.flat()]);
}
