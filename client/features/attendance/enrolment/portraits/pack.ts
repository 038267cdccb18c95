/** Enough for a face that fills a part of a portrait, and small on the line. */
const longest = 1_280;
/** As much as the server takes in one picture. */
const largest = 480_000;
const qualities = [0.9, 0.8, 0.65, 0.5];

/**
 * A picture file as a JPEG for the server: made smaller, the right way up, without what cameras write beside it.
 * @throws Error when the browser cannot read it
 */
export async function packPortrait(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  for (const quality of qualities) {
    const blob = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', quality),
    );
    if (blob !== null && blob.size <= largest) return new Uint8Array(await blob.arrayBuffer());
  }
  throw new Error('the picture cannot be made small enough');
}
