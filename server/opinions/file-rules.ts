/** What may be attached, by the end of the name: its media type and how its bytes begin. */
const kinds: Readonly<Record<string, { type: string; begins: (bytes: Uint8Array) => boolean }>> = {
  pdf: { type: 'application/pdf', begins: (bytes) => hasAt(bytes, 0, '%PDF-') },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    begins: isZip,
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    begins: isZip,
  },
  jpg: { type: 'image/jpeg', begins: isJpeg },
  jpeg: { type: 'image/jpeg', begins: isJpeg },
  png: { type: 'image/png', begins: (bytes) => hasAt(bytes, 0, '\u0089PNG\r\n\u001a\n') },
  webp: {
    type: 'image/webp',
    begins: (bytes) => hasAt(bytes, 0, 'RIFF') && hasAt(bytes, 8, 'WEBP'),
  },
};

function isZip(bytes: Uint8Array): boolean {
  return hasAt(bytes, 0, 'PK\u0003\u0004');
}

function isJpeg(bytes: Uint8Array): boolean {
  return hasAt(bytes, 0, '\u00ff\u00d8\u00ff');
}

const hasAt = (bytes: Uint8Array, at: number, signs: string): boolean =>
  [...signs].every((sign, index) => bytes[at + index] === sign.charCodeAt(0));

/** The media type of a file that is what its name says; null for what is not taken. */
export function fileType(name: string, bytes: Uint8Array): string | null {
  const [, ending = ''] = /\.([A-Za-z]+)$/.exec(name) ?? [];
  const kind = kinds[ending.toLowerCase()];
  return kind?.begins(bytes) ? kind.type : null;
}

/**
 * Whether a name says that the paper is a state secret: MẬT, TỐI MẬT or TUYỆT MẬT as the stamp has them (Luật Bảo vệ bí
 * mật nhà nước 2018, article 8), also without signs or with other signs between the words. Words that only contain the
 * syllable, such as mật độ (density), bảo mật and bí mật (as in the name of that very law), say nothing.
 */
export function saysSecret(name: string): boolean {
  const words = name
    .normalize('NFC')
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  return words.some((word, at) => {
    const upper = word.toLocaleUpperCase('vi');
    if (gluedDegrees.has(plain(upper))) return true;
    if (plain(upper) !== 'MAT') return false;
    const before = plain((words[at - 1] ?? '').toLocaleUpperCase('vi'));
    if (before === 'TOI' || before === 'TUYET') return true;
    const after = plain((words[at + 1] ?? '').toLocaleUpperCase('vi'));
    return word === 'MẬT' && !harmlessBefore.has(before) && !harmlessAfter.has(after);
  });
}

const gluedDegrees = new Set(['TOIMAT', 'TUYETMAT']);
const harmlessBefore = new Set(['BAO', 'BI', 'CO']);
const harmlessAfter = new Set(['DO', 'KHAU', 'ONG', 'THIET', 'MA']);

const plain = (upper: string): string =>
  upper.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('Đ', 'D');
