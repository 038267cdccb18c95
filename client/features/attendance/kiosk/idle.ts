/** Nobody before the camera for so long: the screen rests. */
const restAfterMs = 60_000;
const checkEveryMs = 1_000;
/** A page that runs for weeks starts anew at night, when nobody is there. */
const freshAfterMs = 12 * 3_600_000;
const nightHour = 3;

/** Tells when nobody is there, and at night starts the page anew. */
export function createIdleWatch(onIdle: (isIdle: boolean) => void) {
  const startedAt = Date.now();
  let seenAt = startedAt;
  const timer = setInterval(() => {
    const now = new Date();
    const isIdle = now.getTime() - seenAt >= restAfterMs;
    onIdle(isIdle);
    const isOld = now.getTime() - startedAt >= freshAfterMs;
    if (isIdle && isOld && now.getHours() === nightHour && navigator.onLine) location.reload();
  }, checkEveryMs);
  return {
    wake() {
      seenAt = Date.now();
    },
    stop: () => clearInterval(timer),
  };
}
