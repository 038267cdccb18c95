/** What is there already, from a start that was cut off, or else made now. */
export async function foundOr<T>(
  there: readonly T[],
  is: (item: T) => boolean,
  make: () => Promise<T>,
): Promise<T> {
  return there.find(is) ?? make();
}
