// What two hosts say about attached files, over the link that carries records. A file is
// asked for piece by piece, by whoever wants it; a cut costs one piece.
//
//   file-want   the bytes from `from` on, please
//   file-piece  some of them; `size` is the whole file's
//   file-none   I have it not, or it is not yours to have

import { z } from 'zod';

const hash = z.string().regex(/^[\da-f]{64}$/);
const position = z.number().int().min(0);

export const fileMessageSchema = z.discriminatedUnion('t', [
  z.object({ t: z.literal('file-want'), hash, from: position }),
  z.object({
    t: z.literal('file-piece'),
    hash,
    from: position,
    size: position,
    /** base64 */
    data: z.string().max(600_000),
  }),
  z.object({ t: z.literal('file-none'), hash }),
]);

export type FileMessage = z.infer<typeof fileMessageSchema>;

export function parseFileMessage(raw: unknown): FileMessage | undefined {
  const parsed = fileMessageSchema.safeParse(raw);
  return parsed.success ? parsed.data : undefined;
}
