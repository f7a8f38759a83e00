// A picture file becomes a small square that travels inside the record.

/** Pixels a side; some 20 KiB as JPEG. */
const side = 256;

/** A `data:` address; undefined where the file is no picture that can be shown. */
export async function readPhoto(file: File): Promise<string | undefined> {
  const image = await createImageBitmap(file).catch(() => undefined);
  if (image === undefined) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const cut = Math.min(image.width, image.height);
  const [left, top] = [(image.width - cut) / 2, (image.height - cut) / 2];
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  // Transparent parts become white, not black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, side, side);
  context.drawImage(image, left, top, cut, cut, 0, 0, side, side);
  image.close();
  return canvas.toDataURL('image/jpeg', 0.85);
}
