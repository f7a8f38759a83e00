// Decodes and redraws pictures, one after the other, away from the page.

import type { DrawAnswer, DrawRequest } from './draw-picture.ts';

let last: Promise<void> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<DrawRequest>) => {
  last = last.then(async () => {
    const blob = await draw(data).catch(() => undefined);
    self.postMessage({ id: data.id, blob } satisfies DrawAnswer);
  });
});

async function draw({ blob, side, as, shrink }: DrawRequest): Promise<Blob | undefined> {
  const image = await createImageBitmap(blob, shrink);
  const isSquare = as === 'square';
  const cut = Math.min(image.width, image.height);
  const [fromWidth, fromHeight] = isSquare ? [cut, cut] : [image.width, image.height];
  const scale = isSquare ? side / cut : Math.min(1, side / Math.max(fromWidth, fromHeight));
  const width = Math.max(1, Math.round(fromWidth * scale));
  const height = Math.max(1, Math.round(fromHeight * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  const left = (image.width - fromWidth) / 2;
  const top = (image.height - fromHeight) / 2;
  if (isSquare) {
    // Transparent parts become white, not black.
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
  }
  context.drawImage(image, left, top, fromWidth, fromHeight, 0, 0, width, height);
  image.close();
  return canvas.convertToBlob({ type: isSquare ? 'image/jpeg' : 'image/webp', quality: 0.85 });
}
