// Draws the pages of PDFs in a thread that reaches no network, ours included (page-policy.ts).

import 'pdfjs-dist/build/pdf.renderer.mjs';
