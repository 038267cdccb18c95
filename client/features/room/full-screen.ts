/** The whole page, so that votes, notices and menus stand in it too. Refused where the system does not allow it. */
export function toggleFullScreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  change.catch(() => undefined);
}
