// A host in a process of its own that is told markers in every way in which people tell it
// something, and says `ready`. Its arguments: the profile, what it does then (stay, close or
// lock), and the markers as JSON. Killed by the test.
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';

import { openHost } from '../../../src-main/host/host.ts';
import { createHostClient } from '../../../src-shared/bridge/client.ts';
import type { InputOf, OutputOf, RequestName } from '../../../src-shared/bridge/contract.ts';
import { createMemoryPorts } from '../../../src-shared/bridge/memory-port.ts';
import { attachmentItem } from '../../../src-shared/domain/attachment.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import { marked } from '../records/privately.ts';
import { lockPassphrase, type Markers } from './readable.ts';

// Whoever is killed would leave nothing compiled to the next.
flushCompileCache();
const [profileDir = '', then = '', json = '{}'] = process.argv.slice(2);
const markers = JSON.parse(json) as Markers;
const of = (thing: string): string => markers[thing] ?? '';
const opened = await openHost({
  profileDir,
  shell: 'browser',
  onBug: (error) => {
    throw error;
  },
});
if (!opened.ok) throw new Error(opened.error.code);
const host = opened.value;
const [ofHost, ofWindow] = createMemoryPorts();
host.attach(ofHost);
const client = createHostClient(ofWindow);

async function ask<N extends RequestName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const answer = await client.request(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
  return answer.value;
}
async function create(record: unknown): Promise<string> {
  const done = await ask('command.run', {
    command: { type: 'create', records: [record as never] },
  });
  return done.ids[0] ?? '';
}
async function handOver(name: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const { file } = await ask('handover.open', { name, size: bytes.length });
  await ask('handover.put', { file, bytes });
  return file;
}
const sure = (isSo: boolean, what: string): void => {
  if (!isSo) throw new Error(`not so: ${what}`);
};

await ask('settings.write', { watchWords: [of('watched word')], userName: of('user name') });
await ask('settings.write', { feeds: 'off', mappings: { [of('columns')]: { a: 'b' } } });
const ana = await create({ kind: 'person', fields: { given: 'Ana' } });
const shop = await create({ kind: 'organisation', fields: { name: 'Shop' } });
for (const kind of kinds.values())
  await create(marked(kind, of(kind.kind), { people: ana, groups: shop }));

const attached = await handOver(of('file name'), `${of('file')} `.repeat(3_000));
const { hash, size } = await ask('files.keep', { file: attached });
const person = { collection: 'people', id: ana } as const;
const item = { ...attachmentItem(hash, of('file name'), size), id: 'attached' };
await ask('command.run', {
  command: { type: 'edit', changes: [{ type: 'set-put', ref: person, set: 'files', item }] },
});
await ask('files.take', { hash });
await ask('feeds.allow', { url: `https://${of('feed address')}.example/`, address: '10.0.0.1' });
const picture = new TextEncoder().encode(`GIF89a${of('picture')}`);
await ask('posts.keepPicture', {
  url: `https://${of('picture address')}.example/`,
  bytes: picture,
});
await ask('team.make', { name: of('team'), memberName: of('member'), share: 'everything' });
await ask('search.run', { text: of('search'), limit: 5 });

const csv = `First Name,Last Name,Notes\n${of('import')},Byron,${of('import')}\n`;
const imported = await handOver(`${of('import name')}.csv`, csv);
const planned = await ask('import.plan', { file: imported, options: {} });
sure(planned.info.rows > 0, 'the import is planned');
const columns = { scope: { type: 'all' }, format: 'rapport-csv' } as never;
const read = await ask('export.make', columns);
const { bytes } = await ask('handover.get', { file: read.file, from: 0 });
sure(new TextDecoder().decode(bytes).includes(of('person')), 'the export has the people');
// Never fetched: it lies there when the process is killed.
await ask('export.make', columns);
await ask('bundle.make', { isNews: false });
await ask('backup.make', {});
await ask('backup.make', { passphrase: of('passphrase') });

if (then === 'lock') {
  const { words } = await ask('lock.words', {});
  await ask('lock.protect', { passphrase: lockPassphrase, words });
  await ask('lock.now', {});
}
if (then === 'close') await host.close();
writeSync(1, 'ready\n');
if (then === 'close') process.exit(0);
setInterval(() => undefined, 1_000);
