import { inflateSync } from 'node:zlib';

/** The text of a PDF of ours: each font says which letters its glyphs stand for. */
export function textOfPdf(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id, body);
  const lettersOf = new Map<string, string[]>();
  for (const body of objects.values()) {
    for (const [, font = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, unicode = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '') ?? [];
      if (unicode === '') continue;
      const letters: string[] = [];
      const map = streamOf(objects.get(unicode) ?? '');
      for (const [, from = '', list = ''] of map.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
        [...list.matchAll(/<(\w*)>/g)].forEach(([, hex = ''], at) => {
          letters[Number.parseInt(from, 16) + at] = Buffer.from(hex, 'hex')
            .swap16()
            .toString('utf16le');
        });
      lettersOf.set(font, letters);
    }
  }
  let text = '';
  for (const body of objects.values()) {
    if (!body.includes('/FlateDecode') || !body.includes('stream')) continue;
    const content = streamOf(body);
    let font = '';
    for (const [, name, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(<[^\]]*)\] TJ/g)) {
      if (name !== undefined) font = name;
      for (const [, hex = ''] of (glyphs ?? '').matchAll(/<(\w*)>/g))
        for (const [glyph] of hex.matchAll(/\w{4}/g))
          text += lettersOf.get(font)?.[Number.parseInt(glyph, 16)] ?? '';
    }
    text += ' ';
  }
  return text;
}

function streamOf(body: string): string {
  const begin = body.indexOf('stream\n') + 'stream\n'.length;
  const raw = Buffer.from(body.slice(begin, body.lastIndexOf('\nendstream')), 'latin1');
  return inflateSync(raw).toString('latin1');
}
