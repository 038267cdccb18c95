/** What is asked for, one after the other; the turns are slight. Left and right are the person's own. */
export const poses = ['straight', 'left', 'right', 'straight'] as const;
export type Pose = (typeof poses)[number];

/** Nose against the middle of the eyes, see `Pose` of the finder; few cameras stand right before the face. */
const straight = 0.22;
/** So much further than when looking straight, a head is turned. */
const turned = 0.1;

/**
 * Whether a head is held as asked. In the camera's picture, which is no mirror, the nose goes to the right when the
 * person looks to their left.
 * @param base how this person looks straight into this camera
 */
export function isPose(pose: Pose, yaw: number, base: number): boolean {
  if (pose === 'straight') return Math.abs(yaw) <= straight;
  return pose === 'left' ? yaw - base >= turned : yaw - base <= -turned;
}

/** The first pose without a picture; none when there is one of each. */
export function nextPose(taken: readonly unknown[]): number | null {
  const at = poses.findIndex((_, index) => taken[index] === undefined);
  return at === -1 ? null : at;
}
