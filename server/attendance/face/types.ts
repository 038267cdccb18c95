import type { FaceHint } from '../../../models/contracts/face.ts';

export interface Point {
  x: number;
  y: number;
}

/** In pixels of the decoded picture; may reach over its edges. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A decoded picture: RGB, 8 bits, row by row. */
export interface Picture {
  width: number;
  height: number;
  rgb: Uint8Array;
}

export interface Face {
  box: Box;
  /** The detector's confidence, 0…1. */
  score: number;
}

/**
 * What a frame is for. Enrolment asks for more than check-in; a frame of a head-turn challenge ('turn') may show a
 * turned head, whose vector is good for a loose comparison only.
 */
export type Purpose = 'enrol' | 'check-in' | 'turn';

/** Head pose from five landmarks; enough to ask for a frontal face or to follow a turn of the head. */
export interface Pose {
  /** Nose against the middle of the outer eye corners, in halves of their distance: 0 frontal, about ±1 in profile; positive when the nose is to the right in the picture. */
  yaw: number;
  /** Tilt of the line of the eyes, radians, positive clockwise. */
  roll: number;
}

/** Landmarks that tell a head from a picture of one; left and right as in the picture, which they are in pixels of. */
export interface Marks {
  /** Outer corners of the eyes. */
  leftEye: Point;
  rightEye: Point;
  /** Its tip. */
  nose: Point;
  /** Corners of the mouth. */
  leftMouth: Point;
  rightMouth: Point;
}

export interface Quality {
  /** Distance of the outer eye corners, pixels. */
  eyeDistance: number;
  /** Mean brightness of the aligned face, 0…255. */
  brightness: number;
  /** Variance of the Laplacian over the aligned face; small when blurred. */
  sharpness: number;
}

export interface EmbedderInfo {
  name: string;
  version: string;
  dimensions: number;
}

/** The name under which templates are stored. */
export const embedderId = ({ name, version }: Pick<EmbedderInfo, 'name' | 'version'>) =>
  `${name}@${version}`;

/** Distances at which two faces count as one person, for one embedder; L2 between its vectors. */
export interface Thresholds {
  /** `embedderId` of the embedder that they were measured with. */
  embedder: string;
  /** One against one, after a QR code, PIN or login has said who it should be. */
  verify: number;
  /** One among the delegates of a meeting. */
  identify: number;
  /** The same where the roll is long. */
  identifyLarge: number;
  /** From how many people on a roll is long. */
  largeRoll: number;
  /** How much nearer the best must be than the second best. */
  margin: number;
  /** This far beyond the threshold a face is "perhaps", and the person is asked to confirm. */
  doubt: number;
  /** True where an identification is never good enough without a person's confirmation. */
  confirm: boolean;
}

export const engineNames = ['onnxruntime-node', 'tfjs-node', 'wasm'] as const;
export type EngineName = (typeof engineNames)[number];

/** What the service has to say about one frame. The frame itself is gone by then. */
export interface FrameAnalysis {
  /** How many faces were found. */
  faces: number;
  /** Size of the decoded picture that `box` refers to. */
  width: number;
  height: number;
  /** The largest face. */
  box: Box | null;
  score: number;
  pose: Pose | null;
  marks: Marks | null;
  quality: Quality | null;
  /** Without an embedding: why there is none. With one: advice for a better frame. */
  hints: FaceHint[];
  /** 0 (looks like a screen or a print) … 1; null where no model is at hand, and but for check-in. A flag, never proof. */
  liveness: number | null;
  /** Comparable only with vectors of the same embedder. */
  embedding: Float32Array | null;
}
