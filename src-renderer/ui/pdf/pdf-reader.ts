// Reads PDFs in a thread that reaches no network, ours included (page-policy.ts).

import 'pdfjs-dist/build/pdf.worker.mjs';
