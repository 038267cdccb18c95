/** A picture of the camera, before and after it is packed for the server. */
export interface Still {
  pixels: ImageData;
  /** A JPEG of the same picture. */
  jpeg(): Promise<Uint8Array<ArrayBuffer>>;
}

/** Enough for a face at a door, and small on the line. */
const widest = 640;
const jpegQuality = 0.85;

/** Takes pictures of a video element on one canvas; null while there is none to take. */
export function createShutter(): (video: HTMLVideoElement | null) => Still | null {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    if (context === null || video === null || video.videoWidth === 0) return null;
    const scale = Math.min(1, widest / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
    return { pixels, jpeg: () => jpegOf(canvas) };
  };
}

async function jpegOf(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', jpegQuality),
  );
  if (blob === null) throw new Error('the canvas gave no picture');
  return new Uint8Array(await blob.arrayBuffer());
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
