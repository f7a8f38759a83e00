// Decodes a stranger's picture in this sandbox and redraws it at a limited size. Whatever
// else the file held (places, scripts, attacks on decoders) is left behind.

const longestSide = 1_200;

/** WebP; undefined where the bytes are no picture. */
export async function redrawPicture(bytes: Uint8Array<ArrayBuffer>): Promise<Blob | undefined> {
  const image = await createImageBitmap(new Blob([bytes])).catch(() => undefined);
  if (image === undefined) return undefined;
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return new Promise((resolve) =>
    canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/webp', 0.85),
  );
}
