/** Milliseconds after which it runs where no picture is drawn, as in a tab in the background. */
const latest = 250;

/** Gathers many wishes to draw into one, before the next picture. */
export interface Frame {
  request(): void;
  cancel(): void;
}

export function createFrame(draw: () => void): Frame {
  let cancel: (() => void) | null = null;
  const stop = () => {
    cancel?.();
    cancel = null;
  };
  const run = () => {
    stop();
    draw();
  };
  return {
    request() {
      if (cancel) return;
      const frame = requestAnimationFrame(run);
      const timer = setTimeout(run, latest);
      cancel = () => {
        cancelAnimationFrame(frame);
        clearTimeout(timer);
      };
    },
    cancel: stop,
  };
}
