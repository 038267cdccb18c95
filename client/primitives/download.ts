/** Lets the browser save a file of ours under the name that the server gives it; the page stays. */
export function download(path: string): void {
  const link = document.createElement('a');
  link.href = path;
  link.download = '';
  link.click();
}
