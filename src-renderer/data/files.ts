// Files between the window and the host, in pieces.

import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import type { HostConnection } from '../host/connection.ts';

const pieceBytes = 2 * 1024 * 1024;

type HandOver = {
  /** The host's name for the file, before its first piece. */
  onOpen?: (id: string) => void;
  /** So many bytes have been handed over. */
  onPiece?: (done: number) => void;
  isStopped?: () => boolean;
};

/** Hands a file over; answers with the name by which the host knows it. */
export async function handOver(
  host: HostConnection,
  file: File,
  { onOpen, onPiece, isStopped }: HandOver = {},
): Promise<Result<string>> {
  const opened = await host.request('handover.open', { name: file.name, size: file.size });
  if (!opened.ok) return opened;
  const { file: id } = opened.value;
  onOpen?.(id);
  for (let at = 0; at < file.size; at += pieceBytes) {
    if (isStopped?.() === true) return fail('cancelled');
    const bytes = new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer());
    const taken = await host.request('handover.put', { file: id, bytes });
    if (!taken.ok) {
      await host.request('handover.close', { file: id });
      return taken;
    }
    onPiece?.(at + bytes.byteLength);
  }
  return ok(id);
}

/** Fetches a file that the host has made. */
export async function fetchMade(
  host: HostConnection,
  file: string,
  mime: string,
): Promise<Result<Blob>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let from = 0;
  for (let isLast = false; !isLast;) {
    const piece = await host.request('handover.get', { file, from });
    if (!piece.ok) return piece;
    pieces.push(new Uint8Array(piece.value.bytes));
    from += piece.value.bytes.byteLength;
    isLast = piece.value.last;
  }
  return ok(new Blob(pieces, { type: mime }));
}
