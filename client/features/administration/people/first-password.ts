// No signs that are mistaken for each other when read aloud or from paper: no 0/o, 1/l/i.
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const groups = 3;
const groupLength = 4;

/** A password to hand over: three groups of four, some 59 bits, such as `k7mp-3xqd-92vh`. */
export function firstPassword(): string {
  const signs = Array.from({ length: groups * groupLength }, randomSign).join('');
  return (signs.match(/.{4}/g) ?? []).join('-');
}

function randomSign(): string {
  const fair = 256 - (256 % alphabet.length);
  for (;;) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    // Left over bytes would make some signs likelier than others.
    if (byte < fair) return alphabet.charAt(byte % alphabet.length);
  }
}
