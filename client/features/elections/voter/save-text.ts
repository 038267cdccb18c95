/** Lets the browser save a text that was made here. */
export function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes the file at the press; the address may go once it has.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
