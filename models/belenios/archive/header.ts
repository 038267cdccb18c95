/** The first file of every archive. */
export const HEADER_NAME = 'BELENIOS';

/** Whether a file begins as an archive does; anything may be wrong with it all the same. */
export const isArchive = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, HEADER_NAME.length + 1)) === `${HEADER_NAME}\0`;
