// Pictures redrawn small. What a picture would take to decode is known before: one with
// too many pixels is not begun.

import { pictureSize, type PictureSize } from '../../src-shared/values/picture-size.ts';

/** square: cut to one, on white, as JPEG. inside: whole, as WebP. */
type Shape = 'square' | 'inside';
export type DrawRequest = {
  id: number;
  blob: Blob;
  side: number;
  as: Shape;
  shrink: ImageBitmapOptions;
};
export type DrawAnswer = { id: number; blob: Blob | undefined };

/** What the largest cameras of phones take. */
const mostPixels = 50_000_000;

export const isTooLarge = ({ width, height }: PictureSize): boolean => width * height > mostPixels;

type Waiting = Map<number, (blob: Blob | undefined) => void>;
let opened: { worker: Worker; waiting: Waiting } | undefined;
let count = 0;

function openWorker(): { worker: Worker; waiting: Waiting } {
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' });
  const waiting: Waiting = new Map();
  const answer = (id: number, blob: Blob | undefined): void => {
    waiting.get(id)?.(blob);
    waiting.delete(id);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<DrawAnswer>) =>
    answer(data.id, data.blob),
  );
  // A decoder that gave up takes the worker with it: the next picture begins a new one.
  worker.addEventListener('error', () => {
    opened = undefined;
    worker.terminate();
    for (const id of waiting.keys()) answer(id, undefined);
  });
  return { worker, waiting };
}

/** Undefined where the bytes are no picture, or one with too many pixels. */
export function drawPicture(
  bytes: Uint8Array<ArrayBuffer>,
  side: number,
  as: Shape,
): Promise<Blob | undefined> {
  const size = pictureSize(bytes);
  if (size === undefined || isTooLarge(size)) return Promise.resolve(undefined);
  const id = ++count;
  const { worker, waiting } = (opened ??= openWorker());
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    const shrink = as === 'square' ? {} : shrinking(size, side);
    const request: DrawRequest = { id, blob: new Blob([bytes]), side, as, shrink };
    worker.postMessage(request);
  });
}

const shrinking = ({ width, height }: PictureSize, side: number): ImageBitmapOptions =>
  Math.max(width, height) <= side
    ? {}
    : {
        ...(width >= height ? { resizeWidth: side } : { resizeHeight: side }),
        resizeQuality: 'medium',
      };
