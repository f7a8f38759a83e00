// Files of mail to the host, one after the other, in pieces: it answers each once it has read
// it, so that neither side holds more than a piece of a large file.

import { fail, ok, type Result } from '../../../../src-shared/domain/result.ts';
import type { HostConnection } from '../../../host/connection.ts';

const pieceBytes = 2 * 1024 * 1024;

type Watch = { onBytes: (done: number) => void; isStopped: () => boolean };

/** `left`: names of files that hold no mail. */
export async function handOverMail(
  host: HostConnection,
  mail: string,
  files: readonly File[],
  { onBytes, isStopped }: Watch,
): Promise<Result<{ left: string[] }>> {
  const left: string[] = [];
  let done = 0;
  for (const file of files) {
    const begun = await host.request('mail.file', { mail, name: file.name, size: file.size });
    if (!begun.ok) return begun;
    for (let at = 0; at < file.size; at += pieceBytes) {
      if (isStopped()) return fail('cancelled');
      const bytes = new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer());
      const put = await host.request('mail.put', { mail, bytes });
      if (!put.ok) return put;
      done += bytes.byteLength;
      onBytes(done);
    }
    const ended = await host.request('mail.end', { mail });
    if (ended.ok) continue;
    if (ended.error.code !== 'file-not-recognised') return ended;
    left.push(file.name);
  }
  return left.length === files.length ? fail('file-not-recognised') : ok({ left });
}
