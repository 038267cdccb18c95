import { createRequire } from 'node:module';
import PdfKit from 'pdfkit';

const require = createRequire(import.meta.url);
const fonts = {
  regular: require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
  italic: require.resolve('@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'),
} as const;
type Font = keyof typeof fonts;

const mm = (count: number): number => (count * 72) / 25.4;
/** Of a page by Nghị định 30/2020: A4 upright, 20 mm above and below, 30 left, 15 right. */
const margins = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) };
const cellPadding = 3;

export interface PaperTable {
  /** Widths as shares of the whole. */
  columns: readonly { header: string; share: number; align?: 'left' | 'center' }[];
  rows: readonly (readonly string[])[];
}

/** A paragraph, or the heading of a part, in bold. */
export type PaperLine = string | { heading: string };

/** A paper of administration, in the form of Nghị định 30/2020. */
export interface Paper {
  /** Under whom its maker is, in capitals above, where somebody is to be named. */
  parent?: string | null;
  /** Who makes it, in bold capitals at the left. */
  agency: string;
  /** Place and day, in italics under the motto. */
  placeAndDay: string;
  title: string;
  /** Under the title, in bold. */
  subject: string;
  /** Paragraphs before the table. */
  lines: readonly PaperLine[];
  table: PaperTable;
  /** After the table. */
  notes: readonly PaperLine[];
  /** In whose capacity it is signed, at the right. */
  signer: string;
  recipients: readonly string[];
}

/** A PDF with the letters in it, so that it looks the same everywhere and can be searched. */
export async function toPdf(paper: Paper): Promise<Buffer> {
  const doc = new PdfKit({
    size: 'A4',
    margins,
    bufferPages: true,
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: `${paper.title} ${paper.subject}`, Author: paper.agency },
  });
  for (const [name, file] of Object.entries(fonts)) doc.registerFont(name, file);
  const done = collected(doc);
  head(doc, paper);
  for (const line of paper.lines) paragraph(doc, line);
  doc.moveDown(0.5);
  table(doc, paper.table);
  doc.moveDown(0.5);
  for (const note of paper.notes) paragraph(doc, note);
  foot(doc, paper);
  numberPages(doc);
  doc.end();
  return done;
}

type Doc = PDFKit.PDFDocument;

function collected(doc: Doc): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}

const widthOf = (doc: Doc): number => doc.page.width - margins.left - margins.right;
const bottomOf = (doc: Doc): number => doc.page.height - margins.bottom;

interface Block {
  x: number;
  y: number;
  width: number;
}

function centred(doc: Doc, text: string, font: Font, size: number, block: Block): number {
  doc
    .font(font)
    .fontSize(size)
    .text(text, block.x, block.y, { ...block, align: 'center' });
  return doc.y;
}

/** Quốc hiệu and tiêu ngữ at the right, the agency at the left, each with its line. */
function head(doc: Doc, { parent, agency, placeAndDay, title, subject }: Paper): void {
  const width = widthOf(doc);
  const left = { x: margins.left, y: margins.top, width: width * 0.4 };
  const right = { x: margins.left + width * 0.42, y: margins.top, width: width * 0.58 };
  const underParent =
    parent === undefined || parent === null
      ? margins.top
      : centred(doc, parent.toLocaleUpperCase('vi'), 'regular', 12, left);
  const maker = { ...left, y: underParent };
  const underAgency = centred(doc, agency.toLocaleUpperCase('vi'), 'bold', 12, maker);
  rule(doc, left, underAgency + 2, 0.4);
  const underName = centred(doc, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'bold', 12, right);
  const underMotto = centred(doc, 'Độc lập - Tự do - Hạnh phúc', 'bold', 13, {
    ...right,
    y: underName,
  });
  rule(doc, right, underMotto + 2, 0.55);
  const underPlace = centred(doc, placeAndDay, 'italic', 13, { ...right, y: underMotto + 8 });
  const whole = { x: margins.left, y: Math.max(underAgency, underPlace) + 14, width };
  const underTitle = centred(doc, title, 'bold', 14, whole);
  const underSubject = centred(doc, subject, 'bold', 14, { ...whole, y: underTitle });
  rule(doc, whole, underSubject + 3, 0.2);
  doc.x = margins.left;
  doc.y = underSubject + 14;
}

