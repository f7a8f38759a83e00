// The page as it is printed, saved as a PDF under the name that stands above it.

import { t } from '@lingui/core/macro';

import { safeName } from '../../src-shared/values/safe-name.ts';
import { paperOf } from '../../src-shared/values/paper.ts';
import { showFailure } from '../data/use-command.tsx';
import { makePdf } from '../host/electron-port.ts';
import { downloadBlob } from '../ui/download.ts';
import { withSheet } from '../ui/printing.ts';

/** `country`: whose paper it is to fit. */
export async function savePageAsPdf(country: string): Promise<void> {
  const title = document.querySelector('h1')?.textContent ?? '';
  const bytes = await withSheet(() => makePdf(paperOf(country)));
  if (bytes === undefined) return showFailure(t`The PDF could not be made. Try again, or print.`);
  const name = safeName(title);
  downloadBlob(new Blob([bytes], { type: 'application/pdf' }), `${name}.pdf`);
}
