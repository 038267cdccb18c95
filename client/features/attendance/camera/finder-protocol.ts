import type { FaceHint } from '../../../../models/contracts/face.ts';

/** In pixels of the camera's picture; may reach over its edges. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** As the server measures it, see `Pose` there: it shows which way the nose points in the picture, unmirrored. */
export interface Pose {
  /** 0 frontal, about ±1 in profile; positive when the nose is to the right in the picture. */
  yaw: number;
  /** Radians, positive clockwise. */
  roll: number;
}

export interface FoundFace {
  box: Box;
  /** The detector's confidence, 0…1. */
  score: number;
  pose: Pose;
  /** Of the outer corners, pixels. */
  eyeDistance: number;
  /** Variance of the Laplacian; small when blurred. */
  sharpness: number;
  /** 0…255. */
  brightness: number;
}

/** What a picture is for, as for the server: enrolment asks for more; a turn of the head may be turned. */
export type Purpose = 'enrol' | 'check-in' | 'turn';

/** What one picture of the camera shows. */
export interface Sight {
  /** When it was taken, in milliseconds of `performance.now()` of the page. */
  takenAt: number;
  width: number;
  height: number;
  /** Who stands in front comes first. Empty also while there are no models, see `FinderStatus`. */
  faces: FoundFace[];
  /** What to better; without any, the picture is good for its purpose. */
  hints: FaceHint[];
  /**
   * A JPEG for the server: the first face with as much around it as its test for prints and screens wants to see, or
   * the whole picture while there are no models; null when nobody is seen.
   */
  jpeg: Uint8Array<ArrayBuffer> | null;
  /** What a QR code in the picture says, when it was asked for. */
  code: string | null;
  /** How long the models took, milliseconds. */
  tookMs: number;
  /** How many tensors are alive: the same after every picture. */
  tensors: number;
}

/** `whole_frames`: the models cannot be loaded, so that the server gets whole pictures and finds faces by itself. */
export type FinderStatus = 'loading' | 'ready' | 'whole_frames';

export interface Wish {
  purpose: Purpose;
  /** Also reads QR codes. */
  codes: boolean;
}

export interface LookRequest extends Wish {
  id: number;
  picture: ImageBitmap;
  takenAt: number;
}

export type FinderMessage =
  | { kind: 'status'; status: FinderStatus; backend: string | null }
  | { kind: 'sight'; id: number; sight: Sight }
  | { kind: 'failed'; id: number };
