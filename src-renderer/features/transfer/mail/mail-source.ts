// What is to be read, piece by piece: a file, or one that lies in a zip. Pictures, films and
// recordings in it are passed over.

import { mailFormatOf, mailHeadBytes } from '../../../../src-shared/mail/looks-like-mail.ts';
import { zipDataAt, zipEntries, type ZipEntry } from '../../../../src-shared/mail/zip-entries.ts';

export type MailSource = {
  name: string;
  size: number;
  pieces: () => AsyncIterable<Uint8Array<ArrayBuffer>>;
};

const pieceBytes = 2 * 1024 * 1024;
const mostEntries = 20_000;
/** Nothing that people write packs better; a file that does was made to fill the disk. */
const mostPacked = 200;
const smallEnough = 200 * 1024 * 1024;

const passedOver =
  /(?:^|\/)(?:__MACOSX\/|\.)|\/$|\.(?:jpe?g|png|gif|webp|heic|mp4|m4v|mov|3gp|mkv|webm|avi|opus|ogg|oga|m4a|mp3|aac|amr|wav|pdf|vcf|docx?|xlsx?|pptx?|zip|tgs|html?|css|js)$/i;

/** Each file, and in place of a zip those in it. */
export async function sourcesOf(files: readonly File[]): Promise<MailSource[]> {
  const sources: MailSource[] = [];
  for (const file of files) sources.push(...((await sourcesInZip(file)) ?? [ofFile(file)]));
  return sources;
}

/** Whether any of them, or of the first few in a zip, holds mail or a chat. */
export async function areMail(files: readonly File[]): Promise<boolean> {
  for (const source of await sourcesOf(files.slice(0, 200)))
    if (mailFormatOf(await headOf(source)) !== undefined) return true;
  return false;
}

async function headOf(source: MailSource): Promise<Uint8Array> {
  for await (const piece of source.pieces()) return piece.subarray(0, mailHeadBytes);
  return new Uint8Array(0);
}

const ofFile = (file: File): MailSource => ({
  name: file.name,
  size: file.size,
  pieces: () => slices(file),
});

async function* slices(file: Blob): AsyncIterable<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < file.size; at += pieceBytes)
    yield new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer());
}

async function sourcesInZip(file: File): Promise<MailSource[] | undefined> {
  const read = async (from: number, length: number): Promise<Uint8Array> =>
    new Uint8Array(await file.slice(from, from + length).arrayBuffer());
  const [p, k] = await read(0, 2);
  if (p !== 0x50 || k !== 0x4b) return undefined;
  const entries = (await zipEntries(file.size, read)) ?? [];
  return entries
    .filter(({ name }) => !passedOver.test(name))
    .slice(0, mostEntries)
    .map((entry) => ({
      name: `${file.name}/${entry.name}`,
      size: entry.size,
      pieces: () => unpacked(file, entry, read),
    }));
}

async function* unpacked(
  file: File,
  entry: ZipEntry,
  read: (from: number, length: number) => Promise<Uint8Array>,
): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const at = await zipDataAt(entry, read);
  if (at === undefined) return;
  const held = file.slice(at, at + entry.packed);
  if (!entry.isPacked) return yield* slices(held);
  const reader = held.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const most = Math.max(smallEnough, entry.packed * mostPacked);
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || size > most) return;
      size += value.byteLength;
      yield value;
    }
  } catch {
    // Damaged: what could be read of it was.
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
