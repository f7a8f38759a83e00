// The page as it is printed, as a PDF that screen readers can read.

import type { WebContents } from 'electron';

/** Undefined where Chromium could not make it. */
export async function pdfOf(contents: WebContents, paper: unknown): Promise<Buffer | undefined> {
  try {
    return await contents.printToPDF({
      pageSize: paper === 'Letter' ? 'Letter' : 'A4',
      preferCSSPageSize: paper === 'own',
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } catch {
    return undefined;
  }
}
