/**
 * Of what is being fetched or read, shows only what was asked for last, in whatever order it arrives.
 * @param show takes what arrived; what fails counts as `otherwise`
 */
export function onlyLatest<T>(show: (found: T) => void, otherwise: T) {
  let latest = 0;
  return {
    async ask(coming: Promise<T>): Promise<void> {
      latest += 1;
      const mine = latest;
      const found = await coming.catch(() => otherwise);
      if (mine === latest) show(found);
    },
    /** Shows nothing of what is still on its way. */
    stop() {
      latest += 1;
    },
  };
}
