// What a PDF may take for granted, out of our own build: the fonts that every reader has, tables of
// Chinese, Japanese and Korean letters, decoders of scanned pictures. Not what would run scripts.

const addressOf = new Map(
  Object.entries(
    import.meta.glob<string>(
      [
        '/../node_modules/pdfjs-dist/cmaps/*.bcmap',
        '/../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
        '/../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg,qcms_bg}.wasm',
      ],
      // A small one would stand in the script as an address that the page may not fetch.
      { query: '?url&no-inline', import: 'default', eager: true },
    ),
  ).map(([path, address]) => [path.split('/').at(-1), address]),
);

/** As pdf.js asks for them. */
export class PdfData {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = addressOf.get(filename);
    if (address === undefined) throw new Error(`no ${filename} for PDFs`);
    return new Uint8Array(await (await fetch(address)).arrayBuffer());
  }
}