function rule(doc: Doc, { x, width }: Block, y: number, share: number): void {
  const long = width * share;
  const from = x + (width - long) / 2;
  doc
    .lineWidth(0.7)
    .moveTo(from, y)
    .lineTo(from + long, y)
    .stroke();
}

function paragraph(doc: Doc, line: PaperLine): void {
  const text = typeof line === 'string' ? line : line.heading;
  // A heading at the foot of a page would stand alone.
  if (typeof line !== 'string' && doc.y + mm(20) > bottomOf(doc)) doc.addPage();
  const options = {
    width: widthOf(doc),
    align: 'justify' as const,
    indent: mm(10),
    paragraphGap: 4,
  };
  doc
    .font(typeof line === 'string' ? 'regular' : 'bold')
    .fontSize(13)
    .text(text, margins.left, doc.y, options);
}

function table(doc: Doc, { columns, rows }: PaperTable): void {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const places: Place[] = [];
  let x = margins.left;
  for (const { share, align = 'left' } of columns) {
    const width = (widthOf(doc) * share) / all;
    places.push({ x, width, align });
    x += width;
  }
  const headers = columns.map(({ header }) => header);
  const drawHead = () => drawRow(doc, places, headers, 'bold');
  drawHead();
  for (const row of rows) {
    if (doc.y + heightOf(doc, places, row, 'regular') > bottomOf(doc)) {
      doc.addPage();
      drawHead();
    }
    drawRow(doc, places, row, 'regular');
  }
}

interface Place {
  x: number;
  width: number;
  align: 'left' | 'center';
}

function heightOf(doc: Doc, places: readonly Place[], row: readonly string[], font: Font): number {
  doc.font(font).fontSize(12);
  const heights = places.map(({ width }, at) =>
    doc.heightOfString(row[at] || ' ', { width: width - 2 * cellPadding }),
  );
  return Math.max(...heights) + 2 * cellPadding;
}

function drawRow(doc: Doc, places: readonly Place[], row: readonly string[], font: Font): void {
  const height = heightOf(doc, places, row, font);
  const top = doc.y;
  places.forEach(({ x, width, align }, at) => {
    doc.lineWidth(0.5).rect(x, top, width, height).stroke();
    doc.text(row[at] ?? '', x + cellPadding, top + cellPadding, {
      width: width - 2 * cellPadding,
      align: font === 'bold' ? 'center' : align,
    });
  });
  doc.x = margins.left;
  doc.y = top + height;
}

/** "Nơi nhận" at the left, the signature at the right, never parted over two pages. */
function foot(doc: Doc, { signer, recipients }: Paper): void {
  if (doc.y + mm(45) > bottomOf(doc)) doc.addPage();
  const width = widthOf(doc);
  const y = doc.y + 10;
  doc
    .font('italic')
    .fontSize(12)
    .text('Nơi nhận:', margins.left, y, { width: width * 0.45 });
  for (const recipient of recipients)
    doc.font('regular').fontSize(11).text(`- ${recipient};`, margins.left, doc.y);
  doc.font('regular').fontSize(11).text('- Lưu: VT.', margins.left, doc.y);
  const right = { x: margins.left + width * 0.5, y, width: width * 0.5 };
  const under = centred(doc, signer.toLocaleUpperCase('vi'), 'bold', 13, right);
  centred(doc, '(Ký, ghi rõ họ tên)', 'italic', 12, { ...right, y: under });
}

/** In the middle of the top margin, from the second page on. */
function numberPages(doc: Doc): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start + 1; page < start + count; page += 1) {
    doc.switchToPage(page);
    // Else the text in the margin would begin a page of its own.
    doc.page.margins.top = 0;
    doc
      .font('regular')
      .fontSize(13)
      .text(String(page + 1), margins.left, mm(10), { width: widthOf(doc), align: 'center' });
  }
}
