// Reads mail beside the host. A file comes in pieces and goes again once it is read: heads are
// answered at once, words are kept packed until they are asked for.

import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

import { createMailFile, type MailFile } from '../../../src-shared/mail/mail-file.ts';
import type { MailBody, MailHead, MailRefusal } from '../../../src-shared/mail/mail-types.ts';
import type { MailAnswer, MailQuestion } from './mail-messages.ts';

const packed: Uint8Array[] = [];
let file: MailFile | undefined;

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

parentPort?.on('message', (question: MailQuestion & { id: number }) => {
  void answer(question).then((answered) =>
    parentPort?.postMessage({ id: question.id, answer: answered }),
  );
});

async function answer(question: MailQuestion): Promise<MailAnswer> {
  switch (question.type) {
    case 'file':
      file = createMailFile({ ...question.of, hash });
      return { type: 'read', heads: [], refused: [] };
    case 'put':
      return take((await file?.put(question.bytes)) ?? []);
    case 'end': {
      const rest = await file?.end();
      file = undefined;
      return rest === undefined ? { type: 'no-mail' } : take(rest);
    }
    case 'bodies':
      return { type: 'bodies', bodies: question.of.map(unpack) };
  }
}

function take(reads: Awaited<ReturnType<MailFile['put']>>): MailAnswer {
  const heads: MailHead[] = [];
  const refused: MailRefusal[] = [];
  for (const read of reads) {
    if (!read.ok) {
      refused.push(read.because);
      continue;
    }
    const { text, quoted, signature, ...head } = read.mail;
    packed.push(deflateRawSync(JSON.stringify({ text, quoted, signature }), { level: 1 }));
    heads.push(head);
  }
  return { type: 'read', heads, refused };
}

function unpack(at: number): MailBody {
  const bytes = packed[at];
  if (bytes === undefined) return { text: '', quoted: '', signature: [] };
  return JSON.parse(inflateRawSync(bytes).toString('utf8')) as MailBody;
}
