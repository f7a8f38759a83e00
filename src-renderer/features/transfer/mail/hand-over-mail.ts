// Files of mail to the host, one after the other, in pieces: it answers each once it has read
// it, so that neither side holds more than a piece of a large file.

import { fail, ok, type Result } from '../../../../src-shared/domain/result.ts';
import type { HostConnection } from '../../../host/connection.ts';
import type { MailSource } from './mail-source.ts';

type Watch = { onBytes: (done: number) => void; isStopped: () => boolean };

/** `left`: names of files that hold no mail. */
export async function handOverMail(
  host: HostConnection,
  mail: string,
  sources: readonly MailSource[],
  { onBytes, isStopped }: Watch,
): Promise<Result<{ left: string[] }>> {
  const left: string[] = [];
  let done = 0;
  for (const { name, size, pieces } of sources) {
    const begun = await host.request('mail.file', { mail, name: name.slice(-1_000), size });
    if (!begun.ok) return begun;
    for await (const bytes of pieces()) {
      if (isStopped()) return fail('cancelled');
      const put = await host.request('mail.put', { mail, bytes });
      if (!put.ok) return put;
      done += bytes.byteLength;
      onBytes(done);
    }
    const ended = await host.request('mail.end', { mail });
    if (ended.ok) continue;
    if (ended.error.code !== 'file-not-recognised') return ended;
    left.push(name);
  }
  return left.length === sources.length ? fail('file-not-recognised') : ok({ left });
}
