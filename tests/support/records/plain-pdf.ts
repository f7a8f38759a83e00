// Small PDFs, written by hand: pages with words in a font that every reader has, and what
// hostile ones add.

type Options = {
  /** Entries of the catalogue, and of each page. */
  catalogue?: string;
  page?: string;
  /** Asks for a password that nobody knows. */
  isLocked?: boolean;
};

export function plainPdf(pages: readonly string[], options: Options = {}): Buffer {
  const { catalogue = '', page = '', isLocked = false } = options;
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((words, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents ${5 + 2 * at} 0 R ` +
        `/Resources << /Font << /F1 3 0 R >> >> ${page} >>`,
      streamOf(`BT /F1 24 Tf 20 340 Td (${words}) Tj ET`),
    ]),
  ];
  const lock = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >>`;
  const trailer = isLocked ? `/Encrypt ${lock} /ID [<00> <00>]` : '';
  let text = '%PDF-1.7\n';
  const places = bodies.map((body, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  const count = bodies.length + 1;
  text += `xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer\n<< /Size ${count} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const streamOf = (text: string): string =>
  `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
