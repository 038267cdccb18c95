/**
 * Does something in one tab of this browser at a time. Where the browser has no locks, as on plain HTTP, it is simply done:
 * the ballot that is kept first is the one that is sent, by whichever tab.
 */
export async function alone(name: string, act: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(`nghi-truong.${name}`, act);
  else await act();
}
