import { encodeQR } from 'qr';
import { useMemo } from 'react';
import styles from './QrCode.module.css';

interface QrCodeProps {
  text: string;
  /** Read out instead of the picture. */
  label: string;
}

/** Cameras want four white modules around the code (ISO/IEC 18004). */
const quietZone = 4;

/** A QR code as one path: sharp at any size and on paper, black on white in every theme. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg className={styles.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

function drawn(text: string): { size: number; path: string } {
  const rows = encodeQR(text, 'raw', { border: quietZone });
  const squares = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size: rows.length, path: squares.join('') };
}
